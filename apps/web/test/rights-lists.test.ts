/** Lists of availabilities, and what the book says is coming: sent at the desk, read by a stranger, subscribed to by a calendar. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { axe, faultsInBothLooks, keepPicture, openPage, openRooms, SCREENS, sessionOf, type Rooms } from './rooms.ts'

const QUESTION = 't=France&m=free-tv&from=2027-01-01&to=2028-12-31&x=1'

let rooms: Rooms
let state: Exclude<BrowserContextOptions['storageState'], string | undefined>
const film = (slug: string) => rooms.ids[slug]!
const ends = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)

before(async () => {
  rooms = await openRooms()
  for (const slug of ['the-ferry-log', 'winter-station-01'])
    await rooms.house.enterEntry(SYSTEM, { titleId: film(slug), entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01', to: '2035-12-31', party: 'Lantern & Oar' }, locale: 'en' }) // prettier-ignore
  await rooms.house.enterEntry(SYSTEM, { titleId: film('winter-station-02'), entry: { kind: 'grant', exclusive: true, territory: 'Spain', media: 'all', from: '2020-01-01', to: ends, party: 'Estudio Norte' }, locale: 'en' }) // prettier-ignore
  await rooms.house.enterEntry(SYSTEM, { titleId: film('the-ferry-log'), entry: { kind: 'option', exclusive: true, territory: 'Poland', media: 'free-tv', from: '2029-02-01', to: '2029-03-31', expires: ends, party: 'TV Wisła' }, locale: 'en' }) // prettier-ignore
  state = await sessionOf(rooms, 'owner@house.example')
})
after(async () => {
  await rooms?.close()
})
const at = (path: string) => rooms.address + path
/** Letters leave a few seconds after what they tell of. */
async function letterTo(email: string) {
  for (let tries = 0; tries < 100; tries++) {
    const found = (await rooms.site.outbox(SYSTEM))?.find(({ to }) => to === email)
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return undefined
}
async function open(page: Page, path: string) {
  await page.goto(at(path))
  await page.waitForFunction(() => document.documentElement.dataset['desk'] === 'ready')
}
const send = (toName: string, locale: 'en' | 'fr' = 'en') =>
  rooms.house.sendAvailabilities(SYSTEM, {
    question: { territory: 'France', media: 'free-tv', from: '2027-01-01', to: '2028-12-31', exclusive: true },
    titleIds: ['the-ferry-log', 'winter-station-01', 'nothing-but-a-title'].map(film),
    toName,
    toCompany: 'Canal Nord',
    message: 'As we said on the phone.\n\nWrite to me.',
    locale,
  })

test('a list is sent from the question, its receiver reads it without script, and the desk knows', async () => {
  const { page, complaints, close } = await openPage(rooms, { storageState: state })
  await open(page, `/en/desk/rights/lists/new?${QUESTION}&title=${film('the-ferry-log')}&title=${film('winter-station-01')}`)
  await page.getByLabel('Name', { exact: true }).fill('Ada')
  await page.getByLabel('E-mail').fill('ada@canal.example')
  await page.getByLabel('A few words').fill('As agreed.')
  await page.locator(`input[value="${film('winter-station-01')}"]`).uncheck()
  await page.getByRole('button', { name: 'Send the list' }).click()
  await page.getByText('The list for Ada is ready.').waitFor()
  const link = await page.locator('#list-link').innerText()
  const letter = await letterTo('ada@canal.example')
  assert.ok(letter?.text.includes(link) && letter.text.includes('As agreed.'), JSON.stringify(letter))

  const stranger = await openPage(rooms, { javaScriptEnabled: false })
  const response = await stranger.page.goto(link.replace(/^https?:\/\/[^/]+/, rooms.address))
  assert.match(response!.headers()['cache-control']!, /private/)
  assert.match(response!.headers()['x-robots-tag']!, /noindex/)
  const text = await stranger.page.locator('main').innerText()
  assert.ok(text.includes('For Ada') && text.includes('The Ferry Log') && !text.includes('Winter Station'), text)
  for (const [file, type] of Object.entries({
    'list.csv': 'text/csv',
    'list.xlsx': 'application/vnd',
  })) {
    const got = await fetch(`${stranger.page.url()}/${file}`)
    assert.ok(got.headers.get('content-type')?.startsWith(type), `${file}: ${got.headers.get('content-type')}`)
  }
  assert.equal((await fetch(`${stranger.page.url()}/print-a5.pdf`)).status, 404)
  await stranger.close()
  await open(page, '/en/desk/rights/lists')
  const row = page.locator('tr', { hasText: 'Ada' })
  assert.ok((await row.innerText()).includes('Still true') && !(await row.innerText()).includes('not yet'), await row.innerText())
  assert.deepEqual(complaints, [])
  await close()
})

test('a list without a name or a film says so and keeps what was typed', async () => {
  const { page, close } = await openPage(rooms, { storageState: state, javaScriptEnabled: false })
  await page.goto(at(`/en/desk/rights/lists/new?${QUESTION}&title=${film('the-ferry-log')}`))
  await page.getByLabel('Name', { exact: true }).fill('Bo')
  await page.getByLabel('Company', { exact: true }).fill('Nord')
  await page.locator('input[name=title]').uncheck()
  await page.getByRole('button', { name: 'Send the list' }).click()
  await page.getByText('A list needs a film at least.').waitFor()
  assert.equal(await page.getByLabel('Company', { exact: true }).inputValue(), 'Nord')
  await close()
})

test('what the book no longer says comes first, with the entry behind it; a recalled link ends', async () => {
  const { id, token } = await send('Cleo')
  await send('Dora')
  await rooms.house.enterEntry(SYSTEM, { titleId: film('winter-station-01'), entry: { kind: 'licence', exclusive: true, territory: 'France', media: 'free-tv', from: '2027-01-01', to: '2027-12-31', party: 'Canal Sud' }, locale: 'en' }) // prettier-ignore
  const { page, complaints, close } = await openPage(rooms, { storageState: state })
  await open(page, '/en/desk/rights/lists')
  assert.ok((await page.locator('tbody tr').first().innerText()).includes('No longer true'))
  await open(page, `/en/desk/rights/lists/${id}`)
  await page.getByText('The book has changed under 1 film.').waitFor()
  const change = await page.locator('.list-change').innerText()
  assert.ok(change.includes('Winter Station 01') && change.includes('Canal Sud') && change.includes('Not available'), change)
  const anew = (await page.getByRole('link', { name: 'Send it anew' }).getAttribute('href'))!
  await page.getByText('End the link', { exact: true }).click()
  await page.getByRole('button', { name: 'End it now' }).click()
  await page.getByText('Nobody can open this list any more.').waitFor()
  assert.equal((await fetch(at(`/en/availabilities/${token}`))).status, 404)
  assert.equal((await fetch(at(`/en/availabilities/${token}/list.csv`))).status, 404)
  await open(page, anew)
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Cleo')
  assert.ok((await page.locator('.send-list').innerText()).includes('In part'))
  assert.deepEqual(complaints, [])
  await close()
})

test('a French list is read in French whatever the address says', async () => {
  const { token } = await send('Élise', 'fr')
  const got = await fetch(at(`/en/availabilities/${token}`))
  assert.ok(got.url.endsWith(`/fr/availabilities/${token}`))
  assert.ok((await got.text()).includes('Pour Élise, Canal Nord'))
})

test('what is coming stands by month, and a calendar finds it at an address that a new one ends', async () => {
  const { page, complaints, close } = await openPage(rooms, { storageState: state })
  await open(page, '/en/desk/rights/watch?months=3')
  const row = page.locator('tr', { hasText: 'Estudio Norte' })
  assert.ok(
    (await row.innerText()).includes('Our rights end') && (await row.innerText()).includes('Winter Station 02'),
    await row.innerText(),
  )
  const addresses: string[] = []
  for (let i = 0; i < 2; i++) {
    await page.getByRole('button', { name: 'Make an address' }).click()
    await page.waitForFunction(
      (known) => (document.querySelector('#calendar-address')?.textContent ?? known) !== known,
      addresses[0] ?? '',
    )
    addresses.push(await page.locator('#calendar-address').innerText())
  }
  const [old, fresh] = addresses.map((address) => address.replace(/^https?:\/\/[^/]+/, rooms.address)) as [string, string]
  assert.equal((await fetch(old)).status, 404)
  const feed = await fetch(fresh)
  assert.equal(feed.status, 200)
  assert.match(feed.headers.get('content-type')!, /^text\/calendar/)
  assert.match(feed.headers.get('cache-control')!, /private/)
  assert.ok((await feed.text()).includes(`DTSTART;VALUE=DATE:${ends.replaceAll('-', '')}`))
  assert.deepEqual(complaints, [])
  await close()
})

test('a buyer sees on a film’s page what can be had for their own territories, and a stranger never does', async () => {
  const path = '/en/films/winter-station-02'
  const stranger = async () => (await fetch(at(path))).text()
  await rooms.house.addUser(SYSTEM, { name: 'Bea', email: 'bea@buyer.example', role: 'buyer' })
  const { page, complaints, close } = await openPage(rooms)
  await page.goto((await rooms.signIn.linkForMember('bea@buyer.example', 'en'))!)
  await page.locator('form button').click()
  await page.waitForURL('**/en/room')
  await page.goto(at(path))
  assert.equal(await page.locator('#availability').count(), 0)
  await rooms.house.changeSettings(SYSTEM, { settings: { publicAvailability: true } })
  const response = await page.goto(at(path))
  assert.match(response!.headers()['cache-control']!, /private/)
  await page.getByText('Your territories and media').click()
  await page.locator('#had-territory').fill('Spain')
  await page.locator('#had-media').fill('SVOD')
  await page.getByRole('button', { name: 'Show for these' }).click()
  await page.waitForURL('**#availability')
  const had = await page.locator('#availability').innerText()
  assert.ok(had.includes('Spain') && had.includes('Part of it can be had.') && !had.includes('Estudio Norte'), had)
  assert.deepEqual(await axe(page), [])
  await page.goto(at('/en/films/the-ferry-log'))
  assert.ok((await page.locator('#availability').innerText()).includes('Spain'))
  await page.getByText('Your territories and media').click()
  await page.locator('#had-territory').fill('Atlantis')
  await page.getByRole('button', { name: 'Show for these' }).click()
  await page.getByText('These words were not understood').waitFor()
  for (let i = 0; i < 3; i++) assert.ok(!(await stranger()).includes('id="availability"'))
  assert.deepEqual(complaints, [])
  await close()
  await rooms.house.changeSettings(SYSTEM, { settings: { publicAvailability: false } })
})

test('a webhook is tested, moved, switched off and on, given a new secret and ended, with what it was sent beside it', async () => {
  const { webhook } = await rooms.house.addWebhook(SYSTEM, { url: 'https://program.example/in' })
  const { page, complaints, close } = await openPage(rooms, { storageState: state })
  await open(page, '/en/desk/webhooks')
  await page.getByRole('link', { name: 'https://program.example/in' }).click()
  await page.getByRole('button', { name: 'Send a test' }).click()
  await page.getByText('The test is on its way').waitFor()
  const row = page.locator('tbody tr').first()
  assert.match(await row.innerText(), /Test\s+waits\s+0\s+not tried yet/)
  // whether a server has tried it meanwhile or not: it is given up now
  const [due] = (await rooms.house.listDeliveries(SYSTEM, { id: webhook.id })).items
  await rooms.house.noteDelivery(SYSTEM, { id: due!.id, attempts: 6, taken: false, status: '503' })
  await open(page, `/en/desk/webhooks/${webhook.id}`)
  assert.match(await row.innerText(), /Test\s+given up\s+\d\s+503/)
  await page.getByLabel('Web address').fill('ftp://program.example')
  await page.getByRole('button', { name: 'Save the address' }).click()
  await page.locator('#hook-wrong').waitFor()
  assert.equal(await page.getByLabel('Web address').inputValue(), 'ftp://program.example')
  await page.getByLabel('Web address').fill('https://program.example/other')
  await page.getByRole('button', { name: 'Save the address' }).click()
  await page.getByText('told at the new address').waitFor()
  assert.equal(await page.locator('h1').innerText(), 'https://program.example/other')
  await page.getByRole('button', { name: 'Switch off' }).click()
  await page.getByText('Switched off.').waitFor()
  await page.getByRole('button', { name: 'Switch on again' }).click()
  await page.getByText('Switched on.').waitFor()
  await page.getByRole('button', { name: 'Make a new secret' }).click()
  await page.locator('#secret').waitFor()
  await page.getByText('signed with the old secret too').waitFor()
  await page.getByText('End this webhook').click()
  await page.getByRole('button', { name: 'End it now' }).click()
  await page.getByText('Ended.', { exact: true }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Send a test' }).count(), 0)
  assert.equal((await page.goto(at('/en/desk/webhooks/none')))!.status(), 404)
  assert.deepEqual(complaints.filter((words) => !words.includes('422') && !words.includes('404')), []) // prettier-ignore
  await close()
})

for (const { name, locale, options } of SCREENS)
  test(`${name}: axe finds nothing in the light and in the dark, nothing is wider than the screen, the browser complains of nothing`, async () => {
    const { id, token } = await send('Fay')
    const hook = (await rooms.house.addWebhook(SYSTEM, { url: 'https://program.example/told/of/changes' })).webhook.id
    for (let n = 0; n < 3; n++) await rooms.house.testWebhook(SYSTEM, { id: hook })
    const { page, complaints, close } = await openPage(rooms, { ...options, storageState: state })
    for (const path of [
      '/desk/webhooks',
      `/desk/webhooks/${hook}`,
      `/desk/rights/lists/new?${QUESTION}&title=${film('the-ferry-log')}&title=${film('winter-station-01')}`,
      '/desk/rights/lists',
      `/desk/rights/lists/${id}`,
      '/desk/rights/watch?months=12',
      `/availabilities/${token}`,
    ]) {
      await page.goto(at(`/${locale}${path}`))
      await keepPicture(page, `${name}-${path.split('?')[0]!.replaceAll('/', '_').slice(0, 30)}`)
      assert.deepEqual(await faultsInBothLooks(page), [], path)
    }
    assert.deepEqual(complaints, [])
    await close()
  })
