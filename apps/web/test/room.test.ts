/** The buyers' room: what one may do there, with and without script, and that nobody sees anything of another company's. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { SYSTEM, type OfferView } from '@vitrine/house'
import { signDeal } from '@vitrine/house/testing/signed-deal'
import { sql } from 'kysely'
import type { BrowserContextOptions } from 'playwright-core'
import { cookiesOf, faultsInBothLooks, keepPicture, openPage, openRooms, SCREENS, type Rooms } from './rooms.ts'

const ROUTES = fileURLToPath(new URL('../src/routes/', import.meta.url)) + '[locale]/'
const SECRET = 'Zanzibar Secret Channel'
const PRICE = 7_654_321

let rooms: Rooms
/** What the browser of somebody of the house sends. */
let agent: string
/** Of the first company: whatever of a signed sale has an id. */
const followed: string[] = []
const seller = { name: 'Lantern SARL', street: ['12 rue des Halles'], postcode: '75001', city: 'Paris', country: 'FR', vatId: 'FR40303265045', registration: '303265045', email: null, iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', bank: null } // prettier-ignore
const people: Record<'lead' | 'colleague' | 'other', { email: string; cookie: string; company: string; userId: string }> =
  {} as never

before(async () => {
  rooms = await openRooms()
  const { house } = rooms
  const signed = await signDeal(rooms, {
    name: 'Salt',
    company: SECRET,
    lines: [{ title: 'Salt', minor: PRICE, materials: [{ kind: 'stills', detail: null, days: 10 }] }],
    payments: [{ share: 10_000, event: 'signature', days: 0, day: null }],
  })
  const a = signed.companyId
  const b = (await house.addCompany(SYSTEM, { company: { name: 'Modest Television' } })).id
  for (const [key, company, name, companyRole] of [
    ['lead', a, 'Ana Nowak', 'lead'],
    ['colleague', a, 'Ben Colleague', 'colleague'],
    ['other', b, 'Olga Other', 'lead'],
  ] as const) {
    // prettier-ignore
    const email = `${key}@buyers.example`
    const contactId = (await house.addContact(SYSTEM, { contact: { name, companyId: company, email } })).id
    const { seats } = await house.seatBuyer(SYSTEM, { seat: { contactId, companyRole } })
    people[key] = { email, company, cookie: '', userId: seats.find((seat) => seat.email === email)!.userId }
    people[key].cookie = await cookiesOf(rooms, email)
  }
  await follow(signed.dealId)
  agent = await cookiesOf(rooms, 'owner@house.example')
})

/** What comes after a signature, each of it with an address in the first company's room: something delivered, an invoice, a contract to sign. */
async function follow(dealId: string): Promise<void> {
  const { house } = rooms
  const { items } = await house.viewDeliverables(SYSTEM, { dealId })
  const bytes = new TextEncoder().encode('Twelve stills')
  const file = await house.addDeliverableFile(SYSTEM, { id: items[0]!.id, fileName: 'stills.txt', bytes })
  const { id, revision } = (await house.viewDeliverables(SYSTEM, { dealId })).items.find((one) => one.id === items[0]!.id)!
  await house.stepDeliverables(SYSTEM, { dealId, items: [{ id, revision }], to: 'sent' }) // a buyer sees what was sent, and no file before
  await house.changeAccounts(SYSTEM, { accounts: { seller } })
  await house.changeBilling(SYSTEM, { companyId: people.lead.company, billing: { name: SECRET, street: [], postcode: null, city: null, country: 'PL', vatId: 'PL5260001246', registration: null, email: null, buyerReference: null } }) // prettier-ignore
  const { instalments } = await house.viewMoney(SYSTEM, { dealId })
  const invoice = await house.issueInvoice(SYSTEM, { dealId, instalmentIds: instalments.map(({ id }) => id) })
  const agreed = await offered()
  await house.acceptOffer(SYSTEM, { id: agreed.id, reader: 'en' })
  const drawn = await house.draftPaper(SYSTEM, { dealId: agreed.dealId, kind: 'contract' })
  const done = await house.submitPaper(SYSTEM, { id: drawn.id, baseRevision: drawn.revision })
  const contactId = done.signatories[0]!.id
  const paper = await house.sendPaper(SYSTEM, { id: done.id, baseRevision: done.revision, contactId })
  followed.push(dealId, agreed.dealId, paper.id, invoice.row.id, items[0]!.id, file.id)
}
after(async () => {
  await rooms?.close()
})

/** An offer that waits for the lead's answer; each of a film of its own, as one holds its rights from the others. */
let offers = 0
async function offered(): Promise<OfferView> {
  const { house } = rooms
  const titleId = rooms.ids[`winter-station-${String(++offers).padStart(2, '0')}`]!
  const grant = { kind: 'grant', exclusive: true, party: 'The producer', territory: 'Europe', media: 'free-tv, svod', from: '2026-01-01', to: '2040-12-31' } // prettier-ignore
  await house.enterEntry(SYSTEM, { titleId, entry: grant, acceptWarnings: true, note: null, locale: 'en' })
  const deal = await house.openDeal(SYSTEM, { deal: { companyId: people.lead.company, titleIds: [titleId] }, reader: 'en' })
  const rights = { exclusive: false, territory: 'Germany', media: 'free-tv', from: '2027-01-01', to: '2029-12-31' }
  const terms = { currency: 'EUR', lines: [{ titleId, rights, minor: PRICE }], expires: '2026-12-31', payments: [{ share: 10_000, event: 'signature' as const, days: 30, day: null }] } // prettier-ignore
  const draft = await house.draftOffer(SYSTEM, { dealId: deal.id, terms, message: 'A word to you', reader: 'en' })
  return house.sendOffer(SYSTEM, { id: draft.id, revision: draft.revision, reader: 'en' })
}

async function roomOf(who: keyof typeof people, options: BrowserContextOptions = {}) {
  const opened = await openPage(rooms, options)
  const cookies = people[who].cookie.split('; ').map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), url: rooms.address })) // prettier-ignore
  await opened.page.context().addCookies(cookies)
  return opened
}
const stateOf = async (id: string) => (await rooms.house.viewOffer(SYSTEM, { id, reader: 'en' })).state

