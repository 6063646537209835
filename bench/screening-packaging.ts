/**
 * What marking costs: a film of twenty seconds in 1080p is encoded plainly, one variant of each size and its sound, and packaged whole, both
 * variants of each size, sound, poster, strip and every frame read again; turn by turn, in the same run. And what it costs to keep.
 */
import { readdir, stat } from 'node:fs/promises'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { movingFilm } from '@vitrine/demonstration/moving/moving-film'
import { packageMaster } from '@vitrine/screening'
import { compose } from '@vitrine/screening/engine/compose'
import type { DescribedPicture } from '@vitrine/screening/engine/described'
import { describeFile, run } from '@vitrine/screening/engine/run'
import { planFor } from '@vitrine/screening/packaging/package'
import { patternFeeds } from '@vitrine/screening/packaging/pattern-feeds'
import { pictureJob, variantFolder } from '@vitrine/screening/packaging/picture-job'
import { soundJob, soundOf } from '@vitrine/screening/packaging/sound-job'

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 20)
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 2)
const markKey = new Uint8Array(32).fill(9)

export async function bench() {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-bench-'))
  try {
    const master = join(folder, 'master.mp4')
    await compose(master, await material())
    const plain: number[] = []
    const both: number[] = []
    const whole: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      plain.push(await timed(() => encoded(master, join(folder, 'plain'), undefined)))
      both.push(await timed(() => encoded(master, join(folder, 'both'), markKey)))
      whole.push(await timed(() => packageMaster(master, join(folder, 'reel'), { markKey })))
    }
    const [one, two] = await Promise.all(['plain', 'both'].map((name) => bytesBelow(join(folder, name))))
    const row = (name: string, value: number, unit: string, most?: number) => ({
      name: `1080p and below: ${name}`,
      value,
      unit,
      target: most === undefined ? '—' : `≤ ${most}`,
      ok: most === undefined || value <= most,
    })
    const best = (times: number[]) => Math.min(...times)
    return [
      row('seconds of film encoded plainly a second', SECONDS / best(plain), '×'),
      row('both variants, in times of the plain encode', best(both) / best(plain), '×', 2.2),
      row('packaged and read again, in times of the plain encode', best(whole) / best(plain), '×'),
      row('kept on disk, in times of the plain encode', two! / one!, '×'),
      row('an hour of both variants', ((two! / SECONDS) * 3600) / 1e9, 'GB'),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The first seconds of a demonstration film in 1080p, with the grain of a camera. */
async function material() {
  const film = await movingFilm('salt-is-a-slow-clock')
  const first = function* <T>(all: Iterable<T>, count: number) {
    for (const one of all)
      if (count-- > 0) yield one
      else return
  }
  return {
    ...film,
    frames: first(film.frames(), SECONDS * film.rate[0]),
    filters: ['scale=1920:1080:flags=bicubic', 'noise=alls=4:allf=t'],
    sound: { channels: 2, samples: first(film.sound.samples(), SECONDS) },
    picture: { options: { preset: 'ultrafast', crf: '12' } },
  }
}

/** The encode alone: the picture in every size, and the sound. */
async function encoded(master: string, into: string, key: Uint8Array | undefined): Promise<void> {
  await rm(into, { recursive: true, force: true })
  const described = await describeFile(master, 'mov')
  const picture = described.streams.find((stream): stream is DescribedPicture => stream.kind === 'picture')!
  const plan = { ...planFor(master, 'mov', described, picture, key ? { markKey: key } : {}), storyboard: null }
  for (const step of plan.steps)
    for (const variant of plan.variants) await mkdir(join(into, variantFolder(step, variant)), { recursive: true })
  await mkdir(join(into, 'sound'))
  await run(pictureJob(plan), { cwd: into, feed: key ? patternFeeds(plan.steps, key) : {} })
  for (const choice of soundOf(described)) await run(soundJob(master, 'mov', described, choice, 'sound'), { cwd: into })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

async function bytesBelow(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(files.filter((file) => file.isFile()).map((file) => stat(join(file.parentPath, file.name))))
  return sizes.reduce((sum, { size }) => sum + size, 0)
}

if (import.meta.main) console.table(await bench())
