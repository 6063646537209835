import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import { availsOfLicence, type PlatformLicence } from '@vitrine/exchange/avails/from-licence'
import { writeAvails } from '@vitrine/exchange/avails/write-avails'
import { writeAvailsSpreadsheet } from '@vitrine/exchange/avails-spreadsheet/write-avails-spreadsheet'
import { SYSTEM } from '../../actors.ts'
import { printPrice } from '@vitrine/rights/price/price-terms'
import type { IntakeRow } from '@vitrine/store/intake/intakes'
import type { HouseContext } from '../../context.ts'
import type { House } from '../../contract.ts'
import { withdrawLicences } from '../../intake/withdraw-licences.ts'
import { eachHouse } from '../../testing/house-for-tests.ts'

const sender = { name: 'Lanterne Basse', url: 'https://lanterne.example', email: null, country: 'FR' }
const known: Partial<TitleSheet> = { year: 2021, directors: ['Ana Roig'], cuts: [{ minutes: 52, episodes: null, versions: [] }] }

/** What a platform sends: a title, where, in which media, for whom. */
interface Sold {
  title: string
  territories?: string[]
  media?: string[]
  exclusive?: boolean
  licensee?: string
  cuts?: TitleSheet['cuts']
  price?: PlatformLicence['price']
}
const fee = (minor: number): PlatformLicence['price'][number] => ({
  name: 'LicenseFee',
  kind: 'money',
  amount: { currency: 'EUR', minor },
})
const availsOf = (sold: Sold[]) =>
  sold.flatMap(
    ({
      title,
      territories = ['FR'],
      media = ['svod'],
      exclusive = true,
      licensee = 'Plateau',
      cuts = known.cuts!,
      price = [fee(100_000)],
    }) => {
      // prettier-ignore
      const film = { id: title, sheet: { ...emptySheet(title), ...known, cuts }, url: null, pictures: new Map(), changedAt: '2026-11-22T09:00:00Z' } // prettier-ignore
      const licence: PlatformLicence = {
      box: { territory: territories.join(', '), territories, media, languages: ['all'], cuts: null, from: '2027-01-01', to: '2028-12-31' },
      exclusive,
      licensee,
      contract: null,
      price,
      formatProfile: 'HD',
      isUndated: false,
    } // prettier-ignore
      return availsOfLicence(film, licence, sender).avails
    },
  )
const fileOf = (sold: Sold[]) => ({ bytes: writeAvails(availsOf(sold), { sender }).bytes, fileName: 'avails.xml' })

