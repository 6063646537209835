import type { TitleSheet } from '@vitrine/catalogue'
import { slugOf } from '@vitrine/catalogue/model/slug'
import type { NameKind, TitleName } from '@vitrine/store/names/replace-names'

/**
 * The names that stand on a sheet, each once a kind, with the roles it has there. These rows carry the pages of people,
 * companies and festivals, and say which films are related.
 *
 * @example
 * namesOf('t1', sheet, true)[0] // { titleId: 't1', kind: 'person', slug: 'gulya-mirzoeva', name: 'Gulya Mirzoeva', roles: ['director'], … }
 */
export function namesOf(titleId: string, sheet: TitleSheet, published: boolean): TitleName[] {
  const found = new Map<string, TitleName>()
  const note = (kind: NameKind, name: string, role: string | null) => {
    const slug = slugOf(name)
    if (slug === '') return
    const key = `${kind} ${slug}`
    const known = found.get(key)
    if (known) {
      if (role !== null && !known.roles.includes(role)) known.roles.push(role)
    } else
      found.set(key, {
        titleId,
        kind,
        slug,
        name: name.trim(),
        roles: role === null ? [] : [role],
        position: found.size,
        published,
      })
  }
  for (const name of sheet.directors) note('person', name, 'director')
  for (const name of sheet.producers) note('person', name, 'producer')
  for (const credit of sheet.credits) for (const name of credit.names) note('person', name, credit.role)
  for (const company of sheet.productionCompanies) note('company', company.name, 'production')
  for (const company of sheet.coProducers) note('company', company.name, 'co-production')
  for (const name of sheet.broadcasters) note('company', name, 'broadcaster')
  for (const name of sheet.supporters) note('company', name, 'support')
  for (const entry of sheet.festivals) note('festival', entry.festival, null)
  for (const theme of sheet.themes) note('theme', theme, null)
  for (const place of sheet.places) note('place', place, null)
  for (const slug of sheet.collections) note('collection', slug, null)
  return [...found.values()]
}
