/** Where and how the command prints: results to standard output, everything else to standard error; colours only where a terminal asks. */
import { cliWords, type CliWords } from '@vitrine/messages/cli'
import { isLocale, type Locale } from '@vitrine/messages/locale'

export interface Printer {
  locale: Locale
  words: CliWords
  json: boolean
  /** A person is watching: colours, bars, aligned columns. */
  terminal: boolean
  out(text: string): void
  note(text: string): void
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  yellow(text: string): string
  green(text: string): string
}

/** The language of the command: `--lang`, else LC_ALL, LC_MESSAGES, LANG (POSIX order), else English. */
export function localeFrom(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const asked = at === -1 ? '' : args[at]!.includes('=') ? args[at]!.slice(7) : (args[at + 1] ?? '')
  const language = (asked || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en').slice(0, 2).toLowerCase()
  return isLocale(language) ? language : 'en'
}

export function createPrinter(
  locale: Locale,
  json: boolean,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Printer {
  const terminal = process.stdout.isTTY === true
  const colours =
    (terminal || Boolean(env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0')) && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
  const paint = (code: string) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text)
  return {
    locale,
    words: cliWords[locale],
    json,
    terminal,
    out: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    bold: paint('1'),
    dim: paint('2'),
    red: paint('31'),
    yellow: paint('33'),
    green: paint('32'),
  }
}

/** An error whose message is one line for whoever typed the command; `code` becomes the exit code. */
export class CommandError extends Error {
  readonly code: number
  constructor(message: string, code = 1) {
    super(message)
    this.name = 'CommandError'
    this.code = code
  }
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/
/** Made when a table is: it takes a tenth of the time in which a command is to be there. */
let segmenter: Intl.Segmenter | undefined
const segmentsOf = (text: string): Intl.Segments => (segmenter ??= new Intl.Segmenter()).segment(text)

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0
  for (const { segment } of segmentsOf(text)) width += WIDE.test(segment) ? 2 : 1
  return width
}

/** Text cut to a width, with an ellipsis when something is missing. */
export function fit(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let cut = ''
  for (const { segment } of segmentsOf(text)) {
    if (widthOf(cut + segment) > width - 1) break
    cut += segment
  }
  return `${cut.trimEnd()}…`
}

export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/**
 * Rows in aligned columns, as wide as the terminal allows: the widest columns give way first. In a pipe nothing is cut and
 * cells are parted by tabs.
 */
export function table(printer: Printer, head: string[], rows: string[][], columns = process.stdout.columns ?? 100): string[] {
  if (!printer.terminal) return rows.map((row) => row.map((cell) => cell.replaceAll(/[\t\n]/g, ' ')).join('\t'))
  const widths = head.map((cell, i) => Math.max(widthOf(cell), ...rows.map((row) => widthOf(row[i] ?? ''))))
  while (widths.reduce((sum, width) => sum + width + 2, -2) > columns && Math.max(...widths) > 12) {
    widths[widths.indexOf(Math.max(...widths))]! -= 1
  }
  const put = (row: string[]) =>
    row
      .map((cell, i) => padTo(fit(cell, widths[i]!), widths[i]!))
      .join('  ')
      .trimEnd()
  return [printer.dim(put(head)), ...rows.map(put)]
}

/** Control characters of a file's text must not steer the terminal. */
export function harmless(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
}

/** `1.2 s`, `3 min 20 s`, `2 h 05 min`. */
export function timeText(words: CliWords, seconds: number): string {
  const { second, minute, hour } = words.units
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} ${second}`
  if (whole < 3600) return `${Math.floor(whole / 60)} ${minute} ${String(whole % 60).padStart(2, '0')} ${second}`
  return `${Math.floor(whole / 3600)} ${hour} ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} ${minute}`
}
