/** Where rights are written, as a head of rights does it: a real browser, the real server, a house with one acquisition. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { SYSTEM, type Role } from '@vitrine/house'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { faultsInBothLooks, faultsOf, keepPicture, openPage, openRooms, SCREENS, sessionOf, type Rooms } from './rooms.ts'

/** Pictures of the pages, for people to look at, when a folder is named. */

const CLAUSE = `The Licensor grants the Licensee exclusive free and pay TV rights incl. catch-up 7 days, DACH & South Tyrol, 3 runs within 24 months from 1 March 2027, German dubbed and subtitled.`

let rooms: Rooms
let ferry: string
let state: Exclude<BrowserContextOptions['storageState'], string | undefined>
before(async () => {
  rooms = await openRooms()
  ferry = rooms.ids['the-ferry-log']!
  const grant = {
    kind: 'grant',
    exclusive: true,
    territory: 'World',
    media: 'all',
    from: '2020-01-01',
    to: '2040-12-31',
    party: 'Lantern & Oar',
    contract: 'A-1',
  }
  await rooms.house.enterEntry(SYSTEM, { titleId: ferry, entry: grant, locale: 'en' })
  const { email } = await rooms.house.addUser(SYSTEM, {
    name: 'Head of rights',
    email: 'rights@house.example',
    role: 'rights' as Role,
  })
  state = await sessionOf(rooms, email)
})
after(async () => {
  await rooms?.close()
})

const deskOf = (options: BrowserContextOptions = {}) => openPage(rooms, { ...options, storageState: state })
async function open(page: Page, path: string) {
  await page.goto(rooms.address + path)
  await page.waitForFunction(() => document.documentElement.dataset['desk'] === 'ready')
}
const verdict = (page: Page) => page.locator('.verdict-word')

