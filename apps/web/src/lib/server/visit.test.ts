import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROLES, type Actor } from '@vitrine/house/contract'
import { POLICY } from '@vitrine/house/policies/table'
import { seesWhatStrangersSee } from './visit.ts'

const actor = (role: Actor['role']): Actor => ({ kind: 'user', userId: 'u', name: role, role, scopes: null })
/**
 * What a member may do that no page for strangers asks of the house: one's own name at the account, what a film can be had for,
 * and all that belongs to the room of a company, which stand on pages that are written for their reader alone (hooks.server.ts).
 */
const ELSEWHERE = new Set<string>([
  'renameMyself',
  'chooseMyLanguage',
  'viewInterest',
  'changeInterest',
  'viewPublicAvailability',
  'listOwnShortlists',
])
const may = (role: Actor['role']) =>
  POLICY.filter((rule) => rule.role === role && !ELSEWHERE.has(rule.verb) && !rule.when?.startsWith('own company'))
    .map(({ verb, when }) => `${verb} ${when}`)
    .toSorted()

test('whoever is sent the pages that strangers are sent may do exactly what strangers may', () => {
  for (const role of ROLES) if (seesWhatStrangersSee(actor(role))) assert.deepEqual(may(role), may('visitor'), role)
  assert.ok(seesWhatStrangersSee(actor('buyer')))
  assert.ok(!seesWhatStrangersSee(actor('producer')) && !seesWhatStrangersSee(actor('editor')))
})
