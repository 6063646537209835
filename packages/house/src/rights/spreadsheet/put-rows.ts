import type { AuditVerb } from '@vitrine/messages/audit-verbs'
import { linesOfVersions } from '@vitrine/rights/book/lines-of-versions'
import { putEntries } from '@vitrine/store/rights/put-entries'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { newId } from '../../ids.ts'
import type { Writing } from '../../write.ts'
import { tellOfEntries } from '../tell-of-entries.ts'
import type { ReadyRow } from './read-rows.ts'

/** Writes rows that were judged into the book, with their lines in the trail. Answers the ids of the entries. */
export async function putRows(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  ready: readonly ReadyRow[],
  { fileName, verb }: { fileName: string; verb: AuditVerb },
): Promise<string[]> {
  const entries = ready.map(({ id, ...row }) => ({ id: id ?? newId(Date.parse(writing.at)), ...row }))
  const most = Math.max(0, ...entries.map(({ states }) => states.length))
  // the first state of every entry, then the second of those that have one
  for (let version = 1; version <= most; version += 1) {
    const puts = entries.flatMap(({ id, titleId, states }) => {
      const state = states[version - 1]
      if (state === undefined) return []
      const lines = linesOfVersions(id, states.slice(0, version))
      return [{ id, titleId, version, ...state, lines, createdAt: writing.at, at: writing.at, byId: actor.userId, byName: actor.name, verb, note: fileName }] // prettier-ignore
    })
    await putEntries(writing.trx, house.houseId, puts, writing.changeSeq)
  }
  await tellOfEntries(
    house,
    writing,
    entries.map((entry) => ({ ...entry, version: entry.states.length })),
  )
  for (const { id, titleId, status, terms, states } of entries)
    writing.audit({ verb, subject: 'Entry', subjectId: id, detail: { titleId, version: states.length, kind: terms.kind, status, party: terms.party, contract: terms.contract, fileName } }) // prettier-ignore
  return entries.map(({ id }) => id)
}
