/** What came in and is taken back: of an intake, of an import. */
import type { TitleSheet } from '@vitrine/catalogue'
import type { AuditVerb } from '@vitrine/messages/audit-verbs'
import { findTitles } from '@vitrine/store/titles/find-title'
import { heldTitles, removeTitles } from '@vitrine/store/titles/remove-titles'
import { findRevisions } from '@vitrine/store/titles/revisions'
import { canonical } from '../canonical.ts'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { TitleKept } from '../contract/intake.ts'
import { compareSheets, partsOf } from '../editing/compare.ts'
import { takePaths } from '../editing/merge.ts'
import type { Writing } from '../write.ts'
import { storeTitles, type TitleWrite } from './store-titles.ts'

/** What is taken back: an intake, or an import, whose own sheets hold no title and are let go by `beforeRemoving`. */
interface Taking {
  verb: AuditVerb & ('undoIntake' | 'undoImport')
  importId?: string | null
  beforeRemoving?: (kept: string[]) => Promise<void>
}

/** Titles whose earlier states are read at once: the house is held meanwhile, and their sheets are in memory. */
const AT_ONCE = 250

/** By title: its revision before (null: it was made then) and after. */
export type Done = ReadonlyMap<string, { before: number | null; taken: number }>

/**
 * A title that was made and nobody touched is removed; in a title that was changed, each path that still says what was written then says
 * again what it said before. What somebody wrote since is theirs and stays. A public title stays, unless the import that is taken back
 * published it and nobody touched it since: then it is withdrawn. `back` are the revisions of titles that are whole again what they were before.
 */
export async function takeBack(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  done: Done,
  { verb, importId = null, beforeRemoving }: Taking,
): Promise<{
  removed: string[]
  restored: number
  withdrawn: number
  kept: TitleKept[]
  back: { titleId: string; revision: number }[]
}> {
  const { trx } = writing
  const rows = await findTitles(trx, house.houseId, [...done.keys()])
  const held = await heldTitles(
    trx,
    house.houseId,
    rows.map((row) => row.id),
    importId,
  )
  const kept: TitleKept[] = []
  const removed: string[] = []
  const writes: TitleWrite[] = []
  let withdrawn = 0
  let states: Awaited<ReturnType<typeof findRevisions>> = new Map()
  for (const [n, row] of rows.entries()) {
    if (n % AT_ONCE === 0)
      states = await findRevisions(
        trx,
        house.houseId,
        rows.slice(n, n + AT_ONCE).flatMap(({ id }) => changedIn(id, done)),
      )
    const { before, taken } = done.get(row.id)!
    const keep = (reason: TitleKept['reason']) => kept.push({ titleId: row.id, title: row.sheet.title, reason })
    if (before === null) {
      const untouched = row.revision === taken && !held.has(row.id)
      if (verb === 'undoImport' && row.status === 'published' && untouched) {
        withdrawn += 1
        writes.push({ id: row.id, before: row, sheet: row.sheet, status: 'withdrawn', verb, note: null, byHand: false })
      } else if (row.publishedAt !== null || row.status !== 'draft') keep('published')
      else if (held.has(row.id)) keep('in-use')
      else if (row.revision !== taken) keep('changed-since')
      else removed.push(row.id)
      continue
    }
    if (before === taken) continue // nothing of it was new
    const was = states.get(`${row.id} ${before}`)!
    const wrote = states.get(`${row.id} ${taken}`)!
    const mine = compareSheets(was.sheet, wrote.sheet).map(({ path }) => path)
    const [written, now] = [partsOf(wrote.sheet), partsOf(row.sheet)]
    const untouched = mine.filter((path) => canonical(written.get(path) ?? null) === canonical(now.get(path) ?? null))
    // A draft that was there before, and that the import published.
    const isPublic = verb === 'undoImport' && was.status === 'draft' && wrote.status === 'published' && row.status === 'published'
    const status = isPublic && row.revision === taken ? 'withdrawn' : row.status
    if (untouched.length < mine.length) keep('changed-since')
    else if (isPublic && status === 'published') keep('published')
    if (status !== row.status) withdrawn += 1
    else if (untouched.length === 0) continue
    const sheet: TitleSheet = takePaths(row.sheet, was.sheet, untouched)
    writes.push({ id: row.id, before: row, sheet, status, verb, note: null, byHand: false })
  }
  await beforeRemoving?.(kept.map(({ titleId }) => titleId))
  await removeTitles(trx, house.houseId, removed, writing.changeSeq)
  for (const titleId of removed) writing.audit({ verb, subject: 'Title', subjectId: titleId, detail: { removed: true } })
  const back: { titleId: string; revision: number }[] = []
  const untouched = new Set(writes.filter(({ id, before }) => before!.revision === done.get(id)!.taken).map(({ id }) => id))
  for (let from = 0; from < writes.length; from += 500)
    for (const { id, revision } of await storeTitles(house, writing, actor, writes.slice(from, from + 500)))
      if (untouched.has(id)) back.push({ titleId: id, revision })
  return { removed, restored: writes.length - withdrawn, withdrawn, kept, back }
}

/** What a title said before and after, where it was changed and not made. */
function changedIn(id: string, done: Done): [string, number][] {
  const { before, taken } = done.get(id)!
  return before === null || before === taken
    ? []
    : [
        [id, before],
        [id, taken],
      ]
}
