import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { engineFailureSentence } from '@vitrine/messages/screening-report'
import { testFilm, testFolder } from '../testing/test-film.ts'
import { ENGINE_FAILURES, EngineFailure } from './failure.ts'
import type { Job } from './job.ts'
import { lumaFrames } from './luma-frames.ts'
import { describeFile, run } from './run.ts'

const folder = testFolder('engine')
const film = join(folder, 'film.mp4')
before(() => testFilm(film))

const failsWith = (reason: string) => (error: unknown) => error instanceof EngineFailure && error.reason === reason

/** Copies the picture of the film through the encoder. */
const job = (to: string, from = film, preset = 'ultrafast'): Job => ({
  inputs: [{ from: { file: from }, format: 'mov' }],
  graph: '[0:0]null[out]',
  outputs: [
    {
      to: { file: to },
      format: 'mp4',
      streams: [{ from: 'out', codec: 'libx264', options: { preset }, rate: [25, 1], keyframeEvery: 2 }],
    },
  ],
})

test('says what streams a film has', async () => {
  const { seconds, streams } = await describeFile(film, 'mov')
  assert.equal(seconds, 6)
  assert.deepEqual(
    streams.map((stream) => [stream.kind, stream.codec]),
    [
      ['picture', 'h264'],
      ['sound', 'aac'],
    ],
  )
})

test('reads pictures at the moments asked for', async () => {
  const seen: [number, number][] = []
  for await (const frame of lumaFrames(film, { fps: 1, width: 80, height: 45, from: 2, to: 5 }))
    seen.push([frame.seconds, frame.luma[40]!])
  assert.deepEqual(
    seen.map(([seconds]) => seconds),
    [2, 3, 4],
  )
  for (const [seconds, luma] of seen) assert.ok(Math.abs(luma - seconds * 25) <= 3, `${seconds} s: ${luma}`)
})

test('ends the reading when the reader has seen enough', async () => {
  for await (const frame of lumaFrames(film, { fps: 25, width: 320, height: 180 })) if (frame.seconds > 1) break
})

test('tells how far it is, and ends when told to', async () => {
  const done: number[] = []
  await run(job(join(folder, 'copy.mp4')), { onProgress: ({ seconds }) => done.push(seconds) })
  assert.ok(done.at(-1)! > 5.9)
  const stop = new AbortController()
  const work = run(job(join(folder, 'never.mp4')), { signal: stop.signal })
  setTimeout(() => stop.abort(), 50)
  await assert.rejects(work, failsWith('cancelled'))
})

test('gives up what takes too long, or says nothing', async () => {
  await assert.rejects(run(job(join(folder, 'slow.mp4')), { minutes: 0 }), failsWith('timed-out'))
  await assert.rejects(run(job(join(folder, 'silent.mp4')), { patience: 0 }), failsWith('timed-out'))
  // Its memory is looked at every second: a film that is made in less is not caught at it.
  const lasting = { ...job(join(folder, 'large.mp4'), film, 'veryslow'), graph: '[0:0]scale=3840:2160[out]' }
  await assert.rejects(run(lasting, { megabytes: 1 }), process.platform === 'linux' ? failsWith('too-much-memory') : Error)
})

test('says why a file is not read, and follows none that it names', async () => {
  const broken = join(folder, 'broken.mp4')
  writeFileSync(broken, Buffer.concat([Buffer.from('00000018667479706d703432', 'hex'), Buffer.alloc(5000, 7)]))
  await assert.rejects(describeFile(broken, 'mov'), failsWith('broken'))
  const list = join(folder, 'list.mp4')
  writeFileSync(list, `#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n${film}\n#EXT-X-ENDLIST\n`)
  await assert.rejects(async () => {
    for await (const _ of lumaFrames(list, { fps: 1, width: 8, height: 8 })) assert.fail()
  }, failsWith('playlist'))
  await assert.rejects(describeFile(list, 'mov'), failsWith('broken'))
  await assert.rejects(describeFile('http://127.0.0.1:9/film.mp4', 'mov'), EngineFailure)
})

