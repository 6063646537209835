import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM, VISITOR } from '../../actors.ts'
import { ROLES } from '../../contract.ts'
import { isHouseError } from '../../errors.ts'
import { eachHouse } from '../../testing/house-for-tests.ts'

const code = (expected: string) => (thrown: unknown) => isHouseError(thrown) && thrown.code === expected

eachHouse('one’s own name', (open) => {
  test('is changed by everybody who has one, and is nobody else’s', async () => {
    const { house, member } = await open()
    for (const role of ROLES) {
      const actor = await member(role)
      const renamed = await house.renameMyself(actor, { name: `  A new ${role} ` })
      assert.deepEqual([renamed.id, renamed.name, renamed.role], [actor.userId, `A new ${role}`, role])
      assert.equal((await house.actorForUser(actor.userId!))?.name, `A new ${role}`)
    }
    assert.deepEqual(
      (await house.listUsers(SYSTEM)).map((user) => user.name).toSorted(),
      ROLES.map((role) => `A new ${role}`).toSorted(),
    )
    assert.equal((await house.readAudit(SYSTEM, { verb: 'renameMyself' })).items.length, ROLES.length)
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('is a line of text; visitors, the house and keys have none', async () => {
    const { house, member } = await open()
    const sales = await member('sales')
    for (const name of ['', '   ', 'Two\nlines', 'x'.repeat(201)])
      await assert.rejects(house.renameMyself(sales, { name }), code('invalid-input'), JSON.stringify(name))
    await assert.rejects(house.renameMyself(VISITOR, { name: 'Nobody' }), code('sign-in-needed'))
    await assert.rejects(house.renameMyself(SYSTEM, { name: 'Nobody' }), code('not-allowed'))
    const { secret } = await house.issueKey(sales, { name: 'feed', scopes: ['titles:write'] })
    await assert.rejects(house.renameMyself((await house.actorForKey(secret))!, { name: 'A key' }), code('not-allowed'))
    assert.equal((await house.actorForUser(sales.userId!))?.name, sales.name)
  })
})
