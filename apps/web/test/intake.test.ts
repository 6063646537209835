/** What comes in, at the desk: a file is handed in, looked at beside the catalogue, decided, taken, and taken back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { availsOfLicence } from '@vitrine/exchange/avails/from-licence'
import { writeAvails } from '@vitrine/exchange/avails/write-avails'
import { MEC } from '@vitrine/exchange/mec/mec'
import { SYSTEM } from '@vitrine/house'
import { awake, deskOf, open, rooms, said, useDesk } from './desk.ts'
import { axe, keepPicture } from './rooms.ts'

useDesk()

const known = { year: 2021, directors: ['Ana Roig'], countries: ['FR'] }

/** A film of another house in MEC: one that is new, one that is known and says more, one that may be known. */
async function fileOfOthers(): Promise<Buffer> {
  const films = [
    { ...emptySheet('The Night Ferry'), year: 2022, directors: ['Otto Kalder'] },
    { ...emptySheet('Low Water'), ...known, synopsis: { en: 'What they say of it.' }, logline: { en: 'Their logline.' } },
    { ...emptySheet('The Salt Roads'), year: 2020, directors: ['Nadja Gorani'] },
  ].map((sheet, n) => ({ id: `other-${n}`, sheet, url: null, pictures: new Map(), changedAt: '2026-11-22T09:00:00Z' }))
  const sender = { name: 'Another House', url: null, email: null, country: null }
  return Buffer.from((await MEC.write!(films, { locale: 'en', sender, today: '2026-11-22' })).bytes)
}

test('a file of another house is laid beside the catalogue, decided field by field, taken, and taken back', async () => {
  const { house } = rooms
  const low = await house.createTitle(SYSTEM, {
    sheet: { ...emptySheet('Low Water'), ...known, synopsis: { en: 'What we say of it.' } },
  })
  await house.createTitle(SYSTEM, { sheet: { ...emptySheet('The Salt Road'), year: 2020, directors: ['Nadia Gorani'] } })
  const { page, complaints, close } = await deskOf('editor')
  await open(page, '/en/desk/intake')
  await page.getByText('Nothing has come in yet.').waitFor()
  assert.deepEqual(await axe(page), [])
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'theirs.xml', mimeType: 'application/xml', buffer: await fileOfOthers() })
  await page.waitForURL(/\/desk\/intake\/\w+/)
  await awake(page)
  const film = (title: string) => page.locator('article', { has: page.getByRole('heading', { name: title, exact: true }) })
  await film('The Night Ferry').getByText('It becomes a draft.').waitFor()
  const change = (field: string) => film('Low Water').getByRole('checkbox', { name: `Take ${field} from the file` })
  assert.equal(await change('Synopsis · English').isChecked(), false)
  await film('Low Water').getByText('What we say of it.').waitFor()
  assert.deepEqual(await axe(page), [])

  await change('Synopsis · English').check()
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[aria-label^="Take Synopsis"]')?.checked)
  const maybe = film('The Salt Roads')
  await maybe.getByText('Known already?').waitFor()
  await maybe.getByRole('radio', { name: 'It is a new film' }).check()
  await page.getByRole('button', { name: 'Take 3 films into the catalogue' }).click()
  await said(page).getByText('2 new films, 1 film changed.').waitFor()
  assert.equal((await house.openTitle(SYSTEM, { id: low.id })).sheet.synopsis['en'], 'What they say of it.')
  await said(page).getByRole('button', { name: 'Undo' }).click()
  await said(page).getByText('2 films removed, 1 film says again what it said.').waitFor()
  assert.equal((await house.openTitle(SYSTEM, { id: low.id })).sheet.synopsis['en'], 'What we say of it.')
  const { cards } = await house.listTitles(SYSTEM, { locale: 'en', text: 'night ferry' })
  assert.ok(!cards.some(({ title }) => title === 'The Night Ferry'))

  // pressed twice, it says what the first press did
  await page.getByRole('button', { name: 'Take 3 films into the catalogue' }).click()
  await said(page).getByText('2 new films, 1 film changed.').waitFor()
  await page.getByRole('button', { name: 'Take it all back' }).dblclick()
  await page.getByRole('button', { name: 'Take it all back' }).waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
  await said(page)
    .getByText(/^2 films removed/)
    .waitFor()

  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, page.url().replace(/^https?:\/\/[^/]+\/en/, '/fr'))
  await page.getByRole('heading', { name: 'theirs.xml' }).waitFor()
  await film('The Night Ferry').getByText('Nouveau', { exact: true }).waitFor()
  assert.deepEqual(await axe(page), [])
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
  assert.deepEqual(complaints, [])
  await close()
})

