import { marksOf } from '@vitrine/catalogue/duplicates/known-films'
import { findImported, keepReceivedSheets, type ReceivedSheetRow } from '@vitrine/store/sheets/received-sheets'
import { noteImported, titlesMadeBy } from '@vitrine/store/sheets/sheet-imports'
import { findTitles } from '@vitrine/store/titles/find-title'
import { findSameFilms } from '@vitrine/store/titles/identify'
import type { HouseContext } from '../context.ts'
import type { Actor, ImportItem } from '../contract.ts'
import { HouseError } from '../errors.ts'
import { newId } from '../ids.ts'
import { identityOf } from '../titles/same-film.ts'
import { storeTitles } from '../titles/store-titles.ts'
import { write, type Writing } from '../write.ts'
import { Batch, type ImportManner, waits } from './batch.ts'
import type { ReadFilm } from './read-films.ts'
import type { IncomingFile } from './read-incoming.ts'

/** A film of a file that comes in for the first time. */
interface FreshFilm {
  file: IncomingFile
  part: number
  film: ReadFilm
}
/** What an earlier import made of a file. */
type Imported = Awaited<ReturnType<typeof findImported>>

/** Stores a batch as one transaction: all of its films, or none. */
export async function importBatch(
  house: HouseContext,
  actor: Actor,
  files: readonly IncomingFile[],
  manner: ImportManner,
): Promise<ImportItem[]> {
  const { importId, known } = manner
  const stored = await write(house, actor, async (writing) => {
    const { trx } = writing
    // Asked again under the lock: another import may have been faster.
    const hashes = files.map((file) => file.contentHash)
    const { items, fresh } = sortFiles(files, await findImported(trx, house.houseId, hashes))
    const identities = fresh.map(({ film }) => identityOf(film.proposed))
    const same = await findSameFilms(trx, house.houseId, identities)
    const sameIds = same.flatMap((one) => one?.id ?? [])
    const standing = new Map((await findTitles(trx, house.houseId, sameIds)).map((row) => [row.id, row]))
    const batch = new Batch(house, manner, await titlesMadeBy(trx, house.houseId, importId, [...standing.keys()]))
    const received: ReceivedSheetRow[] = []
    fresh.forEach(({ file, part, film }, n) => {
      const { title, warnings } = film
      const decided = film.sound
        ? batch.take(film, identities[n]!, standing.get(same[n]?.id ?? '') ?? null, file.path)
        : waits(title === null ? 'no-title' : 'invalid')
      const { titleId, outcome, reason } = decided
      items.push({ file: file.path, part, title, titleId, outcome, reason, warnings })
      received.push({
        id: newId(house.now().getTime()),
        via: 'import',
        fileName: file.path,
        mediaType: file.mediaType,
        contentHash: file.contentHash,
        part,
        stored: file.stored,
        text: film.text,
        title,
        warnings,
        titleId,
        duplicateOf: titleId === null ? (decided.beside ?? same[n]?.id ?? null) : null,
        needs: reason,
        receivedAt: writing.at,
        receivedBy: actor.name,
        discardedAt: null,
        importId,
      })
    })
    const done = await storeBatch(house, writing, actor, batch)
    if (fresh.length > 0 && !(await noteImported(trx, house.houseId, { id: importId, at: writing.at, by: actor.name }, done)))
      throw new HouseError('wrong-state', { subject: 'Import', state: 'undone' }) // the rest of what was taken back does not come in
    await keepReceivedSheets(trx, house.houseId, received)
    return { items, made: batch.writes().filter((one) => one.before === null) }
  })
  for (const { id, sheet } of stored.made) known.add({ id, ...marksOf(sheet) })
  return stored.items
}

/** Parts the files into what is answered for already and the films that come in for the first time. */
function sortFiles(files: readonly IncomingFile[], imported: Imported): { items: ImportItem[]; fresh: FreshFilm[] } {
  const items: ImportItem[] = []
  const fresh: FreshFilm[] = []
  const inBatch = new Set<string>()
  for (const file of files) {
    const before = imported.get(file.contentHash)
    const whole = { file: file.path, part: 0, title: null, titleId: null, reason: null, warnings: 0 }
    if (before !== undefined) items.push(...before.map((film) => asBefore(file.path, film)))
    else if (file.failure !== null) items.push({ ...whole, outcome: 'failed', reason: file.failure })
    // Known when it was to be read, and forgotten since: the import that it came with was taken back. It comes in when it is sent again.
    else if (file.films.length === 0) items.push({ ...whole, outcome: 'failed', reason: 'taken-back' })
    else if (inBatch.has(file.contentHash)) items.push({ ...whole, outcome: 'unchanged', title: file.films[0]?.title ?? null })
    else fresh.push(...file.films.map((film, part) => ({ file, part, film })))
    inBatch.add(file.contentHash)
  }
  return { items, fresh }
}

/** What is said of a film whose file was imported before: it stands as it did, or still waits for an eye. */
function asBefore(
  file: string,
  { part, title, titleId, needs, warnings }: NonNullable<ReturnType<Imported['get']>>[number],
): ImportItem {
  // prettier-ignore
  const waiting = titleId === null && needs !== null
  const outcome = waiting ? 'needs-an-eye' : 'unchanged'
  return { file, part, title, titleId, outcome, reason: titleId === null ? needs : null, warnings }
}

/** Writes what the batch decided. New titles and changed ones apart: for new ones there is nothing to take away first. */
async function storeBatch(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  batch: Batch,
): Promise<{ titleId: string; before: number | null; taken: number }[]> {
  // prettier-ignore
  const writes = batch.writes()
  const was = new Map(writes.map(({ id, before }) => [id, before?.revision ?? null]))
  const fresh = writes.filter((one) => one.before === null)
  const changed = writes.filter((one) => one.before !== null)
  const rows = [...(await storeTitles(house, writing, actor, fresh)), ...(await storeTitles(house, writing, actor, changed))]
  return rows.map(({ id, revision }) => ({ titleId: id, before: was.get(id) ?? null, taken: revision }))
}
