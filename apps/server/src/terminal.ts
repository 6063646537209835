/** How the programs of the server speak to whoever starts them. */
import { isLocale, type Locale } from '@vitrine/messages/locale'
import { storeErrorOf } from '@vitrine/store'

/** The language of the terminal, where it is one of ours. */
export function terminalLocale(env: NodeJS.ProcessEnv = process.env): Locale {
  const language = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en').slice(0, 2).toLowerCase()
  return isLocale(language) ? language : 'en'
}

/** Why a program could not go on: what the database said with what to do next, else the fault as it is. */
export function reasonOf(error: unknown): string {
  const failure = storeErrorOf(error)
  if (failure !== null) return `${failure.message}\n${failure.next}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
