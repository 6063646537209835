import type { TitleSheet } from '@vitrine/catalogue'
import { KnownFilms, marksOf } from '@vitrine/catalogue/duplicates/known-films'
import type { FilmIdentity } from '@vitrine/store/titles/identify'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import type { HouseContext } from '../context.ts'
import type { ImportOutcome } from '../contract.ts'
import { compareSheets } from '../editing/compare.ts'
import { newId } from '../ids.ts'
import { parseSheet } from '../input.ts'
import type { TitleWrite } from '../titles/store-titles.ts'
import { fillIn } from './fill-in.ts'
import type { ReadFilm } from './read-films.ts'

/** How an import goes about it. */
export interface ImportManner {
  importId: string
  publish: boolean
  /** Titles that are in the catalogue already are changed at once, where nobody edited them by hand. */
  update: boolean
  /** The catalogue, and what this import has made: for names that are nearly spelt so. */
  known: KnownFilms
}

/** What becomes of one film: it goes into a title, or waits at the desk (`titleId` null), beside the title named if it is one's. */
export interface Decision {
  titleId: string | null
  beside?: string
  outcome: ImportOutcome
  reason: string | null
}

const because = (why: string, doubts: string | null): string => (doubts === null ? why : `${why}, ${doubts}`)
export const waits = (reason: string, beside?: string): Decision => ({
  titleId: null,
  outcome: 'needs-an-eye',
  reason,
  ...(beside === undefined ? {} : { beside }),
})

/**
 * What becomes of the films of one batch. A film that is new, and like none that is known, becomes a title. What would change a title of
 * the catalogue, or may be a second one of the same film, waits. Two sheets of one film in an import make one title.
 */
export class Batch {
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
