import { strict as assert } from 'node:assert'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { openPGlite } from '../database/open-pglite.ts'
import { openPostgres } from '../database/open-postgres.ts'
import { migrate } from '../migrate/migrate.ts'
import { readSteps } from '../migrate/steps.ts'
import { newPostgresDatabase } from '../testing/databases.ts'
import { listRequestRows } from './requests.ts'

const REQUESTS = 13
const only = process.env['VITRINE_TEST_DATABASES']

for (const kind of ['pglite', 'postgres'] as const)
  describe(`requests for screeners become requests (${kind})`, { skip: only !== undefined && only !== kind }, () => {
    test('each with its state, its film and whoever asked; one who is known by one address is known', async () => {
      const database =
        kind === 'pglite'
          ? await openPGlite({ folder: null })
          : await openPostgres(await newPostgresDatabase({ template: false }))
      try {
        const { db } = database
        const steps = await readSteps()
        await migrate(database, { steps: steps.filter(({ number }) => number < REQUESTS) })
        await sql`insert into house (house_id) values ('h')`.execute(db)
        await sql`insert into company (house_id, id, name, created_at, updated_at) values ('h', 'c', 'TV Ouest', now(), now())`.execute(
          db,
        )
        for (const [id, email] of [['jo', 'Jo@tv.example'], ['two', 'two@tv.example'], ['too', 'TWO@tv.example']] as const)
          await sql`insert into contact (house_id, id, company_id, name, email, created_at, updated_at) values ('h', ${id}, 'c', ${id}, ${email}, now(), now())`.execute(db) // prettier-ignore
        for (const [id, titleId, email, state] of [
          ['1', 'film', 'jo@tv.example', 'open'],
          ['2', null, 'two@tv.example', 'answered'],
          ['3', 'film', 'x@y.example', 'closed'],
        ] as const)
          await sql`
            insert into screener_request (house_id, id, title_id, name, email, company, message, locale, state, at)
            values ('h', ${id}, ${titleId}, ${`name ${id}`}, ${email}, 'TV Ouest', 'Please.', 'fr', ${state}, '2026-01-02T03:04:05Z')`.execute(
            db,
          )
        await migrate(database, { steps })
        const rows = await listRequestRows(db, 'h', { before: null, limit: 10 })
        assert.deepEqual(
          rows.map(({ id, kind: asked, state, titleIds, contactId, companyId }) => [
            id,
            asked,
            state,
            titleIds,
            contactId,
            companyId,
          ]),
          [
            ['3', 'screener', 'closed', ['film'], null, null],
            ['2', 'other', 'answered', [], null, null],
            ['1', 'screener', 'new', ['film'], 'jo', 'c'],
          ],
        )
        const [first] = rows
        assert.deepEqual(
          [first?.name, first?.email, first?.companyName, first?.message, first?.locale, first?.channel, first?.at],
          ['name 3', 'x@y.example', 'TV Ouest', 'Please.', 'fr', 'site', '2026-01-02T03:04:05.000Z'],
        )
        await assert.rejects(sql`select 1 from screener_request`.execute(db))
      } finally {
        await database.close()
      }
    })
  })
