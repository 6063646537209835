import type { Asker } from '../asker.ts'
import { STATUSES } from './catalogue-copy.ts'
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
export async function titlesCalled(db: Asker, houseId: string, text: string): Promise<string[]> {
  const words = sortKeyOf(text)
    .split(' ')
    .map((word) => ` ${word}`)
  const { copy } = await follow(db, houseId)
  const found: string[] = []
  const isCalled = (key: string | undefined) => key !== undefined && words.every((word) => ` ${key}`.includes(word))
  for (let ord = 0; ord < copy.size; ord++) {
    if (copy.status[ord] === GONE || copy.ids[ord] === '') continue
    if (isCalled(copy.key[ord]) || [...copy.keysByLanguage.values()].some((keys) => isCalled(keys.get(ord)))) found.push(copy.ids[ord]!) // prettier-ignore
  }
  return found
}
