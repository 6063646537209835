/**
 * `vitrine import`: files and folders into the catalogue. What was acknowledged stays, whatever happens; the same file again
 * is the same title. A film that is new becomes a title at once; what would change one, or may be one already, waits. With `--stage` all sheets wait beside the catalogue as every other file does. Ctrl-C stops after what is under way, a second one at once.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { ImportReport } from '@vitrine/house'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import type { Run } from '../main.ts'
import { CommandError, harmless, timeText, type Printer } from '../print.ts'
import { reachHouse, type SheetFile } from '../reach.ts'
import { isOneFile, LISTS, stageFiles, type StageOptions } from './stage.ts'

/** What a folder is searched for; a file that is named on the command line is read whatever it is called. */
const SHEETS = new Set(['.txt', '.md', '.markdown', '.html', '.htm', '.docx', '.odt', '.rtf', '.pdf'])
const READ = new Set([...SHEETS, ...LISTS])
const SHOWN = 40

/** Exit 0 when every file was read, 1 when some failed, 130 when it was stopped. */
export async function importPaths(
  run: Run,
  paths: string[],
  options: StageOptions & { publish: boolean; update: boolean; stage: boolean },
): Promise<number> {
  const { printer } = run
  const found: string[] = []
  for (const path of paths) found.push(...(await filesBelow(printer, path)))
  if (found.length === 0) throw new CommandError(printer.words.files.none, 2)

  const files: string[] = []
  const lists: string[] = []
  for (const path of found) (options.stage || (await isList(path)) ? lists : files).push(path)
  const stop = new AbortController()
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(130)
    stop.abort()
    printer.note(`\n${printer.words.import.stopping}`)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  const house = await reachHouse(run)
  try {
    const staged = await stageFiles(printer, house, lists, options, stop.signal)
    if (files.length === 0 || staged === 130) return staged
    const progress = showProgress(printer, files.length)
    const report = await house.importSheets({
      files: contents(files, stop.signal),
      total: files.length,
      publish: options.publish,
      update: options.update,
      signal: stop.signal,
      onProgress: ({ done }) => progress.at(done),
    })
    progress.end(stop.signal.aborted)
    if (printer.json) printer.out(JSON.stringify(report, null, 2))
    else {
      tell(printer, report)
      if (report.created + report.updated > 0) printer.out(printer.dim(cliExchange[printer.locale].takeBack(report.id)))
    }
    if (stop.signal.aborted) {
      printer.note(printer.words.import.stopped)
      return 130
    }
    return report.failed > 0 ? 1 : staged
  } finally {
    await house.close()
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}

const isList = async (path: string): Promise<boolean> =>
  extname(path).toLowerCase() === '.zip'
    ? isOneFile(new Uint8Array(await readFile(path)))
    : LISTS.has(extname(path).toLowerCase())

/** Every sheet and list below a path, in order. Hidden files and links are left alone: a link could lead anywhere. */
async function filesBelow(printer: Printer, path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new CommandError(printer.words.files.missing(path), 2)
  if (!found.isDirectory()) return [path]
  const files: string[] = []
  for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) files.push(...(await filesBelow(printer, join(path, entry.name))))
    else if (entry.isFile() && READ.has(extname(entry.name).toLowerCase())) files.push(join(path, entry.name))
  }
  return files
}

async function* contents(files: readonly string[], signal: AbortSignal): AsyncGenerator<SheetFile> {
  for (const path of files) {
    if (signal.aborted) return
    yield { path, bytes: new Uint8Array(await readFile(path)) }
  }
}

/** A bar with rate and time left on a terminal; in a pipe a line every few seconds. Both on standard error. */
function showProgress(printer: Printer, total: number): { at(done: number): void; end(stopped: boolean): void } {
  const { import: words } = printer.words
  const terminal = process.stderr.isTTY === true
  const number = new Intl.NumberFormat(printer.locale)
  const started = Date.now()
  let said = 0
  let last = 0
  const line = (done: number): string => {
    const seconds = Math.max(0.001, (Date.now() - started) / 1000)
    const rate = done / seconds
    const left = done === 0 || done >= total ? '' : `, ${words.left(timeText(printer.words, (total - done) / rate))}`
    return `${words.progress(number.format(done), number.format(total), number.format(Math.round(rate)))}${left}`
  }
  const put = (done: number): void => {
    if (!terminal) return printer.note(`${words.working}: ${line(done)}`)
    const filled = Math.round((Math.min(done, total) / total) * 24)
    process.stderr.write(
      `\r\u001b[2K${words.working}  ${'█'.repeat(filled)}${printer.dim('░'.repeat(24 - filled))}  ${line(done)}`,
    )
  }
  return {
    at(done) {
      last = done
      if (Date.now() - said < (terminal ? 100 : 5000)) return
      said = Date.now()
      put(done)
    },
    end(stopped) {
      if (terminal || stopped || last < total || said === 0) put(stopped ? last : total)
      if (terminal) process.stderr.write('\n')
    },
  }
}

const WAITING = ['changes-title', 'alike', 'edited-by-hand', 'published'] as const
const isWaiting = (code: string): code is (typeof WAITING)[number] => (WAITING as readonly string[]).includes(code)

/** Why a sheet waits, in words; the codes of its warnings stay what `sheet read` calls them. */
function reasonText(printer: Printer, reason: string): string {
  const words = cliExchange[printer.locale]
  return reason
    .split(', ')
    .map((code) => (isWaiting(code) ? words[`waits.${code}`] : code))
    .join(', ')
}

function tell(printer: Printer, report: ImportReport): void {
  const { import: words } = printer.words
  const number = new Intl.NumberFormat(printer.locale)
  const counts: [number, string, (text: string) => string][] = [
    [report.created, words.created, printer.green],
    [report.updated, words.updated, printer.green],
    [report.unchanged, words.unchanged, printer.dim],
    [report.needsAnEye, words.needsAnEye, printer.yellow],
    [report.failed, words.failed, printer.red],
  ]
  printer.out(
    counts
      .filter(([count]) => count > 0)
      .map(([count, label, paint]) => paint(`${number.format(count)} ${label}`))
      .join(', ') || `0 ${words.created}`,
  )
  const eye = report.items.filter((item) => item.outcome === 'needs-an-eye' || item.outcome === 'failed')
  if (eye.length === 0) return
  printer.out(`\n${printer.bold(words.eye)}`)
  for (const item of eye.slice(0, SHOWN)) {
    const why = item.reason === null ? words.warnings(item.warnings) : reasonText(printer, item.reason)
    const paint = item.outcome === 'failed' ? printer.red : printer.yellow
    printer.out(`  ${harmless(item.file)}  ${harmless(item.title ?? words.noTitle)}  ${paint(harmless(why))}`)
  }
  if (eye.length > SHOWN) printer.out(printer.dim(`  ${words.more(eye.length - SHOWN)}`))
}
