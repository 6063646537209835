/** Masters that say nothing of their colours, or the wrong thing: what is shown is what the report says. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { LOCALES } from '@vitrine/messages'
import { reportSentence } from '@vitrine/messages/screening-report'
import { compose } from '../engine/compose.ts'
import { testFolder } from '../testing/test-film.ts'
import { rangeOf } from './measure.ts'
import { probe } from './probe.ts'

const folder = testFolder('colour-tags')

/** Grey steps from `black` to `white`, of 8 bits, for two seconds, labelled so. */
async function film(
  name: string,
  tags: string,
  { width = 320, height = 180, black = 16, white = 235, container = 'mp4' } = {},
): Promise<string> {
  const path = join(folder, `${name}.${container}`)
  const luma = Uint8Array.from({ length: width * height }, (_, at) => Math.round(black + ((white - black) * Math.floor(((at % width) * 8) / width)) / 7)) // prettier-ignore
  const frame = Buffer.concat([luma, Buffer.alloc((width * height) / 2, 128)])
  await compose(path, {
    width,
    height,
    rate: [25, 1],
    pixels: 'yuv420p',
    encoded: 'yuv420p',
    frames: Array.from({ length: 50 }, () => frame),
    filters: [`setparams=${tags}`],
    picture: { codec: 'libx264', options: { preset: 'ultrafast', crf: '4' } },
  })
  return path
}
const BT709 = 'colorspace=bt709:color_primaries=bt709:color_trc=bt709'
const BT601 = 'colorspace=smpte170m:color_primaries=smpte170m:color_trc=bt709'
const COLOURS = ['colours-unsaid', 'colours-unusual', 'range-doubtful', 'full-range']

for (const [name, tags, size, wanted] of [
  ['hd as it should be', `${BT709}:range=tv`, { width: 1280, height: 720 }, []],
  ['hd that says nothing', 'range=tv', { width: 1280, height: 720 }, [['note colours-unsaid', 'BT.709']]],
  ['hd that says it is of BT.601', `${BT601}:range=tv`, { width: 1280, height: 720 }, [['warning colours-unusual', 'BT.601']]],
  ['small as it should be', `${BT601}:range=tv`, {}, []],
  ['small that says it is of BT.709', `${BT709}:range=tv`, {}, [['warning colours-unusual', 'BT.709']]],
  ['small that says nothing', 'range=tv', {}, [['note colours-unsaid', 'BT.601']]],
  ['full range that says so', `${BT601}:range=pc`, { black: 0, white: 255 }, [['note full-range', undefined]]],
  ['full range that says it is limited', `${BT601}:range=tv`, { black: 0, white: 255 }, [['warning range-doubtful', 'limited']]],
  [
    'full range that says nothing',
    'range=unknown',
    { black: 0, white: 255 },
    [
      ['warning range-doubtful', 'nothing'],
      ['note colours-unsaid', 'BT.601'],
    ],
  ],
  ['limited that says it is full', `${BT601}:range=pc`, {}, [['warning range-doubtful', 'full']]],
] as const)
  // prettier-ignore
  test(`of a picture in ${name} the report says what is shown`, async () => {
    const { findings } = await probe(await film(name.replaceAll(' ', '-'), tags, size))
    const colours = findings.filter(({ rule }) => COLOURS.includes(rule))
    assert.deepEqual(colours.map(({ severity, rule, values }) => [`${severity} ${rule}`, values['shown'] ?? values['said']]), wanted)
    for (const finding of colours) for (const locale of LOCALES) assert.ok(reportSentence(locale, finding).length > 40, finding.rule)
  })

test('dark and bright scenes, a flash and noise say nothing of the range', () => {
  const shot = (least: number, dark: number, bright: number, most: number) => ({ least, dark, bright, most })
  assert.equal(rangeOf([]), null)
  assert.equal(rangeOf([shot(0, 16, 235, 255), shot(12, 30, 180, 250)]), null, 'overshoots')
  assert.equal(rangeOf([shot(40, 60, 120, 180)]), null, 'neither black nor white')
  assert.equal(rangeOf([...Array.from({ length: 300 }, () => shot(16, 20, 200, 235)), shot(0, 0, 255, 255)]), null, 'a flash')
  assert.equal(rangeOf([shot(16, 20, 200, 235)]), 'limited')
  assert.equal(rangeOf([shot(0, 2, 200, 255), shot(16, 40, 200, 235)]), 'full')
})
