/** The server as a program: `npm start` and `vitrine serve` end here. */
import { serverWords } from '@vitrine/messages/cli'
import { ConfigError, readConfig, unknownSettings, type Config } from './config.ts'
import { createLog, describeError } from './log.ts'
import { PortTaken } from './http/listen.ts'
import { startServer, type StartParts } from './start-server.ts'
import { reasonOf, terminalLocale } from './terminal.ts'

/** Starts the server by its flags and the environment; the process then ends with it. */
export async function serve(args: readonly string[], parts: Pick<StartParts, 'withSite'> = {}): Promise<void> {
  const locale = terminalLocale()
  const words = serverWords[locale].start
  const say = (line: string): void => void process.stdout.write(`${line}\n`)

  let config: Config
  try {
    config = readConfig(args, process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }

  for (const { name, meant } of unknownSettings(process.env)) process.stderr.write(`${words.unknownSetting(name, meant)}\n`)

  const log = createLog(config.logLevel)
  // A mistake in one request must not take everybody's house away; it is logged, and the server goes on.
  process.on('unhandledRejection', (error) => log.error('unhandled', describeError(error)))
  process.on('uncaughtException', (error) => log.error('uncaught', describeError(error)))

  try {
    const running = await startServer(config, {
      ...parts,
      log,
      locale,
      say: (line) => say(`  ${line}`),
      progress: showProgress(say),
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        say(`\n${words.stopping}`)
        void running.stop().then(
          () => process.exit(0),
          (error: unknown) => {
            log.error('stop', describeError(error))
            process.exit(1)
          },
        )
      })
    }
    say(`\n${words.ready(config.origin ?? running.address)}`)
    // Made when the server answers already: it takes a moment.
    const link = await running.ownerLink().catch((error: unknown) => {
      log.error('owner-link', describeError(error))
      return null
    })
    if (link !== null) say(`\n  ${words.signInOnce}\n  ${link}`)
    const chairs = await running.chairs().catch((error: unknown) => {
      log.error('chairs', describeError(error))
      return []
    })
    if (chairs.length > 0) say(`\n  ${words.otherChairs}`)
    for (const { role, name, email, link: way } of chairs) say(`  ${words.chairs[role]}: ${name}, ${email}\n  ${way}`)
  } catch (error) {
    process.stderr.write(`\n${error instanceof PortTaken ? words.portTakenChosen(error.port) : reasonOf(error)}\n`)
    process.exit(1)
  }
}

/** A bar on a terminal; in a pipe a line now and then. */
function showProgress(say: (line: string) => void): (what: string, done: number, total: number) => void {
  const terminal = process.stdout.isTTY === true
  let said = 0
  return (what, done, total) => {
    if (terminal) {
      const filled = Math.round((done / total) * 24)
      process.stdout.write(
        `\r\u001b[2K  ${what}  ${'█'.repeat(filled)}${'·'.repeat(24 - filled)}  ${done}/${total}${done === total ? '\n' : ''}`,
      )
    } else if (done === total || Date.now() - said > 3000) {
      said = Date.now()
      say(`  ${what}: ${done}/${total}`)
    }
  }
}
