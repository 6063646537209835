import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { newPgliteFolder, newPostgresDatabase } from '../testing/databases.ts'
import { STORE_ERRORS, StoreError, storeErrorOf } from './errors.ts'
import { lockFolder } from './folder-lock.ts'
import { openDatabase } from './open-database.ts'

const only = process.env['VITRINE_TEST_DATABASES']
const folders: string[] = []
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'vitrine-folder-'))
  folders.push(made)
  return made
}
after(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })))

function hasCode(code: string, words = /./) {
  return (error: unknown) => error instanceof StoreError && error.code === code && words.test(error.message)
}

/** Another process that does something with the store until it is killed; resolves at its first line. */
async function another(program: string): Promise<{ pid: number; kill: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve)
    child.once('exit', () => reject(new Error('it ended before it was ready')))
  })
  return {
    pid: child.pid!,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

describe('a data folder', { skip: only === 'postgres' }, () => {
  test('keeps what was written', async () => {
    const at = folder()
    await newPgliteFolder(at)
    const one = await openDatabase({ folder: at })
    await sql`insert into house (house_id) values ('kept')`.execute(one.db)
    await one.close()
    const two = await openDatabase({ folder: at })
    assert.equal((await sql`select from house where house_id = 'kept'`.execute(two.db)).rows.length, 1)
    await two.close()
  })

  test('is not opened twice by one process', async () => {
    const at = folder()
    const lock = lockFolder(at)
    assert.throws(() => lockFolder(at), hasCode('folder-in-use', new RegExp(`process ${process.pid} `)))
    lock.release()
    lockFolder(at).release()
  })

  test('is not opened while another process has it, is when that was killed, and nothing is lost', async () => {
    const at = folder()
    await newPgliteFolder(at)
    const open = new URL('./open-database.ts', import.meta.url).href
    const other = await another(`
      import { openDatabase } from ${JSON.stringify(open)}
      const { pglite } = await openDatabase({ folder: ${JSON.stringify(at)} })
      await pglite.query("insert into house (house_id) values ('acknowledged')")
      console.log('ready')
      setInterval(() => {}, 1000)
    `)
    await assert.rejects(
      openDatabase({ folder: at }),
      (error) =>
        hasCode('folder-in-use', new RegExp(`process ${other.pid} `))(error) &&
        (error as StoreError).details['pid'] === other.pid,
    )
    await other.kill()
    assert.ok(existsSync(join(at, 'owner.json')), 'the killed process could not clear up')
    const mine = await openDatabase({ folder: at })
    assert.equal((await sql`select from house where house_id = 'acknowledged'`.execute(mine.db)).rows.length, 1)
    await mine.close()
  })

  test('a process id in a left-over file, though alive, holds nothing', () => {
    const at = folder()
    writeFileSync(join(at, 'owner.json'), JSON.stringify({ pid: process.pid, host: 'here', since: '2026-01-01' }))
    lockFolder(at).release()
  })

  test('a path that is no folder, and a folder with something else in it, are named', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    await assert.rejects(openDatabase({ folder: file }), hasCode('folder-unusable', /file/))
    const strange = folder()
    mkdirSync(join(strange, 'data'))
    writeFileSync(join(strange, 'data', 'PG_VERSION'), '9.6\n')
    await assert.rejects(
      openDatabase({ folder: strange }),
      (error) => error instanceof StoreError && error.code === 'folder-unusable',
    )
    lockFolder(strange).release()
  })
})

describe('PostgreSQL at an address', { skip: only === 'pglite' }, () => {
  test('nobody there', async () => {
    await assert.rejects(openDatabase({ url: 'postgres://me:secret@127.0.0.1:1/none' }), (error) => {
      assert.ok(hasCode('database-unreachable')(error))
      assert.doesNotMatch(JSON.stringify(error) + (error as Error).message, /secret/)
      return true
    })
  })

  test('somebody else there', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    await assert.rejects(openDatabase({ url: `postgres://me@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/none` }))
    server.close()
  })

  test('wrong password, no such database', async () => {
    const url = new URL(await newPostgresDatabase())
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await assert.rejects(openDatabase({ url: wrong.href }), hasCode('database-refused'))
    url.pathname = '/nowhere'
    await assert.rejects(openDatabase({ url: url.href }), hasCode('database-refused'))
  })

  test('a connection that is cut in the middle is told as such, and the next question is answered', async () => {
    const url = await newPostgresDatabase()
    const database = await openDatabase({ url })
    const admin = await openDatabase({ url })
    const cut = sql`select pg_sleep(5)`.execute(database.db).then(
      () => null,
      (error: unknown) => error,
    )
    for (let n = 0; n < 100; n++) {
      const { rows } = await sql<{ done: boolean }>`select pg_terminate_backend(pid) as done from pg_stat_activity
        where datname = current_database() and query like '%pg_sleep%' and pid <> pg_backend_pid()`.execute(admin.db)
      if (rows.length > 0) break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    assert.equal(storeErrorOf(await cut)?.code, 'database-unreachable')
    assert.deepEqual((await sql`select 1 as one`.execute(database.db)).rows, [{ one: 1 }])
    await database.close()
    await admin.close()
  })
})

test('failures are known by their codes, however deep', () => {
  const deep = new Error('query failed', {
    cause: new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })]),
  })
  assert.equal(storeErrorOf(deep)?.code, 'database-unreachable')
  assert.equal(
    storeErrorOf(Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' }))?.code,
    'disk-full',
  )
  assert.equal(storeErrorOf(Object.assign(new Error('duplicate key'), { code: '23505' })), null)
  assert.equal(storeErrorOf('text'), null)
  for (const { why, next } of Object.values(STORE_ERRORS)) assert.ok(why.length > 20 && next.length > 20)
})
