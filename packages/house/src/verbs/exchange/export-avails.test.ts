import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAvails } from '@vitrine/exchange/avails/read-avails'
import { priceOfTerms } from '@vitrine/exchange/avails/price-terms'
import { schemaSays, SKIPPED } from '@vitrine/exchange/movielabs/published'
import { printPrice } from '@vitrine/rights/price/price-terms'
import { SYSTEM } from '../../actors.ts'
import type { Actor, House } from '../../contract.ts'
import { exportedAvails } from '../../testing/exported-avails.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'
import { signDeal } from '../../testing/signed-deal.ts'

const cuts = [{ minutes: 52, episodes: null, versions: [] }]
const enter = (house: House, titleId: string, entry: object) =>
  house.enterEntry(SYSTEM, { titleId, entry: { exclusive: false, from: '2027-01-01', to: '2028-12-31', ...entry }, acceptWarnings: true, note: null, locale: 'en' }) // prettier-ignore
const film = async (house: House, title: string, formats: string[] = []) => {
  const { id } = await house.createTitle(SYSTEM, { sheet: aSheet(title, { cuts, formats }) })
  await enter(house, id, { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01', to: '2040-12-31', party: 'The producer' }) // prettier-ignore
  return id
}
/** What the file says, as a platform reads it. */
const said = (bytes: Uint8Array) =>
  readAvails(bytes).avails.map(({ asset, licensee, transaction }) => ({ film: asset.title, licensee, type: transaction.licenseType, profile: transaction.formatProfile, price: printPrice(priceOfTerms(transaction.terms).price), territories: transaction.territories.join(' '), from: transaction.start, to: transaction.end, held: transaction.holdbackLanguages.join(' ') })) // prettier-ignore
/** Our own checks and the official schema find no error in it. */
async function isSound(house: House, actor: Actor, { bytes, fileName }: { bytes: Uint8Array; fileName: string }, warnings = 0) {
  const { counts, findings } = await house.validateFile(actor, { bytes, fileName })
  assert.deepEqual([counts.fatal, counts.error, counts.warning], [0, 0, warnings], JSON.stringify(findings.slice(0, 5)))
  if (SKIPPED === false && fileName.endsWith('.xml')) assert.deepEqual(schemaSays('avails-v2.6.xsd')(bytes), [])
}

eachHouse('avails of what was sold to platforms', (open) => {
  test('the fee of a signed deal goes out with its licence, shared where several avails say it, in the definition that is delivered', async () => {
    const { house, member, database } = await open()
    const uhd = [{ kind: 'cut', detail: 'ProRes 422 HQ UHD', days: null }] as const
    await signDeal({ house, database }, {
      company: 'Modest Stream',
      lines: [
        { title: 'Alder', minor: 1_250_001, media: 'svod, tvod', materials: [...uhd] },
        { title: 'Birch', minor: 900_000, media: 'est', territory: 'Latvia' },
        { title: 'Cedar', minor: 300_000, media: 'free-tv, avod' },
      ],
    }) // prettier-ignore
    const sales = await member('sales')
    const xml = await exportedAvails(house, sales, { as: 'xml', locale: 'en' })
    assert.deepEqual(
      said(xml.bytes).map(({ film: of, type, price, profile }) => `${of}: ${type}, ${price}, ${profile}`).toSorted(),
      [
        'Alder: SVOD, LicenseFee 6250.00 EUR, UHD',
        'Alder: VOD, LicenseFee 6250.01 EUR, UHD',
        'Birch: EST, LicenseFee 9000.00 EUR, HD',
        'Cedar: AVOD, LicenseFee 3000.00 EUR, HD',
      ],
    ) // prettier-ignore
    assert.deepEqual(
      xml.unsaid.map(({ rule }) => rule.slice('avails/unsaid/'.length)).toSorted(),
      ['fee-of-more', 'fee-shared', 'format', 'format', 'medium'],
    ) // prettier-ignore
    await isSound(house, sales, xml, 1) // AVOD is a word that the two sides agree on
    const sheet = await exportedAvails(house, sales, { as: 'movies', licensee: 'modest stream', locale: 'en' })
    const { counts } = await house.validateFile(sales, { bytes: sheet.bytes, fileName: sheet.fileName })
    assert.deepEqual([counts.fatal, counts.error], [0, 0])
    const { bytes } = await house.convertFile(sales, { bytes: sheet.bytes, fileName: sheet.fileName, to: 'avails', locale: 'en' })
    assert.deepEqual(said(bytes).map(({ price }) => price).toSorted(), said(xml.bytes).map(({ price }) => price).toSorted()) // prettier-ignore
    // a key that may read the book and no deal is told no fee
    const blind = await exportedAvails(house, { ...sales, kind: 'key', scopes: ['rights:read'] } as Actor, { as: 'xml', locale: 'en' }) // prettier-ignore
    assert.deepEqual([...new Set(said(blind.bytes).map(({ price }) => price))], [''])
    assert.ok(blind.unsaid.some(({ rule }) => rule === 'avails/unsaid/price'))
  })

  test('prices typed at a licence go out in place of the fee, with each version of the entry, and come back into another house', async () => {
    const [{ house, member }, { house: other }] = [await open(), await open()]
    const alder = await film(house, 'Alder', ['colour', '4K', 'HD'])
    const typed = { kind: 'licence', party: 'Shop', territory: 'Poland', media: 'est', price: 'wsp 4,99 EUR; SRP 9.99 EUR; Tier 4' } // prettier-ignore
    const { id, version, terms } = await enter(house, alder, typed)
    assert.equal(printPrice(terms.price!), 'WSP 4.99 EUR; SRP 9.99 EUR; Tier 4')
    await enter(house, alder, { ...typed, party: 'Other Shop', territory: 'Latvia', media: 'tvod', price: [{ name: 'WSP', currency: 'JPY', minor: 500 }] }) // prettier-ignore
    await assert.rejects(enter(house, alder, { ...typed, price: 'WSP 4.99' }), (thrown: { code?: string; details?: { issues?: { path: string }[] } }) => thrown.code === 'invalid-input' && thrown.details?.issues?.[0]?.path === 'price') // prettier-ignore
    const rights = await member('rights')
    const xml = await exportedAvails(house, rights, { as: 'xml', locale: 'en' })
    assert.deepEqual(
      said(xml.bytes).map(({ licensee, price, profile }) => `${licensee}: ${price}, ${profile}`).toSorted(),
      ['Other Shop: WSP 500 JPY, UHD', 'Shop: WSP 4.99 EUR; SRP 9.99 EUR; Tier 4, UHD'],
    ) // prettier-ignore
    assert.deepEqual(xml.unsaid, [])
    await isSound(house, rights, xml)
    const amended = await house.amendEntry(SYSTEM, { id, baseVersion: version, entry: { exclusive: false, from: '2027-01-01', to: '2028-12-31', ...typed, price: 'Tier 5' }, effective: null, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    assert.deepEqual(amended.history.map((state) => printPrice(state.terms.price ?? [])).toSorted(), ['Tier 5', 'WSP 4.99 EUR; SRP 9.99 EUR; Tier 4']) // prettier-ignore

    const pricesIn = async (of: House, titleId: string) => {
      const { items } = await of.listEntries(SYSTEM, { titleId, kind: 'licence', locale: 'en' })
      const entries = await Promise.all(items.map((one) => of.viewEntry(SYSTEM, { id: one.id, locale: 'en' })))
      return entries.map((one) => printPrice(one.terms.price ?? [])).toSorted()
    }
    const there = await film(other, 'Alder')
    const intake = await other.receiveFile(SYSTEM, { bytes: xml.bytes, fileName: 'avails.xml' })
    await other.takeIntakeLicences(SYSTEM, { id: intake.id, as: 'signed', acceptWarnings: true, locale: 'en' })
    assert.deepEqual(await pricesIn(other, there), ['WSP 4.99 EUR; SRP 9.99 EUR; Tier 4', 'WSP 500 JPY'])
    for (const format of ['json', 'csv', 'xlsx'] as const) {
      const { house: next } = await open()
      const { id: titleId } = await next.createTitle(SYSTEM, { sheet: aSheet('Alder', { cuts }) })
      const { bytes } = await house.exportRights(SYSTEM, { format, locale: 'fr' })
      const { mapping } = await next.previewRightsImport(SYSTEM, { bytes, fileName: `rights.${format}`, locale: 'fr' })
      await next.importRights(SYSTEM, { bytes, fileName: `rights.${format}`, mapping, acceptWarnings: true, locale: 'fr' })
      assert.deepEqual(await pricesIn(next, titleId), ['Tier 5', 'WSP 500 JPY'], format)
    }
  })

  test('what is held back from everybody is not told to a platform as its own: its languages, its places, its days', async () => {
    const { house, member } = await open()
    const alder = await film(house, 'Alder', ['HD'])
    await enter(house, alder, { kind: 'licence', party: 'Plateau', territory: 'France, Poland', media: 'svod', holdbacks: [{ territory: 'France', media: 'svod' }] }) // prettier-ignore
    await enter(house, alder, { kind: 'holdback', party: 'The producer', territory: 'France', media: 'svod', languages: 'fr', from: '2027-01-01', to: '2027-06-30' }) // prettier-ignore
    const rights = await member('rights')
    const xml = await exportedAvails(house, rights, { as: 'xml', locale: 'en' })
    assert.deepEqual(
      said(xml.bytes).map(({ territories, from, to, held }) => `${territories} ${from.slice(0, 10)} ${to.slice(0, 10)} ${held}`.trim()).toSorted(),
      ['FR 2027-01-01 2027-06-30 fr', 'FR PL 2027-07-01 2028-12-31', 'PL 2027-01-01 2027-06-30'],
    ) // prettier-ignore
    await isSound(house, rights, xml)
    await enter(house, alder, { kind: 'holdback', party: 'The producer', territory: 'World', media: 'vod' })
    const none = await exportedAvails(house, rights, { as: 'xml', locale: 'en' })
    assert.deepEqual([none.avails, none.unsaid.map(({ rule }) => rule)], [0, ['avails/unsaid/held-back']])
  })
})
