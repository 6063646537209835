/**
 * Finding films at 100,000 titles: PostgreSQL as Vitrine uses it, and MiniSearch and Orama on the same titles and questions.
 * `node bench/search.ts` prints everything; BENCH_TITLES=10000 makes it smaller. Each engine has a process of its own.
 */
import { fork } from 'node:child_process'
import { loadavg } from 'node:os'
import type { TitleSheet } from '@vitrine/catalogue'
import { slotOf } from '@vitrine/catalogue'
import { foldText } from '@vitrine/store/search/fold'
import { questionsFor } from './_search-questions.ts'
import type { Question } from './_search-questions.ts'
import { generator } from './_titles.ts'

const TITLES = Number(process.env['BENCH_TITLES'] ?? 100_000)
const EACH = Number(process.env['BENCH_EACH'] ?? 40)
/** One engine may ask for no longer than this; then fewer questions are asked, of every kind alike, and the table says how many. */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 600)
const ENGINES = ['vitrine', 'minisearch', 'orama'] as const
type EngineName = (typeof ENGINES)[number]

const TYPOS = ['title with a typo', 'a person with a typo']

interface Engine {
  buildSeconds: number
  /** What the index takes in this process, and (for Vitrine) in the database. */
  memoryMB: () => number
  notes: Record<string, number>
  /** The first five titles' numbers, with facet counts made on the way. */
  ask(question: Question): Promise<number[]>
  close(): Promise<void>
}
interface Outcome {
  engine: EngineName
  buildSeconds: number
  memoryMB: number
  notes: Record<string, number>
  p50: number
  p95: number
  hit: number
  asked: number
  kinds: Record<string, { asked: number; p50: number; p95: number; hit: number | null }>
}

const titles = generator()

// ---------------------------------------------------------------- Vitrine

async function vitrine(): Promise<Engine> {
  const { openPostgres } = await import('@vitrine/store/database/open-postgres')
  const { newPostgresDatabase } = await import('@vitrine/store/testing/databases')
  const { storeForTest } = await import('@vitrine/store/search/store-for-test')
  const { browse } = await import('@vitrine/store/search/browse')
  const { suggest } = await import('@vitrine/store/search/suggest')
  const { sql } = await import('kysely')
  const database = await openPostgres(process.env['BENCH_DATABASE_URL'] ?? (await newPostgresDatabase()))
  const there = await sql<{ there: number }>`select count(*) as there from title`.execute(database.db)
  const started = performance.now()
  if (Number(there.rows[0]?.there) !== TITLES) {
    for (let from = 0; from < TITLES; from += 500) {
      const at = new Date(Date.UTC(2015, 0, 1) + from * 1_800_000).toISOString()
      const batch = Array.from({ length: Math.min(500, TITLES - from) }, (_, n) => ({
        id: `t${from + n}`,
        status: 'published' as const,
        sheet: titles.sheet(from + n),
        updatedAt: at,
        publishedAt: at,
      }))
      await storeForTest(database, 'house', batch)
      if (from % 10_000 === 0) console.log(`stored ${from} titles`)
    }
    await sql`vacuum analyze`.execute(database.db)
  }
  const buildSeconds = (performance.now() - started) / 1000

  globalThis.gc?.()
  const before = memory()
  const opening = performance.now()
  await browse(database.db, 'house', { locale: 'en', statuses: ['published'] })
  const copySeconds = (performance.now() - opening) / 1000
  globalThis.gc?.()
  const after = memory()
  const sizes = await sql<{ mb: number }>`
    select sum(pg_total_relation_size(c.oid))::float8 / 1e6 as mb from pg_class c where c.relname like 'search\\_%' and c.relkind = 'r'`.execute(
    database.db,
  )

  const typing: number[] = []
  for (let n = 0; n < 60; n++) {
    const name = titles.sheet(n * 97).directors[0]!
    for (const text of [name.slice(0, 2), name.slice(0, 4), name.slice(0, -2), titles.sheet(n * 31).title.slice(0, 9)]) {
      const asking = performance.now()
      await suggest(database.db, 'house', { text, locale: 'en' })
      if (n >= 5) typing.push(performance.now() - asking)
    }
  }
  return {
    buildSeconds,
    memoryMB: () => after - before,
    notes: { copySeconds, indexMB: Number(sizes.rows[0]?.mb), suggestP50: share(typing, 0.5), suggestP95: share(typing, 0.95) },
    ask: async ({ text, facets }) => {
      const { ids } = await browse(database.db, 'house', { text, facets, locale: 'en', statuses: ['published'], limit: 24 })
      return ids.slice(0, 5).map((id) => Number(id.slice(1)))
    },
    close: () => database.close(),
  }
}

