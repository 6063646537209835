/** Words that stand where only some may stand. */
import { addCheck, type Checks } from '../structure/rule-check.ts'
import { placeOf } from '../place.ts'
import { textIn } from '../text-in.ts'
import type { WordPlace } from './word-places.ts'
import type { WordsOf } from './words-of.ts'

export function addWords(checks: Checks, places: readonly WordPlace<string>[], wordsOf: WordsOf): void {
  for (const { at, list, of, open } of places) {
    const words = wordsOf(list)
    if (words === null) continue
    const [path, attribute] = at.split('@') as [string, string | undefined]
    const names = path.split('/')
    const here = names.pop()!
    const parent = names[0]
    addCheck(checks, here, (above, findings) => {
      const element = above.at(-1)!
      if (parent !== undefined && above.at(-2)?.name !== parent) return
      if (of !== undefined && above.at(-2)?.attributes['termName'] !== of) return
      if (attribute === undefined && words.has(element.text)) return
      const value = attribute === undefined ? textIn(element) : element.attributes[attribute]
      // what is empty is told as such, once
      if (value === undefined || value === '' || words.has(value)) return
      findings.add(open === true ? 'warning' : 'error', `vocabulary/${at}`, placeOf(above, attribute), {
        where: attribute === undefined ? `${above.at(-2)?.name ?? ''}/${here}` : `${here}/@${attribute}`,
        value,
        meant: meant(value, words),
        words: [...words].slice(0, 12).join(', '),
      })
    })
  }
}

/** The word that differs in capitals, blanks or hyphens alone. */
function meant(value: string, words: ReadonlySet<string>): string {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '')
  return [...words].find((word) => plain(word) === plain(value)) ?? ''
}
