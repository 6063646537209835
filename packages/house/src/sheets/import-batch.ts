import type { TitleSheet } from '@vitrine/catalogue'
import { KnownFilms, marksOf } from '@vitrine/catalogue/duplicates/known-films'
import { noteImported, titlesMadeBy } from '@vitrine/store/sheets/sheet-imports'
import { findImported, keepReceivedSheets, type ReceivedSheetRow } from '@vitrine/store/sheets/received-sheets'
import { findTitles } from '@vitrine/store/titles/find-title'
import { type FilmIdentity, findSameFilms } from '@vitrine/store/titles/identify'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { sha256 } from '../canonical.ts'
import type { HouseContext } from '../context.ts'
import type { Actor, ImportItem, ImportOutcome } from '../contract.ts'
import { compareSheets } from '../editing/compare.ts'
import { HouseError } from '../errors.ts'
import { newId } from '../ids.ts'
import { cleanText, parseSheet } from '../input.ts'
import { identityOf } from '../titles/same-film.ts'
import { storeTitles, type TitleWrite } from '../titles/store-titles.ts'
import { write } from '../write.ts'
import { fillIn } from './fill-in.ts'
import type { FileToRead, ReadFilm } from './read-films.ts'
import type { ReadingRoom } from './reading-room.ts'

/** A file of a batch: read, known from before, or not readable. */
export interface IncomingFile {
  path: string
  bytes: number
  contentHash: string
  mediaType: string
  stored: boolean
  films: ReadFilm[]
  failure: string | null
}

/** Reads files. One that was imported before is not read again. */
export async function readIncoming(
  house: HouseContext,
  room: ReadingRoom,
  files: readonly FileToRead[],
): Promise<IncomingFile[]> {
  const named = files.map(({ path, bytes }) => ({ path: cleanText(path).slice(-1000), bytes, contentHash: sha256(bytes) }))
  const known = await findImported(
    house.db,
    house.houseId,
    named.map((file) => file.contentHash),
  )
  const fresh = named.filter((file) => !known.has(file.contentHash))
  const read = await room.read(
    fresh.map(({ path, bytes }) => ({ path, bytes })),
    house.now().toISOString().slice(0, 10),
  )
  const readOf = new Map(fresh.map((file, n) => [file, read[n]]))
  const incoming: IncomingFile[] = []
  for (const file of named) {
    const { mediaType = '', films = [], failure = null } = readOf.get(file) ?? {}
    // A text is in the database as it was read; of a document the file itself is kept too.
    const stored = films.length > 0 && !mediaType.startsWith('text/')
    if (stored) await house.files.put(file.bytes)
    incoming.push({ path: file.path, bytes: file.bytes.length, contentHash: file.contentHash, mediaType, stored, films, failure })
  }
  return incoming
}

/** How an import goes about it. */
export interface ImportManner {
  importId: string
  publish: boolean
  /** Titles that are in the catalogue already are changed at once, where nobody edited them by hand. */
  update: boolean
  /** The catalogue, and what this import has made: for names that are nearly spelt so. */
  known: KnownFilms
}