// ---------------------------------------------------------------- the others, set up as their manuals advise for this

interface Flat {
  id: string
  title: string
  people: string
  facts: string
  text: string
  theme: string[]
  slot: string[]
  country: string[]
  version: string[]
}

/** The same words for everybody; accents folded beforehand, so that nobody loses by them. */
function flat(n: number, sheet: TitleSheet): Flat {
  const people = [...sheet.directors, ...sheet.producers, ...sheet.credits.flatMap((credit) => credit.names)]
  const facts = [
    ...sheet.productionCompanies.map((company) => company.name),
    ...sheet.keywords,
    ...sheet.places,
    ...sheet.themes,
    ...sheet.genres,
    ...sheet.festivals.map((entry) => entry.festival),
  ]
  return {
    id: String(n),
    title: foldText([sheet.title, ...Object.values(sheet.titles)].join(' ')),
    people: foldText(people.join(' ')),
    facts: foldText(facts.join(' ')),
    text: foldText([...Object.values(sheet.logline), ...Object.values(sheet.synopsis)].join(' ')),
    theme: sheet.themes,
    slot: sheet.cuts.map(slotOf),
    country: sheet.countries,
    version: sheet.versions.map((version) => version.language),
  }
}

const BOOST = { title: 10, people: 7, facts: 4, text: 1 }
const FACETS = ['theme', 'slot', 'country', 'version'] as const

async function minisearch(): Promise<Engine> {
  const { default: MiniSearch } = await import('minisearch')
  globalThis.gc?.()
  const before = memory()
  const started = performance.now()
  const index = new MiniSearch<Flat>({ fields: ['title', 'people', 'facts', 'text'], storeFields: [...FACETS] })
  for (let from = 0; from < TITLES; from += 1000)
    index.addAll(Array.from({ length: Math.min(1000, TITLES - from) }, (_, n) => flat(from + n, titles.sheet(from + n))))
  const buildSeconds = (performance.now() - started) / 1000
  globalThis.gc?.()
  const after = memory()
  return {
    buildSeconds,
    memoryMB: () => after - before,
    notes: {},
    ask: async ({ text, facets }) => {
      const results = index.search(text === '' ? MiniSearch.wildcard : foldText(text), {
        combineWith: 'AND',
        boost: BOOST,
        prefix: (_term, n, terms) => n === terms.length - 1,
        fuzzy: 0.2,
      })
      // It has no facets: counted as one would, by the same rule as ours.
      const counts = FACETS.map(() => new Map<string, number>())
      const ids: number[] = []
      for (const result of results) {
        const failing = FACETS.filter(
          (facet) => facets[facet] && !facets[facet].some((value) => (result[facet] as string[]).includes(value)),
        )
        if (failing.length === 0) ids.push(Number(result.id))
        FACETS.forEach((facet, at) => {
          if (failing.length > 1 || (failing.length === 1 && failing[0] !== facet)) return
          for (const value of result[facet] as string[]) counts[at]!.set(value, (counts[at]!.get(value) ?? 0) + 1)
        })
      }
      return ids.slice(0, 5)
    },
    close: async () => {},
  }
}

