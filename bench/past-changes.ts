/**
 * The book as it was recorded at a past moment, out of PostgreSQL: what changed since is looked for among all states that were ever
 * recorded; of the films that did, the entries that changed are made anew from their states and the lines of the others are read. How long
 * that takes by how many films changed, an entry of each, and a second question at the same moment. The copy of the book in memory is measured by past-book.ts. `node bench/past-changes.ts` runs it; BENCH_TITLES=10000 makes it smaller.
 */
import { ENTRY_KINDS } from '@vitrine/rights/book/line'
import { linesOfVersions } from '@vitrine/rights/book/lines-of-versions'
import { readTerms } from '@vitrine/rights/book/read-book'
import { bookAsRecorded } from '@vitrine/store/rights/book-as-recorded'
import { openPostgres } from '@vitrine/store/database/open-postgres'
import { writeCuts, writeLanguages, writeTerritories } from '@vitrine/store/rights/sets'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { sql } from 'kysely'

const TITLES = Number(process.env['BENCH_TITLES'] ?? 100_000)
/** Entries of a film, each in one state. */
const ENTRIES = Number(process.env['BENCH_ENTRIES'] ?? 10)
const CHANGED = [1, 100, 1_000, 10_000].filter((count) => count <= TITLES)
const HOUSE = 'house'
const ROUNDS = 3

const share = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

export async function bench() {
  const url = await newPostgresDatabase()
  const { db, close } = await openPostgres(url, { connections: 2 })
  try {
    await db.transaction().execute(async (trx) => {
      // rows of no other table are read here: what they refer to is left out
      await sql`set local session_replication_role = replica`.execute(trx)
      await sql`insert into house (house_id, change_seq) values (${HOUSE}, ${TITLES * ENTRIES}::bigint) on conflict (house_id) do update set change_seq = excluded.change_seq`.execute(trx)
      await sql`insert into search_title (house_id, ord, title_id, status, change_seq, facets)
        select ${HOUSE}, n, 't' || n, 'published', n, '{}' from generate_series(1, ${TITLES}::int) n`.execute(trx)
      // one state a second: all entries of a film but one, film by film; then that one of each, so that of the last films one entry is the newest
      const last = sql`(n > ${TITLES * (ENTRIES - 1)}::int)`
      const title = sql`(case when ${last} then n - ${TITLES * (ENTRIES - 1)}::int else 1 + (n - 1) / ${ENTRIES - 1}::int end)`
      await sql`insert into rights_version (house_id, entry_id, version, title_id, status, terms, effective, at, by_id, by_name, verb, note, change_seq)
        select ${HOUSE}, 'e' || n, 1, 't' || ${title}, 'signed', ${JSON.stringify(TERMS)}::text::jsonb,
          null, '2020-01-01T00:00:00Z'::timestamptz + make_interval(secs => n), null, 'bench', 'signEntry', null, n
        from generate_series(1, ${TITLES * ENTRIES}::int) n`.execute(trx)
      const [line] = linesOfVersions('', [{ status: 'signed', terms: TERMS, effective: null }])
      const { territories, media, languages, cuts, from, to } = line!.box
      for (const [kind, members] of [['territories', writeTerritories(territories)], ['languages', writeLanguages(languages)], ['cuts', writeCuts(cuts)]] as const)
        await sql`insert into rights_set (house_id, kind, number, members) values (${HOUSE}, ${kind}, 0, ${members})`.execute(trx)
      await sql`insert into rights_line (house_id, ord, entry_id, part, kind, exclusive, undated, territories, media, languages, cuts, from_day, to_day, expires)
        select ${HOUSE}, ${title}, 'e' || n, 0, ${ENTRY_KINDS.indexOf(line!.kind)}::smallint, true, false, 0, ${media}::int, 0, 0, ${from}::int, ${to}::int, ${line!.expires}::int
        from generate_series(1, ${TITLES * ENTRIES}::int) n`.execute(trx)
      await sql`insert into rights_title (house_id, ord, change_seq) select ${HOUSE}, n, n from generate_series(1, ${TITLES}::int) n`.execute(trx)
    }) // prettier-ignore
    await sql`vacuum analyze`.execute(db)
    const measures = []
    for (const changed of CHANGED) {
      const [first, again]: [number[], number[]] = [[], []]
      for (let round = 0; round < ROUNDS; round++) {
        // a moment of its own, or the book that is kept would answer
        const at = new Date(Date.UTC(2020, 0, 1) + (TITLES * ENTRIES - changed) * 1000 + round + 1).toISOString() // prettier-ignore
        for (const times of [first, again]) {
          const began = performance.now()
          const { asOf, columns } = await bookAsRecorded(db, HOUSE, at)
          times.push(performance.now() - began)
          if (asOf !== TITLES * ENTRIES - changed || columns.lines !== asOf)
            throw new Error(`the book stands at change ${asOf}, with ${columns.lines} lines`)
        }
      }
      const row = (name: string, value: number, target: number) => ({
        name,
        value: Math.round(value),
        unit: 'ms',
        target,
        ok: value <= target,
      })
      measures.push(row(`rights, the book of ${TITLES} films at a moment since which ${changed} changed`, share(first), 1_000), row('the same moment again', share(again), 50)) // prettier-ignore
    }
    return measures
  } finally {
    await close()
  }
}

const TERMS = readTerms(
  { kind: 'licence', exclusive: true, territory: 'FR, BE-fr, CH-fr, LU, MC', media: 'svod, avod', languages: 'fr', from: '2020-01-01', to: '2031-12-31' },
  'bench',
) // prettier-ignore

if (import.meta.main)
  for (const { name, value, unit, target, ok } of await bench()) console.log(`${name.padEnd(80)} ${String(value).padStart(8)} ${unit} (target ${target}) ${ok ? 'ok' : 'MISSED'}`) // prettier-ignore
