/**
 * The forensic mark, attacked. A film made by code (`made-film.ts`) is encoded with the mark of one viewing, and with its opposite; copies are
 * spoilt in every way listed here, encoded again and traced. Run it: `npm run bench:trace`.
 *
 * Everything in the table is really encoded and really read, but for two things that are put together from what was read: copies made from
 * several viewings (each segment’s reading is taken from the copy that has the variant in question; averages of more than two are means of
 * readings), and codes longer than the film (its readings are used again, with the code’s later symbols). Both are said in docs/tracing.md.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '@vitrine/screening/engine/compose'
import { lumaFrames } from '@vitrine/screening/engine/luma-frames'
import { run } from '@vitrine/screening/engine/run'
import { biasOf, type MarkSymbol, symbolOf } from '@vitrine/screening/mark/code'
import { type MadeFilm, madeFilm } from '@vitrine/screening/testing/made-film'
import { markedFilm } from '@vitrine/screening/testing/marked-film'
import type { Film } from '@vitrine/screening/trace/frames'
import { type ClipRead, readClip } from '@vitrine/screening/trace/read'
import { drawsOf } from '@vitrine/screening/trace/statistics/random'
import type { Reading } from '@vitrine/screening/trace/statistics/reading'
import { decide, FALSE_ACCUSATION, verdictOf } from '@vitrine/screening/trace/statistics/verdict'
import { printOf } from '@vitrine/screening/trace/time/print'
import { quality } from './_picture-quality.ts'

/** Seconds of the film, and of the clips cut from it. */
const SECONDS = Number(process.env['BENCH_TRACE_SECONDS'] ?? 660)
const CLIP = Number(process.env['BENCH_TRACE_CLIP'] ?? 180)
const TRIALS = Number(process.env['BENCH_TRACE_TRIALS'] ?? 5_000)
const START = 17.3
const VIEWINGS = 200
const RATE: [number, number] = [25, 2]
const FILM: MadeFilm = { name: 'bench', width: 640, height: 360, fps: RATE[0] / RATE[1], seconds: SECONDS }
const DELIVERY = { preset: 'veryfast', crf: '21' }

const key = (name: string) => createHash('sha256').update(name).digest()
const reelKey = key('bench reel')
const viewings = Array.from({ length: VIEWINGS }, (_, n) => ({ id: `${n}`, key: key(`bench viewing ${n}`) }))
const [LEAKER] = [viewings[17]!]
const random = drawsOf('bench')

/** What is done to a copy: filters, how it is encoded, its frames a second, how much of it is left. */
interface Attack {
  name: string
  filters?: string
  encode?: Record<string, string>
  rate?: [number, number]
  seconds?: number
}

const ATTACKS: Attack[] = [
  { name: 'encoded again, CRF 26', encode: { crf: '26' } },
  { name: 'encoded again, CRF 32', encode: { crf: '32' } },
  { name: 'encoded again, 300 kbit/s', encode: { b: '300k', maxrate: '300k', bufsize: '600k' } },
  { name: 'encoded again, 120 kbit/s', encode: { b: '120k', maxrate: '120k', bufsize: '240k' } },
  { name: '426 × 240', filters: 'scale=426:240' },
  { name: '256 × 144, CRF 30', filters: 'scale=256:144', encode: { crf: '30' } },
  { name: 'cropped by 6 %', filters: 'crop=iw*0.94:ih*0.94,scale=640:360' },
  { name: 'cropped by 10 %, turned by 1°', filters: 'rotate=PI/180,crop=iw*0.9:ih*0.9,scale=640:360' },
  { name: '12.5 to 15 frames a second', filters: 'fps=15', rate: [15, 1] },
  { name: '4 % faster', filters: 'setpts=PTS*24/25,fps=25/2' },
  { name: 'mirrored', filters: 'hflip' },
  { name: 'letterboxed', filters: 'scale=640:272,pad=640:360:0:44' },
  { name: 'blurred', filters: 'gblur=sigma=2' },
  { name: 'gamma 1.3, contrast 0.9', filters: 'eq=gamma=1.3:contrast=0.9' },
  { name: 'noise added', filters: 'noise=alls=16:allf=t' },
  { name: '30 seconds', seconds: 30 },
]

