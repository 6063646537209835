import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { type Machine, stepsOf } from '@vitrine/deals/states/machine'
import { MACHINES } from '@vitrine/deals/states/machines'
import { MARKED_COPY } from '@vitrine/screening/copy/states'
import { REEL } from '@vitrine/screening/reel/states'
import { TRACE } from '@vitrine/screening/trace/states'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import type { Database } from '../database/database.ts'
import { eachDatabase } from '../testing/databases.ts'

eachDatabase('states and what may follow them', (open) => {
  test('the database holds the same steps as the program', async () => {
    const { db } = await open()
    const { rows } = await sql<{ step: string }>`select concat_ws(' ', machine, from_state, to_state, back) as step from state_step`.execute(db) // prettier-ignore
    const drawn = [...MACHINES, REEL, TRACE, MARKED_COPY].flatMap((machine: Machine) =>
      stepsOf(machine).map(({ from, to, back }) => `${machine.name} ${from} ${to} ${back ? 't' : 'f'}`),
    )
    assert.deepEqual(rows.map(({ step }) => step).toSorted(), drawn.toSorted())
  })

  test('a state that does not follow is refused by the database itself, and what was sent is never rewritten', async () => {
    const { db } = await open()
    await aHouse(db, 'h')
    const deal = (state: string) => aDeal(db, 'h', state)
    const step = (state: string) =>
      sql`update deal set state = ${state}, signed_on = '2026-11-26' where house_id = 'h'`.execute(db)
    await assert.rejects(deal('signed'), /deal cannot become signed from nothing/)
    await deal('open')
    await assert.rejects(step('signed'), { constraint: 'state_step' })
    await step('offered')
    await anOffer(db, 'h')
    await assert.rejects(sql`update offer set total_minor = 1 where house_id = 'h'`.execute(db), /never changed/)
    await sql`update offer set state = 'declined', settled_at = '2026-11-26 10:00Z' where house_id = 'h'`.execute(db)
    const again = (at: string) =>
      sql`update offer set state = 'live', updated_at = ${at}::timestamptz where house_id = 'h'`.execute(db)
    await assert.rejects(again('2026-11-26 10:11Z'), /offer cannot become live from declined/)
    await assert.rejects(again('2026-11-26 09:49Z'), /offer cannot become live from declined/)
    await again('2026-11-26 10:09Z')
    await sql`update offer set state = 'accepted' where house_id = 'h'`.execute(db)
    await step('agreed')
    await aPaper(db, 'h', 1)
    await assert.rejects(again('2026-11-26 10:10Z'), /a paper was drawn up/)
  })

  for (const machine of [...MACHINES, REEL, TRACE, MARKED_COPY] as Machine[])
    test(`a ${machine.name} takes no step in the database that its machine does not know`, async () => {
      const { db } = await open()
      const steps = new Map(stepsOf(machine).map(({ from, to, back }) => [`${from} ${to}`, back]))
      let refused = 0
      for (const from of machine.states)
        for (const to of machine.states) {
          if (from === to || steps.get(`${from} ${to}`) === true) continue // what may be taken back is a question of minutes
          const why = await triedStep(db, machine.name, from, to)
          const step = `${from} to ${to}: ${why}`
          if (steps.has(`${from} ${to}`)) assert.doesNotMatch(why, /cannot become/, step)
          else assert.match(why, /cannot become/, step)
          refused += Number(!steps.has(`${from} ${to}`))
        }
      assert.ok(refused > 0)
    })

  test('no paper outlives its deal, and none is drawn up in one that is over', async () => {
    const { db } = await open()
    await aHouse(db, 'over')
    await aDeal(db, 'over', 'open')
    await anOffer(db, 'over')
    await aPaper(db, 'over', 1)
    const lose = () => sql`update deal set state = 'lost', lost_reason = 'price' where house_id = 'over'`.execute(db)
    await assert.rejects(lose(), /deal cannot become lost while a paper of it can still be signed/)
    await sql`update paper set state = 'void' where house_id = 'over'`.execute(db)
    await lose()
    await assert.rejects(aPaper(db, 'over', 2), /paper cannot become draft in a deal that is lost/)
    await sql`update deal set state = 'open', lost_reason = null where house_id = 'over'`.execute(db)
    await assert.rejects(sql`update paper set state = 'draft' where house_id = 'over'`.execute(db), { constraint: 'state_step' })
    await assert.rejects(sql`update deal set state = 'agreed' where house_id = 'over'`.execute(db), /without an accepted offer/)
  })
})

