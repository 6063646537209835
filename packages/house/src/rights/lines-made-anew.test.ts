/** A book that an earlier program wrote: what it derived otherwise is derived anew when the house is opened, and when it moves in. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { bringLinesUpToDate } from '@vitrine/store/rights/make-lines-anew'
import { sql } from 'kysely'
import { SYSTEM } from '../actors.ts'
import { archiveOf, pieces } from '../testing/house-archive.ts'
import { aSheet, eachHouse, type TestHouse } from '../testing/house-for-tests.ts'

const locale = 'en' as const
const grant = { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01', to: '2040-12-31' }
const licence = { kind: 'licence', exclusive: true, territory: 'France', media: 'free tv', from: '2027-01-01', to: '2028-12-31', party: 'Télé Rive', holdbacks: [{ territory: 'France', media: 'svod' }, { territory: 'France', media: 'avod', to: '2030-12-31' }] } // prettier-ignore
const asked = (media: string) => ({ territory: 'France', media, from: '2028-06-01', to: '2029-05-31', exclusive: true })
const PERPETUITY = 2 ** 30

/** As the program wrote them before decision 123: the holdback without a last day held for ever. */
async function asBefore({ house, database: { db } }: TestHouse): Promise<void> {
  await sql`update rights_line set to_day = ${PERPETUITY} where house_id = ${house.id} and kind = 2 and media in (select media from rights_line where house_id = ${house.id} and kind = 2 order by to_day limit 1)`.execute(db) // prettier-ignore
  await sql`update rights_entry set last_day = null where house_id = ${house.id} and kind = 'licence'`.execute(db)
  await sql`update house set line_rules = 0 where house_id = ${house.id}`.execute(db)
}

eachHouse('lines of the book that an earlier program wrote', (open) => {
  async function sold() {
    const it = await open()
    const { id: titleId } = await it.house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    await it.house.enterEntry(SYSTEM, { titleId, entry: grant, locale })
    const { id } = await it.house.enterEntry(SYSTEM, { titleId, entry: licence, locale })
    const freeFrom = async ({ house }: TestHouse, media: string) =>
      (await house.viewAvailability(SYSTEM, { titleId, question: asked(media), locale })).firstFullyMet
    return { ...it, it, titleId, id, freeFrom }
  }

  test('count by the rules of this program once the house is opened, in every answer; once, and nothing else moves', async () => {
    const { it, house, database, titleId, id, freeFrom } = await sold()
    const right = await house.viewEntry(SYSTEM, { id, locale })
    await asBefore(it)
    const answer = async () => (await house.askAvailabilities(SYSTEM, { question: { ...asked('svod'), from: '2029-01-01', to: '2029-12-31' }, locale })).rows[0]?.answer // prettier-ignore
    assert.equal(await freeFrom(it, 'svod'), null, 'held for ever, as it stood')
    assert.notEqual(await answer(), 'full')

    assert.equal(await bringLinesUpToDate(database.db, house.id), 1)
    assert.equal(await freeFrom(it, 'svod'), '2029-01-01')
    assert.equal(await freeFrom(it, 'avod'), '2031-01-01', 'a day of its own stays')
    assert.equal(await answer(), 'full', 'the copy in memory heard of it')
    assert.deepEqual(await house.viewEntry(SYSTEM, { id, locale }), right)
    await house.enterEntry(SYSTEM, { titleId, entry: { ...licence, media: 'svod', from: '2029-01-01', to: '2029-12-31', holdbacks: [] }, locale }) // prettier-ignore

    const seq = await house.changeSequence()
    assert.equal(await bringLinesUpToDate(database.db, house.id), 0)
    assert.equal(await house.changeSequence(), seq)
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('count so in the house that they move into too', async () => {
    const { it, freeFrom } = await sold()
    await asBefore(it)
    const fresh = await open()
    await fresh.house.importHouse(SYSTEM, { archive: pieces(await archiveOf(it)) })
    assert.equal(await freeFrom(fresh, 'svod'), '2029-01-01')
  })
})
