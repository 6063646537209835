/** The licences that a file holds besides its films (Avails), each held against the rights book as a row of a rights spreadsheet is. */
import type { TitleSheet } from '@vitrine/catalogue'
import { fold } from '@vitrine/catalogue/model/slug'
import type { Avail, AvailAsset } from '@vitrine/exchange/avails/avail'
import { filmKey } from '@vitrine/exchange/avails/films-of-avails'
import { pricesTogether } from '@vitrine/exchange/avails/price-terms'
import { entryOfAvail } from '@vitrine/exchange/avails/to-entry'
import type { Locale } from '@vitrine/messages'
import { findingMessage } from '@vitrine/messages/findings'
import { importProblem } from '@vitrine/messages/rights-import'
import type { EntryTerms } from '@vitrine/rights/book/entry'
import { boxOf } from '@vitrine/rights/book/lines-of-entry'
import { covers } from '@vitrine/rights/box/algebra'
import type { PriceTerm } from '@vitrine/rights/price/price-terms'
import type { Asker } from '@vitrine/store/asker'
import { intakeFilms, type IntakeRow } from '@vitrine/store/intake/intakes'
import { listTermsOfTitles } from '@vitrine/store/rights/terms-of-titles'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../context.ts'
import type { LicenceIn } from '../contract/intake.ts'
import type { ImportRow } from '../contract/rights.ts'
import { HouseError } from '../errors.ts'
import { cutsOf } from '../rights/cuts-of.ts'
import { termsInWords } from '../rights/in-words.ts'
import { BOOK_LIMITS } from '../rights/spreadsheet/read-book-file.ts'
import { type Candidate, judgeCandidates } from '../rights/spreadsheet/read-rows.ts'
import { readIncomingApart } from './read-incoming.ts'

/** What the file says, read again: licences are never kept beside the book. */
export async function availsIn(house: HouseContext, { contentHash, fileName }: IntakeRow): Promise<Avail[]> {
  const bytes = await house.files.get(contentHash)
  if (bytes === null) throw new HouseError('not-found', { subject: 'File' })
  const read = await readIncomingApart({ bytes, fileName, today: house.now().toISOString().slice(0, 10) })
  if ('problem' in read) throw new HouseError('unsupported-file', { fileName })
  const { avails } = read.films
  if (avails.length > BOOK_LIMITS.entries) throw new HouseError('limit-reached', { limit: BOOK_LIMITS.entries })
  return avails
}

export type HeldLicence = LicenceIn & { candidate: Candidate | null }
interface Read {
  rows: number[]
  line: number | null
  key: string
  film: string
  titleId: string | null
  terms: EntryTerms | null
  problems: LicenceIn['problems']
}

/**
 * Every licence of a file beside the book as `db` sees it. What differs in its medium alone is one licence. With `only`, those of
 * these rows are judged as if the file had no others.
 */
export async function holdLicences(
  house: HouseContext,
  db: Asker,
  intakeId: string,
  avails: readonly Avail[],
  locale: Locale,
  only: ReadonlySet<number> | null = null,
): Promise<HeldLicence[]> {
  const films = new Map((await intakeFilms(db, house.houseId, intakeId)).map((film) => [film.key, film.takenTitleId ?? film.titleId])) // prettier-ignore
  const titleIds = [...new Set([...films.values()].flatMap((id) => id ?? []))]
  const sheets = new Map((await findTitles(db, house.houseId, titleIds)).map(({ id, sheet }) => [id, sheet]))
  const licences = readAll(avails, films, sheets, locale).filter(({ rows }) => only === null || only.has(rows[0]!))
  const sold = await soldTo(house, db, titleIds)
  const held = licences.map((read): HeldLicence => {
    const { rows, line, key, film, titleId, terms, problems } = read
    const shown: ImportRow = {
      row: rows[0]!,
      cells: [],
      film,
      titleId,
      title: titleId === null ? null : sheets.get(titleId)!.title,
      entry: null,
      text: terms === null ? null : termsInWords(terms, locale),
      suggestions: [],
      unchanged: terms !== null && titleId !== null && sold(titleId, terms),
      problems: problems.map((problem) => ({ column: null, ...problem })),
    }
    const isPlain = terms !== null && titleId !== null && !shown.unchanged && !problems.some(({ severity }) => severity === 'bad')
    const candidate: Candidate | null = isPlain
      ? { row: shown.row, id: null, titleId, status: 'signed', terms, states: [{ status: 'signed', terms, effective: null }], shown, more: [] } // prettier-ignore
      : null
    return { rows, line, key, film, titleId, title: shown.title, text: shown.text, standing: shown.unchanged ? 'same' : 'doubtful', problems, candidate } // prettier-ignore
  })
  await judgeCandidates(
    house,
    db,
    held.flatMap(({ candidate }) => candidate ?? []),
    locale,
  )
  return held.map((licence) => {
    if (licence.candidate === null) return licence
    const { unchanged, problems } = licence.candidate.shown
    const told = problems.map(({ severity, message }) => ({ severity, message }))
    const standing = unchanged ? 'same' : told.some(({ severity }) => severity === 'bad') ? 'contradicts' : told.length > 0 ? 'doubtful' : 'new' // prettier-ignore
    return { ...licence, problems: told, standing, candidate: unchanged ? null : licence.candidate }
  })
}

