/** A new state of an entry, written with its lines and its line in the audit trail. */
import type { EntryStatus, EntryTerms } from '@vitrine/rights/book/entry'
import { linesOfVersions } from '@vitrine/rights/book/lines-of-versions'
import { type EntryRow, listVersions } from '@vitrine/store/rights/entries'
import { queueEvent } from '@vitrine/store/rights/webhooks'
import { putEntries } from '@vitrine/store/rights/put-entries'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { newId } from '../ids.ts'
import type { Writing } from '../write.ts'

export interface EntryState {
  id: string
  titleId: string
  /** null: the entry is new. */
  before: EntryRow | null
  status: EntryStatus
  terms: EntryTerms
  /** The day from which it holds; null: from the beginning. */
  effective: string | null
  verb: string
  note: string | null
}

export async function recordEntry(house: HouseContext, writing: Writing, actor: Actor, state: EntryState): Promise<void> {
  const { id, titleId, before, status, terms, effective, verb, note } = state
  const earlier = before === null ? [] : await listVersions(writing.trx, house.houseId, { entryId: id })
  const lines = linesOfVersions(id, [...earlier, { status, terms, effective }])
  const version = (before?.version ?? 0) + 1
  await putEntries(
    writing.trx,
    house.houseId,
    [{ id, titleId, version, status, terms, effective, lines, createdAt: before?.createdAt ?? writing.at, at: writing.at, byId: actor.userId, byName: actor.name, verb, note }], // prettier-ignore
    writing.changeSeq,
  )
  await queueEvent(writing.trx, house.houseId, {
    id: newId(Date.parse(writing.at)),
    name: 'availability.changed',
    body: {
      event: 'availability.changed',
      titleId,
      entryId: id,
      version,
      kind: terms.kind,
      status,
      change: writing.changeSeq,
      at: writing.at,
    },
    at: writing.at,
  })
  writing.audit({
    verb,
    subject: 'Entry',
    subjectId: id,
    detail: { titleId, version, kind: terms.kind, status, party: terms.party, contract: terms.contract, effective, note },
  })
}
