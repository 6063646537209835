/** The producer's room: what one sees there of one's own films, and that nobody sees anything of another producer's. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import type { BrowserContextOptions } from 'playwright-core'
import { cookiesOf, faultsInBothLooks, faultsOf, keepPicture, openPage, openRooms, SCREENS, type Rooms } from './rooms.ts'

const ROUTES = fileURLToPath(new URL('../src/routes/', import.meta.url)) + '[locale]/'
const SECRET = 'Zanzibar Secret Channel'
const SECRET_FILM = 'Unheard Of Lighthouse'

let rooms: Rooms
/** Ana's films, and of the other producer whatever has an id. */
const films = {} as Record<'mine' | 'theirs', string>
const theirs: string[] = []
const people = {} as Record<'ana' | 'ben' | 'editor', { cookie: string; userId: string }>

before(async () => {
  rooms = await openRooms()
  const { house } = rooms
  for (const [key, role] of [['ana', 'producer'], ['ben', 'producer'], ['editor', 'editor']] as const) {
    const email = `${key}@producers.example`
    const { id } = await house.addUser(SYSTEM, { name: `${key[0]!.toUpperCase()}${key.slice(1)} Quill`, email, role })
    people[key] = { userId: id, cookie: await cookiesOf(rooms, email) }
  } // prettier-ignore
  films.mine = rooms.ids['the-ferry-log']!
  films.theirs = (await house.createTitle(SYSTEM, { sheet: { ...emptySheet(SECRET_FILM), year: 2025 } })).id
  await house.assignProducer(SYSTEM, { id: films.mine, userIds: [people.ana.userId] })
  await house.assignProducer(SYSTEM, { id: films.theirs, userIds: [people.ben.userId] })
  for (const titleId of Object.values(films)) {
    const grant = { kind: 'grant', exclusive: true, party: 'The producer', territory: 'World', media: 'all', from: '2020-01-01', to: '2040-12-31' } // prettier-ignore
    await house.enterEntry(SYSTEM, { titleId, entry: grant, acceptWarnings: true, note: null, locale: 'en' })
  }
  const { producers } = await house.viewSettings(SYSTEM)
  await house.changeSettings(SYSTEM, { settings: { producers: { ...producers, offers: true, offerPrices: true, askers: true } } })

  // one deal over the films of both producers, one over the other's alone, and what follows from them
  const company = (await house.addCompany(SYSTEM, { company: { name: 'Modest Television', country: 'DE' } })).id
  const secret = (await house.addCompany(SYSTEM, { company: { name: SECRET } })).id
  const terms = (titleIds: string[], minor: number, territory: string) => ({
    currency: 'EUR',
    lines: titleIds.map((titleId, at) => ({ titleId, rights: { exclusive: at === 0, territory, media: 'free-tv', from: '2027-01-01', to: '2029-12-31' }, minor: at === 0 ? 120_000 : minor })),
    expires: '2026-12-31',
    payments: [{ share: 10_000, event: 'signature' as const, days: 30, day: null }],
  }) // prettier-ignore
  const offered = async (companyId: string, titleIds: string[], minor: number, territory: string) => {
    const deal = await house.openDeal(SYSTEM, { deal: { companyId, titleIds }, reader: 'en' })
    const draft = await house.draftOffer(SYSTEM, { dealId: deal.id, terms: terms(titleIds, minor, territory), reader: 'en' })
    const offer = await house.sendOffer(SYSTEM, { id: draft.id, revision: draft.revision, reader: 'en' })
    return { dealId: deal.id, offerId: offer.id }
  }
  const both = await offered(company, [films.mine, films.theirs], 7_654_321, 'Germany')
  const alone = await offered(secret, [films.theirs], 0, 'Poland')
  const sale = { kind: 'licence', exclusive: false, party: SECRET, territory: 'France', media: 'svod', from: '2026-06-01', to: '2028-12-31' } // prettier-ignore
  const sold = await house.enterEntry(SYSTEM, { titleId: films.theirs, entry: sale, acceptWarnings: true, note: null, locale: 'en' }) // prettier-ignore
  await house.enterEntry(SYSTEM, { titleId: films.mine, entry: { ...sale, party: 'Canale Modesto', territory: 'Italy, Singapore' }, acceptWarnings: true, note: null, locale: 'en' }) // prettier-ignore
  await house.enterEntry(SYSTEM, { titleId: films.mine, entry: { ...sale, exclusive: true, party: 'Old Channel', territory: 'Japan', media: 'free-tv', from: '2020-01-01', to: '2022-12-31' }, acceptWarnings: true, note: null, locale: 'en' }) // prettier-ignore
  await house.sendRequest(SYSTEM, { kind: 'screener', titleIds: [films.mine], name: 'Petra Private', email: 'petra@modest.example', company: 'Modest Television', message: null, locale: 'en' }) // prettier-ignore
  const ben = (await house.actorForUser(people.ben.userId))!
  const words = await house.proposeCorrection(ben, { id: films.theirs, text: `${SECRET} has it wrong` })
  theirs.push(films.theirs, both.dealId, both.offerId, alone.dealId, alone.offerId, secret, sold.id, words.id, people.ben.userId)
})
after(async () => {
  await rooms?.close()
})

