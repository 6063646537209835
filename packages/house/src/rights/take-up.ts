/** An option that becomes a licence is used up by it. */
import { findEntries } from '@vitrine/store/rights/entries'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { HouseError } from '../errors.ts'
import type { Writing } from '../write.ts'
import { recordEntry } from './record-entry.ts'

/** Marks options of a title as taken up by an entry, in the transaction that signs it. */
export async function takeUp(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  titleId: string,
  options: readonly string[],
  by: string,
): Promise<void> {
  const rows = await findEntries(writing.trx, house.houseId, options)
  for (const id of options) {
    const option = rows.find((row) => row.id === id)
    if (option === undefined || option.titleId !== titleId || option.kind !== 'option' || option.status !== 'signed')
      throw new HouseError('invalid-input', {
        issues: [
          {
            path: 'takesUp',
            message: `${id} is no live option on this title`,
            messageFr: `${id} n’est pas une option en cours sur ce titre`,
          },
        ],
      })
    await recordEntry(house, writing, actor, { id, titleId, before: option, status: 'taken-up', terms: option.terms, effective: null, verb: 'signEntry', note: by }) // prettier-ignore
  }
}
