/** Masters in Dolby Vision: what has a picture of its own below Dolby's layer is packaged, what has none is refused and says what to deliver. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { engineFailureSentence } from '@vitrine/messages/screening-report'
import type { DescribedPicture } from '../engine/described.ts'
import { dolbyVisionOf } from '../engine/described.ts'
import { EngineFailure } from '../engine/failure.ts'
import { describedByFfprobe } from '../engine/ffprobe.ts'
import { describeFile } from '../engine/run.ts'
import { isDolbyAlone } from '../packaging/colour.ts'
import { packageMaster } from '../packaging/package.ts'
import { testFilm, testFolder, withDolbyVision } from '../testing/test-film.ts'
import { probe } from './probe.ts'

const folder = testFolder('dolby')
const refused = (error: unknown) => error instanceof EngineFailure && error.reason === 'dolby-vision'

test('a master in profile 5 is refused before it is decoded, by who looks at it and by who packages it', async () => {
  const plain = await testFilm(join(folder, 'plain.mp4'), { seconds: 4, container: { format: 'mp4', options: {} } })
  const master = join(folder, 'five.mp4')
  writeFileSync(master, withDolbyVision(readFileSync(plain), 5, 0))
  const [picture] = (await describeFile(master, 'mov')).streams as [DescribedPicture]
  assert.deepEqual(picture.dolbyVision, { profile: 5, compatible: 0 })
  await assert.rejects(probe(master), refused)
  await assert.rejects(packageMaster(master, join(folder, 'reel'), { markKey: new Uint8Array(32) }), refused)
  for (const [locale, words] of [
    ['en', /profile 5.*Deliver.*SDR.*HDR10/],
    ['fr', /profil 5.*Livrez.*SDR.*HDR10/],
  ] as const)
    assert.match(engineFailureSentence(locale, 'dolby-vision'), words)

  const other = join(folder, 'eight.mp4')
  writeFileSync(other, withDolbyVision(readFileSync(plain), 8, 1))
  const { described } = await probe(other)
  assert.deepEqual((described.streams[0] as DescribedPicture).dolbyVision, { profile: 8, compatible: 1 })
})

test('the record is read alike by both engines, and tells a picture that is shown without Dolby from one that is not', () => {
  const alone = (profile: number, compatible: number) => {
    const byNodeAv = dolbyVisionOf(Uint8Array.of(1, 0, profile, 6, 1, 0, 1, compatible, 0))
    const side = { side_data_type: 'DOVI configuration record', dv_profile: profile, dv_bl_signal_compatibility_id: compatible }
    const printed = { index: 0, codec_type: 'video', codec_name: 'hevc', width: 320, height: 180, side_data_list: [side] }
    const picture = describedByFfprobe({ streams: [printed] }).streams[0] as DescribedPicture
    assert.deepEqual(picture.dolbyVision, byNodeAv)
    return isDolbyAlone(picture)
  }
  // HDR10, SDR and HLG below it; a disc's two layers; AV1 with and without HDR10; records of before there was a word for it.
  for (const [profile, compatible] of [[8, 1], [8, 2], [8, 4], [7, 6], [9, 2], [10, 1], [4, 0], [7, 0]] as const) assert.equal(alone(profile, compatible), false, `${profile}.${compatible}`) // prettier-ignore
  for (const [profile, compatible] of [[5, 0], [5, 1], [10, 0], [20, 0]] as const) assert.equal(alone(profile, compatible), true, `${profile}.${compatible}`) // prettier-ignore
  assert.deepEqual([dolbyVisionOf(null), dolbyVisionOf(new Uint8Array(3))], [null, null])
  const colour = { space: 'ipt-c2', transfer: 'smpte2084', primaries: 'bt2020', range: 'pc' }
  assert.equal(isDolbyAlone({ colour, dolbyVision: null }), true, 'a file may say by its matrix alone what it is')
})