/** Stores a batch as one transaction: all of its films, or none. */
export async function importBatch(
  house: HouseContext,
  actor: Actor,
  files: readonly IncomingFile[],
  manner: ImportManner,
): Promise<ImportItem[]> {
  const { importId, known } = manner
  const stored = await write(house, actor, async (writing) => {
    const { trx, at } = writing
    // Asked again under the lock: another import may have been faster.
    const imported = await findImported(
      trx,
      house.houseId,
      files.map((file) => file.contentHash),
    )
    const items: ImportItem[] = []
    const fresh: { file: IncomingFile; part: number; film: ReadFilm }[] = []
    const inBatch = new Set<string>()
    for (const file of files) {
      const before = imported.get(file.contentHash)
      if (before)
        for (const { part, title, titleId, needs, warnings } of before)
          items.push({
            file: file.path,
            part,
            title,
            titleId,
            outcome: titleId === null && needs !== null ? 'needs-an-eye' : 'unchanged',
            reason: titleId === null ? needs : null,
            warnings,
          })
      else if (file.failure !== null)
        items.push({ file: file.path, part: 0, title: null, titleId: null, outcome: 'failed', reason: file.failure, warnings: 0 })
      else if (file.films.length === 0)
        // Known when it was to be read, and forgotten since: the import that it came with was taken back. It comes in when it is sent again.
        items.push({ file: file.path, part: 0, title: null, titleId: null, outcome: 'failed', reason: 'taken-back', warnings: 0 })
      else if (inBatch.has(file.contentHash))
        items.push({
          file: file.path,
          part: 0,
          title: file.films[0]?.title ?? null,
          titleId: null,
          outcome: 'unchanged',
          reason: null,
          warnings: 0,
        })
      else {
        inBatch.add(file.contentHash)
        file.films.forEach((film, part) => fresh.push({ file, part, film }))
      }
    }

    const identities = fresh.map(({ film }) => identityOf(film.proposed))
    const same = await findSameFilms(trx, house.houseId, identities)
    const standing = new Map(
      (
        await findTitles(
          trx,
          house.houseId,
          same.flatMap((one) => one?.id ?? []),
        )
      ).map((row) => [row.id, row]),
    )
    const desk = new Batch(house, manner, await titlesMadeBy(trx, house.houseId, importId, [...standing.keys()]))
    const received: ReceivedSheetRow[] = []
    fresh.forEach(({ file, part, film }, n) => {
      const identity = identities[n]!
      const decided = film.sound
        ? desk.take(film, identity, standing.get(same[n]?.id ?? '') ?? null, file.path)
        : waits(film.title === null ? 'no-title' : 'invalid')
      const { title, warnings } = film
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
        receivedAt: at,
        receivedBy: actor.name,
        discardedAt: null,
        importId,
      })
    })
    const writes = desk.writes()
    // New titles and changed ones apart: for new ones there is nothing to take away first.
    const made = await storeTitles(
      house,
      writing,
      actor,
      writes.filter((one) => one.before === null),
    )
    const changed = await storeTitles(
      house,
      writing,
      actor,
      writes.filter((one) => one.before !== null),
    )
    const was = new Map(writes.map(({ id, before }) => [id, before?.revision ?? null]))
    const done = [...made, ...changed].map(({ id, revision }) => ({ titleId: id, before: was.get(id) ?? null, taken: revision }))
    if (fresh.length > 0 && !(await noteImported(trx, house.houseId, { id: importId, at, by: actor.name }, done)))
      throw new HouseError('wrong-state', { subject: 'Import', state: 'undone' }) // the rest of what was taken back does not come in
    await keepReceivedSheets(trx, house.houseId, received)
    return { items, made: writes.filter((one) => one.before === null) }
  })
  for (const { id, sheet } of stored.made) known.add({ id, ...marksOf(sheet) })
  return stored.items
}

/** What becomes of one film: it goes into a title, or waits at the desk (`titleId` null), beside the title named if it is one's. */
interface Decision {
  titleId: string | null
  beside?: string
  outcome: ImportOutcome
  reason: string | null
}

const because = (why: string, doubts: string | null): string => (doubts === null ? why : `${why}, ${doubts}`)
const waits = (reason: string, beside?: string): Decision => ({
  titleId: null,
  outcome: 'needs-an-eye',
  reason,
  ...(beside === undefined ? {} : { beside }),
})

/**
 * What becomes of the films of one batch. A film that is new, and like none that is known, becomes a title. What would change a title of
 * the catalogue, or may be a second one of the same film, waits. Two sheets of one film in an import make one title.
 */