async function ours(house: House, title: string, entry?: object): Promise<string> {
  const { id } = await house.createTitle(SYSTEM, { sheet: { ...emptySheet(title), ...known } })
  if (entry !== undefined)
    await house.enterEntry(SYSTEM, { titleId: id, entry: { kind: 'grant', exclusive: true, media: 'all', from: '2020-01-01', ...entry }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
  return id
}
const licencesOf = async (house: House, titleId: string) =>
  (await house.listEntries(SYSTEM, { titleId, locale: 'en' })).items.filter(({ kind }) => kind === 'licence')

eachHouse('licences that came in with a file', (open) => {
  test('each stands beside the book as it is: new, there already, in contradiction with a reason, doubtful with one', async () => {
    const { house } = await open()
    await ours(house, 'Alder', { territory: 'World' })
    const birch = await ours(house, 'Birch', { territory: 'World' })
    await ours(house, 'Cedar', { territory: 'Germany' })
    const sold = (party: string) => ({ kind: 'licence', exclusive: true, party, territory: 'FR, BE', media: 'svod, tvod', from: '2027-01-01', to: '2029-12-31' }) // prettier-ignore
    await house.enterEntry(SYSTEM, { titleId: birch, entry: sold('PLATEAU'), acceptWarnings: true, locale: 'en' })
    const file = fileOf([
      { title: 'Alder', media: ['svod', 'avod'] },
      { title: 'Birch' },
      { title: 'Birch', licensee: 'Another' },
      { title: 'Cedar' },
      { title: 'Unheard Of' },
    ])
    const intake = await house.receiveFile(SYSTEM, file)
    assert.equal(intake.licences, 6) // an avail for each medium
    const view = await house.viewIntakeLicences(SYSTEM, { id: intake.id, locale: 'en' })
    assert.deepEqual(
      view.items.map(({ film, rows, standing }) => [film, rows, standing]),
      [
        ['Alder', [1, 2], 'new'],
        ['Birch', [3], 'same'],
        ['Birch', [4], 'contradicts'],
        ['Cedar', [5], 'contradicts'],
        ['Unheard Of', [6], 'doubtful'],
      ],
    )
    assert.match(view.items[2]!.problems[0]!.message, /PLATEAU/)
    assert.match(view.items[3]!.problems[0]!.message, /France/)
    assert.match(view.items[4]!.problems[0]!.message, /“Unheard Of” is not in the catalogue yet/)
    assert.deepEqual([view.counts, view.entered], [{ new: 1, same: 1, contradicts: 2, doubtful: 1 }, 0])
    const page = await house.viewIntakeLicences(SYSTEM, { id: intake.id, standing: 'contradicts', limit: 1, locale: 'fr' })
    assert.deepEqual([page.items.map(({ rows }) => rows), page.after], [[[4]], 4])
    const taken = await house.takeIntakeLicences(SYSTEM, { id: intake.id, as: 'draft', acceptWarnings: true, locale: 'en' })
    assert.deepEqual(taken, { entries: 1, left: 3 }, 'what is doubtful or against the book is named, or it waits')
  })

  test('prices come along: a fee adds up over the media of one licence, other prices are of each sale', async () => {
    const { house } = await open()
    const alder = await ours(house, 'Alder', { territory: 'World' })
    const priced = (name: string, minor: number) => ({ ...fee(minor), name })
    const file = fileOf([
      { title: 'Alder', media: ['svod', 'avod'], price: [fee(100_000), priced('WSP', 499)] },
      { title: 'Alder', media: ['tvod'], price: [fee(50_001), priced('WSP', 499)] },
      { title: 'Alder', media: ['est'], price: [priced('WSP', 799), priced('TPR-WSP', 99)] },
    ])
    const { id } = await house.receiveFile(SYSTEM, file)
    const view = await house.viewIntakeLicences(SYSTEM, { id, locale: 'en' })
    assert.deepEqual(view.items.map(({ rows, standing }) => [rows, standing]), [[[1, 2, 3], 'new'], [[4], 'doubtful']]) // prettier-ignore
    assert.match(view.items[1]!.problems[0]!.message, /no place for these terms of the price: TPR-WSP/)
    for (const rows of [null, [4]]) await house.takeIntakeLicences(SYSTEM, { id, as: 'signed', rows, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    const entries = await Promise.all((await licencesOf(house, alder)).map((one) => house.viewEntry(SYSTEM, { id: one.id, locale: 'en' }))) // prettier-ignore
    assert.deepEqual(entries.map(({ terms }) => printPrice(terms.price ?? [])).sort(), ['LicenseFee 2500.01 EUR; WSP 4.99 EUR', 'WSP 7.99 EUR']) // prettier-ignore
  })

  test('what is plain is entered through the checks of the book, and with the film it is taken back', async () => {
    const { house, member } = await open()
    const alder = await ours(house, 'Alder', { territory: 'World' })
    const owner = await member('owner')
    const { id } = await house.receiveFile(owner, fileOf([{ title: 'Alder' }, { title: 'Alder', territories: ['DE'] }]))
    const take = (as: 'draft' | 'signed') => house.takeIntakeLicences(owner, { id, as, locale: 'en' })
    assert.deepEqual(await take('signed'), { entries: 2, left: 0 })
    assert.deepEqual((await licencesOf(house, alder)).map(({ status, party }) => [status, party]), [['signed', 'Plateau'], ['signed', 'Plateau']]) // prettier-ignore
    assert.deepEqual(await take('signed'), { entries: 0, left: 0 }, 'never twice')
    const undone = await house.undoIntake(owner, { id })
    assert.equal(undone.withdrawn, 2)
    const answer = await house.viewAvailability(SYSTEM, { titleId: alder, question: { territory: 'FR', media: 'svod', from: '2027-01-01', to: '2027-12-31', exclusive: true }, locale: 'en' }) // prettier-ignore
    assert.equal(answer.answer, 'full')
    assert.deepEqual(await take('draft'), { entries: 2, left: 0 }, 'what was withdrawn waits again')
    assert.deepEqual(await house.undoIntakeLicences(owner, { id }), { withdrawn: 2, kept: 0 })
    assert.deepEqual((await licencesOf(house, alder)).map(({ status }) => status).sort(), ['rejected', 'rejected', 'terminated', 'terminated']) // prettier-ignore
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('what contradicts the book can become a draft, never a signature; one that somebody worked on since stays', async () => {
    const { house } = await open()
    const cedar = await ours(house, 'Cedar', { territory: 'Germany' })
    const { id } = await house.receiveFile(SYSTEM, fileOf([{ title: 'Cedar' }, { title: 'Cedar', licensee: 'Another', territories: ['DE'] }, { title: 'Cedar', licensee: 'Third', territories: ['DE'] }])) // prettier-ignore
    const take = (as: 'draft' | 'signed', rows: number[], acceptWarnings = true) =>
      house.takeIntakeLicences(SYSTEM, { id, as, rows, acceptWarnings, locale: 'en' })
    const { items } = await house.viewIntakeLicences(SYSTEM, { id, locale: 'en' })
    assert.deepEqual(items.map(({ standing }) => standing), ['contradicts', 'new', 'contradicts']) // prettier-ignore
    assert.deepEqual(await take('signed', [1]), { entries: 0, left: 1 })
    assert.deepEqual(await take('draft', [1], false), { entries: 0, left: 1 })
    assert.deepEqual(await take('draft', [1]), { entries: 1, left: 0 })
    // The second of the file stood in the way of the third; somebody decides for the third.
    assert.deepEqual(await take('signed', [3]), { entries: 1, left: 0 })
    const drafted = (await licencesOf(house, cedar)).find(({ status }) => status === 'draft')!
    await house.redraftEntry(SYSTEM, { id: drafted.id, baseVersion: 1, entry: { kind: 'licence', exclusive: false, party: 'Plateau', territory: 'DE', media: 'svod', from: '2027-01-01' }, locale: 'en' }) // prettier-ignore
    assert.deepEqual(await house.undoIntakeLicences(SYSTEM, { id }), { withdrawn: 1, kept: 1 })
  })

  test('taking back many licences asks the database no oftener than taking back two', async () => {
    const { house, database } = await open()
    const alder = await ours(house, 'Alder', { territory: 'World' })
    const statements = async (territories: string[]) => {
      const intake = await house.receiveFile(SYSTEM, fileOf(territories.map((territory) => ({ title: 'Alder', territories: [territory] })))) // prettier-ignore
      await house.takeIntakeLicences(SYSTEM, { id: intake.id, as: 'signed', locale: 'en' })
      let asked = 0
      const trx = database.db.withPlugin({
        transformQuery: ({ node }) => ((asked += 1), node),
        transformResult: ({ result }) => Promise.resolve(result),
      })
      const writing = { trx, at: '2026-11-22T12:00:00.000Z', changeSeq: 999, audit: () => {} }
      const undone = await withdrawLicences({ houseId: house.id } as HouseContext, writing, SYSTEM, { id: intake.id, fileName: 'avails.xml' } as IntakeRow) // prettier-ignore
      assert.equal(undone.withdrawn, territories.length)
      return asked
    }
    assert.equal(await statements(['DE', 'AT']), await statements(['FR', 'BE', 'NL', 'LU', 'ES', 'PT', 'IT', 'PL', 'CZ', 'SK']))
    assert.equal((await licencesOf(house, alder)).filter(({ status }) => status === 'terminated').length, 12)
  })

  test('a film that the file itself brings is taken first; then its licences find it, as a spreadsheet too', async () => {
    const { house, member } = await open()
    const owner = await member('owner')
    const { bytes } = await writeAvailsSpreadsheet(availsOf([{ title: 'Elm' }]), { kind: 'movies', as: 'xlsx' })
    const { id } = await house.receiveFile(owner, { bytes, fileName: 'avails.xlsx' })
    const standing = async () => (await house.viewIntakeLicences(owner, { id, locale: 'en' })).items.map((one) => one.standing)
    assert.deepEqual(await standing(), ['doubtful'])
    await house.takeIntake(owner, { id })
    const elm = (await house.listTitles(owner, { locale: 'en' })).cards[0]!.id
    assert.deepEqual(await standing(), ['contradicts'], 'nobody has granted it to the house')
    assert.deepEqual(await house.takeIntakeLicences(owner, { id, as: 'draft', rows: [1], acceptWarnings: true, locale: 'en' }), { entries: 1, left: 0 }) // prettier-ignore
    assert.equal((await licencesOf(house, elm)).length, 1)
    // A film that the book names stays; an editor, who may not write the book, leaves the book alone.
    const byEditor = await house.undoIntake(await member('editor'), { id })
    assert.deepEqual([byEditor.withdrawn, byEditor.kept.map(({ reason }) => reason)], [0, ['in-use']])
    // The book forgets no entry: what is withdrawn still names the film, and the film stays.
    const byOwner = await house.undoIntake(owner, { id })
    assert.deepEqual([byOwner.withdrawn, byOwner.removed, byOwner.kept.map(({ titleId, reason }) => [titleId, reason])], [1, 0, [[elm, 'in-use']]]) // prettier-ignore
    assert.deepEqual((await licencesOf(house, elm)).map(({ status }) => status), ['rejected']) // prettier-ignore
    await assert.rejects(house.viewIntakeLicences(await member('editor'), { id, locale: 'en' }), { code: 'not-allowed' })
    await assert.rejects(house.takeIntakeLicences(await member('sales'), { id, as: 'draft', locale: 'en' }), { code: 'not-allowed' }) // prettier-ignore
  })

  test('a title of several cuts gives the licence of the one whose length the avail has', async () => {
    const { house } = await open()
    const cuts = [52, 90].map((minutes) => ({ minutes, episodes: null, versions: [] }))
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: { ...emptySheet('Fir'), ...known, cuts } })
    await house.enterEntry(SYSTEM, { titleId, entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' }, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    const { id } = await house.receiveFile(SYSTEM, fileOf([{ title: 'Fir', cuts: [cuts[1]!] }]))
    await house.takeIntakeLicences(SYSTEM, { id, as: 'signed', locale: 'en' })
    const [entry] = await licencesOf(house, titleId)
    assert.deepEqual((await house.viewEntry(SYSTEM, { id: entry!.id, locale: 'en' })).boxes.map((box) => box.cuts), [['90']]) // prettier-ignore
  })
})
