import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { reportSentence } from '@vitrine/messages/screening-report'
import { SOUND_RATE } from '../engine/compose.ts'
import { type TestFilm, testFilm, testFolder, tone, withEmptySound } from '../testing/test-film.ts'
import { passages } from './measure.ts'
import { isInterlaced, probe } from './probe.ts'
import { findingsOf, REPORT_RULES, type TechnicalReport } from './report.ts'

const folder = testFolder('probe')
let report: TechnicalReport

/** Eight seconds: bars above and below, black from 2 to 6, silence from 1 to 7, the rest interlaced. */
before(async () => {
  const film = await testFilm(join(folder, 'film.mp4'), {
    seconds: 8,
    rate: [50, 1],
    sound: { channels: 2, samples: quietWithin(1, 7) },
    filters: [
      'drawbox=y=0:h=24:t=fill:color=black',
      'drawbox=y=156:h=24:t=fill:color=black',
      "drawbox=t=fill:color=black:enable='between(t,2,5.99)'",
      'interlace=lowpass=off',
    ],
    picture: { rate: [25, 1], options: { preset: 'veryfast', crf: '12', flags: '+ildct+ilme' } },
  })
  report = await probe(film)
})

function* quietWithin(from: number, to: number): Generator<Uint8Array> {
  let second = 0
  for (const samples of tone(8, 2)) {
    yield second >= from && second < to ? new Uint8Array(samples.length) : samples
    second++
  }
}

const near = (value: number, wanted: number, by: number) =>
  assert.ok(Math.abs(value - wanted) <= by, `${value} is not near ${wanted}`)

test('measures black, silence, bars, interlacing and loudness', () => {
  const { black, bars, interlaced, constant, sound } = report.measured
  assert.equal(black.length, 1)
  near(black[0]!.from, 2, 0.1)
  near(black[0]!.to, 6, 0.1)
  near(bars!.top, 24, 2)
  near(bars!.bottom, 24, 2)
  assert.ok(interlaced > 50, `${interlaced} of 100 frames`)
  assert.ok(constant)
  assert.equal(sound[0]!.silent.length, 1)
  near(sound[0]!.silent[0]!.from, 1, 0.2)
  near(sound[0]!.silent[0]!.to, 7, 0.2)
  // A sine in both channels reads its peak at 1 kHz (EBU Tech 3341): −14; at 330 Hz a little less, and less again for blocks half silent.
  near(sound[0]!.loudness!, -15, 1)
  // −14, and what AAC rings over where the tone is switched.
  near(sound[0]!.peak!, -12, 2.5)
})

test('finds what an editor should know, worst first', () => {
  assert.deepEqual(
    report.findings.map(({ rule, severity }) => `${severity} ${rule}`),
    [
      'warning small',
      'warning bars',
      'warning black',
      'warning silence',
      'warning language-missing',
      'note colours-unsaid',
      'note interlaced',
      'note loudness',
    ],
  )
  assert.ok(isInterlaced(report))
})

test('names some hundred findings, the worst among them, and says that there are more', () => {
  const silent = Array.from({ length: 1000 }, (_, n) => ({ from: 10 * n, to: 10 * n + 6 }))
  const { described, measured } = report
  const findings = findingsOf(described, { ...measured, sound: measured.sound.map((track) => ({ ...track, silent })) })
  assert.equal(findings.length, 301)
  assert.ok(findings.slice(0, 300).every(({ severity }) => severity === 'warning'))
  assert.deepEqual(findings.at(-1), { rule: 'more', severity: 'note', values: { listed: 300 } })
})

test('says of an uneven film without sound that it is both', async () => {
  const film = await testFilm(join(folder, 'uneven.mkv'), {
    seconds: 3,
    channels: 0,
    // Else ffmpeg makes it even while it is written.
    picture: { rate: undefined },
    container: { format: 'matroska', options: {} },
    filters: ['setpts=if(lt(N\\,40)\\,N\\,2*N-40)/25/TB'],
  })
  const { measured, findings } = await probe(film)
  assert.equal(measured.constant, false)
  assert.equal(measured.bars, null)
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['small', 'no-sound', 'colours-unsaid', 'rate-varies'],
  )
})