class Batch {
  readonly #house: HouseContext
  readonly #manner: ImportManner
  /** Titles that this very import made: its other sheets fill them in. */
  readonly #mine: ReadonlySet<string>
  /** The new films of the batch, by what they are called. */
  readonly #named = new KnownFilms()
  readonly #known = new Map<string, { identity: FilmIdentity; write: TitleWrite }>()
  readonly #writes = new Map<string, TitleWrite>()

  constructor(house: HouseContext, manner: ImportManner, mine: ReadonlySet<string>) {
    this.#house = house
    this.#manner = manner
    this.#mine = mine
  }

  writes(): TitleWrite[] {
    return [...this.#writes.values()]
  }

  take(film: ReadFilm, identity: FilmIdentity, standing: TitleRow | null, path: string): Decision {
    let sheet: TitleSheet
    try {
      sheet = parseSheet(film.proposed)
    } catch {
      return waits('invalid')
    }
    const reason = film.grave.length === 0 ? null : film.grave.join(', ')
    const pending = this.#pending(identity) ?? (standing ? this.#writes.get(standing.id) : undefined)
    if (pending) {
      const merged = fillIn(pending.sheet, sheet)
      const changed = compareSheets(pending.sheet, merged).length > 0
      if (changed && reason !== null && pending.status === 'published') return waits(`published, ${reason}`, pending.id)
      pending.sheet = merged
      this.#know(identity, pending)
      return { titleId: pending.id, outcome: reason === null ? (changed ? 'updated' : 'unchanged') : 'needs-an-eye', reason }
    }
    if (standing) {
      const merged = fillIn(standing.sheet, sheet)
      const status = this.#manner.publish && standing.status === 'draft' && reason === null ? 'published' : standing.status
      const changes = compareSheets(standing.sheet, merged).length > 0
      if (!changes && status === standing.status) return { titleId: standing.id, outcome: 'unchanged', reason: null }
      if (standing.editedByHand) return waits('edited-by-hand')
      // What the public reads is not changed by a sheet that was read with doubts.
      if (reason !== null && standing.status === 'published') return waits(`published, ${reason}`)
      if (changes && !this.#manner.update && !this.#mine.has(standing.id)) return waits(because('changes-title', reason))
      this.#know(identity, {
        id: standing.id,
        before: standing,
        sheet: merged,
        status,
        verb: 'importSheets',
        note: path.slice(-300),
        byHand: false,
      })
      return { titleId: standing.id, outcome: reason === null ? 'updated' : 'needs-an-eye', reason }
    }
    const marks = marksOf(sheet)
    const [like] = [...this.#manner.known.matches(marks), ...this.#named.matches(marks)]
    if (like !== undefined) return waits(because('alike', reason), like.id)
    const id = newId(this.#house.now().getTime())
    this.#named.add({ id, ...marks })
    const status = this.#manner.publish && reason === null ? 'published' : 'draft'
    this.#know(identity, { id, before: null, sheet, status, verb: 'importSheets', note: path.slice(-300), byHand: false })
    return { titleId: id, outcome: reason === null ? 'created' : 'needs-an-eye', reason }
  }

  /** The film of this batch that is the same: by EIDR, ISAN, or name where no identifier speaks against it. */
  #pending(identity: FilmIdentity): TitleWrite | undefined {
    for (const key of keysOf(identity)) {
      const known = this.#known.get(key)
      if (known && !differs(known.identity.eidr, identity.eidr) && !differs(known.identity.isan, identity.isan))
        return known.write
    }
    return undefined
  }

  #know(identity: FilmIdentity, one: TitleWrite): void {
    this.#writes.set(one.id, one)
    for (const key of keysOf(identity)) this.#known.set(key, { identity, write: one })
  }
}

const differs = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

/** The keys under which a batch knows a film; the same rule as in the store (identify.ts). */
function keysOf({ eidr, isan, sameFilm }: FilmIdentity): string[] {
  return [...(eidr === null ? [] : [`eidr ${eidr}`]), ...(isan === null ? [] : [`isan ${isan}`]), `film ${sameFilm}`]
}
