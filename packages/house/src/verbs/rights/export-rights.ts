import type { RightsColumn } from '@vitrine/exchange/spreadsheets/rights-columns'
import type { Cell } from '@vitrine/exchange/spreadsheets/table'
import type { Locale } from '@vitrine/messages'
import { deskEntries } from '@vitrine/messages/desk-entries'
import { rightsWords } from '@vitrine/messages/rights'
import type { EntryTerms, EventKind, TermBox } from '@vitrine/rights/book/entry'
import { writeTerms } from '@vitrine/rights/book/write-terms'
import { printPrice } from '@vitrine/rights/price/price-terms'
import { listDocumentsOf } from '@vitrine/store/rights/documents'
import { type EntryRow, listVersions } from '@vitrine/store/rights/entries'
import { findTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs } from '../../contract/rights.ts'
import { Id, parse } from '../../input.ts'
import { chosenColumns, type Columns, listAsked, listFile, WHOLE } from '../../lists/list-table.ts'
import { authorise } from '../../policies/authorise.ts'
import { entryPages, everyEntry } from '../../rights/every-entry.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { termBoxInWords } from '../../rights/in-words.ts'

const Export = z.object({ format: z.enum(['json', 'csv', 'xlsx']), titleId: Id.optional() })
const JSON_TYPE = 'application/json'

/** The rights book, or one film's part of it: as the file that `vitrine avails` reads, or as a spreadsheet that can be imported again. */
export async function exportRights(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['exportRights']>[1],
  leaving = WHOLE,
): ReturnType<RightsVerbs['exportRights']> {
  authorise(actor, 'exportRights')
  const { format, titleId } = parse(Export, { format: args.format, titleId: args.titleId })
  const asked = format === 'json' ? null : listAsked('rights', { format, locale: args.locale, columns: args.columns ?? null })
  if (asked === null) return { fileName: 'rights.json', mediaType: JSON_TYPE, bytes: new TextEncoder().encode(`${JSON.stringify(await bookOf(house, await everyEntry(house, titleId)), null, 2)}\n`) } // prettier-ignore
  const pages = (async function* (): AsyncGenerator<Row[]> {
    for await (const entries of entryPages(house, titleId)) yield rowsOf(entries, args.locale)
  })()
  return listFile('rights', deskEntries[args.locale].bookTitle, COLUMNS, pages, asked, leaving)
}

/** The book whole: every state of every entry, and what papers lie beside it. Their bytes stay in the house. */
async function bookOf(house: HouseContext, entries: readonly EntryRow[]): Promise<unknown> {
  const titleIds = [...new Set(entries.map(({ titleId }) => titleId))]
  const titles = await findTitles(house.db, house.houseId, titleIds)
  const states = Map.groupBy(await listVersions(house.db, house.houseId, { titleIds }), ({ entryId }) => entryId)
  const ids = entries.map(({ id }) => id)
  const documents = Map.groupBy(await listDocumentsOf(house.db, house.houseId, ids), ({ entryId }) => entryId)
  return {
    titles: titles.map(({ id, sheet }) => ({ id, name: sheet.title, cuts: cutsOf(sheet) })),
    entries: entries.map(({ id, titleId, status, terms }) => ({
      id,
      title: titleId,
      status,
      ...writeTerms(terms),
      documents: (documents.get(id) ?? []).map(({ fileName, mediaType, bytes, sha256, at, byName }) => ({ fileName, mediaType, bytes, sha256, at, byName })), // prettier-ignore
      history: states.get(id)!.map((state) => ({ version: state.version, at: state.at, by: state.byName, verb: state.verb, remark: state.note, status: state.status, effective: state.effective, ...writeTerms(state.terms) })), // prettier-ignore
    })),
  }
}

const WIDTHS: Partial<Record<RightsColumn, number>> = {
  title: 32,
  territory: 40,
  media: 32,
  languages: 24,
  clause: 60,
  note: 30,
  party: 24,
  holdbacks: 40,
  broadcasts: 24,
  price: 24,
}
const EVENT_WORDS = {
  signature: 'eventSignature',
  delivery: 'eventDelivery',
  acceptance: 'eventAcceptance',
  'first-broadcast': 'eventFirstBroadcast',
  release: 'eventRelease',
  payment: 'eventPayment',
} as const satisfies Record<EventKind, string>

/** A holdback as one line of a cell, as the import reads it: territory | media | from | to | languages | cuts. */
function holdbackLine(box: TermBox, terms: EntryTerms, locale: Locale): string {
  const { territories, media, languages } = termBoxInWords(box, terms, locale)
  return [territories.text, media.text, box.from ?? '', box.to ?? '', languages.text, box.cuts?.join(', ') ?? ''].join(' | ')
}

type Row = Record<Exclude<RightsColumn, 'ignore'>, Cell>

const COLUMNS = Object.fromEntries(
  chosenColumns('rights', null).map((column) => [column, [WIDTHS[column] ?? 14, (row: Row) => row[column]]]),
) as unknown as Columns<'rights', Row>

/** A row for each box of an entry; what the entry says as a whole stands in each. */
function rowsOf(entries: readonly EntryRow[], locale: Locale): Row[] {
  const words = rightsWords[locale]
  const entryWords = deskEntries[locale]
  return entries.flatMap(({ id, titleId, title, status, terms }) =>
    terms.boxes.map((box): Row => {
      const said = termBoxInWords(box, terms, locale)
      return {
        title,
        id: titleId,
        entry: id,
        kind: words.kind[terms.kind],
        exclusive: locale === 'fr' ? (terms.exclusive ? 'oui' : 'non') : terms.exclusive ? 'yes' : 'no',
        status: words.entryStatus[status],
        party: terms.party,
        contract: terms.contract,
        territory: said.territories.text,
        media: said.media.text,
        languages: said.languages.text,
        cuts: box.cuts === null ? null : box.cuts.join(', '),
        from: box.from,
        to: box.to,
        event: terms.event === null ? null : entryWords[EVENT_WORDS[terms.event.kind]],
        'event-date': terms.event?.date ?? null,
        'event-months': terms.event?.months ?? null,
        expires: terms.expires,
        runs: terms.runs?.count ?? null,
        'catch-up': terms.runs?.catchUpDays ?? null,
        broadcasts: terms.runs?.broadcasts.join('; ') || null,
        holdbacks: terms.imposes.map((imposed) => holdbackLine(imposed, terms, locale)).join('\n') || null,
        price: terms.price === undefined ? null : printPrice(terms.price),
        clause: terms.clause,
        note: terms.note,
      }
    }),
  )
}
