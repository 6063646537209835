import { readHead } from '@vitrine/store/audit/read-audit'
import type { Database } from '@vitrine/store/database/database'
import type { HouseContext, Print } from './context.ts'
import type { Actor, House } from './contract.ts'
import { translate } from './failures.ts'
import type { FileStore } from './files/file-store.ts'
import { createRenditions } from './pictures/renditions.ts'
import { createTurns } from './turns.ts'
import { actorForKey, actorForUser, exportTitles, health, VERBS_OF_HOUSE } from './verbs/index.ts'

export interface HouseParts {
  database: Database // open and migrated; closed with the house
  files: FileStore
  print?: Print | null // '@vitrine/press', where pages are printed
  clock?: () => Date
  houseId?: string
  /** Where the public pages are: `https://films.example`; printed on paper. */
  origin?: string
}

/**
 * A house: every verb of the contract over one database and one file store. It holds no state that another process could
 * not have, so any number of them may work on one PostgreSQL.
 *
 * @example
 * const house = createHouse({ database, files: await openFiles('./data/files'), print: await import('@vitrine/press') })
 * await house.browse(VISITOR, { locale: 'en' })
 */
export function createHouse(parts: HouseParts): House {
  const context: HouseContext = {
    houseId: parts.houseId ?? 'house',
    db: parts.database.db,
    files: parts.files,
    writeTurn: createTurns(),
    renditions: createRenditions(parts.files),
    now: parts.clock ?? (() => new Date()),
    print: parts.print ?? null,
    origin: (parts.origin ?? 'http://localhost:3000').replace(/\/+$/, ''),
  }

  /** The answer of a verb over this house, its failures of the closed list. */
  const listed = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    try {
      return await answer
    } catch (thrown) {
      throw translate(thrown)
    }
  }
  const bound = Object.fromEntries(
    Object.entries(VERBS_OF_HOUSE).map(([name, verb]) => [
      name,
      (actor: Actor, ...rest: unknown[]) => listed((verb as (...args: unknown[]) => Promise<unknown>)(context, actor, ...rest)),
    ]),
  ) as Pick<House, keyof typeof VERBS_OF_HOUSE>

  return {
    id: context.houseId,
    ...bound,
    exportTitles: (actor: Actor, args: Parameters<House['exportTitles']>[1]) => exportTitles(context, actor, args),
    actorForKey: (secret: string) => listed(actorForKey(context, secret)),
    actorForUser: (userId: string) => listed(actorForUser(context, userId)),
    health: () => health(context),
    changeSequence: async () => (await listed(readHead(context.db, context.houseId)))?.changeSeq ?? 0,
    close: () => parts.database.close(),
  }
}
