/** Where a sale counts, against a model that walks every month of every state of a licence; and the desk's filter by territory with it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSteps } from '@vitrine/store/migrate/steps'
import { sql } from 'kysely'
import { SYSTEM } from '../actors.ts'
import { isHouseError } from '../errors.ts'
import { signDeal } from '../testing/signed-deal.ts'
import { eachHouse, type TestHouse } from '../testing/house-for-tests.ts'

const COUNTRIES = ['AT', 'CZ', 'DE', 'ES', 'FR', 'PL'] as const
const MONTHS = Array.from({ length: 60 }, (_, n) => `${2027 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`)
const endBefore = (month: string) => new Date(Date.parse(month) - 86_400_000).toISOString().slice(0, 10)

interface State {
  territories: readonly string[]
  from: string
  to: string
  /** null: from its beginning. */
  effective: string | null
  ended?: boolean
}

/** The state that holds in a month is the last whose day has come; where it was in force in any month, there it was sold. */
function everSold(states: readonly State[]): string[] {
  const inForce = MONTHS.flatMap((month) => {
    const state = states.findLast(({ effective }) => effective === null || effective <= month)
    return state === undefined || state.ended === true || month < state.from || month > state.to ? [] : state.territories
  })
  return [...new Set(inForce)].toSorted()
}

