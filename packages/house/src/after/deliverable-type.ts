import { documentTypeOf } from '../rights/document-type.ts'
import { isHouseError } from '../errors.ts'

/** What is kept beside a deliverable: papers and pictures as contracts are, and plain text (subtitles, lists), never as a page. */
export function deliverableTypeOf(bytes: Uint8Array): string {
  try {
    return documentTypeOf(bytes)
  } catch (thrown) {
    if (isHouseError(thrown) && isPlainText(bytes)) return 'text/plain; charset=utf-8'
    throw thrown
  }
}

function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