export async function bench() {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  const path = (name: string) => join(folder, `${name}.mp4`)
  const opened = (name: string): Film => (asked) => lumaFrames(path(name), asked) // prettier-ignore
  const rows: object[] = []
  const say = (line: string) => console.log(line)
  const make = (name: string, variant: (index: number) => MarkSymbol | null, picture: Record<string, string>) =>
    compose(path(name), { width: FILM.width, height: FILM.height, rate: RATE, pixels: 'gray', frames: markedFilm(FILM, reelKey, variant), picture: { options: picture, keyframeEvery: 2 } }) // prettier-ignore
  const spoil = (from: string, to: string, attack: Attack, start: number, seconds: number) =>
    run({
      inputs: [{ from: { file: path(from) }, format: 'mov', start, seconds }],
      graph: `[0:0]${attack.filters ?? 'null'},format=yuv420p[out]`,
      outputs: [{ to: { file: path(to) }, format: 'mp4', streams: [{ from: 'out', codec: 'libx264', options: { preset: 'veryfast', ...(attack.encode ?? { crf: '26' }) }, rate: attack.rate ?? RATE }] }], // prettier-ignore
    })
  try {
    await make('master', () => null, { preset: 'veryfast', crf: '14' })
    await make('leak', (index) => symbolOf(reelKey, LEAKER.key, index), DELIVERY)
    await make('opposite', (index) => (symbolOf(reelKey, LEAKER.key, index) === 0 ? 1 : 0), DELIVERY)
    await make('plain', () => null, DELIVERY)
    const filmPrint = await printOf(opened('master'))
    const lengths = Array.from({ length: SECONDS / 2 }, () => 2)
    const read = (name: string) => readClip({ reelKey, lengths, clip: opened(name), film: opened('master'), filmPrint, fps: FILM.fps }) // prettier-ignore

    /** Traces a copy of the leaker’s and says how it went. */
    const judged = (name: string, { readings }: { readings: Reading[] }) => {
      const wrong = readings.filter(({ index, level }) => level > 0 !== (symbolOf(reelKey, LEAKER.key, index) === 1)).length
      const verdict = verdictOf(reelKey, readings, viewings, random, { draws: 1_000 })
      const right = verdict.named.length === 1 && verdict.named[0]!.id === LEAKER.id
      const strength = readings.reduce((sum, { level, deviation }) => sum + Math.abs(level) / deviation, 0) / readings.length
      say(`${name} | ${readings.length} | ${wrong} | ${strength.toFixed(1)} | ${verdict.named.map(({ id, overall }) => `${id} (${overall.toExponential(1)})`).join(', ') || `nobody: ${verdict.because}`}`) // prettier-ignore
      return { wrong, right, verdict }
    }
    const row = (name: string, value: number, unit: string, target: string | number, ok: boolean | null) => rows.push({ name: `trace: ${name}`, value, unit, target, ok }) // prettier-ignore

    say('copy | segments | wrong | deviations | named')
    const seen: ClipRead[] = []
    for (const attack of ATTACKS) {
      const seconds = attack.seconds ?? CLIP
      await spoil('leak', 'spoilt', attack, START, seconds)
      const clip = await read('spoilt')
      const { wrong, right, verdict } = judged(attack.name, clip)
      const expected = seconds >= 90 ? right : verdict.named.every(({ id }) => id === LEAKER.id)
      row(attack.name, clip.readings.length === 0 ? Number.NaN : (100 * wrong) / clip.readings.length, '% of bits wrong', seconds >= 90 ? 'named' : 'named or nobody', expected) // prettier-ignore
      if (attack.seconds === undefined) seen.push(clip)
    }

    const began = processor()
    const long = Math.min(600, SECONDS - 20)
    await spoil('leak', 'long', ATTACKS[0]!, START, long)
    const encoded = processor()
    const wall = performance.now()
    const longRead = await read('long')
    judged(`${long} seconds`, longRead)
    const perTen = (600 / long) * (processor() - encoded)
    const onTheClock = ((600 / long) * (performance.now() - wall)) / 1000
    row(`a 10-minute clip on the clock (from ${long} s)`, onTheClock, 's', 180, onTheClock <= 180)
    row(`processor time of a 10-minute clip (from ${long} s)`, perTen, 's', 360, perTen <= 360)
    say(`trace of ${long} s: ${(processor() - encoded).toFixed(1)} s of processor, ${((performance.now() - wall) / 1000).toFixed(0)} s by the clock, without its encoding (${(encoded - began).toFixed(1)} s)`) // prettier-ignore

    const unmarked = await (await spoil('master', 'unmarked', ATTACKS[0]!, START, CLIP), read('unmarked'))
    const { verdict: ofMaster } = judged('the master, unmarked', unmarked)
    row('viewings named by the unmarked master', ofMaster.named.length, '', 0, ofMaster.named.length === 0)

    // Both variants of each segment, and their average, at 300 kbit/s.
    const harsh = ATTACKS[2]!
    await spoil('opposite', 'spoilt', harsh, START, CLIP)
    const other = (await read('spoilt')).readings
    const own = seen[2]!.readings
    await run({
      inputs: [{ from: { file: path('leak') }, format: 'mov', start: START, seconds: CLIP }, { from: { file: path('opposite') }, format: 'mov', start: START, seconds: CLIP }], // prettier-ignore
      graph: '[0:0][1:0]blend=all_mode=average,format=yuv420p[out]',
      outputs: [{ to: { file: path('mean') }, format: 'mp4', streams: [{ from: 'out', codec: 'libx264', options: { preset: 'veryfast', ...harsh.encode }, rate: RATE }] }], // prettier-ignore
    })
    const mean = (await read('mean')).readings
    for (const line of coalitions(own, other, mean)) {
      say(line.said)
      rows.push(line.row)
    }

    const trials = innocents(seen.map(({ readings }) => readings))
    say(`innocent: ${trials.traces} traces of ${VIEWINGS} viewings, ${trials.named} of them named anybody`)
    row(`false accusations in ${trials.traces} traces against the innocent`, trials.named, '', `${FALSE_ACCUSATION * trials.traces}`, trials.named <= FALSE_ACCUSATION * trials.traces) // prettier-ignore

    const pictures = await quality(madeFilm(FILM), opened('plain'), opened('leak'), FILM, 55)
    say(`quality against the master: plain ${pictures.plain.psnr.toFixed(2)} dB, SSIM ${pictures.plain.ssim.toFixed(4)}; marked ${pictures.marked.psnr.toFixed(2)} dB, SSIM ${pictures.marked.ssim.toFixed(4)}`) // prettier-ignore
    row('picture quality that the mark costs', pictures.plain.psnr - pictures.marked.psnr, 'dB PSNR', '', null)
    row('SSIM that the mark costs', pictures.plain.ssim - pictures.marked.ssim, '', '', null)
    return rows
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A code as a key would draw it. */
const drawnCode = (biases: Float64Array) => Uint8Array.from(biases, (bias) => (random() < bias ? 1 : 0))

/** Two to five viewings, in ten minutes and in an hour of segments: those named, of how many, over ten codes. */
function coalitions(own: Reading[], other: Reading[], mean: Reading[]) {
  const at = (readings: Reading[]) => new Map(readings.map((reading) => [reading.index, reading]))
  const [one, two, both] = [at(own), at(other), at(mean)]
  const indices = own.map(({ index }) => index).filter((index) => two.has(index) && both.has(index))
  const symbol = (index: number) => symbolOf(reelKey, LEAKER.key, index)
  return ['switching', 'averaging'].flatMap((how) =>
    [2, 3, 4, 5].flatMap((people) =>
      [300, 1_560].map((segments) => {
        const turns = segments > 1_000 ? 3 : 10
        let named = 0
        let some = 0
        let wrong = 0
        for (let turn = 0; turn < turns; turn++) {
          const biases = Float64Array.from({ length: segments }, (_, i) => biasOf(reelKey, turn * 10_000 + i))
          const codes = viewings.map(() => drawnCode(biases))
          const readings = Array.from(biases, (_, i): Reading => {
            const index = indices[i % indices.length]!
            const copies = codes.slice(0, people).map((code) => (code[i] === symbol(index) ? one : two).get(index)!)
            const picked = copies[Math.floor(random() * people)]!
            if (how === 'switching') return { ...picked, index: i }
            const same = copies.every((copy) => copy === copies[0])
            const halves = people === 2 && !same
            const level = halves ? both.get(index)!.level : copies.reduce((sum, copy) => sum + copy.level, 0) / people
            return { index: i, level, deviation: picked.deviation }
          })
          const verdict = decide(readings, biases, viewings.map(({ id }) => id), codes, random, { nearest: 0, draws: 0 }) // prettier-ignore
          const right = verdict.named.filter(({ id }) => Number(id) < people).length
          named += right
          some += right > 0 ? 1 : 0
          wrong += verdict.named.length - right
        }
        const minutes = (segments * 2) / 60
        const name = `${people} viewings, ${how}, ${minutes} minutes`
        return {
          said: `${name} | ${segments} | somebody in ${some} of ${turns} | ${(named / turns).toFixed(1)} of ${people} | ${wrong} wrongly`,
          row: {
            name: `trace: ${name}, named of ${people}`,
            value: named / turns,
            unit: '',
            target: 'none wrongly',
            ok: wrong === 0,
          },
        }
      }),
    ),
  )
}

/** Traces of real readings against viewings whose codes are drawn anew each time, as a key would draw them. */
function innocents(readings: Reading[][]) {
  let named = 0
  for (let n = 0; n < TRIALS; n++) {
    const some = readings[n % readings.length]!
    const biases = Float64Array.from(some, ({ index }) => biasOf(reelKey, index))
    const codes = viewings.map(() => drawnCode(biases))
    if (decide(some, biases, viewings.map(({ id }) => id), codes, random, { nearest: 0, draws: 0 }).named.length > 0) named++ // prettier-ignore
  }
  return { traces: TRIALS, named }
}

/** Seconds of processor that this process and those it has waited for have used; its own alone where the system does not say. */
function processor(): number {
  const own = process.cpuUsage()
  return (own.user + own.system) / 1e6 + children
}
let children = 0
setInterval(() => {
  void readFile('/proc/self/stat', 'utf8')
    .then((text) => {
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
      children = (Number(fields[13]) + Number(fields[14])) / 100
    })
    .catch(() => {})
}, 200).unref()
