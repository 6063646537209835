import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { stepsOf } from '@vitrine/deals/states/machine'
import { MACHINES } from '@vitrine/deals/states/machines'
import { sql } from 'kysely'
import { eachDatabase } from '../testing/databases.ts'

eachDatabase('states and what may follow them', (open) => {
  test('the database holds the same steps as the program', async () => {
    const { db } = await open()
    const { rows } = await sql<{ step: string }>`select machine || ' ' || from_state || ' ' || to_state as step from state_step`.execute(db) // prettier-ignore
    const drawn = MACHINES.flatMap((machine) => stepsOf(machine).map(({ from, to }) => `${machine.name} ${from} ${to}`))
    assert.deepEqual(rows.map(({ step }) => step).toSorted(), drawn.toSorted())
  })

  test('a state that does not follow is refused by the database itself, and what was sent is never rewritten', async () => {
    const { db } = await open()
    await sql`insert into house (house_id) values ('h')`.execute(db)
    await sql`insert into company (house_id, id, name, created_at, updated_at) values ('h', 'c', 'Kanal Nord', now(), now())`.execute(
      db,
    )
    const deal = (state: string) =>
      sql`
      insert into deal (house_id, id, number, name, state, company_id, currency, locale, created_at, updated_at, state_since)
      values ('h', 'd', 1, 'Salt', ${state}, 'c', 'EUR', 'en', now(), now(), now())`.execute(db)
    const step = (state: string) =>
      sql`update deal set state = ${state}, signed_on = '2026-11-26' where house_id = 'h'`.execute(db)
    await assert.rejects(deal('signed'), /deal cannot become signed from nothing/)
    await deal('open')
    await assert.rejects(step('signed'), { constraint: 'state_step' })
    await step('offered')
    await sql`
      insert into offer (house_id, id, deal_id, version, side, state, terms, currency, total_minor, created_at, updated_at, by_name)
      values ('h', 'o', 'd', 1, 'house', 'live', '{}', 'EUR', 100, now(), now(), 'Ada')`.execute(db)
    await assert.rejects(sql`update offer set total_minor = 1 where house_id = 'h'`.execute(db), /never changed/)
    await sql`update offer set state = 'declined' where house_id = 'h'`.execute(db)
    await assert.rejects(
      sql`update offer set state = 'live' where house_id = 'h'`.execute(db),
      /offer cannot become live from declined/,
    )
  })
})
