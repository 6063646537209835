import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { createLog } from '../log.ts'
import { openLibrary } from './library.ts'
import { sessionCookieName } from './terms.ts'

test('the session’s cookie has the name and the secret by which it is read without the library, with and without TLS', async () => {
  const secret = 'a secret that only this test has, of a good length'
  const database = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const house = { actorForUser: () => Promise.resolve(null) }
  for (const origin of ['http://localhost:3000', 'https://films.example']) {
    const library = openLibrary({ house, database, origin, trustedOrigins: [origin], secret, log: createLog('silent') })
    const context = await library.$context
    assert.equal(context.authCookies.sessionToken.name, sessionCookieName(origin))
    assert.equal(context.secret, secret)
  }
})