/**
 * What the database says to a step, on a row that was put into the state it starts from without asking: rules that hold between columns, and triggers until
 * then, are set aside. Nothing of it stays.
 */
async function triedStep(db: Database['db'], table: string, from: string, to: string): Promise<string> {
  const undone = new Error('undone')
  let said = ''
  await db
    .transaction()
    .execute(async (trx) => {
      const { rows: checks } = await sql<{ name: string }>`
        select conname as name from pg_constraint where conrelid = ${table}::regclass and contype = 'c'`.execute(trx)
      for (const { name } of checks) await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(trx)
      await sql`set local session_replication_role = replica`.execute(trx)
      await sql`insert into ${sql.table(table)} ${await anyRow(trx, table, from)}`.execute(trx)
      await sql`set local session_replication_role = origin`.execute(trx)
      said = await sql`update ${sql.table(table)} set state = ${to} where house_id = 'any'`.execute(trx).then(() => '', String)
      throw undone
    })
    .catch((thrown: unknown) => assert.equal(thrown, undone))
  return said
}

/** A row with something in every column that wants something. */
async function anyRow(db: Asker, table: string, state: string) {
  const { rows } = await sql<{ name: string; type: string }>`
    select column_name as name, data_type as type from information_schema.columns
    where table_name = ${table} and is_nullable = 'NO' and column_default is null and is_generated = 'NEVER'`.execute(db)
  const values = rows.map(({ name, type }) => (name === 'state' ? state : name === 'house_id' ? 'any' : (OF_TYPE[type] ?? 'any')))
  return sql`(${sql.join(rows.map(({ name }) => sql.ref(name)))}) values (${sql.join(values)})`
}
const OF_TYPE: Readonly<Record<string, string>> = { integer: '1', bigint: '1', smallint: '1', numeric: '1', boolean: 'false', jsonb: '{}', date: '2026-11-26', 'timestamp with time zone': '2026-11-26 10:00Z' } // prettier-ignore

async function aHouse(db: Asker, house: string): Promise<void> {
  await sql`insert into house (house_id) values (${house})`.execute(db)
  await sql`insert into company (house_id, id, name, created_at, updated_at) values (${house}, 'c', 'Kanal Nord', now(), now())`.execute(db) // prettier-ignore
}
const aDeal = (db: Asker, house: string, state: string) =>
  sql`
  insert into deal (house_id, id, number, name, state, company_id, currency, locale, created_at, updated_at, state_since)
  values (${house}, 'd', 1, 'Salt', ${state}, 'c', 'EUR', 'en', now(), now(), now())`.execute(db)
const anOffer = (db: Asker, house: string) =>
  sql`
  insert into offer (house_id, id, deal_id, version, side, state, terms, currency, total_minor, created_at, updated_at, by_name)
  values (${house}, 'o', 'd', 1, 'house', 'live', '{}', 'EUR', 100, now(), now(), 'Ada')`.execute(db)
const aPaper = (db: Asker, house: string, number: number) =>
  sql`
  insert into paper (house_id, id, deal_id, offer_id, kind, number, state, version, locale, currency, total_minor, drafted_name, created_at, updated_at)
  values (${house}, ${`p${number}`}, 'd', 'o', 'contract', ${number}, 'draft', 1, 'en', 'EUR', 100, 'Ada', now(), now())`.execute(
    db,
  )
