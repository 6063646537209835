import type { TitleSheet } from '@vitrine/catalogue'
import { slugOf } from '@vitrine/catalogue/model/slug'
import { latinWordsOf, wordsOf } from './fold.ts'
import { codeNames, placeNames } from './words-of-sheet.ts'

export type NameKind = 'person' | 'company' | 'festival' | 'place' | 'theme'
export interface SearchName {
  kind: NameKind
  slug: string
  name: string
  words: string[]
}

/** The names on a sheet that are suggested while somebody types. Places and themes by code are found by their names in English and French. */
export function namesOfSheet(sheet: TitleSheet): SearchName[] {
  const found: SearchName[] = []
  const add = (kind: NameKind, name: string, spellings: string[] = [name]) => {
    const slug = slugOf(name)
    const words = [...new Set(spellings.flatMap((text) => [...wordsOf(text), ...latinWordsOf(text)]))]
    if (slug !== '' && words.length > 0) found.push({ kind, slug, name: name.trim(), words })
  }
  for (const name of [...sheet.directors, ...sheet.producers, ...sheet.credits.flatMap((credit) => credit.names)])
    add('person', name)
  for (const { name } of [...sheet.productionCompanies, ...sheet.coProducers]) add('company', name)
  for (const name of [...sheet.broadcasters, ...sheet.supporters]) add('company', name)
  for (const { festival } of sheet.festivals) add('festival', festival)
  for (const place of sheet.places) add('place', place, placeNames(place))
  for (const theme of sheet.themes) add('theme', theme, codeNames('theme', theme))
  return found
}
