/** A server that is killed (-9) after it has done what was asked and before it could keep its answer: who repeats the request hears that it is done. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, openFiles, SCOPES, SYSTEM } from '@vitrine/house'
import { openDatabase } from '@vitrine/store/database/open-database'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { sql } from 'kysely'
import { startProcess, until } from './process.ts'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-fault-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('what was done is not done again, and its asker hears what it was', async () => {
  const url = await newPostgresDatabase()
  const start = () => startProcess(['--data', folder, '--port', '0'], { DATABASE_URL: url })
  let server = start()
  const address = await server.ready
  const database = await openDatabase({ url })
  try {
    const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
    const { id } = await house.addUser(SYSTEM, { name: 'Ada', email: 'ada@house.example', role: 'owner' })
    const { secret } = await house.issueKey((await house.actorForUser(id))!, { name: 'books', scopes: [...SCOPES] })
    const send = (at: string, key: string) =>
      fetch(`${at}/api/v1/titles`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ sheet: emptySheet('Salt') }),
      })
    const films = async () => (await sql<{ n: number }>`select count(*)::int4 as n from title`.execute(database.db)).rows[0]!.n

    // Keeping the answer takes a minute here, so that the server dies in the middle of it.
    await sql`create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return new; end $$`.execute(database.db) // prettier-ignore
    await sql`create trigger dawdle before update of answer on kept_answer for each row execute function dawdle()`.execute(
      database.db,
    )
    const unheard = assert.rejects(send(address, 'one'))
    await until(films, (n) => n === 1)
    server.child.kill('SIGKILL')
    await server.ended
    await unheard
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and wait_event = 'PgSleep'`.execute(database.db)
    await sql`drop trigger dawdle on kept_answer`.execute(database.db)

    server = start()
    const next = await server.ready
    const early = await send(next, 'one')
    assert.deepEqual([early.status, ((await early.json()) as { code: string }).code], [409, 'still-running'], 'another server could have it in hand') // prettier-ignore
    assert.ok(Number(early.headers.get('retry-after')) > 0)
    await sql`update kept_answer set held_until = begun_at`.execute(database.db) // a minute later
    const repeat = await send(next, 'one')
    const told = (await repeat.json()) as { code: string; details: { done: { verb: string; subjectId: string }[] } }
    assert.deepEqual(
      [repeat.status, told.code, told.details.done.map(({ verb }) => verb)],
      [409, 'outcome-unknown', ['createTitle']],
    )
    assert.equal((await house.viewTitle(SYSTEM, { id: told.details.done[0]!.subjectId, locale: 'en' } as never) as { id: string }).id, told.details.done[0]!.subjectId) // prettier-ignore
    assert.equal(await films(), 1)
    assert.equal((await send(next, 'two')).status, 201)
  } finally {
    server.child.kill('SIGKILL')
    await server.ended
    await database.close()
  }
})
