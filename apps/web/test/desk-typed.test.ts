/** What is typed at the desk and cannot be taken as it stands: it stays, says why, and is never lost in silence. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { formatCut } from '@vitrine/messages'
import type { Page } from 'playwright-core'
import { at, awake, deskOf, drop, open, rooms, SHEET, useDesk } from './desk.ts'
import { faultsOf, keepPicture } from './rooms.ts'

useDesk()

const FESTIVAL = { festival: 'IDFA', year: 2021, city: 'Amsterdam', country: 'NL', section: null, award: null, premiere: null }
const film = (title: string) =>
  rooms.house.createTitle(SYSTEM, { sheet: { ...emptySheet(title), year: 2020, countries: ['FR'], festivals: [FESTIVAL] } })
const sheetOf = async (id: string) => (await rooms.house.openTitle(SYSTEM, { id })).sheet
const festivals = (page: Page) => page.locator('[data-field=festivals]')
const bar = (page: Page) => page.locator('.save-bar')

describe('a text that cannot be taken', () => {
  test('stays in its cell, says why, counts as not saved, and what stood there is one click away', async () => {
    const { id } = await film('The Mistyped Year')
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    const year = festivals(page).getByLabel('Year')
    await year.fill('20x1')
    await bar(page).getByText('Not saved yet').waitFor()
    assert.equal(await festivals(page).getByRole('alert').count(), 0, 'nothing is said while it is typed')
    await festivals(page).getByLabel('City').focus()
    await festivals(page).getByText('“20x1” is not a year: four digits, from 1880 to 2200.').waitFor()
    assert.equal(await year.inputValue(), '20x1')
    assert.equal(await year.getAttribute('aria-invalid'), 'true')
    await festivals(page).getByLabel('Country').fill('Atlantis')
    await page.locator('#field-year').fill('soon')
    await page.locator('#field-countries').fill('France, Freedonia')
    await page.locator('#field-cuts').fill('an hour')
    await page.locator('#field-trailer').fill('to come')
    await page.locator('#field-title').focus()
    await page.getByText('“soon” is not a year').waitFor()
    await page.getByText('Not known as countries: Freedonia.').waitFor()
    await page.getByText('“an hour” is not a length.').waitFor()
    await page.getByText('“to come” is not the address of a web page.').waitFor()
    await page.getByText('“Atlantis” is not a country.').waitFor()
    await page.setViewportSize({ width: 1280, height: 5000 })
    assert.deepEqual(await faultsOf(page), [])
    await keepPicture(page, 'typed-wrong-en')
    await festivals(page).getByRole('button', { name: 'Put “2021” back' }).click()
    assert.equal(await year.inputValue(), '2021')
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Festivals 1 (IDFA): Year')
    assert.deepEqual(complaints, [])
    await close()
  })

  test('all else is saved and it is said what was not; it is not published over; corrected, it is saved', async () => {
    const { id } = await film('The Half Saved')
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    await page.locator('#field-year').fill('199x')
    await page.locator('#field-directors').fill('Ana Brito')
    await page.keyboard.press('Control+s')
    await bar(page).getByText('Saved, except what is not understood: Year').waitFor()
    assert.deepEqual([(await sheetOf(id)).directors, (await sheetOf(id)).year], [['Ana Brito'], 2020])
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'field-year')
    assert.equal(await page.locator('#field-year').inputValue(), '199x')
    await page.getByRole('button', { name: 'Publish' }).click()
    await bar(page).getByText('Not understood, so not saved: Year').waitFor()
    assert.equal((await rooms.house.openTitle(SYSTEM, { id })).status, 'draft')
    await page.locator('#field-year').fill('1999')
    await page.keyboard.press('Control+s')
    await bar(page).getByText('Saved', { exact: true }).waitFor()
    assert.equal((await sheetOf(id)).year, 1999)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('a link does not leave it behind without asking, and what can be saved is saved on the way', async () => {
    const { id } = await film('The Way Out')
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/fr/desk/titles/${id}`)
    const history = page.locator('.desk-head').getByRole('link', { name: 'Historique' })
    // Typed and not left: the click on the link is what leaves the cell.
    await festivals(page).getByLabel('Ville').fill('Utrecht')
    await history.click()
    await page.waitForURL('**/history')
    assert.equal((await sheetOf(id)).festivals[0]?.city, 'Utrecht')
    await page.getByText('État').first().waitFor()

    await open(page, `/fr/desk/titles/${id}`)
    await page.locator('#field-year').fill('bientôt')
    await history.click()
    await bar(page)
      .getByText(/Pas compris, donc pas enregistré.*: Année/)
      .waitFor()
    assert.ok(!page.url().endsWith('/history'))
    assert.equal(await page.locator('#field-year').inputValue(), 'bientôt')
    const missing = await page.locator('.missing li').allInnerTexts()
    assert.ok(missing.includes('Durées') && missing.includes('Sociétés de production'), missing.join(', '))
    assert.ok((await festivals(page).getByLabel('Ville').boundingBox())!.width > 100, 'a city has room')
    await keepPicture(page, 'typed-leaving-fr')
    await bar(page).getByRole('button', { name: 'Quitter sans enregistrer' }).click()
    await page.waitForURL('**/history')
    assert.equal((await sheetOf(id)).year, 2020)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('closing the window over a cell that was typed into and not left asks first', async () => {
    const { id } = await film('The Closed Window')
    const { page, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    await festivals(page).getByLabel('City').pressSequentially(' Noord')
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const dialog = await asked
    assert.equal(dialog.type(), 'beforeunload')
    await dialog.accept()
    await close()
  })
})