function readAll(
  avails: readonly Avail[],
  films: ReadonlyMap<string, string | null>,
  sheets: ReadonlyMap<string, TitleSheet>,
  locale: Locale,
): Read[] {
  const licences: Read[] = []
  const alike = new Map<string, { read: Read; price: readonly PriceTerm[] }[]>()
  for (const [at, avail] of avails.entries()) {
    const film = filmKey(avail.asset)
    const of = films.get(film.slice(0, 500)) ?? null
    const titleId = of !== null && sheets.has(of) ? of : null
    const { terms: said, doubts } = entryOfAvail(avail, locale)
    const terms = said === null || titleId === null ? said : ofItsCut(said, avail.asset, sheets.get(titleId)!)
    const problems: Read['problems'] = doubts.map((doubt) => ({ severity: terms === null ? 'bad' : 'doubtful', message: findingMessage(locale, doubt) })) // prettier-ignore
    if (titleId === null) problems.unshift({ severity: 'bad', message: importProblem('film-waits', { value: avail.asset.title }, locale) }) // prettier-ignore
    const read: Read = { rows: [at + 1], line: avail.line, key: avail.key, film: avail.asset.series?.title ?? avail.asset.title, titleId, terms, problems } // prettier-ignore
    const print = terms === null ? String(at) : JSON.stringify([film, { ...terms, price: undefined, boxes: terms.boxes.map((box) => ({ ...box, media: [] })) }]) // prettier-ignore
    const like = alike.get(print)?.find(({ price }) => pricesTogether(price, terms?.price ?? []) !== null)
    if (like === undefined || terms === null) {
      alike.set(print, [...(alike.get(print) ?? []), { read, price: terms?.price ?? [] }])
      licences.push(read)
      continue
    }
    const first = like.read
    first.rows.push(at + 1)
    const media = [...new Set([...first.terms!.boxes[0]!.media, ...terms.boxes[0]!.media])]
    // a medium that is said twice is not paid twice
    if (media.length > first.terms!.boxes[0]!.media.length) like.price = pricesTogether(like.price, terms.price ?? [])!
    first.terms = { ...terms, ...(like.price.length === 0 ? {} : { price: like.price }), boxes: terms.boxes.map((box) => ({ ...box, media })) } // prettier-ignore
    for (const problem of problems)
      if (!first.problems.some(({ message }) => message === problem.message)) first.problems.push(problem)
  }
  return licences
}

/** An avail has the length of its cut: where the title has several, the licence is of that one alone. */
function ofItsCut(terms: EntryTerms, { runSeconds }: AvailAsset, sheet: TitleSheet): EntryTerms {
  const cuts = sheet.cuts.filter(({ minutes }) => runSeconds !== null && minutes === Math.round(runSeconds / 60))
  if (sheet.cuts.length < 2 || cuts.length !== 1) return terms
  return { ...terms, boxes: terms.boxes.map((box) => ({ ...box, cuts: cutsOf({ cuts }) })) }
}

/** Whether the book has all of it already: sold, or drafted, to the same party in the same way. */
async function soldTo(
  house: HouseContext,
  db: Asker,
  titleIds: readonly string[],
): Promise<(titleId: string, terms: EntryTerms) => boolean> {
  const buyer = (titleId: string, { exclusive, party }: EntryTerms) => JSON.stringify([titleId, exclusive, fold(party ?? '')])
  const entries = (await listTermsOfTitles(db, house.houseId, titleIds)).filter(({ terms }) => terms.kind === 'licence')
  const byBuyer = Map.groupBy(entries, ({ titleId, terms }) => buyer(titleId, terms))
  return (titleId, terms) => {
    const bought = (byBuyer.get(buyer(titleId, terms)) ?? []).flatMap((one) => one.terms.boxes.map((box) => boxOf(box, one.terms))) // prettier-ignore
    return terms.boxes.every((box) => covers(bought, boxOf(box, terms)))
  }
}
