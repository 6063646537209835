import { profileOf } from '@vitrine/exchange/avails/format-profile'
import { availsOfLicence, LICENSE_TYPES, type Unsaid } from '@vitrine/exchange/avails/from-licence'
import { FEE, shareFee, termsOfPrice } from '@vitrine/exchange/avails/price-terms'
import { AVAILS_VERSIONS, writeAvails } from '@vitrine/exchange/avails/write-avails'
import { writeAvailsSpreadsheet, writeAvailsWorkbook } from '@vitrine/exchange/avails-spreadsheet/write-avails-spreadsheet'
import type { FilmOut, Sender } from '@vitrine/exchange/formats/format'
import { fold } from '@vitrine/catalogue/model/slug'
import { LOCALES } from '@vitrine/messages'
import type { Line } from '@vitrine/rights/book/line'
import { linesOfEntry } from '@vitrine/rights/book/lines-of-entry'
import type { PriceTerm } from '@vitrine/rights/price/price-terms'
import { type SignedLine, signedLines } from '@vitrine/store/deals/links'
import type { EntryRow } from '@vitrine/store/rights/entries'
import { findTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { AVAILS_KINDS, type ExchangeVerbs } from '../../contract-exchange.ts'
import { HouseError } from '../../errors.ts'
import { filmOut, sender } from '../../exchange/film-out.ts'
import { leftOfBox } from '../../exchange/left-of-box.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { everyEntry } from '../../rights/every-entry.ts'

const Asked = z.object({
  as: z.enum(AVAILS_KINDS),
  version: z.enum(AVAILS_VERSIONS).nullish(),
  licensee: z.string().max(300).nullish(),
  locale: z.enum(LOCALES),
})

/** Signed licences of platforms as Avails. A licence is a platform's when at least one of its media is one that platforms sell. */
export async function exportAvails(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ExchangeVerbs['exportAvails']>[1],
): ReturnType<ExchangeVerbs['exportAvails']> {
  authorise(actor, 'exportAvails')
  const { as, version, licensee, locale } = parse(Asked, args)
  const wanted = licensee ? fold(licensee) : null
  const entries = await everyEntry(house)
  const licences = entries.filter(
    ({ kind, status, terms }) =>
      kind === 'licence' &&
      status === 'signed' &&
      terms.boxes.some(({ media }) => media.some((medium) => LICENSE_TYPES[medium] !== undefined)) &&
      (wanted === null || fold(terms.party ?? '') === wanted),
  )
  if (wanted !== null && licences.length === 0) throw new HouseError('not-found', { subject: 'Entry', licensee })
  const titleIds = [...new Set(licences.map(({ titleId }) => titleId))]
  const rows = await findTitles(house.db, house.houseId, titleIds)
  const films = new Map(rows.map((row) => [row.id, filmOut(house, row, locale)]))
  const from = await sender(house, house.db)
  // a key that may not see deals is told no fee of one
  const signed = can(actor, 'listDeals') ? await signedLines(house.db, house.houseId, licences.map(({ id }) => id)) : [] // prettier-ignore
  const lines = new Map(signed.map((line) => [line.entryId, line]))
  const held = Map.groupBy(
    entries.flatMap(({ id, titleId, status, terms }) => (films.has(titleId) ? linesOfEntry(id, status, terms).map((line) => ({ titleId, line })) : [])).filter(({ line }) => line.kind === 'holdback'), // prettier-ignore
    ({ titleId }) => titleId,
  )
  const said = licences.map((licence) => {
    const others = (held.get(licence.titleId) ?? []).filter(({ line }) => line.entry !== licence.id)
    return availsOf(licence, films.get(licence.titleId)!, lines.get(licence.id), others.map(({ line }) => line), from) // prettier-ignore
  })
  // avails of one film stand together, so that each has its ALID once
  const avails = said.flatMap((one) => one.avails).toSorted((a, b) => (a.alid! < b.alid! ? -1 : a.alid! > b.alid! ? 1 : 0))
  const unsaid = said.flatMap((one) => one.unsaid)
  const file =
    as === 'xml'
      ? { ...writeAvails(avails, { sender: from, ...(version ? { version } : {}) }), left: [] }
      : as === 'xlsx'
        ? await writeAvailsWorkbook(avails)
        : await writeAvailsSpreadsheet(avails, { kind: as, as: 'xlsx' })
  return { ...file, avails: avails.length - file.left.length, left: file.left.length, unsaid }
}

/** The avails of one licence: what of its boxes may be exploited, at the price that stands at the entry, else at the fee that was signed. */
function availsOf(
  { terms, undated }: EntryRow,
  film: FilmOut,
  line: SignedLine | undefined,
  held: readonly Line[],
  from: Sender,
): ReturnType<typeof availsOfLicence> {
  const fee: PriceTerm[] = line === undefined ? [] : [{ name: FEE, currency: line.currency, minor: line.minor }]
  const price = terms.price ?? fee
  const boxes = terms.boxes.flatMap((box) => leftOfBox(box, terms, held, cutsOf(film.sheet)))
  const platform = {
    exclusive: terms.exclusive,
    licensee: terms.party ?? '',
    contract: terms.contract,
    price: termsOfPrice(price),
    formatProfile: profileOf(line?.materials ?? []) ?? profileOf(film.sheet.formats),
    isUndated: undated,
  }
  const said = boxes.map((box) => availsOfLicence(film, { ...platform, box }, from))
  const { avails, shared } = shareFee(said.flatMap((one) => one.avails))
  const unsaid = distinct(said.flatMap((one) => one.unsaid))
  const tell = (severity: Unsaid['severity'], what: string, values: Unsaid['values']): void =>
    void unsaid.push({ severity, rule: `avails/unsaid/${what}`, line: null, path: film.id, values })
  if (boxes.length === 0) tell('warning', 'held-back', {})
  if (shared !== null) tell('notice', 'fee-shared', { fee: shared, count: String(avails.length) })
  const others = unsaid.flatMap(({ rule, values }) => (rule === 'avails/unsaid/medium' ? values['medium']! : []))
  if (avails.length > 0 && others.length > 0 && price.some(({ name }) => name === FEE)) tell('notice', 'fee-of-more', { media: others.join(', ') }) // prettier-ignore
  return { avails, unsaid }
}

/** What several boxes of one licence have in common is said once. */
const distinct = (unsaid: readonly Unsaid[]): Unsaid[] => [...new Map(unsaid.map((one) => [JSON.stringify([one.rule, one.values]), one])).values()] // prettier-ignore
