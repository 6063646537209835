/** What a verb refused, for tests of refusals. */
import assert from 'node:assert/strict'
import { type HouseError, isHouseError } from '../errors.ts'

/** The error that this work is refused with; work that is not refused fails the test. */
export async function failing(work: Promise<unknown>): Promise<HouseError> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  assert.ok(isHouseError(thrown), String(thrown))
  return thrown
}

/** Its code alone. */
export const codeOf = async (work: Promise<unknown>) => (await failing(work)).code