test('says that the disk is full', { skip: !existsSync('/dev/full') }, async () => {
  await assert.rejects(run(job('/dev/full')), failsWith('no-space'))
})

/** A program of the shell that stands in for ffmpeg. */
function program(name: string, body: string) {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${body}\n`)
  chmodSync(path, 0o755)
  return { kind: 'ffmpeg', ffmpeg: path, ffprobe: path } as const
}
const shell = { skip: process.platform === 'win32' }

test('runs the ffmpeg that it is given, and takes its last words', shell, async () => {
  const told: object[] = []
  const good = program('good', 'printf "out_time_us=2500000\\nspeed=1.5x\\nprogress=end\\n"')
  await run(job('out.mp4'), { engine: good, onProgress: (progress) => told.push(progress) })
  assert.deepEqual(told, [{ seconds: 2.5, speed: 1.5 }])
  const full = program('full', 'echo "av_interleaved_write_frame(): No space left on device" >&2; exit 1')
  await assert.rejects(run(job('out.mp4'), { engine: full }), failsWith('no-space'))
  await assert.rejects(run(job('out.mp4'), { engine: program('dies', 'kill -9 $$') }), failsWith('killed'))
  const endless = program('endless', 'exec tr "\\0" x < /dev/zero')
  await assert.rejects(run(job('out.mp4'), { engine: endless }), failsWith('broken'))
})

test(
  'gives up a program that only says where it was, and none that reads on',
  { skip: process.platform !== 'linux' },
  async () => {
    const gaveUp = (why: string) => (error: unknown) =>
      failsWith('timed-out')(error) && (error as EngineFailure).detail.startsWith(why)
    const hangs = program('hangs', 'i=0; while :; do i=$((i+1)); [ $((i % 20000)) = 0 ] && echo out_time_us=40000; done')
    await assert.rejects(run(job('out.mp4'), { engine: hangs, patience: 1, minutes: 0.5 }), gaveUp('silent'))
    const reads = program('reads', 'exec cat /dev/zero > /dev/null')
    await assert.rejects(run(job('out.mp4'), { engine: reads, patience: 1, minutes: 0.05 }), gaveUp('over'))
  },
)

test('hears no more of a film than there can be to say', shell, async () => {
  const describing = program('describes', 'exec yes "a chapter"')
  await assert.rejects(describeFile(film, 'mov', { engine: describing, patience: 300 }), failsWith('broken'))
})

test('says that it cannot start a program, whatever the system has run out of', shell, async () => {
  const missing = { kind: 'ffmpeg', ffmpeg: join(folder, 'none'), ffprobe: '' } as const
  await assert.rejects(run(job('out.mp4'), { engine: missing }), failsWith('no-engine'))
  // In a process of its own that may open few files, and has opened them.
  const crowded = `
    import { openSync } from 'node:fs'
    import { run } from './run.ts'
    try {
      for (;;) openSync('/dev/null')
    } catch {}
    const engine = { kind: 'ffmpeg', ffmpeg: '/bin/true', ffprobe: '' }
    await run({ inputs: [], graph: '', outputs: [] }, { engine }).catch((error) => (process.exitCode = error.reason === 'failed' ? 7 : 8))
  `
  const few = ['-c', 'ulimit -n 64; exec "$0" "$@"', process.execPath, '--input-type=module', '-e', crowded]
  const { status, stderr } = spawnSync('/bin/sh', few, { cwd: import.meta.dirname, encoding: 'utf8' })
  assert.equal(status, 7, stderr)
})

test('every failure has words in both languages', () => {
  for (const locale of ['en', 'fr'] as const) {
    const sentences = ENGINE_FAILURES.map((reason) => engineFailureSentence(locale, reason))
    assert.equal(new Set(sentences).size, ENGINE_FAILURES.length)
  }
})
