import type { Asker } from '../asker.ts'
import { type CatalogueCopy, STATUSES } from './catalogue-copy.ts'
import { follow } from './follow.ts'
import { sortKeyOf } from './fold.ts'

const GONE = STATUSES.indexOf('gone')

/**
 * The films whose title, in one language of theirs, has every word of a text or begins of words; drafts and withdrawn ones too.
 * Words past the sixtieth character of a title are not looked at.
 *
 * @example
 * await titlesCalled(db, 'house', 'salt ro') // ['01J…'], which is The Salt Road
 */
export async function titlesCalled(db: Asker, houseId: string, text: string): Promise<readonly string[]> {
  const { copy, asOf } = await follow(db, houseId)
  let kept = answers.get(copy)
  if (kept?.asOf !== asOf || kept.found.size >= MOST_KEPT) answers.set(copy, (kept = { asOf, found: new Map() }))
  const known = kept.found.get(text)
  if (known !== undefined) return known
  const found = called(copy, sortKeyOf(text).split(' ').map((word) => ` ${word}`)) // prettier-ignore
  kept.found.set(text, found)
  return found
}

/** A board asks the same for each of its columns: answers hold while the catalogue is as it was. */
const answers = new WeakMap<CatalogueCopy, { asOf: number; found: Map<string, readonly string[]> }>()
const MOST_KEPT = 20

function called(copy: CatalogueCopy, words: readonly string[]): string[] {
  const isCalled = (key: string | undefined) => key !== undefined && words.every((word) => key.startsWith(word.slice(1)) || key.includes(word)) // prettier-ignore
  const languages = [...copy.keysByLanguage.values()]
  const found: string[] = []
  for (let ord = 0; ord < copy.size; ord++) {
    if (copy.status[ord] === GONE || copy.ids[ord] === '') continue
    if (isCalled(copy.key[ord]) || languages.some((keys) => isCalled(keys.get(ord)))) found.push(copy.ids[ord]!)
  }
  return found
}