async function orama(): Promise<Engine> {
  const { create, insertMultiple, search } = await import('@orama/orama')
  globalThis.gc?.()
  const before = memory()
  const started = performance.now()
  const index = create({
    schema: {
      id: 'string',
      title: 'string',
      people: 'string',
      facts: 'string',
      text: 'string',
      theme: 'enum[]',
      slot: 'enum[]',
      country: 'enum[]',
      version: 'enum[]',
    } as const,
  })
  for (let from = 0; from < TITLES; from += 1000) {
    await insertMultiple(
      index,
      Array.from({ length: Math.min(1000, TITLES - from) }, (_, n) => flat(from + n, titles.sheet(from + n))),
      1000,
    )
    if (from % 10_000 === 0) console.log(`orama ${from}`)
  }
  const buildSeconds = (performance.now() - started) / 1000
  globalThis.gc?.()
  const after = memory()
  return {
    buildSeconds,
    memoryMB: () => after - before,
    notes: {},
    ask: async ({ text, facets }) => {
      const where = Object.fromEntries(Object.entries(facets).map(([facet, values]) => [facet, { containsAny: values }]))
      const found = await search(index, {
        term: foldText(text),
        properties: ['title', 'people', 'facts', 'text'],
        boost: BOOST,
        tolerance: 1,
        threshold: 0,
        limit: 24,
        facets: { theme: {}, slot: {}, country: {}, version: {} },
        ...(Object.keys(where).length > 0 ? { where } : {}),
      } as never)
      return found.hits.slice(0, 5).map((hit) => Number((hit.document as unknown as Flat).id))
    },
    close: async () => {},
  }
}

// ---------------------------------------------------------------- asking

function memory(): number {
  const used = process.memoryUsage()
  return (used.heapUsed + used.external + used.arrayBuffers) / 1e6
}

