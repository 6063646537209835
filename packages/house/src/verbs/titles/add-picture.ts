import { LanguageTag, type Picture, PICTURE_KINDS } from '@vitrine/catalogue'
import { notePicture } from '@vitrine/store/pictures/pictures'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor, StoredTitle } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { keepPicture } from '../../pictures/keep-picture.ts'
import { reachTitle, toStoredTitle } from '../../titles/reach-title.ts'
import { storeTitle } from '../../titles/store-titles.ts'
import { write } from '../../write.ts'

const NewPicture = z.object({
  kind: z.enum(PICTURE_KINDS),
  caption: z.record(LanguageTag, z.string().trim().min(1).max(1000)),
  credit: z.string().trim().min(1).max(300).nullable(),
})
const MOST = 100

/**
 * Adds a picture at the end of a title's pictures. It takes nothing away that anybody saved meanwhile, so a `baseRevision`
 * that was passed by is no obstacle. The same picture again changes nothing.
 */
export async function addPicture(
  house: HouseContext,
  actor: Actor,
  args: {
    id: string
    baseRevision: number
    bytes: Uint8Array
    kind: Picture['kind']
    caption: Record<string, string>
    credit: string | null
  },
): Promise<StoredTitle> {
  await reachTitle(house, house.db, actor, 'addPicture', args.id) // before any work is done for a stranger
  const { kind, caption, credit } = parse(NewPicture, { kind: args.kind, caption: args.caption, credit: args.credit })
  const kept = await keepPicture(house, args.bytes)
  return write(house, actor, async (writing) => {
    const before = await reachTitle(house, writing.trx, actor, 'addPicture', args.id)
    if (args.baseRevision > before.revision)
      throw new HouseError('revision-changed', { revision: before.revision, baseRevision: args.baseRevision })
    const { id, sheet, status } = before
    if (sheet.pictures.some((picture) => picture.id === kept.id && picture.kind === kind)) return toStoredTitle(before)
    if (sheet.pictures.length >= MOST) throw new HouseError('limit-reached', { limit: MOST })
    await notePicture(writing.trx, house.houseId, kept)
    const picture: Picture = {
      id: kept.id,
      kind,
      caption,
      credit,
      focus: null,
      width: kept.width,
      height: kept.height,
      colour: kept.colour,
    }
    const after = { ...sheet, pictures: [...sheet.pictures, picture] }
    return toStoredTitle(
      await storeTitle(house, writing, actor, { id, before, sheet: after, status, verb: 'addPicture', note: null, byHand: true }),
    )
  })
}
