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
  // A title that was never public follows its name; a public address only changes when somebody says so (renameSlug).
  const naming = writes.filter(
    (w) => w.slug === undefined && (!w.before || (w.before.publishedAt === null && w.before.sheet.title !== w.sheet.title)),
  )
  const free =
    naming.length === 0
      ? []
      : await freeSlugs(
          trx,
          house.houseId,
          naming.map((w) => ({ id: w.id, title: w.sheet.title })),
        )
  const named = new Map(naming.map((w, n) => [w.id, free[n] ?? w.id]))

  const puts = writes.map((w): TitlePut => {
    const publishing = w.status === 'published' && (w.before === null || w.before.publishedAt === null)
    return {
      id: w.id,
      slug: w.slug ?? named.get(w.id) ?? w.before?.slug ?? w.id,
      status: w.status,
      revision: (w.before?.revision ?? 0) + 1,
      sheet: w.sheet,
      card: cardOf(w.sheet),
      ...identityOf(w.sheet),
      editedByHand: w.byHand || (w.before?.editedByHand ?? false),
      createdAt: w.before?.createdAt ?? at,
      updatedAt: at,
      // A draft was never published, also one whose publishing was taken back.
      publishedAt: publishing ? (w.publishedAt ?? at) : w.status === 'draft' ? null : (w.before?.publishedAt ?? null),
      byId: actor.userId,
      byName: actor.name,
      verb: w.verb,
      note: w.note,
      changedFields: w.before ? compareSheets(w.before.sheet, w.sheet).map((change) => change.path) : [],
    }
  })
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

  for (const [at, put] of puts.entries())
    writing.audit({
      verb: writes[at]!.verb,
      subject: 'Title',
      subjectId: put.id,
      // The seal on the sheet ties the revision table to the trail: neither can be changed by force without showing.
      detail: {
        title: put.sheet.title,
        revision: put.revision,
        status: put.status,
        slug: put.slug,
        sheet: sha256(canonical(put.sheet)),
      },
    })

  return puts.map((put) => ({
    id: put.id,
    slug: put.slug,
    status: put.status,
    revision: put.revision,
    sheet: put.sheet,
    editedByHand: put.editedByHand,
    createdAt: put.createdAt,
    updatedAt: put.updatedAt,
    publishedAt: put.publishedAt,
    changeSeq: writing.changeSeq,
  }))
}

/** One title, written. */
export async function storeTitle(house: HouseContext, writing: Writing, actor: Actor, one: TitleWrite): Promise<TitleRow> {
  const [row] = await storeTitles(house, writing, actor, [one])
  if (!row) throw new Error('a title that was written has no row')
  return row
}
