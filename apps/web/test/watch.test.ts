/** A film watched in a real browser by a link: played, searched, read along, switched to another language, taken back while it runs. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { giveKey } from '@vitrine/house/testing/known-keys'
import { aReel } from '@vitrine/house/testing/reel-for-tests'
import { packageMaster, type Reel } from '@vitrine/screening'
import { describeFile } from '@vitrine/screening/engine/run'
import { testFilm, testFolder } from '@vitrine/screening/testing/test-film'
import { createLog } from '@vitrine/server/log'
import { packagingInProcess } from '@vitrine/server/packaging/in-a-process'
import { workOnce } from '@vitrine/server/packaging/worker'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { at, deskOf, open, rooms, useDesk } from './desk.ts'
import { film, until } from './player.ts'
import { faultsInBothLooks, faultsOf, keepPicture, openPage, SCREENS, SEALING } from './rooms.ts'

useDesk()

const SUBTITLES = 'WEBVTT\n\n00:00:00.000 --> 00:00:08.000\nThe river freezes.\n'

const folder = testFolder('watch')
const markKey = new Uint8Array(randomBytes(32))
let packaged: Promise<Reel> | undefined
/** A film of eight seconds, packaged as a master is, each segment twice: once for all tests, none of which changes its files. */
const packagedOnce = (): Promise<Reel> =>
  (packaged ??= testFilm(join(folder, 'film.mp4'), { seconds: 8 }).then((master) =>
    packageMaster(master, join(folder, 'reel'), {
      markKey,
      sound: [{ language: 'fra', streams: [1] }, { language: 'eng', streams: [1] }], // prettier-ignore
      subtitles: [{ name: 'eng', language: 'eng', sdh: false, webvtt: SUBTITLES }],
    }),
  ))

