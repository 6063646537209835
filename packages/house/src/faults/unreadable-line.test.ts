/** Somebody writes past the program into the database: one row that cannot be read must not close the shelf. */
import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { sql } from 'kysely'
import { SYSTEM } from '../actors.ts'
import { isHouseError } from '../errors.ts'
import { aSheet, eachHouse } from '../testing/house-for-tests.ts'

const locale = 'en' as const
const grant = { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01', to: '2035-12-31' }
const licence = { kind: 'licence', exclusive: true, territory: 'Poland', media: 'svod', from: '2027-01-01', to: '2028-12-31', party: 'Kanal' } // prettier-ignore
const question = { territory: 'Latvia', media: 'svod', from: '2027-01-01', to: '2028-12-31', exclusive: true }

eachHouse('a line of the rights book that cannot be read', (open) => {
  test('is left out of the answers and named, keeps its film from being signed, and goes when its entry is corrected', async () => {
    const {
      house,
      database: { db },
    } = await open()
    const houseId = house.id
    const { id: salt } = await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    const { id: well } = await house.createTitle(SYSTEM, { sheet: aSheet('The Well') })
    for (const titleId of [salt, well]) await house.enterEntry(SYSTEM, { titleId, entry: grant, locale })
    const { id } = await house.enterEntry(SYSTEM, { titleId: salt, entry: licence, locale })
    await sql`update rights_set set members = 'XX' where house_id = ${houseId} and kind = 'territories' and members = 'PL'`.execute(
      db,
    )

    const { rows } = await house.askAvailabilities(SYSTEM, { question, locale })
    assert.deepEqual(rows.map(({ answer }) => answer), ['full', 'full']) // prettier-ignore
    assert.equal((await house.viewAvailability(SYSTEM, { titleId: salt, question, locale })).answer, 'full')
    const broken = (await house.watchRights(SYSTEM, { locale })).filter(({ kind }) => kind === 'unreadable')
    assert.deepEqual(broken.map(({ entry, detail }) => [entry.id, detail.includes(id)]), [[id, true]]) // prettier-ignore
    assert.equal((await house.health()).unreadableEntries, 1)

    const sale = { ...licence, territory: 'Latvia' }
    await assert.rejects(
      house.enterEntry(SYSTEM, { titleId: salt, entry: sale, locale }),
      (thrown) => isHouseError(thrown) && thrown.code === 'invalid-input' && JSON.stringify(thrown.details).includes(id),
    )
    await house.enterEntry(SYSTEM, { titleId: well, entry: sale, locale })
    await house.amendEntry(SYSTEM, { id, baseVersion: 1, entry: licence, effective: null, locale })
    assert.deepEqual((await house.watchRights(SYSTEM, { locale })).filter(({ kind }) => kind === 'unreadable'), []) // prettier-ignore
    assert.equal((await house.health()).unreadableEntries, 0)
    await house.enterEntry(SYSTEM, { titleId: salt, entry: sale, locale })
  })

  test('that stands for nothing is refused by the database', async () => {
    const {
      house,
      database: { db },
    } = await open()
    await house.createTitle(SYSTEM, { sheet: aSheet('Salt') })
    const houseId = house.id
    for (const [kind, members] of [['territories', ''], ['territories', ' '], ['languages', '[0]'], ['cuts', '[false]']])
      await assert.rejects(
        sql`insert into rights_set (house_id, kind, number, members) values (${houseId}, ${kind}, 900, ${members})`.execute(db),
        /rights_set_is_not_empty/,
        `${kind} “${members}”`,
      ) // prettier-ignore
  })
})
