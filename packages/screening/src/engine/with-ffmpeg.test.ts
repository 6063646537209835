/** The work done by ffmpeg itself, where this machine has one; elsewhere node-av does it in all tests, and these are skipped. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { packageMaster } from '../packaging/package.ts'
import { probe } from '../probe/probe.ts'
import { reelPaths } from '../reel/reel.ts'
import { testFilm, testFolder } from '../testing/test-film.ts'
import { findEngine } from './find.ts'

const folder = testFolder('with-ffmpeg')
const engine = await findEngine()
const skip =
  engine.kind === 'ffmpeg' ? false : 'no ffmpeg on the PATH of this machine, nor named by VITRINE_FFMPEG: node-av does the work'

test('ffmpeg looks at a master, and packages it with both variants', { skip }, async (t) => {
  t.diagnostic(engine.kind === 'ffmpeg' ? engine.ffmpeg : engine.kind)
  const film = await testFilm(join(folder, 'film.mp4'), { seconds: 5 })
  const { described, measured, findings } = await probe(film)
  assert.deepEqual(described.streams.map(({ kind, codec }) => [kind, codec]), [['picture', 'h264'], ['sound', 'aac']]) // prettier-ignore
  assert.ok(Math.abs(measured.ends - 5) < 0.1 && measured.constant)
  assert.deepEqual(findings.map(({ rule }) => rule).toSorted(), ['colours-unsaid', 'language-missing', 'loudness', 'small']) // prettier-ignore
  const into = join(folder, 'reel')
  const reel = await packageMaster(film, into, { markKey: new Uint8Array(32).fill(7) })
  assert.deepEqual([reel.lengths.length, reel.variants], [3, ['a', 'b']])
  for (const { name } of reel.rungs)
    for (const variant of reel.variants) assert.ok(existsSync(join(into, reelPaths.videoSegment(name, variant, 2))))
})

test('ffmpeg that is named comes first, then the one on the PATH, then node-av', async () => {
  assert.deepEqual(await findEngine({ VITRINE_FFMPEG: '/opt/ffmpeg', PATH: '' }), { kind: 'ffmpeg', ffmpeg: '/opt/ffmpeg', ffprobe: '/opt/ffprobe' }) // prettier-ignore
  assert.equal((await findEngine({ PATH: folder })).kind, 'node-av')
})
