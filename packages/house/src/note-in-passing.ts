import { isHouseError } from './errors.ts'
import { translate } from './failures.ts'

/**
 * Notes that something was looked at, or that somebody was here. Where the disk has no room for the note, what was asked for is read all
 * the same: reading goes on. Not for use in a transaction, which would be undone by it.
 */
export async function noteInPassing(note: Promise<unknown>): Promise<void> {
  try {
    await note
  } catch (thrown) {
    const failure = translate(thrown)
    if (!(isHouseError(failure) && failure.code === 'disk-full')) throw thrown
  }
}