describe('an entry', () => {
  test('a clause is pasted, corrected, checked, simulated and signed, and blocks what it sold', async () => {
    const { page, complaints, close } = await deskOf()
    await open(page, '/en/desk/rights/entries/new')
    await page.getByLabel('Film', { exact: true }).fill('ferry')
    await page.getByRole('button', { name: /The Ferry Log/ }).click()
    await page.locator('#entry-clause').fill(CLAUSE)
    await page.getByRole('button', { name: 'Read the clause' }).click()
    await page.locator('.clause-text mark').first().waitFor()
    assert.equal(await page.locator('#entry-from').inputValue(), '2027-03-01')
    assert.equal(await page.locator('#entry-to').inputValue(), '2029-02-28')
    assert.equal(await page.locator('#entry-runs').inputValue(), '3')
    assert.equal(await page.locator('#entry-catchUpDays').inputValue(), '7')
    assert.ok(await page.locator('#entry-exclusive').isChecked())
    assert.equal(await page.locator('#entry-territory').inputValue(), 'German-speaking Europe')
    const marked = await page.locator('.clause-text mark').allInnerTexts()
    for (const word of ['DACH', '3 runs', '1 March 2027'])
      assert.ok(
        marked.some((one) => one.includes(word)),
        `${word} is not marked: ${marked.join(' | ')}`,
      )
    assert.match(await page.locator('.clause-pane').innerText(), /South Tyrol/)

    await page.locator('#entry-party').fill('Sender Sieben')
    await page.locator('#entry-territory').fill('Atlantis')
    await page.locator('#entry-territory-help.error').waitFor()
    assert.ok(await page.getByRole('button', { name: 'Sign', exact: true }).isDisabled())
    await page.locator('#entry-territory').fill('Germany, Austria, Switzerland')
    await verdict(page).waitFor()
    assert.match(await verdict(page).innerText(), /Nothing stands in the way/)
    await page.getByRole('button', { name: 'Simulate' }).click()
    await page.locator('.simulated li').first().waitFor()
    assert.match(await page.locator('.simulated').innerText(), /Not available/)
    await keepPicture(page, 'new-clause')
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await page.waitForURL(/entries\/[^/]+\?done=signed/)
    assert.match(await page.locator('h1').innerText(), /Licence.*The Ferry Log/)

    await open(page, `/en/desk/rights/titles/${ferry}?t=Germany&m=free-tv&from=2027-06-01&to=2027-12-31&x=1`)
    assert.match(await page.locator('#list').locator('xpath=../..').innerText(), /Not available/)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('what the book refuses names the entry in the way; a draft may be kept, corrected and signed', async () => {
    const { page, complaints, close } = await deskOf()
    await open(page, `/en/desk/rights/entries/new?title=${ferry}&t=Austria&m=free-tv&from=2027-06-01&to=2027-12-31&x=1`)
    await page.locator('.objections .refused').first().waitFor()
    assert.match(await page.locator('.objections').innerText(), /Sender Sieben/)
    assert.ok(await page.getByRole('button', { name: 'Sign', exact: true }).isDisabled())
    await keepPicture(page, 'new-refused')
    await page.getByRole('button', { name: 'Save as draft' }).click()
    await page.waitForURL(/done=saved/)
    await page.getByRole('link', { name: 'Change the draft' }).click()
    await page.waitForURL('**/change')
    await page.locator('#entry-territory').fill('Poland')
    // prices as platforms are told them: one that is none is named at its field
    await page.getByLabel('Price terms').fill('WSP 4.99')
    await page.locator('#entry-price-help.error', { hasText: 'names no currency' }).waitFor()
    await page.getByLabel('Price terms').fill('wsp 4,99 eur; Tier 4')
    await page.getByText('Nothing stands in the way').waitFor()
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await page.waitForURL(/done=signed/)
    assert.match(await page.locator('.entry-history').innerText(), /signed it/)
    assert.match(await page.locator('.entry-terms').last().innerText(), /WSP 4\.99 EUR; Tier 4/)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('somebody else’s change is told, and nothing that was typed is lost', async () => {
    const mine = {
      kind: 'licence',
      exclusive: false,
      territory: 'Italy',
      media: 'svod',
      from: '2028-01-01',
      to: '2028-12-31',
      party: 'First',
      contract: null,
    }
    const draft = await rooms.house.draftEntry(SYSTEM, { titleId: ferry, entry: mine, locale: 'en' })
    const { page, close } = await deskOf()
    await open(page, `/en/desk/rights/entries/${draft.id}/change`)
    await page.locator('#entry-party').fill('Second')
    await page.getByText('Nothing stands in the way').waitFor()
    await rooms.house.redraftEntry(SYSTEM, { id: draft.id, baseVersion: 1, entry: { ...mine, party: 'Third' }, locale: 'en' })
    await page.getByRole('button', { name: 'Save as draft' }).click()
    await page.getByText('Somebody changed this entry').waitFor()
    assert.equal(await page.locator('#entry-party').inputValue(), 'Second')
    await page.getByRole('button', { name: 'Put mine on top of it' }).click()
    await page.getByRole('button', { name: 'Save as draft' }).click()
    await page.waitForURL(/done=saved/)
    assert.match(await page.locator('.entry-history').innerText(), /Third[\s\S]*Second/)
    await close()
  })

  test('its papers are stored, come back as attachments, and can be put back; it is amended and ended', async () => {
    const entry = {
      kind: 'licence',
      exclusive: true,
      territory: 'Japan',
      media: 'svod',
      from: '2028-01-01',
      to: '2028-12-31',
      party: 'Umi',
      contract: 'L-9',
    }
    const { id } = await rooms.house.enterEntry(SYSTEM, { titleId: ferry, entry, locale: 'en' })
    const { page, complaints, close } = await deskOf()
    await open(page, `/en/desk/rights/entries/${id}`)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'contract é.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 Signed in Tokyo.') })
    await page.getByRole('link', { name: 'contract é.pdf' }).waitFor()
    const address = (await page.getByRole('link', { name: 'contract é.pdf' }).getAttribute('href'))!
    const answer = await page.request.get(rooms.address + address)
    assert.match(answer.headers()['content-disposition'] ?? '', /^attachment; .*filename\*=UTF-8''contract%20%C3%A9\.pdf$/)
    assert.equal(answer.headers()['x-content-type-options'], 'nosniff')
    assert.equal(await answer.text(), '%PDF-1.4 Signed in Tokyo.')
    assert.notEqual((await fetch(rooms.address + address, { redirect: 'manual' })).status, 200)
    await page.getByRole('button', { name: 'Remove contract é.pdf' }).click()
    await page.locator('.said-note').getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: 'contract é.pdf' }).waitFor()

    await page.getByRole('link', { name: 'Amend' }).click()
    await page.waitForURL('**/change')
    await page.locator('#entry-to').fill('2029-06-30')
    await page.locator('#entry-effective').fill('2028-12-01')
    await page.getByText('Nothing stands in the way').waitFor()
    await page.getByRole('button', { name: 'Amend' }).click()
    await page.waitForURL(/done=amended/)
    assert.match(await page.locator('.entry-history').innerText(), /30 June 2029/)
    await page.getByRole('button', { name: 'End it' }).click()
    await page.locator('#act-day').fill('2029-03-31')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.waitForURL(/done=/)
    await page.getByText(/\bended it\b/).waitFor()
    await keepPicture(page, 'entry-ended')
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('a grant', () => {
  test('is not ended under what was sold before the warning was seen', async () => {
    const titleId = rooms.ids['winter-station-07']!
    const enter = (entry: Record<string, unknown>) => rooms.house.enterEntry(SYSTEM, { titleId, entry: { exclusive: true, territory: 'Iceland', media: 'svod', from: '2028-01-01', ...entry } as never, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    const { id } = await enter({ kind: 'grant', to: '2033-12-31', contract: 'G-7', territory: 'Iceland, Greenland' })
    await enter({ kind: 'licence', to: '2029-12-31', party: 'Jökull' })
    const { page, complaints, close } = await deskOf()
    await open(page, `/en/desk/rights/entries/${id}`)
    await page.getByRole('button', { name: 'End it' }).click()
    await page.locator('#act-day').fill('2028-12-31')
    await page.getByRole('button', { name: 'Confirm' }).click()
    const warned = page.locator('.entry-act-warnings')
    await warned.waitFor()
    assert.match(await warned.innerText(), /Sold, and covered by no grant any more \(Jökull\)/)
    assert.deepEqual(await faultsOf(page), [])
    await keepPicture(page, 'grant-warned')
    await page.getByRole('button', { name: 'Do it all the same' }).click()
    await page.getByText(/\bended it\b/).waitFor()
    assert.deepEqual(complaints.filter((line) => !/status of 409|status of 422/.test(line)), []) // prettier-ignore
    await close()
  })
})

describe('the book', () => {
  test('is found in while typing, and leads to its entries', async () => {
    const { page, complaints, close } = await deskOf()
    await open(page, '/en/desk/rights/entries')
    await page.getByLabel('Film, party or contract').fill('sieben')
    await page.waitForFunction(() => document.querySelectorAll('.book tbody tr').length === 1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/entries\/[^/?]+$/)
    assert.match(await page.locator('.clause-words').innerText(), /DACH/)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('a spreadsheet is dropped, corrected and imported, and goes out again', async () => {
    const { page, complaints, close } = await deskOf()
    await open(page, '/en/desk/rights/import')
    const sheet =
      'Titre;Nature;Exclusif;Territoire;Droits;Début;Fin;Cédant\nWinter Station 01;mandat;oui;Monde;tous droits;01.01.2020;31.12.2035;Snow\nWinter Statoin 02;mandat;oui;Monde;tous droits;03/04/2020;31.12.2035;Snow\n'
    await page.locator('input[type=file]').setInputFiles({ name: 'droits.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
    await page.getByText('Which film is “Winter Statoin 02”?').waitFor()
    await keepPicture(page, 'import')
    assert.ok(await page.getByRole('button', { name: /^Import/ }).isDisabled())
    await page.getByRole('button', { name: 'Winter Station 02', exact: true }).click()
    await page.getByLabel('I have seen the doubtful rows').check()
    await page.getByRole('button', { name: 'Import 2 entries' }).click()
    await page.getByText('2 entries of 2 films were written').waitFor()
    const out = await page.request.get(`${rooms.address}/en/desk/rights/entries/export?format=csv`)
    assert.match(await out.text(), /Winter Station 02/)
    const regions = await page.request.get(
      `${rooms.address}/fr/desk/rights/titles/${ferry}/regions.csv?t=Germany&m=free-tv&from=2027-06-01&to=2027-12-31&x=1`,
    )
    assert.match(await regions.text(), /Indisponible;.*Sender Sieben/)
    const workbook = await page.request.get(`${rooms.address}/en/desk/rights/titles/${ferry}/regions.xlsx`)
    assert.equal((await workbook.body()).subarray(0, 2).toString(), 'PK')
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('every page', () => {
  for (const { name, locale, options } of SCREENS)
    test(`is accessible and fits, ${name}, in the light and in the dark`, async () => {
      const { items } = await rooms.house.listEntries(SYSTEM, { text: 'sieben', locale: 'en' })
      const id = items[0]!.id
      const { page, complaints, close } = await deskOf(options)
      for (const [what, path] of Object.entries({
        book: 'entries',
        new: `entries/new?title=${ferry}&t=Austria&m=free-tv&from=2027-06-01&to=2027-12-31&x=1`,
        entry: `entries/${id}`,
        change: `entries/${id}/change`,
        import: 'import',
      })) {
        await open(page, `/${locale}/desk/rights/${path}`)
        if (what === 'new') await page.locator('.objections li').first().waitFor()
        if (what === 'change') await verdict(page).waitFor()
        await keepPicture(page, `${what}-${name}`)
        assert.deepEqual(await faultsInBothLooks(page), [], what)
      }
      assert.deepEqual(complaints, [])
      await close()
    })
})
