/** What `vitrine serve --help` says of the server's settings. */
import type { cliWords } from '@vitrine/messages/cli'
import type { Locale } from '@vitrine/messages'
import { SETTINGS } from '@vitrine/server/config'

/** Flag and variable, what each does, and in brackets what holds when nothing is said. */
export function settingsHelp({ serve }: (typeof cliWords)[Locale]): string {
  const rows = SETTINGS.map(({ env, flag, fallback, words }) => [
    `${flag ?? ''}`.padEnd(17) + env,
    `${serve.settings[env] ?? words}${fallback === '' ? '' : ` [${fallback}]`}`,
  ])
  const width = Math.max(...rows.map(([name]) => name!.length)) + 2
  return `\n${serve.settingsTitle}\n${rows.map(([name, text]) => `  ${name!.padEnd(width)}${text}`).join('\n')}`
}
