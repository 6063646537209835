/** `npm test` that is broken off leaves nothing running: not what it has started, nor what that has started in its turn. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isAlive } from '../../../scripts/setup/alive.mjs'
import { until } from './faults/process.ts'

const scripts = new URL('../../../scripts/setup/', import.meta.url)

/** Tells who it is, and goes on; `deaf`: whatever it is told. */
const lasting = (deaf: boolean) =>
  `${deaf ? `for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});` : ''} console.log(process.pid); setInterval(() => {}, 1000)`
/** Starts one that lasts, and lasts itself. */
const parent = (deaf: boolean) =>
  `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(lasting(deaf))}], { stdio: 'inherit' }); ${lasting(deaf)}`

async function breakOff(signal: NodeJS.Signals, deaf: boolean): Promise<{ code: number | null; left: number[] }> {
  const program = `
    import { endWithPrograms, startProgram } from ${JSON.stringify(new URL('programs.mjs', scripts).href)}
    endWithPrograms()
    startProgram(process.execPath, ['-e', ${JSON.stringify(parent(deaf))}], { stdio: 'inherit' })
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const pids = () => said.trim().split('\n').filter(Boolean).map(Number) // prettier-ignore
  await until(async () => pids(), (all) => all.length === 2) // prettier-ignore
  child.kill(signal)
  const [code] = (await once(child, 'exit')) as [number | null]
  const left = await until(async () => pids().filter(isAlive), (all) => all.length === 0).catch(() => pids().filter(isAlive)) // prettier-ignore
  left.forEach((pid) => process.kill(pid, 'SIGKILL'))
  return { code, left }
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  // prettier-ignore
  test(`${signal} ends all of it`, async () => {
    assert.deepEqual(await breakOff(signal, false), { code, left: [] })
  })

test('one that does not hear is ended all the same', async () => {
  assert.deepEqual(await breakOff('SIGTERM', true), { code: 143, left: [] })
})

test('test files end when nobody hands them out any more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-broken-off-'))
  const endless = join(folder, 'endless.mjs')
  writeFileSync(endless, `import { test } from 'node:test'; import { writeSync } from 'node:fs'; test('lasts', () => new Promise(() => writeSync(2, 'under way')))`) // prettier-ignore
  const program = `
    import { fork } from 'node:child_process'
    const child = fork(${JSON.stringify(fileURLToPath(new URL('together.mjs', scripts)))}, { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    child.on('message', () => child.send({ file: ${JSON.stringify(endless)} }))
    child.stderr.on('data', (text) => console.log(child.pid, String(text)))`
  const runner = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [text] = (await once(runner.stdout, 'data')) as [Buffer]
  assert.match(text.toString(), /^\d+ under way$/m)
  const pid = Number.parseInt(text.toString(), 10)
  runner.kill('SIGKILL')
  const left = await until(async () => isAlive(pid), (alive) => !alive).catch(() => true) // prettier-ignore
  if (left) process.kill(pid, 'SIGKILL')
  rmSync(folder, { recursive: true })
  assert.equal(left, false)
})
