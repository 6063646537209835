/** The house's own words for its letters, each with its versions. */
import { sql } from 'kysely'
import { type Asker, instant } from '../asker.ts'

export interface TemplateVersion {
  version: number
  /** null: from here on the built-in words. */
  words: { subject: string; text: string } | null
  at: string
  byName: string
}
export interface TemplateRow extends TemplateVersion {
  name: string
  locale: 'en' | 'fr'
}

interface Raw {
  name: string
  locale: 'en' | 'fr'
  version: number
  subject: string | null
  body: string | null
  at: unknown
  by_name: string
}

const toTemplate = ({ name, locale, version, subject, body, at, by_name }: Raw): TemplateRow => ({
  name,
  locale,
  version,
  words: subject === null || body === null ? null : { subject, text: body },
  at: instant(at),
  byName: by_name,
})

/** What stands for each letter and language that the house has ever changed. */
export async function listTemplateRows(db: Asker, houseId: string): Promise<TemplateRow[]> {
  const { rows } = await sql<Raw>`
    select distinct on (name, locale) name, locale, version, subject, body, at, by_name from mail_template
    where house_id = ${houseId} order by name, locale, version desc`.execute(db)
  return rows.map(toTemplate)
}

/** Every version, the newest first. */
export async function templateVersions(db: Asker, houseId: string, name: string, locale: string): Promise<TemplateRow[]> {
  const { rows } = await sql<Raw>`
    select name, locale, version, subject, body, at, by_name from mail_template
    where house_id = ${houseId} and name = ${name} and locale = ${locale} order by version desc`.execute(db)
  return rows.map(toTemplate)
}

/** The words that stand; null: the built-in ones. */
export async function standingWords(db: Asker, houseId: string, name: string, locale: string): Promise<TemplateVersion['words']> {
  const { rows } = await sql<Raw>`
    select name, locale, version, subject, body, at, by_name from mail_template
    where house_id = ${houseId} and name = ${name} and locale = ${locale} order by version desc limit 1`.execute(db)
  return rows[0] === undefined ? null : toTemplate(rows[0]).words
}

export async function putTemplate(
  trx: Asker,
  houseId: string,
  template: { name: string; locale: string; version: number; words: TemplateVersion['words']; at: string; byId: string | null; byName: string }, // prettier-ignore
): Promise<void> {
  const { name, locale, version, words, at, byId, byName } = template
  await sql`
    insert into mail_template (house_id, name, locale, version, subject, body, at, by_id, by_name)
    values (${houseId}, ${name}, ${locale}, ${version}, ${words?.subject ?? null}, ${words?.text ?? null}, ${at}::timestamptz, ${byId}, ${byName})`.execute(trx) // prettier-ignore
}
