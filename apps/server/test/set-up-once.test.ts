/** Two `npm start` in one clone at once: the second waits for the set-up of the first, also when an earlier one was killed in its midst. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../../scripts/setup/one-at-a-time.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'vitrine-set-up-'))
const lock = join(folder, 'lock')
const diary = join(folder, 'diary')
after(() => rmSync(folder, { recursive: true, force: true }))

/** A process that notes when its set-up begins and when it ends. */
function setUp(milliseconds: number, link = 'undefined') {
  const program = `
    import { appendFileSync } from 'node:fs'
    import { oneAtATime } from ${JSON.stringify(script)}
    await oneAtATime(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(diary)}, 'begins ' + process.pid + '\\n')
      await new Promise((resolve) => setTimeout(resolve, ${milliseconds}))
      appendFileSync(${JSON.stringify(diary)}, 'ends ' + process.pid + '\\n')
    }, ${link})`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, said })),
  )
  return { child, ended }
}
const lines = () => (existsSync(diary) ? readFileSync(diary, 'utf8').trim().split('\n') : [])

test('four at once take turns, and those that wait say so', async () => {
  const all = await Promise.all([1, 2, 3, 4].map(() => setUp(300).ended))
  assert.deepEqual(all.map(({ code }) => code), [0, 0, 0, 0]) // prettier-ignore
  const noted = lines()
  assert.equal(noted.length, 8)
  for (let n = 0; n < 8; n += 2) assert.equal(noted[n]!.replace('begins', 'ends'), noted[n + 1])
  assert.ok(all.some(({ said }) => /Waiting for another set-up of this folder \(process \d+\)/.test(said)))
  assert.deepEqual(readdirSync(folder), ['diary'])
})

test('a set-up that was killed holds nobody up', async () => {
  rmSync(diary)
  const killed = setUp(60_000)
  while (lines().length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  killed.child.kill('SIGKILL')
  await killed.ended
  assert.ok(existsSync(lock))
  const next = await Promise.all([setUp(100).ended, setUp(100).ended])
  assert.deepEqual(next.map(({ code }) => code), [0, 0]) // prettier-ignore
  const noted = lines()
  assert.equal(noted.length, 5)
  for (let n = 1; n < 5; n += 2) assert.equal(noted[n]!.replace('begins', 'ends'), noted[n + 1])
})

test('a lock that says nothing is nobody’s', async () => {
  writeFileSync(lock, '')
  assert.equal((await setUp(1).ended).code, 0)
})

test('a clone that is another’s, and set up, starts for who may not write there', async () => {
  const theirs = join(folder, 'theirs')
  mkdirSync(theirs)
  chmodSync(theirs, 0o555)
  const program = `
    import { oneAtATime } from ${JSON.stringify(script)}
    if (process.getuid?.() === 0) process.setuid(65534) // whoever may do everything may write here too
    await oneAtATime(${JSON.stringify(join(theirs, 'lock'))}, async () => console.log('begins'))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0)
  assert.equal(said, 'begins\n')
})

test('a disk that knows no links is locked too', async () => {
  rmSync(diary)
  const noLinks = `() => { throw Object.assign(new Error('no links'), { code: 'ENOTSUP' }) }`
  const all = await Promise.all([1, 2, 3].map(() => setUp(200, noLinks).ended))
  assert.deepEqual(all.map(({ code }) => code), [0, 0, 0]) // prettier-ignore
  const noted = lines()
  assert.equal(noted.length, 6)
  for (let n = 0; n < 6; n += 2) assert.equal(noted[n]!.replace('begins', 'ends'), noted[n + 1])
  assert.equal(existsSync(lock), false)
})
