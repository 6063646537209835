/** Screeners made at the desk: a link to several films, for a company or somebody of it, in some countries alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { aReel } from '@vitrine/house/testing/reel-for-tests'
import { reelForTest } from '@vitrine/screening/testing/reel'
import { at, deskOf, open, rooms, useDesk } from './desk.ts'
import { faultsInBothLooks, faultsOf, keepPicture, openPage, SCREENS } from './rooms.ts'

useDesk()

test('a link to several films is made for a company, then for one of its people, in some countries alone', async () => {
  const { house, database } = rooms
  const films: string[] = []
  for (const title of ['The Long Ice', 'Hands of Salt']) {
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: emptySheet(title) })
    films.push(titleId)
    await house.enterEntry(SYSTEM, { titleId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    await aReel(database.db, house.id, titleId)
  }
  const company = (await house.addCompany(SYSTEM, { company: { name: 'Kanal Ost' } })).id
  const ana = (await house.addContact(SYSTEM, { contact: { name: 'Ana Nowak', companyId: company, email: 'ana@kanal-ost.example' } })).id // prettier-ignore
  const { page, complaints, close } = await deskOf('sales')
  const newest = async () => (await house.listScreeners(SYSTEM, {})).items[0]!

  await open(page, '/en/desk/screenings')
  const form = page.locator('form[action*="make"]')
  await form.locator('#title').selectOption(films[0]!)
  await form.getByText('More films in the same link').click()
  await form.getByRole('checkbox', { name: 'Hands of Salt' }).check()
  await form.getByRole('textbox', { name: 'Company' }).fill('Kanal')
  await form.getByRole('button', { name: 'Kanal Ost' }).click()
  await form.getByText('Company: Kanal Ost').waitFor()
  await form.getByText('Only in some countries').click()
  await form.getByRole('searchbox', { name: 'Narrow down: Only in some countries' }).fill('pol')
  await form.getByRole('checkbox', { name: 'Poland' }).check()
  assert.equal(await form.getByRole('checkbox', { name: 'Germany' }).isVisible(), false)
  await form.getByLabel('Through').fill('2020-01-01')
  await form.getByRole('button', { name: 'Make it' }).click()
  // Refused, the field that is wrong is marked, and nothing of it is lost.
  await form.getByRole('alert').waitFor()
  assert.deepEqual(await form.locator('[aria-invalid]').evaluateAll((fields) => fields.map(({ id }) => id)), ['through'])
  await form.getByText('Company: Kanal Ost').waitFor()
  assert.equal(await form.getByRole('checkbox', { name: 'Poland' }).isChecked(), true)
  assert.equal(await form.getByRole('checkbox', { name: 'Hands of Salt' }).isChecked(), true)
  await form.getByLabel('Through').fill('2099-12-31')
  await form.getByRole('button', { name: 'Make it' }).click()
  await page.locator('#link').waitFor()
  const forCompany = await newest()
  assert.deepEqual(
    [forCompany.audience, forCompany.companyId, forCompany.countries, forCompany.films.map(({ titleId }) => titleId)],
    ['company', company, ['PL'], films],
  )
  await page.getByRole('link', { name: 'The Long Ice and 1 more' }).waitFor()
  await page.getByText('only in Poland').waitFor()
  // The form stands beside the list, not below it.
  const [list, beside] = await Promise.all([page.locator('.room .plain-rows').boundingBox(), form.boundingBox()])
  assert.ok(beside!.x >= list!.x + list!.width && Math.abs(beside!.y - list!.y) < 40, JSON.stringify([list, beside]))

  // A room of a collection, and of a shortlist, in one step, in their order; what is not packaged is said.
  await house.saveCollection(SYSTEM, {
    collection: { slug: 'ice-and-salt', name: { en: 'Ice and salt' }, intro: {}, pictureId: null },
  })
  const tide = (await house.createTitle(SYSTEM, { sheet: emptySheet('Tide') })).id
  for (const id of [...films, tide]) {
    const { sheet, revision } = await house.openTitle(SYSTEM, { id })
    await house.editTitle(SYSTEM, { id, baseRevision: revision, sheet: { ...sheet, collections: ['ice-and-salt'] } })
    await house.publishTitle(SYSTEM, { id, baseRevision: revision + 1 })
  }
  const { cards } = await house.viewCollection(SYSTEM, { slug: 'ice-and-salt', locale: 'en' })
  await open(page, `/en/desk/screenings?company=${company}`)
  await form.getByText('Take the films of a collection').click()
  await form.getByLabel('Collection').selectOption({ label: 'Ice and salt' })
  await form.getByRole('button', { name: 'Take its films' }).click()
  await form.getByText('2 films of Ice and salt are ticked below.').waitFor()
  await form.getByText('Not packaged yet, so not among them: Tide.').waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await form.getByText('Company: Kanal Ost').waitFor()
  await form.getByLabel('Through').fill('2020-01-01')
  await form.getByRole('button', { name: 'Make it' }).click()
  await form.getByRole('alert').waitFor()
  await form.getByLabel('Through').fill('2099-12-31')
  await form.getByRole('button', { name: 'Make it' }).click()
  await page.locator('#link').waitFor()
  assert.deepEqual((await newest()).films.map(({ titleId }) => titleId), cards.map(({ id }) => id).filter((id) => id !== tide)) // prettier-ignore
  const { token } = await house.startShortlist(SYSTEM, { titleIds: [films[1]!, films[0]!] })
  const { cards: listed } = await house.viewShortlist(SYSTEM, { token, locale: 'en' })
  await open(page, '/en/desk/screenings')
  await form.getByText('Take the films of a collection').click()
  await form.getByLabel('Or the link of a shortlist').fill(at(`/fr/shortlist/${token}`))
  await page.keyboard.press('Enter')
  await form.getByText('2 films are ticked below.').waitFor()
  await form.getByRole('button', { name: 'Make it' }).click()
  await page.locator('#link').waitFor()
  assert.deepEqual((await newest()).films.map(({ titleId }) => titleId), listed.map(({ id }) => id)) // prettier-ignore
  await open(page, '/en/desk/screenings?list=nothing-of-the-kind')
  await form.getByText('There is no such collection or shortlist.').waitFor()

  await open(page, `/en/desk/screenings?company=${company}`)
  await form.locator('#title').selectOption(films[1]!)
  await form.getByLabel('Person').selectOption(ana)
  await form.getByRole('button', { name: 'Make it' }).click()
  await page.locator('#link').waitFor()
  const forAna = await newest()
  assert.deepEqual(
    [forAna.audience, forAna.contactId, forAna.toName, forAna.countries, forAna.films.length],
    ['person', ana, 'Ana Nowak', [], 1],
  )
  assert.deepEqual(complaints.filter((line) => !/status of 422/.test(line)), []) // prettier-ignore
  await close()

  for (const { name, options, locale } of SCREENS) {
    const looking = await deskOf('sales', options)
    await open(looking.page, `/${locale}/desk/screenings?company=${company}`)
    for (const summary of await looking.page.locator('.ticks summary').all()) await summary.click()
    await looking.page.evaluate(() => scrollTo(0, 0))
    assert.deepEqual(await faultsInBothLooks(looking.page), [], name)
    assert.deepEqual(looking.complaints, [])
    await looking.close()
  }
})

test('whoever has the link of a room says once who they are, and begins with the film they choose', async () => {
  const { house, database } = rooms
  const titleIds: string[] = []
  for (const title of ['First Light', 'Second Light', 'Third Light', 'Fourth Light']) {
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: emptySheet(title) })
    titleIds.push(titleId)
    await house.enterEntry(SYSTEM, { titleId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    const sound = reelForTest().sound.map((track) => ({ ...track, language: 'und' }))
    await aReel(database.db, house.id, titleId, { reel: { ...reelForTest(), sound } })
  }
  const { url, id } = await house.makeScreener(SYSTEM, { screener: { titleIds, through: '2099-12-31', locale: 'en' } })
  const link = new URL(url).pathname
  for (const { name, options, locale } of SCREENS) {
    const looking = await openPage(rooms, options)
    await looking.page.goto(at(link.replace('/en/', `/${locale}/`)))
    await looking.page.getByRole('heading', { level: 1, name: locale === 'fr' ? 'First Light et 3 autres' : 'First Light and 3 more' }).waitFor() // prettier-ignore
    assert.equal(
      await looking.page.getByText(/not said|non précisée/).count(),
      0,
      'of a language that nobody said, nothing is said',
    )
    assert.deepEqual(await faultsInBothLooks(looking.page), [], name)
    assert.deepEqual(looking.complaints, [])
    await keepPicture(looking.page, `watch-room-${name}`)
    await looking.close()
  }
  const { page, close } = await openPage(rooms)
  await page.goto(at(link))
  await page.getByLabel('Your name').fill('Ngozi Bell')
  await page.getByLabel('Your mail address').fill('ngozi@far.example')
  await page.getByRole('button', { name: 'Watch' }).nth(2).click()
  await page.getByRole('heading', { level: 1, name: 'Third Light' }).waitFor()
  const { viewings } = await house.readViewings(SYSTEM, { screenerId: id })
  assert.deepEqual(viewings.map(({ name, title }) => [name, title]), [['Ngozi Bell', 'Third Light']]) // prettier-ignore
  await close()
})
