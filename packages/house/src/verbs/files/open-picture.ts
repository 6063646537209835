import { findPicture, pictureShows } from '@vitrine/store/pictures/pictures'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { can } from '../../policies/table.ts'
import { FORMATS, type Format } from '../../pictures/renditions.ts'

/** A picture at the next of the house's widths (160 to 1920) from the one asked, never enlarged. The ETag is that of the bytes. */
export async function openPicture(
  house: HouseContext,
  actor: Actor,
  args: { id: string; width: number; format: Format },
): Promise<{ bytes: Uint8Array; mediaType: string; etag: string }> {
  authoriseEver(actor, 'openPicture')
  if (!FORMATS.includes(args.format) || !(args.width > 0))
    throw new HouseError('invalid-input', { issues: [{ path: 'format', message: 'avif, webp or jpeg, and a width' }] })
  const picture = await findPicture(house.db, house.houseId, args.id)
  if (!picture) throw new HouseError('not-found', { subject: 'Picture' })
  if (!can(actor, 'openPicture', {}) && !can(actor, 'openPicture', await pictureShows(house.db, house.houseId, picture.id)))
    throw new HouseError('not-found', { subject: 'Picture' })
  const bytes = await house.renditions(picture, args.width, args.format)
  return { bytes, mediaType: `image/${args.format}`, etag: `"${sha256(bytes).slice(0, 32)}"` }
}
