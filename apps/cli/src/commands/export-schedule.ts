/** `vitrine export schedule list|add|end|resume|run`: exports that repeat by themselves. */
import type { FigureTable } from '@vitrine/house/contract/after'
import type { ExportSchedule, ExportWhat, Rhythm } from '@vitrine/house/contract/export-schedules'
import { formatInstant } from '@vitrine/messages'
import { cliSchedules } from '@vitrine/messages/cli-schedules'
import { deskExports } from '@vitrine/messages/desk-exports'
import { exportName } from '@vitrine/messages/list-names'
import { inHouse } from '../in-house.ts'
import type { Run } from '../main.ts'
import { CommandError, harmless, type Printer } from '../print.ts'
import { filterOf } from './list-filter.ts'
import { save } from './save-stream.ts'

export interface AddOptions {
  name: string
  format: ExportWhat['format']
  formatVersion?: string
  every: Rhythm['every']
  day?: string
  hour: string
  collection?: string
  licensee?: string
  columns?: string
  table?: FigureTable
  filter?: string[]
}

/** Those that go on, or with `ended` those that can be had again. */
export async function listSchedules(run: Run, { ended }: { ended: boolean }): Promise<void> {
  const { printer } = run
  const schedules = await inHouse(run, (house) => house.listExportSchedules({ ended }))
  if (printer.json) return printer.out(JSON.stringify(schedules, null, 2))
  if (schedules.length === 0) return printer.note(cliSchedules[printer.locale].none)
  for (const schedule of schedules) printer.out(lineOf(printer, schedule))
}

/** Sets one that begins at once; says its id and when it is made first. */
export async function addSchedule(run: Run, options: AddOptions): Promise<void> {
  const { printer } = run
  const what = {
    format: options.format,
    version: options.formatVersion ?? null,
    locale: printer.locale,
    collection: options.collection ?? null,
    licensee: options.licensee ?? null,
    columns: options.columns?.split(',').map((column) => column.trim()) ?? null,
    table: options.table ?? null,
    filter: filterOf(printer, options.filter ?? []),
  }
  const rhythm = rhythmOf(printer, options)
  const made = await inHouse(run, (house) => house.saveExportSchedule({ name: options.name, what, rhythm, on: true }))
  printer.out(printer.json ? JSON.stringify(made, null, 2) : lineOf(printer, made))
}

/** Ends one, or has it go on: each is undone by the other. */
export async function endSchedule(run: Run, id: string, removed: boolean): Promise<void> {
  const { printer } = run
  await inHouse(run, (house) => house.removeExportSchedule({ id, removed }))
  const words = cliSchedules[printer.locale]
  if (printer.json) printer.out(JSON.stringify({ id, ended: removed }))
  else printer.out(removed ? words.isEnded(id) : words.goesOn)
}

/** Makes one now. Exit 0 when it was made, 1 when it could not be; with `out` the file is fetched too. */
export async function runSchedule(run: Run, id: string, { out }: { out?: string }): Promise<number> {
  const { printer } = run
  const words = cliSchedules[printer.locale]
  return inHouse(run, async (house) => {
    const made = await house.runExport({ id })
    if (made.failure === null && out !== undefined) {
      await save((await house.openExportRun({ id: made.id })).stream, out).catch((error: Error) => {
        throw error instanceof CommandError ? error : new CommandError(error.message, 2)
      })
      printer.note(printer.words.rights.export.done(out))
    }
    if (printer.json) printer.out(JSON.stringify(made, null, 2))
    else
      printer.out(
        made.failure === null
          ? words.made(made.fileName ?? '', made.items ?? 0)
          : words.failed(made.failure, made.about === null ? '' : ` (${harmless(`${made.about.what}: ${made.about.value}`)})`),
      )
    return made.failure === null ? 0 : 1
  })
}

/** `--filter state=signed` */
function rhythmOf(printer: Printer, { every, day, hour }: AddOptions): Rhythm {
  const whole = (option: string, text: string, from: number, to: number): number => {
    const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= from && value <= to)) throw new CommandError(printer.words.errors.badValue(option, text, `${from} … ${to}`), 2)
    return value
  }
  const at = whole('--hour', hour, 0, 23)
  if (every === 'day') {
    if (day !== undefined) throw new CommandError(cliSchedules[printer.locale].noDay, 2)
    return { every, hour: at }
  }
  return { every, day: whole('--day', day ?? '1', 1, every === 'week' ? 7 : 28), hour: at }
}

/** Parted by tabs, as `titles` prints: id, name, what, how often, when next, what came of it last. */
function lineOf(printer: Printer, { id, name, what, rhythm, nextAt, endedAt, last }: ExportSchedule): string {
  const c = deskExports[printer.locale]
  const day = (at: string) => formatInstant(printer.locale, at)
  const due = endedAt !== null ? c.endedOn(day(endedAt)) : nextAt === null ? c.rests : c.next(day(nextAt))
  const came =
    last === null ? c.never : last.failure === null ? c.last(day(last.at), last.items ?? 0) : c.lastFailed(day(last.at))
  const part = Object.entries(what.filter).map(([key, value]) => ` ${key}=${harmless(value)}`)
  return [id, harmless(name), `${exportName(printer.locale, what.format)}${part.join('')}`, c.rhythm(rhythm), due, came].join(
    '\t',
  )
}