describe('a paper in the room', () => {
  test('whom it waits for by name opens the page to sign from home, without script too; a colleague and another company cannot', async () => {
    const mine = async (who: keyof typeof people) => (await rooms.house.listPapers((await rooms.house.actorForUser(people[who].userId))!, {})).items.filter((paper) => paper.mine) // prettier-ignore
    const signatory = (await mine('lead')).length > 0 ? 'lead' : 'colleague'
    const [paper] = await mine(signatory)
    for (const who of (['lead', 'colleague', 'other'] as const).filter((one) => one !== signatory)) {
      const { page, close } = await roomOf(who)
      for (const path of ['room', 'room/papers']) {
        await page.goto(`${rooms.address}/en/${path}`)
        assert.equal(await page.getByRole('button', { name: /^Read and sign/ }).count(), 0, `${who} ${path}`)
      }
      await close()
    }
    const { page, complaints, close } = await roomOf(signatory, { javaScriptEnabled: false })
    await page.goto(`${rooms.address}/en/room`)
    await page.getByRole('button', { name: `Read and sign ${paper!.reference}` }).click()
    await page.waitForURL('**/en/sign/*')
    await page.getByRole('button', { name: 'Send me a code' }).waitFor()
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('an offer in the room', () => {
  for (const javaScriptEnabled of [true, false])
    test(`is accepted, declined, answered with other terms and taken back ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      const { page, complaints, close } = await roomOf('lead', { javaScriptEnabled })
      const one = await offered()
      await page.goto(`${rooms.address}/en/room`)
      await page.locator(`a.button[href$="/offers/${one.id}"]`).click()
      await page.getByRole('checkbox').first().check()
      await page.getByRole('button', { name: 'Accept this offer' }).click()
      await page.waitForURL('**?done=accepted')
      assert.equal(await stateOf(one.id), 'accepted')
      assert.equal(await page.getByRole('button', { name: 'Accept this offer' }).count(), 0)

      const two = await offered()
      await page.goto(`${rooms.address}/en/room/offers/${two.id}`)
      await page.locator('summary', { hasText: 'Decline' }).click()
      await page.getByRole('button', { name: 'Decline' }).click()
      await page.waitForURL('**?done=declined')
      assert.equal(await stateOf(two.id), 'declined')
      await page.getByRole('button', { name: 'Take it back' }).click()
      await page.waitForURL('**?done=undone')
      assert.equal(await stateOf(two.id), 'live')
      await page.locator('summary', { hasText: 'Decline' }).waitFor()

      const three = await offered()
      await page.goto(`${rooms.address}/en/room/offers/${three.id}`)
      await page.locator('summary', { hasText: 'other terms' }).click()
      await page.locator('#price-0').fill('lots')
      await page.getByRole('button', { name: 'Send this to the house' }).click()
      await page.getByText('This is no amount').waitFor()
      assert.equal(await stateOf(three.id), 'live')
      await page.locator('#price-0').fill('60 000,50')
      await page.locator('#c-territory').fill('Germany, Austria')
      await page.locator('#c-words').fill('Sixty at most.\nAnd Austria?')
      await page.getByRole('button', { name: 'Send this to the house' }).click()
      await page.waitForURL('**?done=countered')
      assert.equal(await stateOf(three.id), 'countered')
      const { offers } = await rooms.house.viewDeal(SYSTEM, { id: three.dealId, reader: 'en' })
      assert.deepEqual([offers[0]!.side, offers[0]!.totalMinor, offers[0]!.terms.lines[0]!.rights.boxes[0]!.territories], ['buyer', 6_000_050, ['AT', 'DE']]) // prettier-ignore
      assert.equal(new URL(page.url()).pathname, `/en/room/offers/${offers[0]!.id}`, 'what they have sent stands before them')
      assert.match(await page.locator('.room-said').innerText(), /at most\.\nAnd/, 'line by line, as it was typed')
      const desk = await fetch(`${rooms.address}/en/desk/deals/${three.dealId}`, { headers: { cookie: agent } })
      assert.match(await desk.text(), /they offer EUR.60,000\.50/, 'the house sees the price on the table')
      const answer = await fetch(`${rooms.address}/en/desk/deals/${three.dealId}/offers/draft?from=${offers[0]!.id}`, {
        headers: { cookie: agent },
      })
      const written = await answer.text()
      assert.match(written, /What [^<]+ wrote<[^]{0,60}Sixty at most/, 'their words stand above what is answered')
      assert.doesNotMatch(written, /<textarea id="message"[^>]*>[^<]*Sixty/, 'and are not sent back to them')
      await page.getByRole('button', { name: 'Take your counter-offer back' }).click()
      await page.waitForURL('**?done=withdrawn')
      assert.equal(await stateOf(offers[0]!.id), 'withdrawn')
      assert.deepEqual(
        complaints.filter((one) => !one.includes('status of 422')),
        [],
      ) // the amount that was none

      await close()
    })

  test('an answer that comes too late says so and changes nothing', async () => {
    const offer = await offered()
    await rooms.house.withdrawOffer(SYSTEM, { id: offer.id, note: 'The festival took it.', reader: 'en' })
    const said = await send(`room/offers/${offer.id}?/accept`, { sure: 'yes' }, people.lead.cookie)
    assert.equal(said.status, 409)
    assert.match(said.text, /Too late/)
    assert.match(said.text, /Our answer<\/h2>\s*<p[^>]*>The festival took it\./, 'who took it back says why, and nobody else')
    assert.equal(await stateOf(offer.id), 'withdrawn')
    for (const [action, form] of [
      ['counter', { 'price-0': '1' }],
      ['decline', {}],
      ['accept', { sure: 'yes' }],
    ] as const) {
      const { text } = await send(`room/offers/${offer.id}?/${action}`, { ...form, words: 'We thought long about it.' }, people.lead.cookie) // prettier-ignore
      assert.match(
        text,
        /What you wrote, which was not sent<\/h2>\s*<p[^>]*>We thought long about it\./,
        `${action}: what they wrote is theirs to take along`,
      )
    }
  })

  test('what was typed into a form that was refused stands in that form, and in no other', async () => {
    const offer = await offered()
    const { text } = await send(`room/offers/${offer.id}?/accept`, { words: 'Gladly.' }, people.lead.cookie)
    assert.match(text, /Tick that you accept/)
    assert.match(text, /<textarea id="accept-words"[^>]*>Gladly\.</)
    assert.doesNotMatch(text, /<textarea id="[cd]-words"[^>]*>Gladly/)
    assert.doesNotMatch(text, /What you wrote, which was not sent/)
    await rooms.house.withdrawOffer(SYSTEM, { id: offer.id, reader: 'en' })
  })

  test('a colleague looks and binds nobody', async () => {
    const offer = await offered()
    const { page, close } = await roomOf('colleague')
    await page.goto(`${rooms.address}/en/room/offers/${offer.id}`)
    await page.getByText('You look along here').first().waitFor()
    assert.equal(await page.locator('form[method="POST"][action^="?/"]').count(), 0)
    await close()
    for (const [action, form] of [
      ['accept', { sure: 'yes' }],
      ['decline', {}],
      ['counter', { 'price-0': '1' }],
      ['withdraw', {}],
    ] as const)
      // prettier-ignore
      assert.equal((await send(`room/offers/${offer.id}?/${action}`, form, people.colleague.cookie)).status, 403, action)
    assert.equal((await send('room/people?/seat', { name: 'X', email: 'x@x.example' }, people.colleague.cookie)).status, 403)
    assert.equal(await stateOf(offer.id), 'live')
    await rooms.house.withdrawOffer(SYSTEM, { id: offer.id, reader: 'en' })
  })
})

async function send(path: string, form: Record<string, string>, cookie: string) {
  const answer = await fetch(`${rooms.address}/en/${path}`, { method: 'POST', redirect: 'manual', headers: { cookie, origin: rooms.address, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }, body: new URLSearchParams(form).toString() }) // prettier-ignore
  return { status: answer.status, text: await answer.text() }
}

describe('another company’s', () => {
  /** Every page and file of the room and of the desk, as the files have them. */
  const places = [...new Set(readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^\(site\)\/room|^desk)(\/.*)?\/\+(page\.svelte|server\.ts)$/.test(path))
    .map((path) => path.replace(/^\(site\)\//, '').replace(/\/\+[\w.]+$/, '')))] // prettier-ignore

  test('nothing is found by any address of the room or the desk, whichever ids are put into it', async () => {
    assert.ok(places.filter((place) => place.startsWith('room')).length >= 10 && places.length > 40, places.join())
    const offer = await offered()
    const ids = [offer.id, offer.dealId, people.lead.company, people.lead.userId, ...followed]
    assert.equal(ids.length, 10)
    const { cookie } = people.other
    for (const place of places)
      for (const id of place.includes('[') ? ids : ['']) {
        const path = place.replaceAll(/\[(\w+)\]/g, (_, name: string) => (name === 'format' || name === 'file' ? (place.endsWith('.pdf') ? 'paper' : name === 'format' ? 'pdf' : id) : id)) // prettier-ignore
        const answer = await fetch(`${rooms.address}/en/${path}`, { headers: { cookie }, redirect: 'manual' })
        const text = await answer.text()
        const own = place.startsWith('room') && !place.startsWith('room/films') && !place.includes('[')
        assert.ok(own ? answer.status === 200 : place === 'desk' ? answer.headers.get('location') === '/en/room?from=desk' : [403, 404, 405].includes(answer.status), `${path}: ${answer.status}`) // prettier-ignore
        for (const secret of [SECRET, 'Ana Nowak', 'lead@buyers', offer.id, people.lead.company, '76,543', '76543'])
          assert.ok(!text.includes(secret) || path.includes(secret), `${path} tells ${secret}`)
      }
    assert.equal(await stateOf(offer.id), 'live')
  })

  test('nothing is changed by a form whose ids were edited, nor by the API', async () => {
    const offer = await offered()
    const { cookie } = people.other
    const forms: Record<string, Record<string, string>> = {
      'room/offers/[id]?/accept': { sure: 'yes' },
      'room/offers/[id]?/decline': {},
      'room/offers/[id]?/withdraw': {},
      'room/offers/[id]?/counter': { 'price-0': '1' },
      'room/offers/[id]?/undo': {},
      'room/people?/unseat': { id: people.lead.userId },
      'room/deliverables?/answer': { id: offer.id, revision: '1', answer: 'accepted' },
      'room/films/[id]/sheet?/propose': { text: 'x' },
      'room/papers?/sign': { id: offer.id },
    }
    const actions = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.startsWith('(site)/room/') && path.endsWith('+page.server.ts'))
      .flatMap((path) => [...readFileSync(`${ROUTES}/${path}`, 'utf8').matchAll(/^ {2}(\w+): async \(/gm)].map(([, name]) => `${path.slice('(site)/'.length, -'/+page.server.ts'.length)}?/${name}`)) // prettier-ignore
    // Somebody is seated in one's own company: there is no id to edit.
    assert.deepEqual(actions.filter((action) => action !== 'room/people?/seat').toSorted(), Object.keys(forms).toSorted())
    for (const [action, form] of Object.entries(forms)) {
      const path = action.replace('[id]', action.startsWith('room/films') ? followed[0]! : offer.id)
      const { status, text } = await send(path, form, cookie)
      assert.ok(status === 404 || (status === 403 && action.startsWith('room/films')), `${path}: ${status}`)
      assert.ok(!text.includes(SECRET) && !text.includes('Ana Nowak'), path)
    }
    const spec = (await (await fetch(`${rooms.address}/api/v1/openapi.json`)).json()) as { paths: Record<string, Record<string, unknown>> } // prettier-ignore
    const asked = Object.entries(spec.paths).filter(([, methods]) => 'get' in methods)
    assert.ok(asked.length > 30, String(asked.length))
    for (const [path] of asked)
      for (const id of path.includes('{') ? [offer.id, offer.dealId, people.lead.company, ...followed] : ['']) {
        const answer = await fetch(`${rooms.address}${path.startsWith('/api') ? '' : '/api/v1'}${path.replaceAll(/\{\w+\}/g, id)}`, { headers: { cookie } }) // prettier-ignore
        const text = await answer.text()
        for (const secret of [SECRET, 'Ana Nowak', 'lead@buyers', '7654321'])
          assert.ok(!text.includes(secret), `${path} tells ${secret}`)
      }
    assert.equal(await stateOf(offer.id), 'live')
    assert.equal((await rooms.house.listSeats(SYSTEM, { companyId: people.lead.company })).seats.length, 2)
  })

  test('the same addresses open for the company whose they are', async () => {
    const [, , paper, invoice, deliverable, file] = followed
    for (const path of [`papers/${paper}/paper.pdf`, `invoices/${invoice}.pdf`, `deliverables/${deliverable}/${file}`]) {
      const ask = async (who: keyof typeof people) => (await fetch(`${rooms.address}/en/room/${path}`, { headers: { cookie: people[who].cookie } })).status // prettier-ignore
      assert.deepEqual([await ask('colleague'), await ask('other')], [200, 404], path)
    }
    const { cookie } = people.other
    assert.equal((await send('room/deliverables?/answer', { id: deliverable!, revision: '1', answer: 'accepted' }, cookie)).status, 404) // prettier-ignore
  })

  test('a stranger is led to the sign-in page', async () => {
    const answer = await fetch(`${rooms.address}/en/room/offers`, { redirect: 'manual' })
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/en/sign-in?next=%2Fen%2Froom%2Foffers'])
  })
})

test('what is delivered is shown shelf by shelf, and a long one page by page', async () => {
  const materials = Array.from({ length: 61 }, (_, n) => ({ kind: 'subtitles' as const, detail: `file ${n}`, days: n }))
  const { dealId } = await signDeal(rooms, { company: 'Long', lines: [{ title: 'Long', minor: 1_000_00, materials }] })
  await sql`update deal set company_id = ${people.lead.company} where house_id = ${rooms.house.id} and id = ${dealId}`.execute(rooms.database.db) // prettier-ignore
  const total = (await rooms.house.viewDeliverables(SYSTEM, { dealId })).items.length
  assert.ok(total > 60)
  const { page, complaints, close } = await roomOf('lead', { javaScriptEnabled: false })
  const shown = () => page.locator('.room-offers .room-film').allTextContents()
  await page.goto(`${rooms.address}/en/room/deliverables`)
  assert.equal((await shown()).length, 20 + 1) // and the one thing of the first sale that was sent, on its own shelf
  await page.getByRole('link', { name: 'See all Coming to you' }).click()
  const first = await shown()
  assert.equal(first.length, 50)
  await page.getByRole('link', { name: 'Next Coming to you' }).click()
  const rest = await shown()
  // those of the first sale stand among them
  const others = (await rooms.house.viewDeliverables(SYSTEM, { dealId: followed[0]! })).items.filter(
    ({ state }) => state === 'wanted' || state === 'ready',
  ).length
  assert.equal(rest.length, total + others - 50)
  const numbered = [...first, ...rest].filter((text) => /file \d+/.test(text))
  assert.deepEqual([numbered.length, new Set(numbered).size], [61, 61]) // each once
  await page.getByRole('link', { name: 'All deliverables' }).click()
  assert.equal((await shown()).length, 20 + 1)
  assert.deepEqual(complaints, [])
  await close()
})

describe('every page of the room', () => {
  for (const { name, locale, options } of SCREENS)
    test(name, async () => {
      const offer = await offered()
      const { page, close } = await roomOf('lead', options)
      for (const path of [
        '',
        '/catalogue',
        '/offers',
        `/offers/${offer.id}`,
        '/papers',
        '/deliverables',
        '/invoices',
        '/people',
      ]) {
        await page.goto(`${rooms.address}/${locale}/room${path}`)
        if (path.startsWith('/offers/')) for (const each of await page.locator('aside summary').all()) await each.click()
        await keepPicture(page, `room-${name.replaceAll(' ', '-')}${path.slice(0, 8).replaceAll('/', '_')}${path.length > 20 ? '_one' : ''}`) // prettier-ignore
        assert.deepEqual(await faultsInBothLooks(page), [], path)
      }
      await close()
    })
})