describe('rows that are not filled in', () => {
  test('a new row waits without being in the way; one that lacks its name says so and stays', async () => {
    const { id } = await film('The Empty Row')
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    await festivals(page).getByRole('button', { name: 'Add' }).click()
    await page.locator('#field-directors').fill('Nils Averbeck')
    await page.keyboard.press('Control+s')
    await bar(page).getByText('Saved', { exact: true }).waitFor()
    assert.equal((await sheetOf(id)).festivals.length, 1)
    await festivals(page).getByLabel('City').nth(1).fill('Leipzig')
    await page.locator('#field-directors').fill('Ana Brito')
    await page.keyboard.press('Control+s')
    await bar(page).getByText('Saved, except what is not understood: Festivals 2 · Festival').waitFor()
    await festivals(page).getByText('This must not be empty.').waitFor()
    assert.deepEqual([(await sheetOf(id)).festivals.length, (await sheetOf(id)).directors], [1, ['Ana Brito']])
    await page.keyboard.type('DOK Leipzig')
    await page.keyboard.press('Control+s')
    await bar(page).getByText('Saved', { exact: true }).waitFor()
    assert.deepEqual(
      (await sheetOf(id)).festivals.map(({ festival, city }) => [festival, city]),
      [
        ['IDFA', 'Amsterdam'],
        ['DOK Leipzig', 'Leipzig'],
      ],
    )
    assert.deepEqual(complaints, [])
    await close()
  })

  test('what is typed in one row stays with it when a row above goes and comes back', async () => {
    const { id } = await film('The Moving Rows')
    const { page, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    await festivals(page).getByRole('button', { name: 'Add' }).click()
    await page.keyboard.type('Visions')
    await festivals(page).getByLabel('Year').nth(1).fill('two')
    await festivals(page)
      .getByRole('button', { name: /^Remove: Festivals 1\b/ })
      .click()
    assert.equal(await festivals(page).getByLabel('Year').inputValue(), 'two')
    await festivals(page).getByRole('button', { name: 'Undo' }).click()
    assert.deepEqual(
      await festivals(page)
        .getByLabel('Year')
        .evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value)),
      ['2021', 'two'],
    )
    await close()
  })

  test('a row that was taken away comes back with what was typed in it', async () => {
    const { id } = await film('The Row That Came Back')
    const { page, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    await festivals(page).getByLabel('Year').fill('two')
    await festivals(page)
      .getByRole('button', { name: /^Remove: Festivals 1\b/ })
      .click()
    await festivals(page).getByRole('button', { name: 'Undo' }).click()
    assert.equal(await festivals(page).getByLabel('Year').inputValue(), 'two')
    await bar(page).getByText('Not saved yet').waitFor()
    await close()
  })

  test('a row that is cleared cell by cell, its name first, is gone with the next save', async () => {
    const { id } = await film('The Cleared Row')
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    for (const label of ['Festival', 'Year', 'City', 'Country'])
      await festivals(page)
        .getByLabel(new RegExp(`: ${label}$`))
        .fill('')
    await page.keyboard.press('Control+s')
    await bar(page).getByText('Saved', { exact: true }).waitFor()
    assert.deepEqual((await sheetOf(id)).festivals, [])
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('what cannot be taken while somebody else saves', () => {
  test('stays in its own row, and in its line behind what came', async () => {
    const { id, revision } = await film('The Two Hands')
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${id}`)
    await festivals(page).getByLabel('Year').fill('two')
    await page.locator('#field-countries').fill('France, Freedonia')
    await page.locator('#field-cuts').fill('an hour')
    await page.locator('#field-directors').fill('Ana Brito')
    const before = await sheetOf(id)
    const leipzig = { ...FESTIVAL, festival: 'DOK Leipzig', year: 2020, city: 'Leipzig', country: 'DE' }
    const cuts = [{ minutes: 52, episodes: null, versions: [] }]
    const said = formatCut(cuts[0]!)
    await rooms.house.editTitle(SYSTEM, { id, baseRevision: revision, sheet: { ...before, festivals: [leipzig, ...before.festivals], countries: ['FR', 'DE'], cuts } }) // prettier-ignore
    await page.keyboard.press('Control+s')
    await page.getByRole('button', { name: 'Save the merged title' }).click()
    await bar(page).getByText('Saved', { exact: true }).or(bar(page).getByText('Not saved yet')).waitFor()
    await festivals(page).getByLabel('Year').nth(1).waitFor()
    const values = (label: string) => festivals(page).getByLabel(new RegExp(`: ${label}$`)).evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value)) // prettier-ignore
    assert.deepEqual([await values('Festival'), await values('Year')], [['DOK Leipzig', 'IDFA'], ['2020', 'two']]) // prettier-ignore
    assert.equal(await page.locator('#field-countries').inputValue(), 'France, Germany, Freedonia')
    assert.equal(await page.locator('#field-cuts').inputValue(), `${said}, an hour`)
    assert.deepEqual((await sheetOf(id)).countries, ['FR', 'DE'])

    // What is taken out or put back leaves the keyboard in its field.
    await page.getByRole('button', { name: 'Take it out' }).click()
    assert.deepEqual(
      await page.evaluate(() => [document.activeElement?.id, (document.activeElement as HTMLInputElement).value]),
      ['field-countries', 'France, Germany'],
    )
    await page.getByRole('button', { name: `Put “${said}” back` }).click()
    assert.deepEqual(
      await page.evaluate(() => [document.activeElement?.id, (document.activeElement as HTMLInputElement).value]),
      ['field-cuts', said],
    )
    assert.deepEqual(complaints, [])
    await close()
  })
})

describe('from one film to another', () => {
  test('the second has its own editor, and what is saved there is its own', async () => {
    const [one, two] = [await film('The First Palette'), await film('The Second Palette')]
    const { page, complaints, close } = await deskOf('editor')
    await open(page, `/en/desk/titles/${one.id}`)
    await page.locator('#field-directors').fill('Nils Averbeck')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('second palette')
    await page.getByRole('option', { name: /The Second Palette/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/desk/titles/${two.id}`)
    await page.waitForFunction(() => document.title.startsWith('The Second Palette'))
    assert.equal(await page.locator('#field-title').inputValue(), 'The Second Palette')
    assert.equal(await page.locator('#field-directors').inputValue(), '')
    await page.locator('#field-directors').fill('Ana Brito')
    await page.keyboard.press('Control+s')
    await bar(page).getByText('Saved', { exact: true }).waitFor()
    assert.deepEqual([(await sheetOf(one.id)).title, (await sheetOf(one.id)).directors], ['The First Palette', ['Nils Averbeck']])
    assert.deepEqual([(await sheetOf(two.id)).title, (await sheetOf(two.id)).directors], ['The Second Palette', ['Ana Brito']])
    assert.deepEqual(complaints, [])
    await close()
  })
})

test('a language is added by its name, and one that is none says so', async () => {
  const { id } = await film('The Third Tongue')
  const { page, complaints, close } = await deskOf('editor')
  await open(page, `/en/desk/titles/${id}`)
  const adding = page.getByLabel('Add a language')
  await adding.fill('Klingonese')
  await page.keyboard.press('Enter')
  await page.getByText('“Klingonese” is not a language.').waitFor()
  assert.equal(await adding.inputValue(), 'Klingonese')
  await adding.fill('allemand')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'German', selected: true }).waitFor()
  await page.locator('#text-synopsis').fill('Ein Film über Uhren.')
  await page.keyboard.press('Control+s')
  await bar(page).getByText('Saved', { exact: true }).waitFor()
  assert.equal((await sheetOf(id)).synopsis['de'], 'Ein Film über Uhren.')
  assert.deepEqual(complaints, [])
  await close()
})

test('corrections on a sheet that is no title yet are not left behind without asking', async () => {
  const { page, close } = await deskOf('editor')
  await drop(page, SHEET.replace('The Clockmaker of Harl', 'The Corrected Sheet'))
  await page.locator('#field-year').fill('202')
  await page.getByRole('button', { name: 'Make it a title' }).click()
  await bar(page).getByText('Not understood, so not saved: Year').waitFor()
  await page.locator('#field-year').fill('2021')
  const here = page.url()
  await page.locator('.desk-nav a', { hasText: 'Titles' }).first().click()
  await bar(page).getByText('What you corrected here is kept only once the sheet is a title.').waitFor()
  assert.equal(page.url(), here)
  await page.getByRole('button', { name: 'Make it a title' }).click()
  await page.waitForURL('**/desk/titles/*')
  await awake(page)
  assert.equal(await page.locator('#field-year').inputValue(), '2021')
  await close()
})

test('the desk wears its own looks, and a page that is nowhere those of the site', async () => {
  const { page, close } = await deskOf('owner')
  const hasSite = () =>
    page.evaluate(() => [...document.styleSheets].some((sheet) => [...sheet.cssRules].some((rule) => rule.cssText.includes('.fault-ways')))) // prettier-ignore
  await open(page, '/en/desk')
  await page.goto(at('/en/desk/audit'))
  await awake(page)
  assert.equal(await hasSite(), false)
  await page.goto(at('/nowhere/at/all'))
  assert.equal(await hasSite(), true)
  await close()
})
