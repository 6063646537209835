import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { Kysely, PGliteDialect } from 'kysely'
import type { Database, Schema, Session } from './database.ts'
import { HEADROOM, hasRoom, roomBeforeWrites, wantRoom } from './disk-room.ts'
import { StoreError, storeErrorOf } from './errors.ts'
import { lockFolder } from './folder-lock.ts'
import { keepStatements } from './kept-statements.ts'
import { VALUE_PARSERS } from './values.ts'

// Three functions of PGlite take V8's optimizing compiler seconds and 600 MB, and a process that asks a few questions cannot
// end before it has compiled them. Only what really runs hot is worth that (decision 063).
setFlagsFromString('--wasm-tiering-budget=500000000')

/** What opening writes at most: a piece of the log, and what a process that was killed had begun. */
const OPENING = 32 * 1024 ** 2

/** What PGlite keeps of its folder in memory. Making that much room takes half a second of processor time at each start. */
const BUFFERS = { lasting: '128MB', brief: '16MB' } as const

interface PGliteOptions {
  folder: string | null
  brief?: boolean
  headroom?: number
}

/**
 * PGlite in a folder (`data/` inside it, the lock beside), or in memory when `folder` is null. `brief`: for a few questions.
 * `headroom`: so many bytes of the disk are left alone; who would write into them is told `disk-full`.
 */
export async function openPGlite({ folder, brief = false, headroom = HEADROOM }: PGliteOptions): Promise<Database> {
  const lock = folder === null ? null : lockFolder(folder)
  const dataDir = folder === null ? null : join(folder, 'data')
  try {
    if (folder !== null) wantRoom(folder, Math.min(headroom, OPENING))
    const pglite = await PGlite.create({
      ...(dataDir === null ? {} : { dataDir }),
      startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${BUFFERS[brief ? 'brief' : 'lasting']}`],
      extensions: { btree_gist, pg_trgm, unaccent },
      parsers: VALUE_PARSERS,
    })
    // The program reckons in UTC on both databases.
    await pglite.exec(`set time zone 'UTC'`)
    return databaseOf(pglite, folder, headroom, () => lock?.release())
  } catch (error) {
    lock?.release()
    const known = storeErrorOf(error)
    if (known) throw known
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError(
      'folder-unusable',
      `The database in ${folder ?? 'memory'} cannot be opened: ${reason}.`,
      { folder },
      error,
    )
  }
}

function databaseOf(pglite: PGlite, folder: string | null, headroom: number, closed: () => void): Database {
  const { asked, forget } = keepStatements(pglite)
  const plugins = folder === null ? [] : [roomBeforeWrites(folder, headroom)]
  return {
    kind: 'pglite',
    db: new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: asked }), plugins }),
    pglite,
    pool: null,
    place: folder ?? 'memory',
    takesWrites: () => folder === null || hasRoom(folder, headroom),
    session: (work) =>
      pglite.transaction((transaction) => {
        const session: Session = {
          query: async <Row>(text: string, parameters: unknown[] = []) => (await transaction.query<Row>(text, parameters)).rows,
          // A script may change tables, and with them what a statement was understood to be.
          script: async (text) => {
            await transaction.exec(text)
            await forget(transaction)
          },
        }
        return work(session)
      }),
    listen: (channel, heard) => pglite.listen(channel, heard),
    async close() {
      try {
        if (!pglite.closed) await pglite.close()
      } finally {
        closed()
      }
    },
  }
}