function share(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** One question of each kind, then the next of each. */
function byTurns(questions: Question[]): Question[] {
  const kinds = Object.values(Object.groupBy(questions, ({ kind }) => kind)) as Question[][]
  return kinds[0]!.flatMap((_question, n) => kinds.map((one) => one[n]!))
}

async function measure(name: EngineName): Promise<Outcome> {
  const engine = await { vitrine, minisearch, orama }[name]()
  // Warm: what is compiled and cached in a server that has run for a minute; by other questions.
  const warming = performance.now()
  for (const question of byTurns(questionsFor(titles, TITLES, 10, 1234))) {
    if (performance.now() - warming > SECONDS * 100) break
    await engine.ask(question)
  }
  const times = new Map<string, number[]>()
  const hits = new Map<string, number[]>()
  const begun = performance.now()
  for (const question of byTurns(questionsFor(titles, TITLES, EACH))) {
    if (performance.now() - begun > SECONDS * 1_000) break
    const started = performance.now()
    const first = await engine.ask(question)
    const took = performance.now() - started
    times.set(question.kind, [...(times.get(question.kind) ?? []), took])
    const { wanted } = question
    if (wanted) hits.set(question.kind, [...(hits.get(question.kind) ?? []), first.some((n) => wanted(titles.sheet(n))) ? 1 : 0])
    if (process.env['BENCH_VERBOSE'] && (took > 40 || (wanted && hits.get(question.kind)?.at(-1) === 0)))
      console.log(
        name,
        question.kind,
        JSON.stringify(question.text),
        `${took.toFixed(1)} ms`,
        hits.get(question.kind)?.at(-1) ?? '',
      )
  }
  const all = [...times.values()].flat()
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const outcome: Outcome = {
    engine: name,
    buildSeconds: engine.buildSeconds,
    memoryMB: engine.memoryMB(),
    notes: engine.notes,
    p50: share(all, 0.5),
    p95: share(all, 0.95),
    hit: mean([...hits.values()].flat()),
    asked: all.length,
    kinds: Object.fromEntries(
      [...times].map(([kind, took]) => [
        kind,
        { asked: took.length, p50: share(took, 0.5), p95: share(took, 0.95), hit: hits.has(kind) ? mean(hits.get(kind)!) : null },
      ]),
    ),
  }
  await engine.close()
  return outcome
}

/** In a process of its own, so that memory is its own and one that runs out of it does not take the others along. */
function measureApart(name: EngineName): Promise<Outcome | null> {
  return new Promise((resolve) => {
    const child = fork(import.meta.filename, [name], {
      execArgv: ['--expose-gc', '--max-old-space-size=12000'],
      env: { ...process.env, VITRINE_TEST_RUN: process.env['VITRINE_TEST_RUN'] ?? String(process.pid) },
    })
    let outcome: Outcome | null = null
    child.on('message', (message) => (outcome = message as Outcome))
    child.on('close', () => resolve(outcome))
  })
}

async function measureAll(): Promise<Outcome[]> {
  const wanted = (process.env['BENCH_ENGINES']?.split(',') ?? ENGINES) as EngineName[]
  const outcomes: Outcome[] = []
  for (const name of wanted) {
    const outcome = await measureApart(name)
    if (outcome) outcomes.push(outcome)
    else console.log(`${name} did not finish`)
  }
  return outcomes
}

export async function bench(): Promise<
  { name: string; value: number; unit: string; target: number | string; ok: boolean | null }[]
> {
  const outcomes = await measureAll()
  return outcomes.flatMap((one) => {
    const label = one.engine === 'vitrine' ? 'search' : one.engine
    const at = `${TITLES.toLocaleString('en')} titles`
    const ours = one.engine === 'vitrine'
    const typo = Math.max(...TYPOS.map((kind) => one.kinds[kind]?.p50 ?? Number.NaN))
    const slowTypo = Math.max(...TYPOS.map((kind) => one.kinds[kind]?.p95 ?? Number.NaN))
    const line = (name: string, value: number, unit: string, target: number | string, ok: boolean | null) => ({
      name: `${label}: ${name}`,
      value,
      unit,
      target,
      ok: ours ? ok : null,
    })
    return [
      line(`${at}, facet counts included, p50`, one.p50, 'ms', ours ? 10 : '', one.p50 <= 10),
      line(`${at}, facet counts included, p95`, one.p95, 'ms', ours ? 40 : '', one.p95 <= 40),
      line('with typos, p50', typo, 'ms', ours ? 10 : '', typo <= 10),
      line('with typos, p95', slowTypo, 'ms', ours ? 40 : '', slowTypo <= 40),
      line('questions asked', one.asked, '', '', null),
      line('wanted title among the first five', one.hit * 100, '%', '', null),
      line('memory in the process', one.memoryMB, 'MB', '', null),
      line('time to build the index', one.buildSeconds, 's', '', null),
      ...(ours
        ? [
            line(
              'time to copy the facets at start',
              one.notes['copySeconds'] ?? Number.NaN,
              's',
              2,
              (one.notes['copySeconds'] ?? 9) <= 2,
            ),
            line(
              'suggestions while typing, p95',
              one.notes['suggestP95'] ?? Number.NaN,
              'ms',
              40,
              (one.notes['suggestP95'] ?? 99) <= 40,
            ),
          ]
        : []),
    ]
  })
}

const alone = process.argv[2] as EngineName | undefined
if (import.meta.main && alone && process.send) {
  process.send(await measure(alone))
  process.disconnect()
} else if (import.meta.main) {
  const outcomes = await measureAll()
  for (const one of outcomes) {
    console.log(
      `\n${one.engine}: build ${one.buildSeconds.toFixed(1)} s, memory ${one.memoryMB.toFixed(0)} MB, p50 ${one.p50.toFixed(1)} ms, p95 ${one.p95.toFixed(1)} ms, hit@5 ${(one.hit * 100).toFixed(1)} %, ${one.asked} questions`,
      one.notes,
    )
    console.table(
      Object.fromEntries(
        Object.entries(one.kinds).map(([kind, { asked, p50, p95, hit }]) => [
          kind,
          { asked, p50: Number(p50.toFixed(2)), p95: Number(p95.toFixed(2)), 'hit@5': hit },
        ]),
      ),
    )
  }
  console.log(
    `load while measuring: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  )
}
