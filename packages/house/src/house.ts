import { randomBytes } from 'node:crypto'
import type { Seal } from '@vitrine/press/sealed/make-seal'
import { readHead } from '@vitrine/store/audit/lock-house'
import type { Database } from '@vitrine/store/database/database'
import { findKept } from '@vitrine/store/shortlists/shortlists'
import { findMembersOfSessions } from '@vitrine/store/users/members'
import type { HouseContext, Print } from './context.ts'
import type { Actor, House } from './contract.ts'
import { translate } from './failures.ts'
import type { FileStore } from './files/file-store.ts'
import type { FilmFiles } from './files/film-files.ts'
import { newToken } from './ids.ts'
import { createRenditions } from './pictures/renditions.ts'
import { answerOnce, forgetKeptAnswers, type KeyedRequest } from './once-only.ts'
import { together } from './together.ts'
import { createTurns } from './turns.ts'
import { actorForKey, actorForSession, actorForUser, exportHouse, exportTitles, health, VERBS_OF_HOUSE } from './verbs/index.ts'

export interface HouseParts {
  database: Database // open and migrated; closed with the house
  files: FileStore
  /** Masters and reels; without them no film is taken in or shown. */
  films?: FilmFiles | null
  /** What keys of marks are sealed with (`sealingKey`); without one the house makes one that ends with the process. */
  sealing?: Uint8Array
  print?: Print | null // openPrintingRoom() of '@vitrine/press'; closed with the house
  clock?: () => Date
  houseId?: string
  /** What signed papers are sealed with; without one the house makes one that ends with the process. */
  seal?: () => Promise<Seal>
  /** Where the public pages are: `https://films.example`; printed on paper. */
  origin?: string
  /** Folder of published schemas of the formats, where there is one. */
  schemas?: string | null
}

/**
 * A house: every verb of the contract over one database and one file store. It holds no state that another process could
 * not have, so any number of them may work on one PostgreSQL.
 *
 * @example
 * const house = createHouse({ database, files: await openFiles('./data/files'), print: openPrintingRoom() })
 * await house.browse(VISITOR, { locale: 'en' })
 */
export function createHouse(parts: HouseParts): House {
  const { db } = parts.database
  const houseId = parts.houseId ?? 'house'
  const now = parts.clock ?? (() => new Date())
  const context: HouseContext = {
    houseId,
    db,
    takesWrites: parts.database.takesWrites,
    process: newToken(),
    alone: parts.database.kind === 'pglite',
    files: parts.files,
    films: parts.films ?? null,
    sealing: parts.sealing ?? randomBytes(32),
    writeTurn: createTurns(),
    renditions: createRenditions(parts.files),
    now,
    kept: together((tokens) => findKept(db, houseId, tokens)),
    memberOfSession: together((tokens) => findMembersOfSessions(db, houseId, tokens, now().toISOString())),
    print: parts.print ?? null,
    seal: once(parts.seal ?? (async () => (await import('@vitrine/press/sealed/make-seal')).makeSeal('Vitrine', now()))),
    schemas: parts.schemas ?? null,
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
    exportHouse: (actor: Actor) => exportHouse(context, actor),
    exportTitles: (actor: Actor, args: Parameters<House['exportTitles']>[1]) => exportTitles(context, actor, args),
    actorForKey: (secret: string) => listed(actorForKey(context, secret)),
    actorForUser: (userId: string) => listed(actorForUser(context, userId)),
    actorForSession: (token: string) => listed(actorForSession(context, token)),
    answerOnce: (request: KeyedRequest, run) => listed(answerOnce(context, request, run)),
    forgetKeptAnswers: () => listed(forgetKeptAnswers(context)),
    health: () => health(context),
    changeSequence: async () => (await listed(readHead(db, houseId)))?.changeSeq ?? 0,
    close: async () => {
      await parts.print?.close?.()
      await parts.database.close()
    },
  }
}

/** Asked for when it is first needed, and then kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
}
