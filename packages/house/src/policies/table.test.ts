import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Scope } from '../contract.ts'
import { SCOPES } from '../contract.ts'
import { POLICY_ROLES, type PolicyRole, type SubjectFacts, type Verb } from './policy.ts'
import { can, mayEver, POLICY, SCOPE_FOR, VERBS } from './table.ts'

const actor = (role: PolicyRole, scopes: Scope[] | null = null): Actor => ({
  kind: role === 'visitor' ? 'visitor' : role === 'system' ? 'system' : 'user',
  userId: role === 'visitor' || role === 'system' ? null : `u-${role}`,
  name: role,
  role,
  scopes,
})

/** The table as a person would check it: for each subject in some state, who may. Written by hand, apart from the rules. */
const EXPECTED: [Verb, SubjectFacts, string][] = [
  ['viewTitle', { published: true }, 'owner rights sales editor buyer producer visitor system'],
  ['viewTitle', { draft: true }, 'owner rights sales editor system'],
  ['viewTitle', { draft: true, producerIds: ['u-producer'] }, 'owner rights sales editor producer system'],
  ['viewTitle', { withdrawn: true }, 'owner rights sales editor buyer producer visitor system'],
  ['printOneSheet', { withdrawn: true }, 'owner rights sales editor system'],
  ['openTitle', { published: true }, 'owner rights sales editor system'],
  ['editTitle', { draft: true }, 'owner sales editor system'],
  ['editTitle', { published: true }, 'owner editor system'],
  ['editTitle', { draft: true, producerIds: ['u-producer'] }, 'owner sales editor system'],
  ['publishTitle', { draft: true }, 'owner editor system'],
  ['turnTitles', {}, 'owner editor system'],
  ['turnTitlesBack', {}, 'owner editor system'],
  ['deleteCollection', {}, 'owner editor system'],
  ['chooseMyLanguage', {}, 'owner rights sales editor buyer producer'],
  ['renameMyself', {}, 'owner rights sales editor buyer producer'],
  ['changeUser', {}, 'owner system'],
  ['importSheets', {}, 'owner editor system'],
  ['listImports', {}, 'owner editor system'],
  ['undoImport', {}, 'owner editor system'],
  ['dropSheet', {}, 'owner sales editor system'],
  ['readSheetFile', {}, 'owner rights sales editor system'],
  ['checkSheetFile', {}, 'owner rights sales editor system'],
  ['listProducers', { published: true, producerIds: ['u-producer'] }, 'owner rights sales editor system'],
  ['assignProducer', {}, 'owner editor system'],
  ['listProducerMembers', {}, 'owner editor system'],
  ['notePresence', {}, 'owner sales editor system'],
  ['discardUnsavedDraft', {}, 'owner sales editor system'],
  ['verifyAudit', {}, 'owner rights system'],
  ['exportTitles', {}, 'owner rights sales editor system'],
  ['changeSettings', {}, 'owner system'],
  ['viewSettings', {}, 'owner rights sales editor buyer producer visitor system'],
  ['addUser', {}, 'owner system'],
  ['issueKey', {}, 'owner rights sales editor system'],
  ['revokeKey', { ownerId: 'u-sales' }, 'owner sales system'],
  ['readAudit', {}, 'owner rights system'],
  ['openPicture', {}, 'owner rights sales editor system'],
  ['openPicture', { published: true }, 'owner rights sales editor buyer producer visitor system'],
  ['listRequests', {}, 'owner rights sales system'],
  ['makeScreener', {}, 'owner rights sales system'],
  ['revokeScreener', {}, 'owner rights sales system'],
  ['readViewings', {}, 'owner rights sales system'],
  ['startViewing', {}, 'owner rights sales editor buyer producer visitor system'],
  ['takeViewing', {}, 'system'],
  ['readSubtitleText', {}, 'system'],
  ['reportViewings', {}, 'system'],
  ['moveViewing', {}, 'system'],
  ['listCompanies', {}, 'owner rights sales editor system'],
  ['openCompany', {}, 'owner rights sales editor system'],
  ['changeCompany', {}, 'owner rights sales system'],
  ['listContacts', {}, 'owner rights sales system'],
  ['openContact', {}, 'owner rights sales system'],
  ['addNote', {}, 'owner rights sales system'],
  ['listTasks', {}, 'owner rights sales system'],
  ['chooseTaskLetters', {}, 'owner rights sales'],
  ['writeTaskLetters', {}, 'system'],
  ['openDeal', {}, 'owner rights sales system'],
  ['sendOffer', {}, 'owner rights sales system'],
  ['viewDeal', { companyId: 'c' }, 'owner rights sales system'],
  ['acceptOffer', { companyId: 'c' }, 'owner rights sales system'],
  ['expireOffers', {}, 'system'],
  ['closeStaleRequests', {}, 'system'],
  ['forgetVisitors', {}, 'system'],
  ['seedDemonstration', {}, 'system'],
  ['exportHouse', {}, 'owner system'],
  ['importHouse', {}, 'owner system'],
  ['listOwnFilms', {}, 'producer'],
  ['viewOwnFilm', { draft: true, producerIds: ['u-producer'] }, 'producer'],
  ['proposeCorrection', { published: true, producerIds: ['u-producer'] }, 'producer'],
  ['listCorrections', {}, 'owner rights sales editor system'],
  ['settleCorrection', {}, 'owner editor system'],
]

