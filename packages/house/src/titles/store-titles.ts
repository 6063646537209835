import type { AuditVerb } from '@vitrine/messages/audit-verbs'
import type { TitleSheet, TitleStatus } from '@vitrine/catalogue'
import { replaceNames } from '@vitrine/store/names/replace-names'
import { replaceTitlePictures } from '@vitrine/store/pictures/pictures'
import { indexTitles } from '@vitrine/store/search/index-titles'
import { putTitles, type TitlePut } from '@vitrine/store/titles/put-titles'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { canonical, sha256 } from '../canonical.ts'
import { cardOf } from '../cards/card.ts'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import { compareSheets } from '../editing/compare.ts'
import { namesOf } from '../names/names-of.ts'
import type { Writing } from '../write.ts'
import { identityOf } from './same-film.ts'
import { freeSlugs } from './slugs.ts'

/** One title to be written: a new one (`before` null), or the next state of one that is there. */
export interface TitleWrite {
  id: string
  before: TitleRow | null
  sheet: TitleSheet
  status: TitleStatus
  verb: AuditVerb
  note: string | null
  byHand: boolean // a person typed it; an import keeps away from then on
  slug?: string // a chosen address; else the title's own
  publishedAt?: string // when it was published, if not now: for titles that were public elsewhere before
}

/**
 * Writes titles: the row, the revision with the whole sheet, the slug, the names, the pictures, the search index and the line
 * in the trail, in the transaction in hand. The only way a title changes. A fixed number of statements however many titles.
 */
export async function storeTitles(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  writes: readonly TitleWrite[],
): Promise<TitleRow[]> {
  if (writes.length === 0) return []
  const { trx, at } = writing
  const slugs = await slugsFor(house, writing, writes)
  const puts = writes.map((write) => putOf(write, slugs.get(write.id), actor, at))
  await putTitles(trx, house.houseId, puts, writing.changeSeq)

  const ids = puts.map((put) => put.id)
  const fresh = writes.every((w) => w.before === null)
  await replaceNames(
    trx,
    house.houseId,
    ids,
    puts.flatMap((put) => namesOf(put.id, put.sheet, put.status === 'published')),
    fresh,
  )
  await replaceTitlePictures(
    trx,
    house.houseId,
    ids,
    puts.flatMap((put) => put.sheet.pictures.map((picture) => ({ titleId: put.id, pictureId: picture.id }))),
    fresh,
  )

  await indexTitles(trx, house.houseId, puts, writing.changeSeq)

  for (const [n, put] of puts.entries()) writing.audit(lineOf(put, writes[n]!.verb))
  return puts.map((put) => rowOf(put, writing.changeSeq))
}

/** Addresses that follow from names. A title that was never public follows its name; a public address only changes when somebody says so (renameSlug). */
async function slugsFor(
  house: HouseContext,
  { trx }: Writing,
  writes: readonly TitleWrite[],
): Promise<ReadonlyMap<string, string>> {
  const naming = writes.filter(
    ({ slug, before, sheet }) =>
      slug === undefined && (!before || (before.publishedAt === null && before.sheet.title !== sheet.title)),
  )
  if (naming.length === 0) return new Map()
  const wanted = naming.map(({ id, sheet }) => ({ id, title: sheet.title }))
  const free = await freeSlugs(trx, house.houseId, wanted)
  return new Map(naming.map(({ id }, n) => [id, free[n] ?? id]))
}

function putOf(write: TitleWrite, named: string | undefined, actor: Actor, at: string): TitlePut {
  const { id, before, sheet, status } = write
  return {
    id,
    slug: write.slug ?? named ?? before?.slug ?? id,
    status,
    revision: (before?.revision ?? 0) + 1,
    sheet,
    card: cardOf(sheet),
    ...identityOf(sheet),
    editedByHand: write.byHand || (before?.editedByHand ?? false),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    publishedAt: publishedOn(write, at),
    byId: actor.userId,
    byName: actor.name,
    verb: write.verb,
    note: write.note,
    changedFields: before ? compareSheets(before.sheet, sheet).map((change) => change.path) : [],
  }
}

/** A draft was never published, also one whose publishing was taken back. */
function publishedOn({ status, before, publishedAt }: TitleWrite, at: string): string | null {
  const earlier = before?.publishedAt ?? null
  if (status === 'published' && earlier === null) return publishedAt ?? at
  return status === 'draft' ? null : earlier
}

/** The seal on the sheet ties the revision table to the trail: neither can be changed by force without showing. */
const lineOf = ({ id, sheet, revision, status, slug }: TitlePut, verb: AuditVerb): Parameters<Writing['audit']>[0] => ({
  verb,
  subject: 'Title',
  subjectId: id,
  detail: { title: sheet.title, revision, status, slug, sheet: sha256(canonical(sheet)) },
})

const rowOf = (put: TitlePut, changeSeq: TitleRow['changeSeq']): TitleRow => ({
  id: put.id,
  slug: put.slug,
  status: put.status,
  revision: put.revision,
  sheet: put.sheet,
  editedByHand: put.editedByHand,
  createdAt: put.createdAt,
  updatedAt: put.updatedAt,
  publishedAt: put.publishedAt,
  changeSeq,
})

/** One title, written. */
export async function storeTitle(house: HouseContext, writing: Writing, actor: Actor, one: TitleWrite): Promise<TitleRow> {
  const [row] = await storeTitles(house, writing, actor, [one])
  if (!row) throw new Error('a title that was written has no row')
  return row
}
