/** Every route × every role, from the policy table: whoever the table refuses is refused, whoever it lets in is let in. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { POLICY_ROLES, rulesFor, ROLES, SCOPE_FOR, SCOPES, type PolicyRole } from '@vitrine/house'
import { ENDPOINTS } from '../src/api/app.ts'
import { requestOf, SAMPLES, type Sample } from './samples.ts'
import { testServer, type TestServer } from './server.ts'

const sampleOf = (method: string, path: string): Sample => {
  const sample = SAMPLES[`${method} ${path}`]
  assert.ok(sample, `no sample for ${method} ${path}`)
  return sample
}

describe('every route, every role', () => {
  let server: TestServer
  const sessions: Partial<Record<PolicyRole, Record<string, string>>> = {}
  before(async () => {
    server = await testServer()
    for (const role of ROLES) sessions[role] = await server.session(role)
    sessions.visitor = {}
  })
  after(() => server.stop())

  test('each endpoint has a sample, and each sample an endpoint', () => {
    assert.deepEqual(ENDPOINTS.map(({ method, path }) => `${method} ${path}`).toSorted(), Object.keys(SAMPLES).toSorted())
  })

  for (const role of POLICY_ROLES.filter((one) => one !== 'system')) {
    for (const { method, path, verb } of ENDPOINTS) {
      const allowed = rulesFor(role, verb).length > 0
      test(`${role}: ${method.toUpperCase()} ${path} ${allowed ? 'is answered' : 'is refused'}`, async () => {
        const sample = sampleOf(method, path)
        const answer = await server.fetch(`/api/v1${sample.path}`, requestOf(method, sample, sessions[role]!))
        const text = await answer.text()
        if (!allowed) {
          assert.equal(answer.status, role === 'visitor' ? 401 : 403, text)
          return
        }
        // What does not exist is not found, what is no picture is no picture: but nobody who may is refused, and nothing breaks.
        // The edit key of a shortlist is a right of its own.
        const refused = answer.status === 401 || (answer.status === 403 && !text.includes('wrong-edit-key'))
        assert.ok(!refused && answer.status < 500, `${answer.status} ${text}`)
      })
    }
  }
})

describe('every route, every scope of a key', () => {
  let server: TestServer
  before(async () => {
    server = await testServer()
  })
  after(() => server.stop())

  for (const scope of SCOPES) {
    test(`an owner's key with ${scope} alone reaches what asks for ${scope}, and nothing else`, async () => {
      const key = await server.key('owner', [scope])
      for (const { method, path, verb } of ENDPOINTS) {
        const sample = sampleOf(method, path)
        const answer = await server.fetch(`/api/v1${sample.path}`, requestOf(method, sample, key))
        const text = await answer.text()
        const within = SCOPE_FOR[verb] === scope && rulesFor('owner', verb).length > 0
        if (within)
          assert.ok(
            answer.status !== 401 && !(answer.status === 403 && !text.includes('wrong-edit-key')) && answer.status < 500,
            `${method} ${path}: ${answer.status} ${text}`,
          )
        else assert.equal(answer.status, 403, `${method} ${path}: ${text}`)
      }
    })
  }

  test('a key never does more than its owner may', async () => {
    const key = await server.key('rights')
    for (const { method, path, verb } of ENDPOINTS) {
      if (rulesFor('rights', verb).length > 0) continue
      const sample = sampleOf(method, path)
      const answer = await server.fetch(`/api/v1${sample.path}`, requestOf(method, sample, key))
      assert.equal(answer.status, 403, `${method} ${path}`)
    }
  })
})
