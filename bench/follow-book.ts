/**
 * The rights book of a house in PostgreSQL and the columns that follow it: how long a server takes to load all of it, what it
 * takes in memory, and how soon another server's answers show a change. `node --expose-gc bench/follow-book.ts` runs it;
 * BENCH_TITLES=10000 makes it smaller.
 */
import { addMonths } from '@vitrine/rights/days/day'
import { readTerms } from '@vitrine/rights/book/read-book'
import { linesOfEntry } from '@vitrine/rights/book/lines-of-entry'
import { mediaOf } from '@vitrine/rights/media/media-set'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'
import { EVERYTHING } from '@vitrine/rights/box/box'
import { FULL, NONE } from '@vitrine/rights/shelf/answers'
import { classes } from '@vitrine/rights/shelf/classes'
import { ask } from '@vitrine/rights/shelf/question'
import { openPostgres } from '@vitrine/store/database/open-postgres'
import { followBook } from '@vitrine/store/rights/follow-book'
import { type EntryPut, putEntries } from '@vitrine/store/rights/put-entries'
import { storeForTest } from '@vitrine/store/search/store-for-test'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { sql } from 'kysely'
import { TODAY } from './_generated-book.ts'
import { putBook } from './_stored-book.ts'
import { generator } from './_titles.ts'

const TITLES = Number(process.env['BENCH_TITLES'] ?? 100_000)
const TITLES_AT_ONCE = 2_000
const HOUSE = 'house'
const CHANGES = 100

const memory = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
const share = (values: number[], part: number): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * part)]!

/** One signed entry of the film, in a new state: a grant of all that there is, or of nothing more. */
const put = (version: number, held: boolean): EntryPut => {
  const status = held ? 'signed' : 'terminated'
  const terms = readTerms({ kind: 'grant', exclusive: true, territory: 'World', media: 'all' }, 'e')
  const at = new Date(Date.UTC(2026, 0, 1) + version * 1000).toISOString()
  return { id: 'e', titleId: 't0', version, status, terms, effective: null, lines: linesOfEntry('e', status, terms), createdAt: at, at, byId: null, byName: 'bench', verb: 'signEntry', note: null } // prettier-ignore
}

export async function bench() {
  const url = await newPostgresDatabase()
  const writer = await openPostgres(url, { connections: 2 })
  const server = await openPostgres(url, { connections: 2 })
  try {
    const at = '2026-01-01T00:00:00.000Z'
    const film = { id: 't0', status: 'published' as const, sheet: generator().sheet(0), updatedAt: at, publishedAt: at }
    await storeForTest(writer, HOUSE, [film])
    const { rows } = await sql<{ ord: number }>`select ord from search_title where house_id = ${HOUSE} and title_id = 't0'`.execute(writer.db) // prettier-ignore
    const ord = rows[0]!.ord
    let lines = 0
    // the film that changes has no other lines than its entry's
    for (let first = ord + 1; first <= TITLES; first += TITLES_AT_ONCE) {
      lines += await putBook(writer.db, HOUSE, first, Math.min(TITLES_AT_ONCE, TITLES - first + 1))
      if (first % 20_000 === ord + 1) console.log(`stored ${first} titles`)
    }
    await sql`vacuum analyze`.execute(writer.db)

    const before = memory()
    const [began, used] = [performance.now(), process.cpuUsage()]
    const book = await followBook(server.db, HOUSE)
    const seconds = (performance.now() - began) / 1000
    const { user, system } = process.cpuUsage(used)
    const bytes = (memory() - before) / book.columns.lines
    if (book.columns.lines !== lines) throw new Error(`${book.columns.lines} lines were loaded of ${lines}`)

    const from = TODAY + 40
    const box = {
      ...EVERYTHING,
      territories: TerritorySet.of(['PL']),
      media: mediaOf(['svod']),
      from,
      to: addMonths(from, 24) - 1,
    }
    const seen: number[] = []
    for (let version = 1; version <= CHANGES; version++) {
      await writer.db.transaction().execute(async (trx) => {
        const { rows: heads } = await sql<{ seq: string }>`update house set change_seq = change_seq + 1 where house_id = ${HOUSE} returning change_seq as seq`.execute(trx) // prettier-ignore
        await putEntries(trx, HOUSE, [put(version, version % 2 === 1)], Number(heads[0]!.seq))
      })
      const committed = performance.now()
      const { columns } = await followBook(server.db, HOUSE)
      const answers = classes(columns, ask(columns, { box, exclusive: true }, TODAY))
      seen.push(performance.now() - committed)
      if (answers[ord] !== (version % 2 === 1 ? FULL : NONE)) throw new Error(`the answer does not show change ${version}`)
    }
    const size = `${lines.toLocaleString('en')} lines`
    const row = (name: string, value: number, unit: string, target: number | '') => ({ name: `book: ${name}`, value, unit, target, ok: target === '' ? null : value <= target }) // prettier-ignore
    return [
      row(`${size} loaded from PostgreSQL`, seconds, 's', TITLES >= 100_000 ? 40 : ''),
      row('of that processor time of the server', (user + system) / 1e6, 's', ''),
      row('memory', bytes, 'bytes/line', 64),
      row(`a change in another server's answers after commit, all ${TITLES.toLocaleString('en')} titles answered, p50`, share(seen, 0.5), 'ms', 50), // prettier-ignore
      row('the same, p95', share(seen, 0.95), 'ms', 50),
    ]
  } finally {
    await writer.close()
    await server.close()
  }
}

if (import.meta.main)
  for (const { name, value, unit, target, ok } of await bench())
    console.log(
      `${name.padEnd(90)} ${value.toFixed(2).padStart(9)} ${unit} ${target === '' ? '' : `(target ${target}) ${ok ? 'ok' : 'MISSED'}`}`,
    )
