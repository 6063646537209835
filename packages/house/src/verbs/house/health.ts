import { unreadableEntries } from '@vitrine/store/rights/follow-book'
import { countTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { House } from '../../contract.ts'

const PATIENCE = 2000 // ms

/** Whether the database answers, the disk takes writes and the rights book could be read whole. Never fails: it says so. */
export async function health(house: HouseContext): Promise<Awaited<ReturnType<House['health']>>> {
  const [counted, files, unreadable] = await Promise.all([patient(countTitles(house.db, house.houseId)), patient(house.files.state()), patient(unreadableEntries(house.db, house.houseId))]) // prettier-ignore
  return {
    database: !counted ? 'down' : house.takesWrites() ? 'up' : 'full',
    files: files ?? 'down',
    catalogue: counted?.published ?? 0,
    unreadableEntries: unreadable?.length ?? 0,
  }
}

async function patient<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE)
  })
  try {
    return await Promise.race([answer, late])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
