import type { Avail } from '@vitrine/exchange/avails/avail'
import { profileOf } from '@vitrine/exchange/avails/format-profile'
import { availsOfLicence, LICENSE_TYPES, type Unsaid } from '@vitrine/exchange/avails/from-licence'
import { FEE, shareFee, termsOfPrice } from '@vitrine/exchange/avails/price-terms'
import { AVAILS_VERSIONS, writeAvailsOf } from '@vitrine/exchange/avails/write-avails'
import {
  kindOf,
  type SheetKind,
  writeAvailsSpreadsheetOf,
  writeAvailsWorkbookOf,
} from '@vitrine/exchange/avails-spreadsheet/write-avails-spreadsheet'
import type { FilmOut, Sender } from '@vitrine/exchange/formats/format'
import { fold } from '@vitrine/catalogue/model/slug'
import { LOCALES, type Locale } from '@vitrine/messages'
import type { Line } from '@vitrine/rights/book/line'
import { linesOfEntry } from '@vitrine/rights/book/lines-of-entry'
import type { PriceTerm } from '@vitrine/rights/price/price-terms'
import { type SignedLine, signedLines } from '@vitrine/store/deals/links'
import { entriesOfTitles, type EntryRow, walkSoldTitles } from '@vitrine/store/rights/entries'
import { findTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { AVAILS_KINDS, type ExchangeVerbs } from '../../contract/exchange.ts'
import { HouseError } from '../../errors.ts'
import { filmOut, sender } from '../../exchange/film-out.ts'
import { leftOfBox } from '../../exchange/left-of-box.ts'
import { fileApart, writtenApart } from '../../exchange/written-apart.ts'
import { parse } from '../../input.ts'
import { pagesBehind } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'
import { cutsOf } from '../../rights/cuts-of.ts'

const Asked = z.object({
  as: z.enum(AVAILS_KINDS),
  version: z.enum(AVAILS_VERSIONS).nullish(),
  licensee: z.string().max(300).nullish(),
  locale: z.enum(LOCALES),
})

/** So many films are held at once. */
const FILMS = 100
/** So many of what is unsaid are told one by one; all are counted. */
const TOLD = 1000

/**
 * Signed licences of platforms as Avails. A licence is a platform's when at least one of its media is one that platforms sell. The book is
 * gone through film by film and the file written apart, so that neither is held.
 */
export async function exportAvails(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ExchangeVerbs['exportAvails']>[1],
): ReturnType<ExchangeVerbs['exportAvails']> {
  authorise(actor, 'exportAvails')
  const { as, version, licensee, locale } = parse(Asked, args)
  const from = await sender(house, house.db)
  const asked = { licensee: licensee || null, from, locale, tellsFees: can(actor, 'listDeals') }
  const pass = throughBook(house, asked)
  const { pieces, mediaType, fileName } =
    as === 'xml'
      ? writeAvailsOf(pass.films, { sender: from, ...(version ? { version } : {}) })
      : as === 'xlsx'
        ? writeAvailsWorkbookOf(pass.films, fileApart)
        : await writeAvailsSpreadsheetOf(pass.films, as)
  const written = await writtenApart(pieces)
  const { seen, told, unsaid } = pass
  const left = as === 'movies' ? seen.tv : as === 'tv' ? seen.movies : 0
  const named = { mediaType, fileName: typeof fileName === 'string' ? fileName : fileName() }
  return { ...named, ...written, avails: seen.movies + seen.tv - left, left, unsaid, told }
}

interface AskedOfBook {
  licensee: string | null
  from: Sender
  locale: Locale
  /** A key that may not see deals is told no fee of one. */
  tellsFees: boolean
}

/** Going once through the films that were sold, and what was met on the way. */
interface Pass {
  /** The avails of each film together, so that each has its ALID once. */
  films: AsyncIterable<Avail[]>
  seen: Record<SheetKind, number>
  told: Record<string, number>
  unsaid: Unsaid[]
}

function throughBook(house: HouseContext, asked: AskedOfBook): Pass {
  const seen = { movies: 0, tv: 0 }
  const told: Record<string, number> = {}
  const unsaid: Unsaid[] = []
  async function* films(): AsyncGenerator<Avail[]> {
    let licences = 0
    const pages = pagesBehind<string>((last) => walkSoldTitles(house.db, house.houseId, last ?? '', FILMS), FILMS)
    for await (const titleIds of pages)
      for (const film of await availsOfFilms(house, titleIds, asked)) {
        licences += film.licences
        for (const avail of film.avails) seen[kindOf(avail)] += 1
        for (const { rule } of film.unsaid) told[rule] = (told[rule] ?? 0) + 1
        unsaid.push(...film.unsaid.slice(0, TOLD - unsaid.length))
        yield film.avails
      }
    const { licensee } = asked
    if (licensee !== null && licences === 0) throw new HouseError('not-found', { subject: 'Entry', licensee })
  }
  return { films: films(), seen, told, unsaid }
}

async function availsOfFilms(
  house: HouseContext,
  titleIds: readonly string[],
  { licensee, from, locale, tellsFees }: AskedOfBook,
): Promise<{ licences: number; avails: Avail[]; unsaid: Unsaid[] }[]> {
  const wanted = licensee === null ? null : fold(licensee)
  const entries = await entriesOfTitles(house.db, house.houseId, titleIds)
  const licences = Map.groupBy(entries.filter((entry) => isOfPlatform(entry, wanted)), ({ titleId }) => titleId) // prettier-ignore
  const films = await findTitles(house.db, house.houseId, [...licences.keys()])
  const ids = [...licences.values()].flat().map(({ id }) => id)
  const signed = tellsFees ? await signedLines(house.db, house.houseId, ids) : []
  const lines = new Map(signed.map((line) => [line.entryId, line]))
  const ofTitles = Map.groupBy(entries, ({ titleId }) => titleId)
  return films.map((row) => {
    const film = filmOut(house, row, locale)
    const held = ofTitles
      .get(row.id)!
      .flatMap(({ id, status, terms }) => linesOfEntry(id, status, terms))
      .filter(({ kind }) => kind === 'holdback')
    const said = licences.get(row.id)!.map((licence) => {
      const others = held.filter(({ entry }) => entry !== licence.id)
      return availsOf(licence, film, lines.get(licence.id), others, from)
    })
    const avails = said.flatMap((one) => one.avails)
    return {
      licences: said.length,
      avails: avails.toSorted((a, b) => (a.alid! < b.alid! ? -1 : a.alid! > b.alid! ? 1 : 0)),
      unsaid: said.flatMap((one) => one.unsaid),
    }
  })
}

const isOfPlatform = ({ kind, status, terms }: EntryRow, wanted: string | null): boolean =>
  kind === 'licence' &&
  status === 'signed' &&
  terms.boxes.some(({ media }) => media.some((medium) => LICENSE_TYPES[medium] !== undefined)) &&
  (wanted === null || fold(terms.party ?? '') === wanted)

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
