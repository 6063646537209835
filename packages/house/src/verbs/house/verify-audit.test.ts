import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import { aSheet, eachHouse, type TestHouse } from '../../testing/house-for-tests.ts'

/** What somebody with the keys to the database could do: switch the triggers off and write. */
async function byForce(
  { database }: TestHouse,
  table: 'audit_line' | 'title_revision',
  statement: ReturnType<typeof sql>,
): Promise<void> {
  await sql`alter table ${sql.table(table)} disable trigger user`.execute(database.db)
  try {
    await statement.execute(database.db)
  } finally {
    await sql`alter table ${sql.table(table)} enable trigger user`.execute(database.db)
  }
}

async function withHistory(opened: TestHouse): Promise<TestHouse> {
  const editor = await opened.member('editor')
  const title = await opened.house.createTitle(editor, { sheet: aSheet('Sealed') })
  await opened.house.editTitle(editor, { id: title.id, baseRevision: 1, sheet: { ...title.sheet, year: 2001 } })
  await opened.house.publishTitle(editor, { id: title.id, baseRevision: 2 })
  return opened
}

eachHouse('the audit trail', (open) => {
  test('says who did what, newest first, page by page', async () => {
    const { house, member } = await withHistory(await open())
    const owner = await member('owner')
    const first = await house.readAudit(owner, { limit: 2 })
    assert.deepEqual(
      first.items.map((line) => line.verb),
      ['addUser', 'publishTitle'],
    )
    assert.equal(first.items[1]?.actor, 'the editor')
    const second = await house.readAudit(owner, { limit: 10, cursor: first.nextCursor })
    assert.deepEqual(
      second.items.map((line) => line.verb),
      ['editTitle', 'createTitle', 'addUser'],
    )
    assert.equal(second.nextCursor, null)
    assert.deepEqual((await house.readAudit(owner, { verb: 'editTitle' })).items.length, 1)
    await assert.rejects(house.readAudit(VISITOR, {}), (thrown) => isHouseError(thrown) && thrown.code === 'sign-in-needed')
    await assert.rejects(
      house.readAudit(owner, { cursor: 'nonsense' }),
      (thrown) => isHouseError(thrown) && thrown.code === 'invalid-input',
    )
  })

  test('refuses to be changed, emptied or shortened, and so do the revisions', async () => {
    const { database, house } = await withHistory(await open())
    for (const table of ['audit_line', 'title_revision'])
      for (const statement of [
        sql`update ${sql.table(table)} set house_id = house_id`,
        sql`delete from ${sql.table(table)}`,
        sql`delete from ${sql.table(table)} where house_id = 'no such house'`,
        sql`truncate ${sql.table(table)} cascade`,
      ])
        await assert.rejects(statement.execute(database.db), /append-only/)
    assert.deepEqual(await house.verifyAudit(SYSTEM), { whole: true, lines: 4, brokenAt: null, reason: null })
  })

  test('a line changed by force shows', async () => {
    const opened = await withHistory(await open())
    await byForce(
      opened,
      'audit_line',
      sql`update audit_line set actor = 'somebody else' where house_id = ${opened.house.id} and seq = 3`,
    )
    assert.deepEqual(await opened.house.verifyAudit(SYSTEM), { whole: false, lines: 2, brokenAt: 3, reason: 'changed' })
  })

  test('a line taken out, or the end cut off, shows', async () => {
    const opened = await withHistory(await open())
    await byForce(opened, 'audit_line', sql`delete from audit_line where house_id = ${opened.house.id} and seq = 2`)
    assert.deepEqual(
      [(await opened.house.verifyAudit(SYSTEM)).brokenAt, (await opened.house.verifyAudit(SYSTEM)).reason],
      [2, 'missing'],
    )

    const cut = await withHistory(await open())
    await byForce(cut, 'audit_line', sql`delete from audit_line where house_id = ${cut.house.id} and seq = 4`)
    assert.equal((await cut.house.verifyAudit(SYSTEM)).reason, 'cut-off')
  })

  test('a revision changed by force shows', async () => {
    const opened = await withHistory(await open())
    await byForce(
      opened,
      'title_revision',
      sql`update title_revision set sheet = jsonb_set(sheet, '{year}', '1999') where house_id = ${opened.house.id} and revision = 2`,
    )
    assert.deepEqual(
      [(await opened.house.verifyAudit(SYSTEM)).brokenAt, (await opened.house.verifyAudit(SYSTEM)).reason],
      [3, 'sheet-changed'],
    )
  })
})
