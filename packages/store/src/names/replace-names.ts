import { sql } from 'kysely'
import type { Asker } from '../asker.ts'

export type NameKind = 'person' | 'company' | 'festival' | 'theme' | 'place' | 'collection'

/** A name on a title. */
export interface TitleName {
  titleId: string
  kind: NameKind
  slug: string
  name: string
  roles: string[]
  position: number
  published: boolean
}

/** Puts the names of some titles in place of those they had. `fresh`: titles without names yet. Four statements at most. */
export async function replaceNames(
  trx: Asker,
  houseId: string,
  titleIds: readonly string[],
  names: readonly TitleName[],
  fresh = false,
): Promise<void> {
  const json = JSON.stringify(names)
  if (!fresh)
    await sql`
      delete from title_name where house_id = ${houseId} and title_id in (select jsonb_array_elements_text(${JSON.stringify(titleIds)}::text::jsonb))`.execute(
      trx,
    )
  if (names.length > 0) {
    await sql`
      insert into title_name (house_id, kind, slug, title_id, name, roles, position, published)
      select ${houseId}, r.kind, r.slug, r."titleId", r.name, r.roles, r.position, r.published
      from jsonb_to_recordset(${json}::text::jsonb) as r(
        kind text, slug text, "titleId" text, name text, roles jsonb, position integer, published boolean)`.execute(trx)
    const pages = names.filter((name) => name.kind === 'person' || name.kind === 'company' || name.kind === 'festival')
    if (pages.length > 0)
      await sql`
        insert into name (house_id, kind, slug, name)
        select distinct on (r.kind, r.slug) ${houseId}, r.kind, r.slug, r.name
        from jsonb_to_recordset(${JSON.stringify(pages)}::text::jsonb) as r(kind text, slug text, name text)
        order by r.kind, r.slug
        on conflict (house_id, kind, slug) do nothing`.execute(trx)
  }
}