/** A reel of its own that the house holds of that film; its title. */
async function aFilmToWatch(): Promise<{ titleId: string; reel: Reel }> {
  const titleId = rooms.ids['the-ferry-log']!
  await rooms.house.enterEntry(SYSTEM, { titleId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
  const reel = { ...(await packagedOnce()), chapters: [{ at: 0, name: 'Ice' }, { at: 4, name: 'Thaw' }] } // prettier-ignore
  const id = await aReel(rooms.database.db, rooms.house.id, titleId, { reel })
  await giveKey(rooms.database.db, SEALING, 'reel', id, markKey)
  await cp(join(folder, 'reel'), join(rooms.folder, 'reels', id), { recursive: true })
  return { titleId, reel }
}

test('a buyer opens a link and watches; the agent sees what they watched, and takes it back while it runs', async () => {
  const { titleId } = await aFilmToWatch()
  const desk = await deskOf('sales')
  await open(desk.page, '/en/desk/screenings')
  assert.deepEqual(await faultsOf(desk.page), [])
  await desk.page.locator('#title').selectOption(titleId)
  await desk.page.locator('#name').fill('Jon Arvid')
  await desk.page.getByLabel('Mail address').fill('jon@kanal.example')
  await desk.page.getByLabel('Message').fill('Have a look at the ice.')
  await desk.page.getByRole('button', { name: 'Make it' }).click()
  const link = await desk.page.locator('#link').inputValue()
  assert.match(link, /\/en\/watch\/[\w-]{22}$/)

  for (const { name, options, locale } of SCREENS) {
    const looking = await openPage(rooms, options)
    await looking.page.goto(link.replace('/en/', `/${locale}/`))
    assert.deepEqual(await faultsInBothLooks(looking.page), [], name)
    assert.deepEqual(looking.complaints, [])
    await looking.close()
  }

  const buyer = await openPage(rooms)
  const { page } = buyer
  // An address that a refusal left behind says nothing of how the link is now.
  await page.goto(`${link}?refused=revoked`)
  await page.getByRole('button', { name: 'Watch' }).waitFor()
  assert.equal(await page.getByText('This link was taken back.').count(), 0)
  await page.goto(link)
  assert.equal(await page.evaluate(() => (globalThis as unknown as { MediaSource: { isTypeSupported(type: string): boolean } }).MediaSource.isTypeSupported('video/mp4; codecs="avc1.64001f,mp4a.40.2"')), true, 'this browser plays H.264') // prettier-ignore
  await page.getByText('Have a look at the ice.').waitFor()
  await page.getByText('What is recorded').waitFor()
  await page.getByRole('button', { name: 'Watch' }).click()
  await page.waitForURL(/\/watch\/[\w-]+\/[0-9a-z]{26}$/)
  await until(page, 'the film comes', ({ readyState }) => readyState >= 3)
  assert.deepEqual(await faultsOf(page), [])
  await page.getByText('Jon Arvid · ').waitFor()
  const told = await (await fetch(at('/en/legal'))).text()
  const left = (await page.context().cookies()).map(({ name }) => name)
  assert.ok(left.includes('vitrine-device') && left.includes('vitrine-watch'), left.join())
  for (const name of left) assert.ok(told.includes(`<code>${name}</code>`), name)
  assert.equal(await page.getByRole('link', { name: /What is kept of you/ }).getAttribute('href'), '/en/legal#viewings')
  await until(page, 'it plays, since they pressed Watch', ({ at: now, width }) => now > 1.5 && width > 0)
  await page.locator('[data-subtitles]').selectOption('0')
  await page.waitForFunction(() => [...(document.querySelector('video') as unknown as { textTracks: Iterable<{ mode: string; activeCues: ArrayLike<{ text: string }> | null }> }).textTracks].some((track) => track.mode === 'showing' && track.activeCues?.[0]?.text === 'The river freezes.')) // prettier-ignore
  // The link is in English, and so was the sound until now.
  const french = page.waitForResponse((response) => /\/sound\/fra\/\d{5}\.m4s$/.test(response.url()))
  const sounds = await page.locator('[data-sound] option').allTextContents()
  const other = sounds.findIndex((name) => /fran|fren/i.test(name))
  assert.equal(await page.locator('[data-sound]').inputValue(), String(1 - other), sounds.join())
  await page.locator('[data-sound]').selectOption(String(other))
  assert.equal((await french).status(), 200)
  await until(page, 'it plays on in French', ({ paused, readyState }) => !paused && readyState >= 3)
  await page.keyboard.press('k')
  await until(page, 'it stands', ({ paused }) => paused)
  await page.locator('[data-seek]').focus()
  await page.keyboard.press('l')
  await until(page, 'it was searched', ({ at: now, readyState }) => now > 7 && readyState >= 2)
  await page.locator('[data-chapters]').selectOption({ label: '0:04 Thaw' })
  await until(page, 'it goes to the chapter', ({ at: now, readyState }) => now >= 4 && now < 5 && readyState >= 2)

  await page.keyboard.press('k')
  await until(page, 'it plays on', ({ at: now }) => now > 5)
  await page.keyboard.press('k')
  await until(page, 'it stands again', ({ paused }) => paused)
  const before = (await film(page)).at
  let heard = 0
  for (let tries = 0; tries < 100 && heard === 0; tries++) {
    const { viewings } = await rooms.house.readViewings(SYSTEM, { titleId })
    heard = viewings[0]!.watched.ranMs
    if (heard < 1_500) heard = 0
    await page.waitForTimeout(200)
  }
  // at least a second at the beginning and half a one at the chapter; never what was jumped over
  assert.ok(heard >= 1_500 && heard <= before * 1000 - 1_000, `${heard} ms were heard of`)
  const { viewings } = await rooms.house.readViewings(SYSTEM, { titleId })
  assert.equal(viewings[0]!.language, 'fr')

  await page.reload()
  await until(page, 'it comes back', ({ at: now, readyState }) => readyState >= 2 && Math.abs(now - before) < 1.5)
  await page.getByText(/^0:0\d of 0:08 min$/).waitFor()

  await open(desk.page, '/en/desk/screenings')
  await desk.page.getByText('jon@kanal.example').waitFor()
  await desk.page.getByRole('img', { name: 'How often each part of The Ferry Log ran' }).waitFor()
  assert.deepEqual(await faultsOf(desk.page), [])
  // The same of the film, whatever the link.
  await open(desk.page, `/en/desk/screenings?film=${titleId}`)
  await desk.page.getByRole('heading', { name: 'Watched: The Ferry Log' }).waitFor()
  await desk.page.getByRole('cell', { name: /jon@kanal\.example/ }).waitFor()
  assert.deepEqual(await faultsOf(desk.page), [])
  await open(desk.page, '/en/desk/screenings')
  await page.keyboard.press('k')
  await until(page, 'it runs', ({ paused }) => !paused)
  await desk.page.getByRole('button', { name: 'Revoke' }).click()
  await desk.page.getByText('Revoked: the next segment is refused.').waitFor()
  const segment = `/media/${page.url().split('/').at(-1)}/video/180p/00000.m4s`
  await page.waitForTimeout(600)
  assert.equal(await page.evaluate(async (path) => (await fetch(path)).status, segment), 410)
  await page.getByText('This link was taken back.').waitFor({ timeout: 30_000 })
  assert.deepEqual(await faultsOf(page), [])
  assert.deepEqual(buyer.complaints.filter((line) => !/status of 410/.test(line)), []) // prettier-ignore
  assert.equal((await page.goto(link))!.status(), 200)
  await page.getByText('This link was taken back.').waitFor()

  await desk.page.getByRole('button', { name: 'Take it back' }).click()
  await desk.page.getByText('It shows the film again.').waitFor()
  await page.goto(link)
  await page.getByRole('button', { name: /Go on from|Watch/ }).waitFor()
  await page.goto(`${link}/x/y`)
  assert.equal(page.url(), link, 'what was added to a link on its way leads to the link')
  for (const [address, heading] of [
    ['/en/watch/nothing-of-the-kind-22', 'No film is behind this link'],
    ['/fr/watch/nothing-of-the-kind-22/x/y', 'Aucun film derrière ce lien'],
  ] as const) {
    assert.equal((await page.goto(at(address)))!.status(), 404)
    await page.getByRole('heading', { name: heading }).waitFor()
  }
  assert.equal((await page.locator('main').innerHTML()).includes('nothing'), false, 'the secret of a link is looked for nowhere')
  await buyer.close()
  await desk.close()
})

test('at the end of a film the next one of the link is offered, and who watches is not asked again', async () => {
  await aFilmToWatch()
  const { titleId } = await aFilmToWatch()
  const reelIds = (await rooms.house.listReels(SYSTEM, { titleId })).reels.slice(0, 2).map(({ id }) => id)
  const { url } = await rooms.house.makeScreener(SYSTEM, {
    screener: { titleIds: [], reelIds, through: '2099-12-31', locale: 'en' },
  })
  const buyer = await openPage(rooms)
  const { page } = buyer
  await page.goto(`${rooms.address}/en/watch/${url.split('/').at(-1)!}`)
  await page.locator('#name').fill('Ida Holm')
  await page.locator('#email').fill('ida@kanal.example')
  await page.getByRole('button', { name: 'Watch' }).first().click()
  await until(page, 'the film comes', ({ readyState }) => readyState >= 3)
  const offer = page.locator('[data-next]')
  assert.equal(await offer.isVisible(), false)
  await page.locator('video').evaluate((video) => { const film = video as unknown as { currentTime: number; duration: number; play(): Promise<void> }; film.currentTime = film.duration - 0.5; return film.play() }) // prettier-ignore
  await offer.waitFor()
  assert.deepEqual(await faultsOf(page), [])
  const before = page.url()
  await offer.getByRole('button', { name: 'Watch the next film' }).click()
  await page.waitForURL((now) => now.href !== before && /[0-9a-z]{26}$/.test(now.pathname))
  await until(page, 'the next film runs', ({ at, paused }) => at > 0 && !paused)
  assert.equal(await page.getByRole('button', { name: 'Watch the next film' }).count(), 0, 'it is the last')
  assert.deepEqual(buyer.complaints, [])
  await buyer.close()
})

test('Watch starts the film, a plain visit does not; where the browser refuses, one large button is at hand', async () => {
  const { titleId } = await aFilmToWatch()
  const { url } = await rooms.house.makeScreener(SYSTEM, { screener: { titleIds: [titleId], toName: 'Ola', toEmail: 'ola@kanal.example', through: '2099-12-31', locale: 'en', devicesAtOnce: 9 } }) // prettier-ignore
  // Browsers differ in what they let a page play that nobody has touched yet: this one lets it play nothing.
  const strict = `{ const { play } = HTMLMediaElement.prototype; HTMLMediaElement.prototype.play = function () { return navigator.userActivation.isActive ? play.call(this) : Promise.reject(new DOMException('no', 'NotAllowedError')) } }` // prettier-ignore
  for (const { name, options, locale } of SCREENS) {
    const { page, complaints, close } = await openPage(rooms, options)
    const begin = page.locator('[data-begin]')
    await page.goto(at(new URL(url).pathname).replace('/en/', `/${locale}/`))
    await page.locator('form[action$="start"] button').click()
    await until(page, 'it runs by itself', ({ paused, at: now }) => !paused && now > 0.3)
    assert.equal(await begin.isVisible(), false)
    assert.equal(new URL(page.url()).hash, '', 'kept or sent on, the address starts nothing')
    await page.reload()
    await begin.waitFor()
    await page.waitForTimeout(500)
    assert.equal((await film(page)).paused, true, 'nobody asked for it this time')
    assert.equal(await begin.evaluate((button) => button === document.activeElement), false)

    await page.addInitScript(strict)
    await page.goto(at(new URL(url).pathname).replace('/en/', `/${locale}/`))
    await page.locator('form[action$="start"] button').click()
    await begin.waitFor()
    await page.waitForFunction(() => document.activeElement?.matches('[data-begin]'), undefined, { timeout: 10_000 })
    assert.deepEqual(await faultsInBothLooks(page), [], name)
    await keepPicture(page, `watch-refused-${name}`)
    await page.keyboard.press('Enter')
    await until(page, 'it runs', ({ paused }) => !paused)
    assert.equal(await begin.isVisible(), false)
    assert.equal(await page.locator('[data-play]').evaluate((button) => button === document.activeElement), true, 'the keyboard is not lost with it') // prettier-ignore
    assert.deepEqual(complaints, [], name)
    await close()
  }
})

test('without script it is said that none comes, before a viewing is spent on it and after, and nothing seems to work that does not', async () => {
  const { titleId } = await aFilmToWatch()
  const { url } = await rooms.house.makeScreener(SYSTEM, { screener: { titleIds: [titleId], toName: 'Ola', toEmail: 'ola@kanal.example', through: '2099-12-31', locale: 'en' } }) // prettier-ignore
  const { page, close } = await openPage(rooms, { javaScriptEnabled: false })
  // Words in a noscript are none to a search by text.
  const needs = page.locator('noscript .error')
  await page.goto(at(new URL(url).pathname))
  assert.deepEqual(
    [await needs.isVisible(), await needs.textContent()],
    [true, 'The player needs JavaScript, from this house alone.'],
  )
  await page.locator('form[action$="start"] button').click()
  await page.waitForURL(/\/watch\/[\w-]+\/[0-9a-z]{26}/)
  assert.equal(await needs.isVisible(), true)
  for (const part of ['[data-controls]', '[data-says]', '[data-begin]']) assert.equal(await page.locator(part).isVisible(), false, part) // prettier-ignore
  await close()
})

test('the goodbye of the page before ends nothing, however late it comes', async () => {
  const { titleId } = await aFilmToWatch()
  const { url } = await rooms.house.makeScreener(SYSTEM, { screener: { titleIds: [titleId], toName: 'Ola', toEmail: 'ola@kanal.example', through: '2099-12-31', locale: 'en' } }) // prettier-ignore
  const { page, complaints, close } = await openPage(rooms)
  await page.goto(at(new URL(url).pathname))
  await page.locator('form[action$="start"] button').click()
  await until(page, 'it runs', ({ paused, at: now }) => !paused && now > 0.3)
  const openedAt = await page.locator('[data-opened]').getAttribute('data-opened')
  await page.reload()
  await page.locator('[data-begin]').waitFor()
  const files = new URL((await page.locator('[data-player]').getAttribute('data-player'))!, page.url()).href
  const tell = (goodbye: string) => page.context().request.post(`${files}report`, { data: { played: [], at: 0, left: true, openedAt: goodbye }, headers: { origin: rooms.address } }) // prettier-ignore
  const told = new Date().toISOString()
  assert.equal((await tell(openedAt!)).status(), 204)
  const heard = async () => (await rooms.house.readViewings(SYSTEM, { titleId })).viewings[0]!.heardAt
  for (let tries = 0; (await heard()) < told; tries++) {
    assert.ok(tries < 100, 'it is written within seconds')
    await page.waitForTimeout(100)
  }
  await page.waitForTimeout(600) // whether a viewing is over is asked every half second
  assert.equal((await page.context().request.get(`${files}index.m3u8`)).status(), 200)
  await page.keyboard.press('k')
  await until(page, 'it runs', ({ paused }) => !paused)
  assert.deepEqual(complaints, [])
  await close()
})

test('a page that is thought to be closed asks for its viewing again: whoever pressed Watch still sees the film begin', async () => {
  const { titleId } = await aFilmToWatch()
  const { url } = await rooms.house.makeScreener(SYSTEM, { screener: { titleIds: [titleId], toName: 'Ola', toEmail: 'ola@kanal.example', through: '2099-12-31', locale: 'en' } }) // prettier-ignore
  const { page, close } = await openPage(rooms)
  await page.goto(at(new URL(url).pathname))
  const heard = page.waitForResponse('**/report')
  await page.route(
    '**/index.m3u8',
    async (route) => {
      await heard
      const goodbye = { played: [], at: 0, language: null, subtitles: null, left: true }
      const told = await page.context().request.post(route.request().url().replace('index.m3u8', 'report'), { data: goodbye, headers: { origin: rooms.address } }) // prettier-ignore
      assert.equal(told.status(), 204)
      for (let tries = 0; tries < 50 && (await page.context().request.get(route.request().url())).status() !== 410; tries++) await page.waitForTimeout(100) // prettier-ignore
      await route.continue()
    },
    { times: 1 },
  )
  const refused = page.waitForResponse((answer) => answer.status() === 410)
  await page.locator('form[action$="start"] button').click()
  await refused
  await until(page, 'it runs by itself', ({ paused, at: now }) => !paused && now > 0.3)
  assert.equal(new URL(page.url()).hash, '')
  await close()
})

test('who comes back has the language and the subtitles they chose last, from the first piece on', async () => {
  const { titleId } = await aFilmToWatch()
  const { url } = await rooms.house.makeScreener(SYSTEM, { screener: { titleIds: [titleId], toName: 'Ola', toEmail: 'ola@kanal.example', through: '2099-12-31', locale: 'en', devicesAtOnce: 9 } }) // prettier-ignore
  const link = at(new URL(url).pathname)
  const begin = async (page: Page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(...(/\/(sound|subtitles)\/\w+/.exec(request.url())?.slice(0, 1) ?? [])))
    await page.goto(link)
    await page.locator('form[action$="start"] button').click()
    await until(page, 'it runs', ({ paused, readyState, at: now }) => !paused && readyState >= 3 && now > 0.3)
    return asked
  }
  const laptop = await openPage(rooms)
  const first = await begin(laptop.page)
  assert.deepEqual([...new Set(first)], ['/sound/eng'], 'the link is in English')
  assert.equal(await laptop.page.locator('[data-subtitles] option:checked').textContent(), 'None')
  const french = (await laptop.page.locator('[data-sound] option').allTextContents()).find((name) => /fran/i.test(name))!
  await laptop.page.locator('[data-sound]').selectOption({ label: french })
  await laptop.page.locator('[data-subtitles]').selectOption({ label: 'English' })
  for (let tries = 0; ; tries++) {
    const [told] = (await rooms.house.readViewings(SYSTEM, { titleId })).viewings
    if (told!.language === 'fr' && told!.subtitles === 'en') break
    assert.ok(tries < 40, 'what they chose is told at once')
    await laptop.page.waitForTimeout(100)
  }

  const phone = await openPage(rooms, SCREENS[1]!.options)
  for (const { page } of [laptop, phone]) {
    const asked = await begin(page)
    for (let tries = 0; tries < 50 && asked.length < 4; tries++) await page.waitForTimeout(100)
    assert.deepEqual([...new Set(asked)].toSorted(), ['/sound/fra', '/subtitles/eng'])
    assert.equal(await page.locator('[data-sound] option:checked').textContent(), french)
    assert.equal(await page.locator('[data-subtitles] option:checked').textContent(), 'English')
  }
  // No subtitles is a choice as well.
  await phone.page.keyboard.press('c')
  await phone.page.waitForTimeout(2_500)
  await phone.page.reload()
  await until(phone.page, 'it comes back', ({ readyState }) => readyState >= 2)
  assert.equal(await phone.page.locator('[data-subtitles] option:checked').textContent(), 'None')
  assert.deepEqual([...laptop.complaints, ...phone.complaints], [])
  await laptop.close()
  await phone.close()
})

test('the player is whole on every screen', async () => {
  const { titleId } = await aFilmToWatch()
  const { url } = await rooms.house.makeScreener(SYSTEM, { screener: { titleIds: [titleId], toName: 'Ola', toEmail: 'ola@kanal.example', through: '2099-12-31', locale: 'en', devicesAtOnce: 9 } }) // prettier-ignore
  for (const { name, options, locale } of SCREENS) {
    const { page, complaints, close } = await openPage(rooms, options)
    await page.goto(at(new URL(url).pathname).replace('/en/', `/${locale}/`))
    await page.locator('form[action$="start"] button, main form button').first().click()
    await page.waitForURL(/\/watch\/[\w-]+\/[0-9a-z]{26}$/)
    await until(page, 'the film comes', ({ readyState }) => readyState >= 3)
    assert.deepEqual(await faultsInBothLooks(page), [], name)
    assert.deepEqual(complaints, [], name)
    await close()
  }
})

test('what ran while the line was away is told later; a player of the browser’s own is loaded again once leave to watch was renewed', async () => {
  const { titleId } = await aFilmToWatch()
  const { url } = await rooms.house.makeScreener(SYSTEM, { screener: { titleIds: [titleId], toName: 'Ola', toEmail: 'ola@kanal.example', through: '2099-12-31', locale: 'en' } }) // prettier-ignore
  const link = at(new URL(url).pathname)
  const buyer = await openPage(rooms)
  const { page } = buyer
  const reports: { played: [number, number, number][]; at: number }[] = []
  let away = true
  await page.route('**/report', async (route) => {
    reports.push(route.request().postDataJSON() as (typeof reports)[number])
    await (away ? route.abort() : route.continue())
  })
  await page.goto(link)
  await page.getByRole('button', { name: 'Watch' }).click()
  await until(page, 'the film comes', ({ readyState }) => readyState >= 3)
  await until(page, 'it plays', ({ at: now }) => now > 1)
  const lostReport = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/report'))
  await page.keyboard.press('k')
  await lostReport
  away = false
  await page.waitForTimeout(300)
  await page.keyboard.press('k')
  await until(page, 'it plays on', ({ at: now }) => now > 2)
  const again = page.waitForResponse('**/report')
  await page.keyboard.press('k')
  assert.equal((await again).status(), 204)
  const [lost, ...later] = reports.filter(({ played }) => played.length > 0).map(({ played }) => JSON.stringify(played[0]))
  assert.ok(lost !== undefined && later.includes(lost), JSON.stringify(reports))

  // As in Safari on a phone, where the page is told nothing but that it failed.
  await page.addInitScript(
    `delete globalThis.MediaSource; delete globalThis.ManagedMediaSource; HTMLMediaElement.prototype.canPlayType = () => 'maybe'`,
  )
  const first = page.waitForResponse((answer) => answer.url().endsWith('/report') && !(answer.request().postDataJSON() as { left: boolean }).left) // prettier-ignore
  const renewed = page.waitForResponse((answer) => answer.url().endsWith('/report') && answer.status() === 204 && !(answer.request().postDataJSON() as { left: boolean }).left) // prettier-ignore
  await page.reload()
  await page.waitForFunction(() => (document.querySelector('video') as unknown as { src: string }).src.endsWith('/index.m3u8'))
  if ((await first).status() === 410) {
    await renewed // as below
    await page.waitForTimeout(300)
  }
  await page.evaluate(() => {
    const seen = globalThis as unknown as { loads: number }
    seen.loads = 0
    document.querySelector('video')!.addEventListener('loadstart', () => (seen.loads += 1))
  })
  const loads = () => page.evaluate(() => (globalThis as unknown as { loads: number }).loads)
  const fails = async () => {
    const told = page.waitForResponse('**/report')
    await page.locator('video').evaluate((video) => void (video as unknown as EventTarget).dispatchEvent(new Event('error')))
    return (await told).status()
  }
  assert.equal(await fails(), 204)
  await page.waitForTimeout(300)
  assert.equal(await loads(), 0, 'what fails as soon as it was loaded is not loaded without end')
  await page.evaluate(() => {
    const { now } = Date
    Date.now = () => now() + 600_000
  })
  assert.equal(await fails(), 204)
  await page.waitForFunction(() => (globalThis as unknown as { loads: number }).loads === 1)
  // What never came to where it goes on was not left at its very beginning.
  assert.equal(await fails(), 204)
  assert.ok(reports.at(-1)!.at > 1_500, `${reports.at(-1)!.at}`)

  // What they read along since they opened the page, they read on.
  const loaded = () =>
    page.locator('video').evaluate((video) => void (video as unknown as EventTarget).dispatchEvent(new Event('loadedmetadata')))
  await page.evaluate(() => void document.querySelector('video')!.addTextTrack('subtitles', 'English', 'en'))
  await loaded()
  await page.locator('[data-subtitles]').selectOption({ label: 'English' })
  await loaded()
  assert.equal(await page.locator('[data-subtitles] option:checked').textContent(), 'English')
  assert.equal(await page.evaluate(() => document.querySelector('video')!.textTracks[0]!.mode), 'showing')
  await buyer.close()
})

test('a viewer whose link allows it keeps a copy: asked for, followed, downloaded; told to the desk, and over when the link is', async () => {
  const { titleId } = await aFilmToWatch()
  const desk = await deskOf('sales')
  await open(desk.page, '/en/desk/screenings')
  await desk.page.locator('#title').selectOption(titleId)
  await desk.page.locator('#name').fill('Mia Solberg')
  await desk.page.getByLabel('Mail address').fill('mia@kanal.example')
  assert.equal(await desk.page.getByLabel('Download').inputValue(), 'never')
  await desk.page.getByLabel('Download').selectOption({ label: 'A copy with their name in the picture' })
  await desk.page.getByRole('button', { name: 'Make it' }).click()
  const link = await desk.page.locator('#link').inputValue()
  await desk.page.getByText(/^Mia Solberg · .*may keep a marked copy/).waitFor()
  assert.deepEqual(await faultsOf(desk.page), [])

  const buyer = await openPage(rooms)
  const { page } = buyer
  await page.goto(link)
  await page
    .getByText('You may keep a copy of the film: your name, your mail address and the day move over its picture')
    .waitFor()
  await page.getByRole('button', { name: 'Watch' }).click()
  await until(page, 'the film comes', ({ readyState }) => readyState >= 3)
  const copy = page.getByRole('region', { name: 'A copy to keep' })
  /** The same page on every screen, for the same device. */
  const whole = async (words: Record<'en' | 'fr', string>) => {
    const storageState = await page.context().storageState()
    for (const { name, options, locale } of SCREENS) {
      const looking = await openPage(rooms, { ...options, storageState })
      await looking.page.goto(page.url().replace('/en/', `/${locale}/`))
      await looking.page.getByText(words[locale]).waitFor()
      assert.deepEqual(await faultsInBothLooks(looking.page), [], `${words[locale]} ${name}`)
      assert.deepEqual(looking.complaints, [], name)
      await looking.close()
    }
  }
  await whole({ en: 'It counts as one viewing. It is made for this browser alone.', fr: 'Elle compte pour un visionnage.' })
  await copy.getByLabel('Language').selectOption({ label: 'French' })
  await copy.getByLabel('Subtitles in the picture').selectOption({ label: 'English' })
  await copy.getByRole('button', { name: 'Make my copy' }).click()
  await copy.getByText('It waits to be made.').waitFor()
  await copy.getByRole('button', { name: 'Break off' }).click()
  await copy.getByText('It was broken off.').waitFor()
  await copy.getByRole('button', { name: 'Make it again' }).click()
  await copy.getByText('It waits to be made.').waitFor()
  await whole({ en: '0% done', fr: '0 % faits' })

  const work = { house: rooms.house, packaging: packagingInProcess(), log: createLog('silent'), atOnce: 1, tell: 100 }
  await sql`update master set failure = 'broken' where house_id = ${rooms.house.id} and report is null`.execute(rooms.database.db) // or they are looked at first
  const making = workOnce(work, 'worker', new AbortController().signal)
  // The page tells it by itself, and the film is not loaded anew for it.
  await page.evaluate(() => ((globalThis as unknown as { here: boolean }).here = true))
  await copy.getByRole('button', { name: /^Download \(/ }).waitFor({ timeout: 120_000 })
  await making
  assert.equal(await page.evaluate(() => (globalThis as unknown as { here: boolean }).here), true)
  await whole({ en: 'It is ready.', fr: 'Elle est prête.' })
  const coming = page.waitForEvent('download')
  await copy.getByRole('button', { name: /^Download \(/ }).click()
  const download = await coming
  assert.equal(download.suggestedFilename(), 'the-ferry-log.mp4')
  const kept = (await download.path())!
  const found = await describeFile(kept, 'mov')
  assert.deepEqual(found.streams.map(({ codec }) => codec), ['h264', 'aac']) // prettier-ignore
  assert.ok(Math.abs(found.seconds - 8) < 0.3)
  await page.reload()
  await copy.getByText(/^You first downloaded it on /).waitFor()
  // The other screens were the same viewing, and closed it.
  assert.deepEqual(buyer.complaints.filter((line) => !/status of 410/.test(line)), []) // prettier-ignore

  // Whoever else has the link has no copy; the desk sees who has.
  const other = await openPage(rooms)
  assert.equal((await other.page.request.get(`${page.url().split('#')[0]}/copy`)).status(), 404)
  await other.close()
  await open(desk.page, '/en/desk/screenings')
  await desk.page.getByRole('cell', { name: /^Downloaded a marked copy on / }).waitFor()
  assert.deepEqual(await faultsOf(desk.page), [])
  await open(desk.page, '/fr/desk/screenings')
  await desk.page.getByRole('cell', { name: /^A téléchargé une copie marquée le / }).waitFor()
  assert.deepEqual(await faultsOf(desk.page), [])
  await desk.page.getByRole('button', { name: 'Révoquer' }).first().click()
  await desk.page.getByText('Révoqué : le prochain segment est refusé.').waitFor()
  const [{ id }] = (await sql<{ id: string }>`select id from marked_copy where house_id = ${rooms.house.id}`.execute(rooms.database.db)).rows as [{ id: string }] // prettier-ignore
  assert.equal((await page.request.get(at(`/media/${id}/copy.mp4`))).status(), 410)
  await buyer.close()
  await desk.close()
})
