import type { TitleSheet } from '@vitrine/catalogue'
import type { HouseContext } from '../../context.ts'
import type { Actor, StoredTitle } from '../../contract.ts'
import { newId } from '../../ids.ts'
import { cleanText, parseSheet } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { holdPictures } from '../../titles/hold-pictures.ts'
import { toStoredTitle } from '../../titles/reach-title.ts'
import { storeTitle } from '../../titles/store-titles.ts'
import { write } from '../../write.ts'

/** A new title, as a draft. */
export async function createTitle(
  house: HouseContext,
  actor: Actor,
  args: { sheet: TitleSheet; note?: string | null },
): Promise<StoredTitle> {
  authorise(actor, 'createTitle')
  const sheet = parseSheet(args.sheet)
  const note = args.note ? cleanText(args.note).slice(0, 1000) : null
  return write(house, actor, async (writing) => {
    await holdPictures(house, writing.trx, sheet)
    const id = newId(house.now().getTime())
    return toStoredTitle(
      await storeTitle(house, writing, actor, {
        id,
        before: null,
        sheet,
        status: 'draft',
        verb: 'createTitle',
        note,
        byHand: true,
      }),
    )
  })
}
