/** The marks by which films are known again, of a whole catalogue. */
import type { Identifiers } from '@vitrine/catalogue'
import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export interface TitleMarks {
  id: string
  titles: string[]
  year: number | null
  directors: string[]
  identifiers: Identifiers
}

/** Of every title of the house, drafts and withdrawn ones too, in order of id. */
export async function listTitleMarks(db: Asker, houseId: string): Promise<TitleMarks[]> {
  const { rows } = await sql<Omit<TitleMarks, 'titles'> & { titles: (string | null)[] }>`
    select id, titles, year, directors, identifiers from title_marks where house_id = ${houseId} order by id`.execute(db)
  return rows.map((row) => ({ ...row, titles: [...new Set(row.titles.filter((title) => title !== null))] }))
}