/** A small generator with a seed (mulberry32): what it draws can be drawn again. */
function drawing(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

eachHouse('where a sale counts', (open) => {
  const inFigures = async ({ database, house }: TestHouse, dealId: string): Promise<string[][]> => {
    const { rows } = await sql<{ leaves: string[] }>`
      select t.leaves from sale_line s join territory_set t on t.house_id = s.house_id and t.hash = s.territories
      where s.house_id = ${house.id} and s.deal_id = ${dealId} order by s.line`.execute(database.db)
    return rows.map(({ leaves }) => leaves)
  }
  const found = async ({ house }: TestHouse, dealId: string): Promise<string[]> => {
    const each = await Promise.all(COUNTRIES.map(async (country) => ((await house.listDeals(SYSTEM, { territory: country })).items.some(({ id }) => id === dealId) ? [country] : []))) // prettier-ignore
    return each.flat()
  }

  test('amended in the book or by its deal, from a day or from the beginning, ended: as the months say', async () => {
    const at = await open()
    const { house } = at
    const owner = await at.member('owner')
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const draw = drawing(seed)
      const some = () => COUNTRIES.filter(() => draw(2) === 0)
      const first: State = { territories: ['DE', 'PL'], from: '2027-01-01', to: endBefore('2030-01-01'), effective: null }
      const { dealId, licences } = await signDeal(at, { name: `Sale ${seed}`, company: `Kanal ${seed}`, lines: [{ title: `Salt ${seed}`, minor: 100_00, territory: 'DE, PL', from: first.from, to: first.to }, { title: `Ferry ${seed}`, minor: 50_00, territory: 'IT', from: first.from, to: first.to }] }) // prettier-ignore
      const states: State[] = [first]
      for (let step = 0; step < 5; step++) {
        const before = states.at(-1)!
        const territories = some()
        const [from, to] = [MONTHS[draw(12)]!, endBefore(MONTHS[24 + draw(36)]!)]
        const effective = draw(3) === 0 ? null : MONTHS[draw(48)]!
        const entry = await house.viewEntry(owner, { id: licences[0]!, locale: 'en' })
        const last = step === 4 && draw(2) === 0
        let next: State | null = { territories, from, to, effective }
        try {
          if (last) {
            next = { ...before, ended: true, effective: MONTHS[1 + draw(40)]! }
            await house.terminateEntry(owner, { id: entry.id, baseVersion: entry.version, lastDay: endBefore(next.effective!), acceptWarnings: true, locale: 'en' }) // prettier-ignore
          } else if (territories.length === 0) next = null
          else if (draw(2) === 0) {
            next = { ...before, territories, effective }
            const { revision } = await house.viewDeal(owner, { id: dealId, reader: 'en' })
            await house.amendDeal(owner, { id: dealId, baseRevision: revision, entryIds: [entry.id], territory: territories.join(', '), effective, acceptWarnings: true, locale: 'en' }) // prettier-ignore
          } else
            await house.amendEntry(owner, { id: entry.id, baseVersion: entry.version, entry: { kind: 'licence', exclusive: false, territory: territories.join(', '), media: 'free-tv', languages: 'all', from, to, party: 'Kanal', contract: 'D' }, effective, acceptWarnings: true, locale: 'en' }) // prettier-ignore
        } catch (thrown) {
          if (!isHouseError(thrown) || thrown.code !== 'invalid-input') throw thrown // a day that is none for an amendment, or nothing changes
          next = null
        }
        if (next !== null) states.push(next)
        const sold = everSold(states)
        const said = `seed ${seed}, step ${step}: ${JSON.stringify(states)}`
        if (sold.length > 0) assert.deepEqual(await inFigures(at, dealId), [sold, ['IT']], said)
        if (sold.length > 0) assert.deepEqual(await found(at, dealId), sold, said)
      }
      assert.ok(states.length > 2, `seed ${seed} amends something`)
    }
  })

  test('the whole world, and a licence that was ended from its beginning', async () => {
    const at = await open()
    const { house } = at
    const owner = await at.member('owner')
    const { dealId, licences } = await signDeal(at, { lines: [{ title: 'Salt', minor: 100_00, territory: 'Poland' }] })
    const amend = async (territory: string) => {
      const { version } = await house.viewEntry(owner, { id: licences[0]!, locale: 'en' })
      await house.amendEntry(owner, { id: licences[0]!, baseVersion: version, entry: { kind: 'licence', exclusive: false, territory, media: 'free-tv', languages: 'all', from: '2027-01-01', to: '2028-12-31', party: 'Kanal', contract: 'D' }, effective: null, acceptWarnings: true, locale: 'en' }) // prettier-ignore
    }
    await amend('World')
    const [world] = await inFigures(at, dealId)
    assert.ok(world!.length > 240 && !world!.includes('world'))
    assert.deepEqual(await found(at, dealId), [...COUNTRIES])
    await amend('Austria')
    const { version } = await house.viewEntry(owner, { id: licences[0]!, locale: 'en' })
    await house.terminateEntry(owner, {
      id: licences[0]!,
      baseVersion: version,
      lastDay: null,
      acceptWarnings: true,
      locale: 'en',
    })
    assert.deepEqual([await inFigures(at, dealId), await found(at, dealId)], [[['AT']], ['AT']])
  })

  test('sales that were amended before it was so are counted where they hold, once the database is brought up to date', async () => {
    const at = await open()
    const { house, database } = at
    const owner = await at.member('owner')
    const { dealId, licences } = await signDeal(at, { lines: [{ title: 'Salt', minor: 100_00, territory: 'Poland' }] })
    await house.amendEntry(owner, { id: licences[0]!, baseVersion: 1, entry: { kind: 'licence', exclusive: false, territory: 'Austria', media: 'free-tv', languages: 'all', from: '2027-01-01', to: '2028-12-31', party: 'Kanal', contract: 'D' }, effective: '2028-01-01', acceptWarnings: true, locale: 'en' }) // prettier-ignore
    const asSigned = sql`(select s.hash from territory_set s where s.house_id = ${house.id} and s.leaves = '["PL"]')`
    await sql`update sale_line set territories = ${asSigned} where house_id = ${house.id} and deal_id = ${dealId}`.execute(
      database.db,
    )
    await sql`update deal set territories = ${asSigned} where house_id = ${house.id} and id = ${dealId}`.execute(database.db)
    assert.deepEqual(await found(at, dealId), ['PL'])
    const { text } = (await readSteps()).find(({ name }) => name.includes('where_sales_hold'))!
    for (const statement of text.slice(text.indexOf('-- Sales that were amended before this.')).split(';'))
      if (statement.trim() !== '') await sql.raw(statement).execute(database.db)
    assert.deepEqual([await inFigures(at, dealId), await found(at, dealId)], [[['AT', 'PL']], ['AT', 'PL']])
  })
})