test('a sheet of an import that would change a title is decided field by field beside it', async () => {
  const { house } = rooms
  const { id } = await house.createTitle(SYSTEM, {
    sheet: { ...emptySheet('Slow Harbour'), ...known, producers: ['Otto Kalder'] },
  })
  const text = 'Slow Harbour\n\nA film about a harbour where nothing has come in for years.\n\nYear: 2021\nDuration: 52 min\nDirector: Ana Roig\nProducer: Luz Pellan\nCountry: France\n' // prettier-ignore
  async function* files() {
    yield { path: 'harbour.txt', bytes: new TextEncoder().encode(text) }
  }
  const { needsAnEye } = await house.importSheets(SYSTEM, { files: files(), total: 1, update: true })
  assert.equal(needsAnEye, 1)
  const { page, complaints, close } = await deskOf('editor')
  await open(page, '/en/desk/drop')
  await page.getByRole('link', { name: /Slow Harbour/ }).first().click() // prettier-ignore
  await page.waitForURL(/\/desk\/sheets\//)
  await awake(page)
  await page.getByRole('heading', { name: 'What it would change there' }).waitFor()
  const producers = page.getByRole('row', { name: /Producers/ })
  await producers.getByText('Otto Kalder').waitFor()
  await producers.getByText('Luz Pellan').waitFor()
  assert.deepEqual(await axe(page), [])
  await keepPicture(page, 'sheet-would-change')
  await producers.getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: /Slow Harbour/ }).click()
  await page.waitForURL(/\/desk\/titles\//)
  const { sheet } = await house.openTitle(SYSTEM, { id })
  assert.deepEqual([sheet.producers, sheet.cuts.map(({ minutes }) => minutes)], [['Otto Kalder'], [52]])
  assert.deepEqual(complaints, [])
  await close()
})