test('says of a file that did not come whole where it breaks off', async () => {
  const whole = readFileSync(await testFilm(join(folder, 'whole.mp4'), { seconds: 10 }))
  const film = join(folder, 'cut-off.mp4')
  writeFileSync(film, whole.subarray(0, whole.length * 0.6))
  const { measured, findings } = await probe(film)
  const found = findings.find(({ rule }) => rule === 'cut-off')
  assert.deepEqual([found?.severity, found?.values], ['warning', { ends: measured.ends, lasts: 10 }])
  assert.ok(measured.ends > 3 && measured.ends < 8, `${measured.ends}`)
  assert.ok(!report.findings.some(({ rule }) => rule === 'cut-off' || rule === 'sound-ends'))
})

test('says of sound that it is mono, on one side alone, or ends before the picture', async () => {
  const rulesOf = async (name: string, sound: NonNullable<TestFilm['sound']>) => (await probe(await testFilm(join(folder, name), { seconds: 5, sound }))).findings.filter(({ rule }) => ['mono', 'one-sided', 'sound-ends'].includes(rule)).map(({ rule, values }) => [rule, values['side'] ?? values['ends'] ?? null]) // prettier-ignore
  const onTheLeft = Array.from(tone(5, 2), (samples) => { const both = new Int16Array(samples.buffer); return new Uint8Array(both.map((sample, n) => (n % 2 === 0 ? sample : 0)).buffer) }) // prettier-ignore
  assert.deepEqual(await rulesOf('mono.mp4', { channels: 1, samples: tone(5, 1) }), [['mono', null]])
  assert.deepEqual(await rulesOf('left.mp4', { channels: 2, samples: onTheLeft }), [['one-sided', 'right']])
  const [[rule, ends] = []] = await rulesOf('short.mp4', { channels: 2, samples: tone(3, 2) })
  assert.equal(rule, 'sound-ends')
  near(Number(ends), 3, 0.3)
})

test('takes a sound track with nothing in it for a silent one', async () => {
  const film = join(folder, 'empty-sound.mp4')
  writeFileSync(film, withEmptySound(readFileSync(await testFilm(film, { seconds: 3 }))))
  const { measured, findings } = await probe(film)
  assert.deepEqual(measured.sound.map(({ channels, loudness, silent }) => [channels, loudness, silent]), [[2, null, []]]) // prettier-ignore
  assert.ok(findings.some(({ rule }) => rule === 'silent-track'))
})

test('looks at the picture of a film for as long as there is one', async () => {
  const second = new Uint8Array(2 * SOUND_RATE)
  const film = await testFilm(join(folder, 'long-sound.mp4'), { seconds: 3, sound: { channels: 1, samples: Array.from({ length: 20 }, () => second) } }) // prettier-ignore
  const { measured, findings } = await probe(film)
  assert.deepEqual(measured.looked, [{ from: 0, to: 3 }])
  assert.ok(!findings.some(({ rule }) => rule === 'sampled'))
})

test('looks at a long film in samples, its beginning and its end among them', () => {
  assert.deepEqual(passages(250), [{ from: 0, to: 250 }])
  const looked = passages(3120)
  assert.deepEqual([looked.length, looked[0], looked.at(-1)], [14, { from: 0, to: 20 }, { from: 3100, to: 3120 }])
  for (const [index, { from }] of looked.entries()) if (index > 0) assert.ok(from >= looked[index - 1]!.to)
})

test('every finding has words in both languages', () => {
  for (const rule of REPORT_RULES)
    for (const locale of ['en', 'fr'] as const)
      assert.match(reportSentence(locale, { rule, values: {} }), /^\p{L}.*\.$/u, `${locale} ${rule}`)
})
