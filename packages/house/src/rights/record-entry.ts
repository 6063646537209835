/** New states of entries, written with their lines and their line in the audit trail. */
import type { AuditVerb } from '@vitrine/messages/audit-verbs'
import type { EntryStatus, EntryTerms } from '@vitrine/rights/book/entry'
import { linesOfVersions } from '@vitrine/rights/book/lines-of-versions'
import { type EntryRow, listVersions } from '@vitrine/store/rights/entries'
import { putEntries } from '@vitrine/store/rights/put-entries'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { Writing } from '../write.ts'
import { tellOfEntries } from './tell-of-entries.ts'

export interface EntryState {
  id: string
  titleId: string
  /** null: the entry is new. */
  before: EntryRow | null
  status: EntryStatus
  terms: EntryTerms
  /** The day from which it holds; null: from the beginning. */
  effective: string | null
  verb: AuditVerb
  note: string | null
}

export const recordEntry = (house: HouseContext, writing: Writing, actor: Actor, state: EntryState): Promise<void> =>
  recordEntries(house, writing, actor, [state])

/** However many, in a handful of statements; of an entry one state. */
export async function recordEntries(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  states: readonly EntryState[],
): Promise<void> {
  const known = states.flatMap(({ id, before }) => (before === null ? [] : [id]))
  const earlier = Map.groupBy(known.length === 0 ? [] : await listVersions(writing.trx, house.houseId, { entryIds: known }), ({ entryId }) => entryId) // prettier-ignore
  const puts = states.map(({ id, titleId, before, status, terms, effective, verb, note }) => {
    const lines = linesOfVersions(id, [...(earlier.get(id) ?? []), { status, terms, effective }])
    const version = (before?.version ?? 0) + 1
    return { id, titleId, version, status, terms, effective, lines, createdAt: before?.createdAt ?? writing.at, at: writing.at, byId: actor.userId, byName: actor.name, verb, note } // prettier-ignore
  })
  await putEntries(writing.trx, house.houseId, puts, writing.changeSeq)
  await tellOfEntries(house, writing, puts)
  for (const { id, titleId, version, status, terms, effective, verb, note } of puts)
    writing.audit({
      verb,
      subject: 'Entry',
      subjectId: id,
      detail: { titleId, version, kind: terms.kind, status, party: terms.party, contract: terms.contract, effective, note },
    })
}