test('somebody changes the title while its sheet is corrected: what was typed stays, and what changed is shown', async () => {
  const { house } = rooms
  const { id } = await house.createTitle(SYSTEM, { sheet: { ...emptySheet('Late Harbour'), ...known } })
  const text = 'Late Harbour\n\nA film about a harbour where nothing has come in for years.\n\nYear: 2021\nDuration: 52 min\nDirector: Ana Roig\nProducer: Luz Pellan\nCountry: France\n' // prettier-ignore
  async function* files() {
    yield { path: 'late-harbour.txt', bytes: new TextEncoder().encode(text) }
  }
  await house.importSheets(SYSTEM, { files: files(), total: 1, update: false })
  const { page, complaints, close } = await deskOf('editor')
  await open(page, '/en/desk/drop')
  await page.getByRole('link', { name: /Late Harbour/ }).first().click() // prettier-ignore
  await page.waitForURL(/\/desk\/sheets\//)
  await awake(page)
  await page.locator('#field-originalTitle').fill('Puerto tarde')
  await page.locator('#field-year').fill('2020')
  await page.locator('#field-year').blur()
  const changed = async (sheet: object) => {
    const now = await house.openTitle(SYSTEM, { id })
    await house.editTitle(SYSTEM, { id, baseRevision: now.revision, sheet: { ...now.sheet, ...sheet } })
  }
  await changed({ year: 2019, keywords: ['harbour'] })
  const takeIn = page.getByRole('button', { name: /^Take into|Late Harbour/ }).last()
  await takeIn.click()
  const conflict = page.locator('section.notice.bad')
  await conflict.getByText('saved this title while you were writing.').waitFor()
  assert.equal(await page.locator('#field-originalTitle').inputValue(), 'Puerto tarde')
  assert.equal(await page.locator('#field-year').inputValue(), '2020')
  await conflict.locator('dl').getByText('Keywords').waitFor()
  await conflict.locator('dl').getByText('harbour', { exact: true }).waitFor()
  const clash = conflict.locator('fieldset.clash')
  assert.equal(await clash.count(), 1, 'only the year was changed by both')
  assert.deepEqual(await axe(page), [])
  await keepPicture(page, 'sheet-changed-meanwhile')

  // While one chooses, it is typed on and the title changes again.
  await clash.getByText('2020').click()
  await page.locator('#field-originalTitle').fill('Puerto de la tarde')
  await changed({ genres: ['history'] })
  await conflict.getByRole('button', { name: 'Save the merged title' }).click()
  await conflict.locator('dl').getByText('Genres').waitFor()
  assert.equal(await page.locator('#field-originalTitle').inputValue(), 'Puerto de la tarde')
  await conflict.getByRole('button', { name: 'Save the merged title' }).click()
  await page.waitForURL(/\/desk\/titles\//)
  const { sheet, revision } = await house.openTitle(SYSTEM, { id })
  assert.deepEqual(
    [sheet.year, sheet.originalTitle, sheet.keywords, sheet.genres, sheet.producers],
    [2020, 'Puerto de la tarde', ['harbour'], ['history'], ['Luz Pellan']],
  )
  assert.equal(revision, 4)
  assert.deepEqual(complaints, [])
  await close()
})

test('the licences of a file stand beside the rights book, are entered there and withdrawn', async () => {
  const { house } = rooms
  const title = 'The Tide Table'
  const sheet = { ...emptySheet(title), ...known, cuts: [{ minutes: 52, episodes: null, versions: [] }] }
  const { id } = await house.createTitle(SYSTEM, { sheet })
  await house.enterEntry(SYSTEM, { titleId: id, entry: { kind: 'grant', exclusive: true, territory: 'FR', media: 'all', from: '2020-01-01' }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
  const film = { id, sheet, url: null, pictures: new Map(), changedAt: '2026-11-22T09:00:00Z' }
  const sender = { name: 'Another House', url: 'https://another.example', email: null, country: 'FR' }
  const avails = ['FR', 'DE'].flatMap((territory) => availsOfLicence(film, { box: { territory, territories: [territory], media: ['svod'], languages: ['all'], cuts: null, from: '2027-01-01', to: '2028-12-31' }, exclusive: true, licensee: 'Plateau', contract: null, price: [], formatProfile: 'HD', isUndated: false }, sender).avails) // prettier-ignore
  const intake = await house.receiveFile(SYSTEM, { bytes: writeAvails(avails, { sender }).bytes, fileName: 'avails.xml' })
  const { page, complaints, close } = await deskOf('rights')
  await open(page, `/en/desk/intake/${intake.id}`)
  await page.getByRole('link', { name: 'Look at them beside the rights book' }).click()
  await awake(page)
  const row = (words: string) => page.getByRole('row').filter({ hasText: words })
  await row('Germany').getByText('Against the book').waitFor()
  assert.deepEqual(await axe(page), [])
  await page.getByRole('button', { name: 'Enter 1 new licence as a draft' }).click()
  await said(page).getByText('1 licence entered.').waitFor()
  await row('France').getByText('In the book already').waitFor()
  await said(page).getByRole('button', { name: 'Undo' }).click()
  await said(page).getByText('1 entry withdrawn.').waitFor()
  await row('Germany')
    .getByRole('button', { name: `Enter as a draft: ${title}` })
    .click()
  await said(page).getByText('1 licence entered.').waitFor()
  const { items } = await house.listEntries(SYSTEM, { titleId: id, locale: 'en' })
  assert.deepEqual(items.filter(({ kind }) => kind === 'licence').map(({ status }) => status).sort(), ['draft', 'rejected']) // prettier-ignore
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `/fr/desk/intake/${intake.id}/licences`)
  await page.getByRole('heading', { name: 'Licences' }).waitFor()
  assert.deepEqual(await axe(page), [])
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
  assert.deepEqual(complaints, [])
  await close()
})

test('films that the catalogue has twice are shown in pairs', async () => {
  const { house } = rooms
  for (const title of ['The Long Thaw', 'The Long Thaws'])
    await house.createTitle(SYSTEM, { sheet: { ...emptySheet(title), year: 2019, directors: ['Luz Pellan'] } })
  const { page, close } = await deskOf('editor')
  await open(page, '/en/desk/intake')
  await page.getByRole('link', { name: 'Twice in the catalogue?' }).click()
  await page.getByRole('listitem').filter({ hasText: 'The Long Thaws (2019)' }).getByText('nearly the same title').waitFor()
  assert.deepEqual(await axe(page), [])
  await close()
})

test('a file that says nothing is refused in words, and nothing is kept', async () => {
  const { page, close } = await deskOf('sales')
  await open(page, '/en/desk/intake')
  await page.locator('input[type=file]').setInputFiles({ name: 'x.xml', mimeType: 'application/xml', buffer: Buffer.from('<a><b></a>') }) // prettier-ignore
  await page.getByRole('alert').waitFor()
  assert.match((await page.getByRole('alert').textContent()) ?? '', /damaged|read/i)
  await close()
})
