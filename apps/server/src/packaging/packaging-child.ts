/** What packages films, as a program of its own: one order by its parent, words on how far it is, what came of it. It ends with its parent. */
import { setPriority } from 'node:os'
import { EngineFailure, packageMaster } from '@vitrine/screening'
import { compose } from '@vitrine/screening/engine/compose'
import { type Draw, makeMarkedCopy } from '@vitrine/screening/copy/marked-copy'
import { traceCopy } from '@vitrine/screening/trace/trace-copy'
import type { Order, Told } from './in-a-process.ts'
import { examine } from './examine.ts'
import type { DemonstrationSubtitles } from './packaging.ts'

const NICENESS = 10
const stopping = new AbortController()
const tell = (told: Told): void => void (process.connected && process.send!(told))

async function carriedOut(order: Order): Promise<unknown> {
  const options = { signal: stopping.signal, onProgress: ({ share }: { share: number }) => tell({ progress: share }) }
  if (order.kind === 'examine') return examine(order.path, { signal: stopping.signal })
  if (order.kind === 'compose') return composed(order.slug, order.to)
  if (order.kind === 'trace') return traceCopy(order.task.path, order.task.reels, { signal: stopping.signal, onProgress: tellNowAndThen() }) // prettier-ignore
  if (order.kind === 'copy') return makeMarkedCopy(order.task, await drawing(), { signal: stopping.signal, onProgress: tellNowAndThen() }) // prettier-ignore
  const { masterPath, folder, markKey, report, languages } = order.task
  return packageMaster(masterPath, folder, {
    ...options,
    ...(markKey === null ? {} : { markKey }),
    sound: report.sound.map(({ streams }, track) => ({ language: languages[track] ?? 'und', streams })),
    interlaced: report.interlaced,
  })
}

/** Words over the picture, as the press sets them. */
async function drawing(): Promise<Draw> {
  const { drawFilmText } = await import('@vitrine/press/film-text')
  return {
    mark: (lines, size, most) => drawFilmText({ lines, size, most, width: null, opacity: 0.5 }),
    subtitle: (lines, size, width) => drawFilmText({ lines, size, width: Math.round(width * 0.9), most: width, opacity: 1 }),
  }
}

/** A trace says how far it is with every picture: often enough is every half a hundredth. */
function tellNowAndThen(): (share: number) => void {
  let told = 0
  return (share) => {
    if (share - told >= 0.005) tell({ progress: (told = share) })
  }
}

/** An invented film, encoded; answers with its subtitles. */
async function composed(slug: string, to: string): Promise<DemonstrationSubtitles[]> {
  const { movingFilm } = await import('@vitrine/demonstration/moving/moving-film')
  const { frames, sound, subtitles, ...film } = await movingFilm(slug)
  await compose(to, { ...film, frames: frames(), sound: { ...sound, samples: sound.samples() } }, { signal: stopping.signal })
  return subtitles
}

process.once('disconnect', () => {
  stopping.abort()
  // Whatever it was waiting for: nobody is left to hear of it.
  setTimeout(() => process.exit(1), 4000).unref()
})
process.once('message', (order: Order) => {
  setPriority(NICENESS)
  carriedOut(order)
    .then((done) => tell({ done }))
    .catch((error: unknown) => {
      if (error instanceof EngineFailure) tell({ failed: error.reason, detail: error.detail })
      else tell({ failed: 'failed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    })
    .finally(() => process.connected && setImmediate(() => process.disconnect()))
})
