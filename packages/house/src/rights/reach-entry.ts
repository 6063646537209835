import type { Locale } from '@vitrine/messages'
import type { Asker } from '@vitrine/store/asker'
import { type EntryRow, findEntry, listVersions } from '@vitrine/store/rights/entries'
import { listDocumentRows } from '@vitrine/store/rights/documents'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { EntryView } from '../contract/rights.ts'
import { HouseError } from '../errors.ts'
import { authorise } from '../policies/authorise.ts'
import type { Verb } from '../policies/policy.ts'
import { imposedBoxInWords, termBoxInWords, termsInWords, toEntrySummary } from './in-words.ts'

/** An entry by id, for a verb. */
export async function reachEntry(house: HouseContext, db: Asker, actor: Actor, verb: Verb, id: string): Promise<EntryRow> {
  authorise(actor, verb)
  const row = await findEntry(db, house.houseId, id)
  if (row === null) throw new HouseError('not-found', { subject: 'Entry' })
  return row
}

/** Fails with `revision-changed` when the entry moved on from the version that the actor had in view. */
export function holdVersion(row: EntryRow, baseVersion: number): void {
  if (row.version !== baseVersion) throw new HouseError('revision-changed', { revision: row.version, baseRevision: baseVersion })
}

/** Fails with `entry-settled` when the entry is in none of the states that a verb is for. */
export function holdStatus(row: EntryRow, ...statuses: EntryRow['status'][]): void {
  if (!statuses.includes(row.status)) throw new HouseError('entry-settled', { status: row.status })
}

/** An entry with its papers and all of its states. */
export async function entryView(house: HouseContext, db: Asker, id: string, locale: Locale): Promise<EntryView> {
  const row = await findEntry(db, house.houseId, id)
  if (row === null) throw new HouseError('not-found', { subject: 'Entry' })
  const [versions, documents] = [
    await listVersions(db, house.houseId, { entryId: id }),
    await listDocumentRows(db, house.houseId, id),
  ]
  const { terms } = row
  return {
    ...toEntrySummary(row, locale),
    terms,
    boxes: terms.boxes.map((box) => termBoxInWords(box, terms, locale)),
    imposes: terms.imposes.map((box) => imposedBoxInWords(box, terms, locale)),
    documents,
    history: versions.map((state) => ({
      version: state.version,
      status: state.status,
      effective: state.effective,
      at: state.at,
      byName: state.byName,
      verb: state.verb,
      note: state.note,
      terms: state.terms,
      text: termsInWords(state.terms, locale),
    })),
  }
}
