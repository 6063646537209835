/**
 * How long a copy of a whole film takes to be traced, on the clock: 52 minutes made by code (`made-film.ts`), encoded with the mark of one
 * viewing and once more as it leaks, held against its master and all its viewings. Run it: `npm run bench -- --only trace-feature`; alone, it takes a quarter of
 * an hour, most of it for making the film.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '@vitrine/screening/engine/compose'
import { lumaFrames } from '@vitrine/screening/engine/luma-frames'
import { run } from '@vitrine/screening/engine/run'
import { type MarkSymbol, symbolOf } from '@vitrine/screening/mark/code'
import type { MadeFilm } from '@vitrine/screening/testing/made-film'
import { markedFilm } from '@vitrine/screening/testing/marked-film'
import type { Film } from '@vitrine/screening/trace/frames'
import { readClip } from '@vitrine/screening/trace/read'
import { drawsOf } from '@vitrine/screening/trace/statistics/random'
import { verdictOf } from '@vitrine/screening/trace/statistics/verdict'
import { printOf } from '@vitrine/screening/trace/time/print'

const SECONDS = Number(process.env['BENCH_FEATURE_SECONDS'] ?? 3_120)
const RATE: [number, number] = [25, 2]
const FILM: MadeFilm = { name: 'feature', width: 640, height: 360, fps: RATE[0] / RATE[1], seconds: SECONDS }
const key = (name: string) => createHash('sha256').update(name).digest()
const reelKey = key('feature reel')
const viewings = Array.from({ length: 200 }, (_, n) => ({ id: `${n}`, key: key(`feature viewing ${n}`) }))
const leaker = viewings[17]!

export async function bench() {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  const path = (name: string) => join(folder, `${name}.mp4`)
  const opened = (name: string): Film => (asked) => lumaFrames(path(name), asked) // prettier-ignore
  const make = (name: string, variant: (index: number) => MarkSymbol | null, picture: Record<string, string>) =>
    compose(path(name), { width: FILM.width, height: FILM.height, rate: RATE, pixels: 'gray', frames: markedFilm(FILM, reelKey, variant), picture: { options: picture, keyframeEvery: 2 } }) // prettier-ignore
  const clock = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const began = performance.now()
    const done = await work()
    return [done, (performance.now() - began) / 1000]
  }
  try {
    await make('master', () => null, { preset: 'veryfast', crf: '14' })
    await make('shown', (index) => symbolOf(reelKey, leaker.key, index), { preset: 'veryfast', crf: '21' })
    await run({
      inputs: [{ from: { file: path('shown') }, format: 'mov' }],
      graph: '[0:0]format=yuv420p[out]',
      outputs: [{ to: { file: path('copy') }, format: 'mp4', streams: [{ from: 'out', codec: 'libx264', options: { preset: 'veryfast', crf: '26' }, rate: RATE }] }], // prettier-ignore
    })
    // The print of a film is kept with its reel; the first trace of it pays for it.
    const [filmPrint, printing] = await clock(() => printOf(opened('master')))
    const [traced, tracing] = await clock(async () => {
      const { readings } = await readClip({ reelKey, lengths: Array.from({ length: Math.ceil(SECONDS / 2) }, () => 2), clip: opened('copy'), film: opened('master'), filmPrint, fps: FILM.fps }) // prettier-ignore
      return { readings, verdict: verdictOf(reelKey, readings, viewings, drawsOf('feature'), { draws: 1_000 }) }
    })
    const right = traced.verdict.named.length === 1 && traced.verdict.named[0]!.id === leaker.id
    const minutes = Math.round(SECONDS / 60)
    console.log(`${traced.readings.length} segments read, named ${traced.verdict.named.map(({ id }) => id).join() || 'nobody'}`)
    return [
      { name: `trace of ${minutes} minutes, on the clock`, value: tracing, unit: 's', target: '≤ 300', ok: tracing <= 300 },
      { name: 'the print of the film before it, kept with its reel', value: printing, unit: 's', target: '—', ok: true },
      { name: 'named whom it was, and nobody else', value: Number(right), unit: '', target: '1', ok: right },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
