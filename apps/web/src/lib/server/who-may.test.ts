import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROLES, type Actor } from '@vitrine/house'
import { can } from '@vitrine/house/policies/table'
import { deskHouse } from '@vitrine/messages/desk-house'
import { whoMay } from './who-may.ts'

test('what the people’s page says of a role is what the policies decide, and every row has its words', () => {
  for (const { verb, by } of whoMay()) {
    assert.ok(`can.${verb}` in deskHouse.en, verb)
    for (const role of ROLES) {
      const actor: Actor = { kind: 'user', userId: 'u', name: role, role, scopes: null }
      assert.equal(by[role] === true, can(actor, verb), `${role} ${verb} whatever the subject`)
      if (by[role] === false)
        assert.ok(
          !can(actor, verb, { published: true, withdrawn: true, draft: true, producerIds: ['u'], ownerId: 'u' }),
          `${role} never ${verb}`,
        )
      if (Array.isArray(by[role])) for (const when of by[role]) assert.ok(`when.${when}` in deskHouse.en, when)
    }
  }
})
