/** `vitrine import` of lists and standard files, and of whatever is to be looked through first: they wait beside the catalogue, or what is plain is taken at once. */
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { openArchive } from '@vitrine/exchange/documents/archive'
import type { ImportUndone } from '@vitrine/house/contract'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { LIST_ENDINGS } from '@vitrine/messages/list-import'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import { inHouse } from '../in-house.ts'
import type { Run } from '../main.ts'
import { type Printer, harmless } from '../print.ts'
import type { ReachedHouse } from '../reach.ts'
import { wordsFor } from '../failures.ts'

/** Files that are no sheets of one film or several, by their endings; a text may be either, and is read as a sheet. */
export const LISTS = new Set(['.xml', '.json', '.jsonld', '.ttl', ...LIST_ENDINGS.filter((ending) => ending !== 'txt').map((ending) => `.${ending}`)]) // prettier-ignore

export interface StageOptions {
  take: boolean
  licences?: 'draft' | 'signed'
}

/** Exit 0 when each was read, 1 when one was not, 130 when it was stopped. */
export async function stageFiles(
  printer: Printer,
  house: ReachedHouse,
  paths: readonly string[],
  options: StageOptions,
  signal: AbortSignal,
): Promise<number> {
  let failed = 0
  const refused = (path: string, thrown: unknown): void => {
    failed += 1
    printer.note(`${harmless(path)}: ${wordsFor(thrown, printer.locale)}`)
  }
  for (const path of paths) {
    try {
      for await (const file of filesIn(path)) {
        if (signal.aborted) break
        await stageFile(printer, house, file, options).catch((thrown: unknown) => refused(file.path, thrown))
      }
    } catch (thrown) {
      refused(path, thrown)
    }
    if (!signal.aborted) continue
    printer.note(cliExchange[printer.locale].stageStopped)
    return 130
  }
  return failed > 0 ? 1 : 0
}

async function stageFile(
  printer: Printer,
  house: ReachedHouse,
  file: SheetFile,
  { take, licences }: StageOptions,
): Promise<void> {
  const words = cliExchange[printer.locale]
  const intake = await house.receiveFile({ bytes: file.bytes, fileName: file.name })
  const outcome = take && intake.state === 'open' ? await house.takeIntake({ id: intake.id }) : null
  const entered =
    licences !== undefined && intake.licences > 0 && intake.state !== 'discarded'
      ? await house.takeIntakeLicences({ id: intake.id, as: licences, locale: printer.locale })
      : null
  if (printer.json) return printer.out(JSON.stringify({ file: file.path, intake, outcome, licences: entered }))
  if (outcome === null) printer.out(words.staged(harmless(file.path), intake.films, FORMAT_NAMES[intake.format]))
  else printer.out(words.takenIn(harmless(file.path), outcome.created, outcome.changed, outcome.unchanged, outcome.left.length))
  if (intake.licences > 0) printer.out(entered === null ? words.licencesWait(intake.licences) : words.licencesEntered(entered.entries)) // prettier-ignore
  if (outcome !== null || entered !== null) printer.out(printer.dim(words.takeBack(intake.id)))
}

interface SheetFile {
  path: string
  name: string
  bytes: Uint8Array
}

/** The file itself; of an archive of sheets each file that is in it. */
async function* filesIn(path: string): AsyncGenerator<SheetFile> {
  const bytes = new Uint8Array(await readFile(path))
  if (extname(path).toLowerCase() !== '.zip' || (await isOneFile(bytes))) yield { path, name: basename(path), bytes }
  else
    for await (const inside of openArchive(bytes))
      yield { path: `${path}/${inside.path}`, name: basename(inside.path), bytes: inside.bytes }
}

/** An archive may be one of sheets, or another house, or MEC or EBUCore files: that is for what is in it to say. */
export async function isOneFile(bytes: Uint8Array): Promise<boolean> {
  const { sniff } = await import('@vitrine/exchange/validate/sniff')
  const { format } = await sniff(bytes)
  return format === 'vitrine' || format === 'mec-zip' || format === 'ebucore'
}

const KEPT = { 'in-use': 'keptInUse', published: 'keptPublished', 'changed-since': 'keptChanged' } as const

const isImportUndone = (undone: object): undone is ImportUndone => 'waiting' in undone

/** Whether an id is that of an import of sheets, and not of a file that came in. */
async function knowsImport(house: ReachedHouse, id: string): Promise<boolean> {
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<ReachedHouse['listImports']>> = await house.listImports({ cursor })
    if (page.items.some((one) => one.id === id)) return true
    if (page.nextCursor === null) return false
    cursor = page.nextCursor
  }
}

/** Takes back what was taken of a file, or what an import of sheets did. Exit 0; 2 when nothing was. */
export async function undoIntake(run: Run, id: string): Promise<void> {
  await inHouse(run, async (house) => {
    const { printer } = run
    const words = cliExchange[printer.locale]
    const isImport = await knowsImport(house, id)
    const undone = isImport ? await house.undoImport({ id }) : await house.undoIntake({ id })
    if (printer.json) return printer.out(JSON.stringify(undone, null, 2))
    if (isImportUndone(undone)) printer.out(words.importUndone(undone.removed, undone.restored, undone.withdrawn, undone.waiting))
    else printer.out(words.undone(undone.removed, undone.restored, undone.withdrawn))
    for (const { title, reason } of undone.kept) printer.out(`  ${harmless(title)}: ${words[KEPT[reason]]}`)
  })
}