async function roomOf(who: keyof typeof people, options: BrowserContextOptions = {}) {
  const opened = await openPage(rooms, options)
  const cookies = people[who].cookie.split('; ').map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), url: rooms.address })) // prettier-ignore
  await opened.page.context().addCookies(cookies)
  return opened
}

describe('a producer', () => {
  test('comes to their own films, sees how one fares, and where it is sold', async () => {
    const { page, complaints, close } = await roomOf('ana')
    await page.goto(`${rooms.address}/en/room`)
    await page.waitForURL('**/en/room/films')
    assert.deepEqual(await page.locator('.own-films h2').allTextContents(), ['The Ferry Log'])
    await page.getByRole('link', { name: 'The Ferry Log' }).click()
    await page.getByText('1 screener request').waitFor()
    await page.getByText('EUR 1,200.00').waitFor()
    const table = page.locator('#sold ~ table')
    assert.match(await table.innerText(), /Canale Modesto/)
    assert.equal(await page.locator('.sold-map path.sold-shared').count(), 1, 'Italy')
    assert.equal(await page.locator('.sold-map > svg circle.sold-shared').count(), 1, 'Singapore')
    await page.getByRole('link', { name: 'Television', exact: true }).click()
    await page.waitForURL('**?media=tv#sold')
    assert.equal(await page.locator('.sold-map path.sold-shared').count(), 0)
    assert.ok(!(await page.content()).includes(SECRET_FILM))
    assert.deepEqual(complaints, [])
    await close()
  })

  test('is shown from the door of the desk to their own room, and no further in', async () => {
    const { page, close } = await roomOf('ana')
    await page.goto(`${rooms.address}/fr/desk`)
    await page.waitForURL('**/fr/room/films?from=desk')
    await page.getByText('Voici votre espace').waitFor()
    assert.equal((await page.request.get(`${rooms.address}/fr/desk/titles/${films.mine}`)).status(), 403)
    await page.goto(`${rooms.address}/en/sign-in`)
    await page.waitForURL('**/en/room/films')
    await close()
  })

  for (const javaScriptEnabled of [true, false])
    test(`proposes a correction ${javaScriptEnabled ? 'with' : 'without'} script, the editor ticks it off, and the producer sees so`, async () => {
      const text = `The crossing closed in spring, ${javaScriptEnabled ? 'not' : 'certainly not'} in winter.`
      const { page, close } = await roomOf('ana', { javaScriptEnabled })
      await page.goto(`${rooms.address}/en/room/films/${films.mine}/sheet`)
      await page.locator('#which').selectOption({ label: 'Year' })
      await page.locator('#text').fill(text)
      await page.getByRole('button', { name: 'Send to the house' }).click()
      await page.waitForURL('**?done=proposed#yours')
      await page.getByText(`Year: ${text}`).waitFor()

      const desk = await roomOf('editor')
      await desk.page.goto(`${rooms.address}/en/desk`)
      await desk.page.getByText('corrections that producers propose').waitFor()
      await desk.page.goto(`${rooms.address}/en/desk/titles/${films.mine}`)
      await desk.page.locator('html[data-desk=ready]').waitFor()
      assert.deepEqual(await faultsOf(desk.page), [])
      await desk.page.locator('.corrections li', { hasText: text }).getByRole('button').click()
      await desk.page.locator('.corrections', { hasText: text }).waitFor({ state: 'detached' })
      assert.deepEqual(desk.complaints, [])
      await desk.close()

      await page.reload()
      await page.locator('aside li', { hasText: text }).getByText('Seen to').waitFor()
      await close()
    })

  test('the owner decides what producers are told', async () => {
    const { page, close } = await openPage(rooms)
    await page.goto((await rooms.signIn.linkForMember('owner@house.example', 'en'))!)
    await page.locator('form button').click()
    await page.waitForURL('**/en/desk')
    await page.goto(`${rooms.address}/en/desk/settings`)
    await page.locator('html[data-desk=ready]').waitFor()
    await page.getByRole('checkbox', { name: 'The price of what is offered' }).uncheck()
    await page.getByRole('button', { name: 'Save what producers are told' }).click()
    await page.locator('.said-note').waitFor()
    assert.equal((await rooms.house.viewSettings(SYSTEM)).producers.offerPrices, false)
    const view = await (await fetch(`${rooms.address}/en/room/films/${films.mine}`, { headers: { cookie: people.ana.cookie } })).text() // prettier-ignore
    assert.match(view, /Modest Television/)
    assert.doesNotMatch(view, /EUR.1,200/)
    await close()
    const { producers } = await rooms.house.viewSettings(SYSTEM)
    await rooms.house.changeSettings(SYSTEM, { settings: { producers: { ...producers, offerPrices: true } } })
  })
})

