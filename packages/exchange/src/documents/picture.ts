import { DocumentError } from './errors.ts'
import { ACCEPTED_PICTURES, pictureKind, type AcceptedPicture } from './sniff.ts'

/**
 * The kind of an uploaded picture, by its content; SVG is refused by name, everything else that is no picture too.
 *
 * @throws DocumentError `empty`, `svg-refused`, `not-a-picture`
 * @example
 * acceptPicture(bytes) // "jpeg"
 */
export function acceptPicture(bytes: Uint8Array): AcceptedPicture {
  if (bytes.length === 0) throw new DocumentError('empty')
  const kind = pictureKind(bytes)
  if (kind === 'svg') throw new DocumentError('svg-refused')
  const accepted = ACCEPTED_PICTURES.find((name) => name === kind)
  if (accepted === undefined) throw new DocumentError('not-a-picture')
  return accepted
}
