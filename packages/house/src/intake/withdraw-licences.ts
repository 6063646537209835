import { entriesOfIntake, forgetEntriesOfIntake, type IntakeRow } from '@vitrine/store/intake/intakes'
import { findEntries } from '@vitrine/store/rights/entries'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { type EntryState, recordEntries } from '../rights/record-entry.ts'
import type { Writing } from '../write.ts'

/**
 * Takes the licences of a file back out of the book, in the book's own way: a draft is rejected, what was signed is taken back from
 * its beginning. One that somebody worked on since stays.
 */
export async function withdrawLicences(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  { id, fileName }: IntakeRow,
): Promise<{ withdrawn: number; kept: number }> {
  const entries = await findEntries(writing.trx, house.houseId, await entriesOfIntake(writing.trx, house.houseId, id))
  const stays = entries.filter(({ version, status }) => version > 1 && (status === 'draft' || status === 'signed'))
  const untouched = entries.filter(({ version }) => version === 1)
  const states = untouched.map((before): EntryState => {
    const status = before.status === 'draft' ? 'rejected' : 'terminated'
    return { id: before.id, titleId: before.titleId, before, status, terms: before.terms, effective: null, verb: 'undoIntakeLicences', note: fileName } // prettier-ignore
  })
  await recordEntries(house, writing, actor, states)
  await forgetEntriesOfIntake(writing.trx, house.houseId, id, stays.map((entry) => entry.id)) // prettier-ignore
  return { withdrawn: untouched.length, kept: stays.length }
}
