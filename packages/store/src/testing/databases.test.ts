import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { clearOldTemplates, eachDatabase } from './databases.ts'

test('templates of former steps are cleared after a day, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-templates-'))
  try {
    for (const name of ['pglite-old', 'pglite-old.a1b2', 'pglite-new', 'other'])
      mkdirSync(join(folder, name, 'data'), { recursive: true })
    const before = new Date(Date.now() - 2 * 86_400_000)
    for (const name of ['pglite-old', 'pglite-old.a1b2', 'other']) utimesSync(join(folder, name), before, before)
    clearOldTemplates(folder)
    assert.deepEqual(readdirSync(folder).toSorted(), ['other', 'pglite-new'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

eachDatabase('values arrive alike', (open) => {
  test('days, large numbers, instants, documents, bytes, lists', async () => {
    const { db } = await open()
    const { rows } = await sql`
      select date '2026-03-01' as day, 12::int8 as small, 9007199254740993::int8 as large, 1.50::numeric as money,
             timestamptz '2026-03-01 12:00+02' as instant, timestamp '2026-03-01 12:00' as plain, interval '1 day' as span,
             '{"a":[1,null]}'::jsonb as doc, '\\x00ff'::bytea as bytes, array[1,2]::int4[] as ints, array[3,null]::int8[] as longs,
             array['a,b','c"d']::text[] as texts, null::date as nothing`.execute(db)
    const row = rows[0] as Record<string, unknown>
    assert.deepEqual(
      { ...row, bytes: [...(row['bytes'] as Uint8Array)] },
      {
        day: '2026-03-01',
        small: 12,
        large: '9007199254740993',
        money: '1.50',
        instant: new Date('2026-03-01T10:00:00Z'),
        plain: new Date('2026-03-01T12:00:00Z'),
        span: '1 day',
        doc: { a: [1, null] },
        bytes: [0, 255],
        ints: [1, 2],
        longs: [3, null],
        texts: ['a,b', 'c"d'],
        nothing: null,
      },
    )
  })

  test('parameters: a document, a list, an instant', async () => {
    const { db } = await open()
    const at = new Date('2026-03-01T10:00:00Z')
    const { rows } = await sql`
      select ${JSON.stringify({ a: 1 })}::text::jsonb as doc, ${['x', 'y']}::text[] as texts, ${[1, 2]}::int4[] as ints, ${at}::timestamptz as at`.execute(
      db,
    )
    assert.deepEqual(rows[0], { doc: { a: 1 }, texts: ['x', 'y'], ints: [1, 2], at })
  })

  test('a failed transaction leaves nothing', async () => {
    const { db } = await open()
    await assert.rejects(
      db.transaction().execute(async (trx) => {
        await sql`insert into house (house_id) values ('lost')`.execute(trx)
        throw new Error('enough')
      }),
      /enough/,
    )
    const { rows } = await sql`select from house where house_id = 'lost'`.execute(db)
    assert.equal(rows.length, 0)
  })

  test('what is notified is heard, until one stops listening', async () => {
    const database = await open()
    const heard: string[] = []
    const stop = await database.listen('catalogue', (payload) => heard.push(payload))
    await sql`select pg_notify('catalogue', 'one')`.execute(database.db)
    for (let n = 0; heard.length === 0 && n < 200; n++) await new Promise((resolve) => setTimeout(resolve, 10))
    assert.deepEqual(heard, ['one'])
    await stop()
    await sql`select pg_notify('catalogue', 'two')`.execute(database.db)
    assert.deepEqual(heard, ['one'])
  })
})
