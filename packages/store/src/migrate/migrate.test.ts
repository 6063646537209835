import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { Database } from '../database/database.ts'
import { StoreError } from '../database/errors.ts'
import { openPGlite } from '../database/open-pglite.ts'
import { openPostgres } from '../database/open-postgres.ts'
import { newPostgresDatabase } from '../testing/databases.ts'
import { migrate, pendingSteps } from './migrate.ts'
import { readSteps } from './steps.ts'
import type { Step } from './steps.ts'

function step(number: number, text: string): Step {
  return {
    number,
    name: `${String(number).padStart(6, '0')}_test.sql`,
    text,
    checksum: createHash('sha256').update(text).digest('hex'),
  }
}

const ONE = step(1, 'create table first (id integer); insert into first values (1);')
const TWO = step(2, 'alter table first add name text;')
const BROKEN = step(3, 'create table third (id integer);\ninsert into first (id) values (2);\nselect no_such_column from first;')
const THREE = step(3, 'create table third (id integer);')

const only = process.env['VITRINE_TEST_DATABASES']
for (const kind of ['pglite', 'postgres'] as const) {
  describe(`migrating (${kind})`, { skip: only !== undefined && only !== kind }, () => {
    let database: Database
    before(async () => {
      database =
        kind === 'pglite'
          ? await openPGlite({ folder: null })
          : await openPostgres(await newPostgresDatabase({ template: false }))
    })
    after(() => database.close())

    const refused = (code: string, words: RegExp) => (error: unknown) => {
      assert.ok(error instanceof StoreError, String(error))
      assert.equal(error.code, code)
      assert.match(error.message, words)
      assert.ok(error.next.length > 20)
      return true
    }

    test('steps are applied in order, each once, and told', async () => {
      assert.deepEqual(await pendingSteps(database, { steps: [ONE] }), [ONE.name])
      const told: string[] = []
      assert.deepEqual(await migrate(database, { steps: [ONE], onStep: ({ name }) => told.push(name) }), {
        applied: [ONE.name],
        already: 0,
      })
      assert.deepEqual(await migrate(database, { steps: [ONE, TWO], onStep: ({ name }) => told.push(name) }), {
        applied: [TWO.name],
        already: 1,
      })
      assert.deepEqual(await migrate(database, { steps: [ONE, TWO] }), { applied: [], already: 2 })
      assert.deepEqual(told, [ONE.name, TWO.name])
      assert.deepEqual(await pendingSteps(database, { steps: [ONE, TWO, THREE] }), [THREE.name])
    })

    test('a step that fails leaves nothing, and says where it failed', async () => {
      await assert.rejects(
        migrate(database, { steps: [ONE, TWO, BROKEN] }),
        refused('migration-failed', /000003_test\.sql.*line 3.*no_such_column/),
      )
      const rows = await database.session((session) =>
        session.query<{ there: boolean; rows: number }>(
          `select to_regclass('third') is not null as there, (select count(*)::int from first) as rows`,
        ),
      )
      assert.deepEqual(rows, [{ there: false, rows: 1 }])
      assert.deepEqual(await migrate(database, { steps: [ONE, TWO, THREE] }), { applied: [THREE.name], already: 2 })
    })

    test('an applied step that has another text now is refused', async () => {
      await assert.rejects(
        migrate(database, { steps: [ONE, step(2, 'alter table first add name varchar;'), THREE] }),
        refused('migration-changed', /000002_test\.sql/),
      )
      await assert.rejects(pendingSteps(database, { steps: [ONE, step(2, ''), THREE] }), refused('migration-changed', /000002/))
    })

    test('an applied step that is not there any more is refused', async () => {
      await assert.rejects(migrate(database, { steps: [ONE, THREE] }), refused('migration-missing', /000002_test\.sql/))
    })

    test('a database of a newer program is refused', async () => {
      await assert.rejects(migrate(database, { steps: [ONE, TWO] }), refused('database-too-new', /000003_test\.sql/))
    })
  })
}

describe('several servers start at once', { skip: only === 'pglite' }, () => {
  test('one migrates, the others wait, all go on', async () => {
    const url = await newPostgresDatabase({ template: false })
    const servers = await Promise.all([1, 2, 3].map(() => openPostgres(url)))
    try {
      const reports = await Promise.all(servers.map((server) => migrate(server)))
      const steps = (await readSteps()).map(({ name }) => name)
      assert.deepEqual(reports.flatMap(({ applied }) => applied).toSorted(), steps)
    } finally {
      for (const server of servers) await server.close()
    }
  })
})

test('the steps are numbered from one without a gap', async () => {
  const steps = await readSteps()
  assert.deepEqual(
    steps.map(({ number }) => number),
    steps.map((_step, n) => n + 1),
  )
})