test('the table says what the house means', () => {
  for (const [verb, facts, roles] of EXPECTED) {
    const may = POLICY_ROLES.filter((role) => can(actor(role), verb, facts))
    assert.deepEqual(may.toSorted(), roles.split(' ').toSorted(), `${verb} ${JSON.stringify(facts)}`)
  }
})

test('a buyer sees their company’s deals; only who answers for it binds it', () => {
  const of = (companyRole: 'lead' | 'colleague' | null): Actor => ({ ...actor('buyer'), companyId: companyRole === null ? null : 'c', companyRole }) // prettier-ignore
  for (const verb of ['viewDeal', 'listDeals', 'viewOffer', 'compareOffers'] as const) {
    assert.ok(can(of('lead'), verb, { companyId: 'c' }) && can(of('colleague'), verb, { companyId: 'c' }), verb)
    assert.ok(!can(of('lead'), verb, { companyId: 'd' }) && !can(of(null), verb, { companyId: 'c' }) && !can(of(null), verb, { companyId: null }), verb) // prettier-ignore
  }
  for (const verb of ['acceptOffer', 'declineOffer', 'counterOffer', 'withdrawOffer', 'undoOffer'] as const)
    assert.deepEqual([can(of('lead'), verb, { companyId: 'c' }), can(of('colleague'), verb, { companyId: 'c' }), can(of('lead'), verb, { companyId: 'd' })], [true, false, false], verb) // prettier-ignore
})

test('every verb is somebody’s, and every row is of a verb that exists', () => {
  for (const verb of VERBS)
    assert.ok(
      POLICY_ROLES.some((role) => mayEver(actor(role), verb)),
      `${verb} is nobody's`,
    )
  for (const rule of POLICY) assert.ok(VERBS.includes(rule.verb), rule.verb)
})

test('the owner may whatever any member may', () => {
  for (const rule of POLICY.filter(
    (one) => one.role !== 'system' && one.role !== 'producer' && one.role !== 'visitor' && one.verb !== 'openOwnSigning',
  ))
    assert.ok(mayEver(actor('owner'), rule.verb), rule.verb)
})

test('a buyer opens the page to sign of their own company’s papers alone, and nobody of the house does', () => {
  const of = (role: PolicyRole, companyId?: string) => can({ ...actor(role), ...(companyId === undefined ? {} : { companyId, companyRole: 'colleague' as const }) }, 'openOwnSigning', { companyId: 'c' }) // prettier-ignore
  assert.equal(of('buyer', 'c'), true)
  assert.equal(of('buyer', 'd'), false)
  for (const role of POLICY_ROLES) assert.equal(of(role), false, role)
  assert.equal(SCOPE_FOR.openOwnSigning, null, 'a person opens it, no program')
})

test('a key’s scopes only ever narrow its owner’s role', () => {
  for (const role of POLICY_ROLES)
    for (const verb of VERBS) {
      const whole = can(actor(role), verb, { published: true, draft: true, producerIds: [`u-${role}`], ownerId: `u-${role}` })
      for (const scope of SCOPES) {
        const key = { ...actor(role, [scope]), kind: 'key' as const }
        const narrowed = can(key, verb, { published: true, draft: true, producerIds: [`u-${role}`], ownerId: `u-${role}` })
        assert.equal(narrowed, whole && SCOPE_FOR[verb] === scope, `${role} ${verb} ${scope}`)
      }
      assert.equal(can(actor(role, []), verb, { published: true }), false)
    }
})

test('nothing that writes is open to a key that may only read', () => {
  const reading = actor('owner', ['titles:read', 'sheets:read', 'house:read', 'audit:read'])
  const writes = VERBS.filter((verb) =>
    /^(create|edit|publish|withdraw|rename|restore|add|change|save|store|issue|revoke|accept|discard|turn|delete|drop|import|assign|seed|answer)/.test(
      verb,
    ),
  )
  assert.ok(writes.length > 20)
  assert.deepEqual(
    writes.filter((verb) => verb !== 'changeShortlist' && mayEver(reading, verb)),
    [],
  )
})
