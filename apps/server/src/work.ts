/**
 * A worker of its own: `vitrine worker` packages masters, makes copies to keep and traces others, and shows nobody a page. It works over the PostgreSQL of the servers
 * it helps, with the same `VITRINE_SECRET`, and over their data folder on a shared disk, or over their S3 and a folder of its own.
 */
import { SYSTEM } from '@vitrine/house'
import { serverWords } from '@vitrine/messages/cli'
import { ConfigError, readConfig } from './config.ts'
import { createLog, describeError } from './log.ts'
import { openHouse } from './open-house.ts'
import { packagingInProcess } from './packaging/in-a-process.ts'
import { startWorker } from './packaging/worker.ts'
import { repeat } from './repeat.ts'
import { reasonOf, terminalLocale } from './terminal.ts'

const TIDY_SECONDS = 10

/** Works until it is told to stop; then what is under way is given back, and another takes it up at once. The process ends with it. */
export async function work(args: readonly string[]): Promise<void> {
  const words = serverWords[terminalLocale()].worker
  const refuse = (text: string, code: number): never => {
    process.stderr.write(`${text}\n`)
    process.exit(code)
  }
  try {
    const config = readConfig(args, process.env)
    // The other database lives inside the server: nobody else can open it, and the server packages by itself.
    if (config.databaseUrl === null) refuse(words.needsPostgres, 2)
    const log = createLog(config.logLevel)
    const { house, films } = await openHouse(config, config.origin ?? 'http://localhost')
    void films.reels.reach().catch((error: unknown) => log.error('films', describeError(error)))
    const atOnce = Math.max(1, config.packaging)
    const worker = startWorker({ house, packaging: packagingInProcess(), log, atOnce })
    // What another worker left when it died is everybody's again, also where no server is up that would see to it.
    const left = repeat('left', TIDY_SECONDS, log, async () => {
      await house.tidyReels(SYSTEM)
      await house.tidyTraces(SYSTEM)
      await house.tidyMarkedCopies(SYSTEM)
    })
    // A worker has nothing else that would keep it alive while it waits for work.
    const alive = setInterval(() => {}, 60_000)
    let stopping = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (stopping) return
        stopping = true
        process.stdout.write(`${words.stopping}\n`)
        void Promise.all([worker.stop(), left.stop()])
          .then(() => house.close())
          .then(
            () => clearInterval(alive),
            (error: unknown) => {
              log.error('stop', describeError(error))
              process.exit(1)
            },
          )
      })
    process.stdout.write(`${words.works(atOnce)}\n`)
  } catch (error) {
    if (error instanceof ConfigError) refuse(error.message, 2)
    refuse(reasonOf(error), 1)
  }
}
