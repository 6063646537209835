import type { TitleSheet, TitleStatus } from '@vitrine/catalogue'
import { sql } from 'kysely'
import { instant, instantOrNull } from '../asker.ts'

/** A title as it stands in its row. */
export interface TitleRow {
  id: string
  slug: string
  status: TitleStatus
  revision: number
  sheet: TitleSheet
  editedByHand: boolean
  createdAt: string
  updatedAt: string
  publishedAt: string | null
  changeSeq: number
}

/** What the database hands back for the columns of `titleColumns`. */
export interface RawTitle {
  id: string
  slug: string
  status: TitleStatus
  revision: number
  sheet: TitleSheet
  edited_by_hand: boolean
  created_at: unknown
  updated_at: unknown
  published_at: unknown
  change_seq: unknown
}

export const titleColumns = sql.raw(
  't.id, t.slug, t.status, t.revision, t.sheet, t.edited_by_hand, t.created_at, t.updated_at, t.published_at, t.change_seq',
)

export function toTitleRow(raw: RawTitle): TitleRow {
  return {
    id: raw.id,
    slug: raw.slug,
    status: raw.status,
    revision: raw.revision,
    sheet: raw.sheet,
    editedByHand: raw.edited_by_hand,
    createdAt: instant(raw.created_at),
    updatedAt: instant(raw.updated_at),
    publishedAt: instantOrNull(raw.published_at),
    changeSeq: Number(raw.change_seq),
  }
}
