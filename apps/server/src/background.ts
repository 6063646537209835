/** What goes on beside the answers until the server stops: films packaged, the demonstration's own shown, the rounds. */
import type { FilmFiles, House } from '@vitrine/house'
import { dataPaths, type Config } from './config.ts'
import { describeError, type Log } from './log.ts'
import type { Mail } from './mail/mail.ts'
import { showFilm } from './packaging/demonstration-film.ts'
import { packagingInProcess } from './packaging/in-a-process.ts'
import { PackagingFailure } from './packaging/packaging.ts'
import { startWorker } from './packaging/worker.ts'
import { type Going, startRounds } from './rounds.ts'
import type { MasterUploads } from './uploads/master-uploads.ts'

export interface BackgroundParts {
  house: House
  films: FilmFiles
  uploads: MasterUploads
  letterMail: Mail
  origin: string
  log: Log
  /** No engine for films is to be had on this machine. */
  noEngine(): void
}

export async function startBackground(config: Config, parts: BackgroundParts): Promise<Going> {
  const { house, films, uploads, letterMail, origin, log, noEngine } = parts
  const paths = dataPaths(config.dataFolder)
  // Said at once, and nothing waits for it: without its films the house still has its catalogue.
  void films.reels.reach().catch((error: unknown) => log.error('films', describeError(error)))
  void uploads.tidy().catch((error: unknown) => log.error('uploads', describeError(error)))
  const packaging = packagingInProcess()
  const film = untilDone(
    (signal) => showFilm({ house, packaging, workers: config.packaging, uploads: paths.uploads, note: paths.unshown, signal }),
    (error) => {
      if (error instanceof PackagingFailure && error.reason === 'no-engine') noEngine()
      else log.error('demonstration', describeError(error))
    },
  )
  const going: Going[] = [
    startWorker({ house, packaging, log, atOnce: config.packaging }),
    film,
    ...(await startRounds(config, { house, mail: letterMail, uploads, origin, log })),
  ]
  return { stop: () => Promise.all(going.map((one) => one.stop())) }
}

/** One thing that nobody waits for; it ends with the server. */
function untilDone(work: (signal: AbortSignal) => Promise<unknown>, failed: (error: unknown) => void): Going {
  const stopping = new AbortController()
  const done = work(stopping.signal).catch((error: unknown) => {
    if (!stopping.signal.aborted) failed(error)
  })
  return { stop: async () => (stopping.abort(), await done) }
}
