/** Work on the house whose failures are all exit 2: where 1 says something about what was asked, and nothing else. */
import type { Run } from './main.ts'
import { CommandError } from './print.ts'
import type { ReachedHouse } from './reach.ts'

export async function inHouse<T>(run: Run, work: (house: ReachedHouse) => Promise<T>): Promise<T> {
  const { reachHouse } = await import('./reach.ts')
  try {
    const house = await reachHouse(run)
    try {
      return await work(house)
    } finally {
      await house.close()
    }
  } catch (thrown) {
    const { wordsFor } = await import('./failures.ts')
    throw thrown instanceof CommandError ? thrown : new CommandError(wordsFor(thrown, run.printer.locale), 2)
  }
}
