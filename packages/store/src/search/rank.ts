import type { CatalogueCopy } from './catalogue-copy.ts'
import { anyForm, exactForm, otherNumber, pairForm } from './query.ts'
import type { Form, Term } from './query.ts'
import type { PlaceMark } from './words-of-sheet.ts'

/** What a word is worth by where it stands: as it was typed, and in another form (longer, other number, put right). */
const WORTH: Record<PlaceMark, { exact: number; any: number }> = {
  a: { exact: 10, any: 6 },
  b: { exact: 7, any: 4.5 },
  c: { exact: 4, any: 2.5 },
}
const SOMEWHERE = 1
const PAIR = 5 // two neighbouring words that are neighbours in a title or a name
const BEGINNING = 8 // the title begins with what was asked
const WHOLE_TITLE = 4 // times the share of the title's words that was asked for

/** What a title gets when one of the forms is among its words; of one term only the dearest counts. */
export interface Probe {
  term: number
  worth: number
  title: boolean
  forms: Form[]
}

/** The titles that were found, and those that each probe fits, which may be others as well. */
export interface Answer {
  found: Int32Array
  probes: Probe[]
  fits: Int32Array[]
}

/** Every word as typed, each in a title or a name: nothing was misspelt then. */
export function bestOf(terms: readonly Term[]): number {
  return terms.length * (WORTH.b.any - 0.01)
}

/** What to ask of each title, of one term the dearest first. `all`: titles without one of the words are not asked. */
export function probesOf(terms: readonly Term[], all: boolean): Probe[] {
  const probes: Probe[] = []
  terms.forEach((term, n) => {
    const others = term.prefix || term.instead.length > 0 || otherNumber(term.word) !== null
    const add = (worth: number, forms: Form[], title = false) => probes.push({ term: n, worth, title, forms })
    for (const mark of ['a', 'b', 'c'] as const) add(WORTH[mark].exact, exactForm(term, `${mark}:`), mark === 'a')
    if (others) for (const mark of ['a', 'b', 'c'] as const) add(WORTH[mark].any, anyForm(term, `${mark}:`), mark === 'a')
    if (!all) add(SOMEWHERE, anyForm(term))
  })
  terms.slice(1).forEach((next, n) => {
    const forms = [...pairForm(terms[n]!, next, 'a:'), ...pairForm(terms[n]!, next, 'b:')]
    probes.push({ term: terms.length + n, worth: PAIR, title: false, forms })
  })
  return probes.toSorted((x, y) => x.term - y.term || y.worth - x.worth)
}

/** How well each title that was found fits, by its ord; and the best of the words alone. `asked` is the text as a sort key. */
export function rank(
  { found, probes, fits }: Answer,
  terms: readonly Term[],
  copy: CatalogueCopy,
  asked: string,
): { ords: Int32Array; scores: Float64Array; best: number } {
  const room = found.reduce((most, ord) => Math.max(most, ord), -1) + 1
  const scores = new Float64Array(room)
  const inTitle = new Uint8Array(room)
  const counted = new Int16Array(room) // the term that a title was last given something for
  probes.forEach((probe, n) => {
    for (const ord of fits[n]!) {
      if (ord >= room || counted[ord] === probe.term + 1) continue
      counted[ord] = probe.term + 1
      scores[ord]! += probe.worth
      if (probe.title) inTitle[ord]!++
    }
  })
  const keys = [...copy.keysByLanguage.values()]
  let best = 0
  for (const ord of found) {
    if (scores[ord]! > best) best = scores[ord]!
    if (ord < copy.size && inTitle[ord]! > 0) {
      scores[ord]! += WHOLE_TITLE * Math.min(1, inTitle[ord]! / Math.max(copy.words[ord]!, terms.length))
      if (copy.key[ord]!.startsWith(asked) || keys.some((own) => own.get(ord)?.startsWith(asked) === true))
        scores[ord]! += BEGINNING
    }
    scores[ord]! += SOMEWHERE
  }
  return { ords: found, scores, best }
}
