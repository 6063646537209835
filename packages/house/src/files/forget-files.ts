import { unnamedFiles } from '@vitrine/store/house-copy/walk-rows'
import type { HouseContext } from '../context.ts'

/**
 * Takes away files whose rows are gone, but for those that another row names. Call it when the rows are gone for good. What cannot be
 * taken away now stays: a file too many harms nobody, and what was done is done.
 */
export async function forgetFiles(house: HouseContext, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  try {
    for (const name of await unnamedFiles(house.db, files)) await house.files.remove(name)
  } catch {
    // see above
  }
}
