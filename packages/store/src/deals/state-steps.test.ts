import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { type Machine, stepsOf } from '@vitrine/deals/states/machine'
import { MACHINES } from '@vitrine/deals/states/machines'
import { REEL } from '@vitrine/screening/reel/states'
import { TRACE } from '@vitrine/screening/trace/states'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { eachDatabase } from '../testing/databases.ts'

eachDatabase('states and what may follow them', (open) => {
  test('the database holds the same steps as the program', async () => {
    const { db } = await open()
    const { rows } = await sql<{ step: string }>`select concat_ws(' ', machine, from_state, to_state, back) as step from state_step`.execute(db) // prettier-ignore
    const drawn = [...MACHINES, REEL, TRACE].flatMap((machine: Machine) =>
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