describe('another producer’s', () => {
  const SECRETS = [SECRET, SECRET_FILM, 'Ben Quill', 'ben@producers', '76,543', '76 543', '7654321', 'has it wrong']
  const places = [...new Set(readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^\(site\)\/(room|films)|^desk)(\/.*)?\/\+(page\.svelte|server\.ts)$/.test(path))
    .map((path) => path.replace(/^\(site\)\//, '').replace(/\/\+[\w.]+$/, '')))] // prettier-ignore
  const told = (path: string, text: string) => {
    for (const secret of SECRETS) assert.ok(!text.includes(secret), `${path} tells ${secret}`)
  }

  test('nothing is found by any address of the rooms or the desk, whichever ids are put into it', async () => {
    assert.ok(places.filter((place) => place.startsWith('room/films')).length === 3 && places.length > 50, places.join())
    for (const place of places)
      for (const id of place.includes('[') ? theirs : ['']) {
        const path = place.replaceAll(/\[(\w+)\]/g, (_, name: string) => (name === 'format' ? 'pdf' : name === 'file' && place.endsWith('.pdf') ? 'paper' : id)) // prettier-ignore
        const answer = await fetch(`${rooms.address}/en/${path}`, { headers: { cookie: people.ana.cookie }, redirect: 'manual' })
        const text = await answer.text()
        const open = !place.includes('[') && /^(room|room\/films|films)$/.test(place)
        assert.ok(open ? [200, 303].includes(answer.status) : [303, 403, 404, 405].includes(answer.status), `${path}: ${answer.status}`) // prettier-ignore
        told(path, text)
      }
  })

  test('nothing is changed by a form whose id was edited, nor told by the API', async () => {
    const { cookie } = people.ana
    const answer = await fetch(`${rooms.address}/en/room/films/${films.theirs}/sheet?/propose`, { method: 'POST', redirect: 'manual', headers: { cookie, origin: rooms.address, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }, body: 'text=Mine+now' }) // prettier-ignore
    assert.equal(answer.status, 404)
    told('propose', await answer.text())
    const spec = (await (await fetch(`${rooms.address}/api/v1/openapi.json`)).json()) as { paths: Record<string, Record<string, unknown>> } // prettier-ignore
    const asked = Object.entries(spec.paths).filter(([, methods]) => 'get' in methods)
    assert.ok(asked.some(([path]) => path.endsWith('/own-films/{id}')) && asked.length > 30)
    for (const [path] of asked)
      for (const id of path.includes('{') ? theirs : ['']) {
        const address = `${rooms.address}${path.startsWith('/api') ? '' : '/api/v1'}${path.replaceAll(/\{\w+\}/g, id)}`
        told(path, await (await fetch(address, { headers: { cookie } })).text())
      }
    assert.equal((await rooms.house.listCorrections(SYSTEM, { titleId: films.theirs })).length, 1)
  })

  test('a stranger is led to the sign-in page, and somebody of the house has no business here', async () => {
    const stranger = await fetch(`${rooms.address}/en/room/films/${films.mine}`, { redirect: 'manual' })
    assert.deepEqual([stranger.status, stranger.headers.get('location')], [303, `/en/sign-in?next=${encodeURIComponent(`/en/room/films/${films.mine}`)}`]) // prettier-ignore
    const editor = await fetch(`${rooms.address}/en/room/films/${films.mine}`, { headers: { cookie: people.editor.cookie } })
    assert.equal(editor.status, 403)
  })
})

describe('every page of the producer’s room', () => {
  for (const { name, locale, options } of SCREENS)
    test(name, async () => {
      const { page, complaints, close } = await roomOf('ana', options)
      for (const path of ['', `/${films.mine}`, `/${films.mine}/sheet`]) {
        await page.goto(`${rooms.address}/${locale}/room/films${path}`)
        await keepPicture(page, `producer-room-${name.replaceAll(' ', '-')}${path === '' ? '' : path.endsWith('sheet') ? '_sheet' : '_film'}`) // prettier-ignore
        assert.deepEqual(await faultsInBothLooks(page), [], path)
      }
      assert.deepEqual(complaints, [])
      await close()
    })
})
