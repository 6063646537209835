import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { eachDatabase } from '../testing/databases.ts'

eachDatabase('a statement that is asked again', (open) => {
  test('answers as the first time, whatever its values', async () => {
    const { db } = await open()
    const ask = async (at: Date | null, list: string[], n: number) =>
      (await sql`select ${at}::timestamptz as at, ${list}::text[] as list, ${n}::int8 as n, ${JSON.stringify({ n })}::text::jsonb as doc`.execute(db)).rows // prettier-ignore
    for (const n of [1, 2, 3, 4, 5, 6, 7])
      assert.deepEqual(await ask(new Date(n), ['a,b', `${n}`], n), [{ at: new Date(n), list: ['a,b', `${n}`], n, doc: { n } }])
    assert.deepEqual(await ask(null, [], 0), [{ at: null, list: [], n: 0, doc: { n: 0 } }])
    const change = () => sql`insert into house (house_id) values (${'kept'}) on conflict do nothing`.execute(db)
    assert.deepEqual(
      [(await change()).numAffectedRows, (await change()).numAffectedRows, (await change()).numAffectedRows],
      [1n, 0n, 0n],
    )
  })

  test('fails by itself: the next one is answered, and a transaction that it ended leaves nothing', async () => {
    const { db } = await open()
    const divide = async (by: number, over = db) => (await sql<{ n: number }>`select 6 / ${by}::int4 as n`.execute(over)).rows[0]!.n // prettier-ignore
    for (let time = 0; time < 3; time++) {
      await assert.rejects(divide(0), { code: '22012' })
      assert.equal(await divide(2), 3)
    }
    const inside = db.transaction().execute(async (over) => {
      await sql`insert into house (house_id) values ('half')`.execute(over)
      await assert.rejects(divide(0, over), { code: '22012' })
      await divide(3, over)
    })
    await assert.rejects(inside, { code: '25P02' })
    assert.equal((await sql`select from house where house_id = 'half'`.execute(db)).rows.length, 0)
    assert.equal(await divide(6), 1)
  })

  test('is understood anew after a script has changed its table', async () => {
    const { db, session } = await open()
    const read = async () => (await sql`select * from changing`.execute(db)).rows
    await session(({ script }) => script('create table changing (n int4); insert into changing values (1)'))
    for (let time = 0; time < 3; time++) assert.deepEqual(await read(), [{ n: 1 }])
    await session(({ script }) => script("alter table changing alter n type text using 'one', add m int8 default 2"))
    for (let time = 0; time < 3; time++) assert.deepEqual(await read(), [{ n: 'one', m: 2 }])
    await session(({ script }) => script('drop table changing'))
  })

  test('is understood anew after a query has changed its table, or where tables are looked for', async () => {
    const { db } = await open()
    await sql`create table shifting (n int4)`.execute(db)
    await sql`insert into shifting values (1)`.execute(db)
    const read = async (over = db) => (await sql`select * from shifting`.execute(over)).rows
    for (let time = 0; time < 3; time++) assert.deepEqual(await read(), [{ n: 1 }])
    await sql`alter table shifting add m text default 'x'`.execute(db)
    for (let time = 0; time < 3; time++) assert.deepEqual(await read(), [{ n: 1, m: 'x' }])
    const taken = db.transaction().execute(async (over) => {
      await sql`alter table shifting drop m`.execute(over)
      for (let time = 0; time < 3; time++) assert.deepEqual(await read(over), [{ n: 1 }])
      throw new Error('taken back')
    })
    await assert.rejects(taken, /taken back/)
    for (let time = 0; time < 3; time++) assert.deepEqual(await read(), [{ n: 1, m: 'x' }])
    await sql`create schema elsewhere`.execute(db)
    await sql`create table elsewhere.shifting (n text)`.execute(db)
    await db.transaction().execute(async (over) => {
      await sql`set local search_path to elsewhere`.execute(over)
      for (let time = 0; time < 3; time++) assert.deepEqual(await read(over), [])
    })
    for (let time = 0; time < 3; time++) assert.deepEqual(await read(), [{ n: 1, m: 'x' }])
    await sql`drop table shifting`.execute(db)
    await sql`drop schema elsewhere cascade`.execute(db)
  })

  test('gives way to newer ones, one by one, and at once to nobody', async () => {
    const { db } = await open()
    const ask = async (n: number) => (await sql<{ n: number }>`select ${n}::int4 + ${sql.raw(String(n))} as n`.execute(db)).rows[0]!.n // prettier-ignore
    for (let n = 0; n < 600; n++) assert.deepEqual([await ask(n), await ask(n)], [2 * n, 2 * n])
    const { rows } = await sql<{ kept: number }>`select count(*) as kept from pg_prepared_statements`.execute(db)
    assert.ok(rows[0]!.kept <= 501, `${rows[0]!.kept}`)
    assert.deepEqual(await Promise.all([ask(3), ask(3), ask(599), ask(3)]), [6, 6, 1198, 6])
  })
})
