import { findSheetImport, forgetSheetsOfImport, setImportUndone, titlesOfImport } from '@vitrine/store/sheets/sheet-imports'
import type { HouseContext } from '../../context.ts'
import type { Actor, ImportUndone } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { takeBack } from '../../titles/take-back.ts'
import { write } from '../../write.ts'

/**
 * Takes an import of sheets back: titles that it made are gone, those that it published are withdrawn, what it changed says again what it
 * said, and its sheets wait no longer. What somebody did since stays, and the same files can be imported again.
 */
export async function undoImport(house: HouseContext, actor: Actor, args: { id: string }): Promise<ImportUndone> {
  authorise(actor, 'undoImport')
  const id = parse(Id, args.id)
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const found = await findSheetImport(trx, house.houseId, id)
    if (found === null) throw new HouseError('not-found', { subject: 'Import' })
    if (found.undoneAt !== null) return { removed: 0, restored: 0, withdrawn: 0, waiting: 0, kept: [] }
    const titles = await titlesOfImport(trx, house.houseId, id)
    const done = new Map(titles.map(({ titleId, before, taken }) => [titleId, { before, taken }]))
    let waiting = 0
    const { removed, restored, withdrawn, kept } = await takeBack(house, writing, actor, done, {
      verb: 'undoImport',
      importId: id,
      beforeRemoving: async (stays) => {
        waiting = await forgetSheetsOfImport(trx, house.houseId, id, stays)
      },
    })
    await setImportUndone(trx, house.houseId, id, at, actor.name)
    writing.audit({
      verb: 'undoImport',
      subject: 'House',
      subjectId: id,
      detail: { removed: removed.length, restored, withdrawn, waiting, kept: kept.length },
    })
    return { removed: removed.length, restored, withdrawn, waiting, kept }
  })
}
