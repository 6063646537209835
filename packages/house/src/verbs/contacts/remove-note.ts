import { findNote, putNote } from '@vitrine/store/contacts/notes'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/** Takes a note back, or brings it back again. */
export async function removeNote(house: HouseContext, actor: Actor, args: { id: string; removed: boolean }): Promise<void> {
  authorise(actor, 'removeNote')
  await write(house, actor, async (writing) => {
    const note = await findNote(writing.trx, house.houseId, args.id)
    if (note === null) throw new HouseError('not-found', { subject: 'Note' })
    await putNote(writing.trx, house.houseId, { ...note, removedAt: args.removed ? writing.at : null })
    writing.audit({ verb: 'removeNote', subject: 'Note', subjectId: note.id, detail: { removed: args.removed } })
  })
}
