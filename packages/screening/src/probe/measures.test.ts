import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testFolder } from '../testing/test-film.ts'
import { measuresOf } from './measures.ts'

const folder = testFolder('measures')

test('reads what a log says of each frame', async () => {
  const log = join(folder, 'log.txt')
  writeFileSync(log, 'stray=1\nframe:0    pts:0       pts_time:0\nlavfi.a=1\nlavfi.b=x=y\nframe:1    pts:512     pts_time:0.04\n')
  assert.deepEqual(await Array.fromAsync(measuresOf(log)), [
    { seconds: 0, values: { 'lavfi.a': '1', 'lavfi.b': 'x=y' } },
    { seconds: 0.04, values: {} },
  ])
})

test('keeps no more of a long log than a frame', () => {
  const log = join(folder, 'long.txt')
  const file = openSync(log, 'w')
  for (let part = 0; part < 100; part++)
    writeSync(file, Array.from({ length: 4000 }, (_, n) => `frame:${n} pts:${n} pts_time:${n}\nlavfi.r128.I=-23.${n}\nlavfi.r128.LRA=${n}.7\n`).join('')) // prettier-ignore
  closeSync(file)
  const program = `
    import { measuresOf } from './measures.ts'
    let frames = 0
    for await (const _ of measuresOf(process.argv[1])) frames++
    console.log(frames)
  `
  const small = ['--max-old-space-size=48', '--input-type=module', '-e', program, log]
  const { stdout, stderr } = spawnSync(process.execPath, small, { cwd: import.meta.dirname, encoding: 'utf8' })
  assert.equal(stdout, '400000\n', stderr)
})
