import { sql } from 'kysely'
import type { Asker } from '../asker.ts'
import { STATUSES } from './catalogue-copy.ts'
import type { CatalogueCopy, CopiedStatus } from './catalogue-copy.ts'
import { sortKeyOf } from './fold.ts'
import { anyForm, exactForm, hasForm, otherNumber, pairForm, queryOf, termsOf } from './query.ts'
import type { Form, Term } from './query.ts'
import { allowedErrors, distance, nearForms } from './typos.ts'
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
const FEW = 3 // titles: with fewer, and none that has the words in its title or people, a word may have been misspelt
const MOST_INSTEAD = 8
const READ_WORDS = 64 // titles whose words are read for ranking; beyond, the index is asked

export interface TextHits {
  ords: Int32Array
  /** By ord; only those in `ords` mean something. */
  scores: Float64Array
  /** Words that were read for one that nobody knows: `{ kalimof: ["kalimov"] }`. */
  readAs: Record<string, string[]>
  /** False when no title has all the words: then those with any of them, the ones with most first. */
  allWords: boolean
}

/**
 * The titles of some statuses that a text may mean, in all languages of their sheets, with how well each fits. Reads committed
 * words only. Titles of other statuses have no say: neither do they keep a misspelt word from being put right, nor is a word
 * told that only they have.
 */
export async function findText(
  db: Asker,
  houseId: string,
  text: string,
  copy: CatalogueCopy,
  statuses: readonly CopiedStatus[],
): Promise<TextHits> {
  const shown = shownIn(copy, statuses)
  let terms = termsOf(text)
  if (terms.length === 0) return { ords: new Int32Array(0), scores: new Float64Array(0), readAs: {}, allWords: true }
  const asked = sortKeyOf(text)
  let hits = score(await ask(db, houseId, terms, true, shown), terms, copy, asked)
  let allWords = true
  if (hits.ords.length < FEW && hits.best < bestOf(terms)) {
    const corrected = await putRight(db, houseId, terms, hits.ords.length > 0, shown)
    if (corrected) {
      const again = score(await ask(db, houseId, corrected, true, shown), corrected, copy, asked)
      if (again.ords.length > hits.ords.length) {
        hits = again
        terms = corrected
      }
    }
    if (hits.ords.length === 0 && terms.length > 1) {
      terms = corrected ?? terms
      hits = score(await ask(db, houseId, terms, false, shown), terms, copy, asked)
      allWords = false
    }
  }
  const readAs = Object.fromEntries(terms.filter((term) => term.instead.length > 0).map((term) => [term.word, term.instead]))
  return { ords: hits.ords, scores: hits.scores, readAs, allWords }
}

/** Which titles the asker may see. */
interface Shown {
  has(ord: number): boolean
  all: boolean // no title is hidden from them
}

function shownIn(copy: CatalogueCopy, statuses: readonly CopiedStatus[]): Shown {
  const among = STATUSES.map((status) => statuses.includes(status))
  const shown = { has: (ord: number) => ord < copy.size && among[copy.status[ord]!] === true, all: true }
  for (let ord = 0; ord < copy.size && shown.all; ord++) shown.all = shown.has(ord)
  return shown
}

/** Every word as typed, each in a title or a name: nothing was misspelt then. */
function bestOf(terms: Term[]): number {
  return terms.length * (WORTH.b.any - 0.01)
}

/** What a title gets when one of the forms is among its words; of one term only the dearest counts. */
interface Probe {
  term: number
  worth: number
  title: boolean
  forms: Form[]
}

function probesOf(terms: Term[], all: boolean): Probe[] {
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

interface Answer {
  found: Int32Array
  probes: Probe[]
  lists: Int32Array[] // titles that each probe fits; may hold others than those found
}

/**
 * The titles with all the words (or any of them), and which of them each probe fits. Of few titles the words themselves are read;
 * of many the word index is asked again for each probe, since reading the words of thousands would take longer.
 */
async function ask(db: Asker, houseId: string, terms: Term[], all: boolean, shown: Shown): Promise<Answer> {
  const whole = terms.map((term) => queryOf(anyForm(term))).join(all ? ' & ' : ' | ')
  const probes = probesOf(terms, all)
  const first = await sql<{ ords: string }>`select search_ords(${houseId}, ${whole}::tsquery) as ords`.execute(db)
  const found = readOrds(first.rows[0]?.ords ?? '{}').filter(shown.has)
  if (found.length === 0) return { found, probes, lists: probes.map(() => found) }
  if (found.length <= READ_WORDS) return { found, probes, lists: await probeWords(db, houseId, found, probes) }
  const within = all && terms.length > 1 ? ` & ${whole}` : ''
  const lists = sql.join(probes.map((probe) => sql`search_ords(${houseId}, ${queryOf(probe.forms) + within}::tsquery)`))
  const { rows } = await sql<{ lists: string[] }>`select array[${lists}] as lists`.execute(db)
  return { found, probes, lists: probes.map((_probe, n) => readOrds(rows[0]?.lists[n] ?? '{}')) }
}

async function probeWords(db: Asker, houseId: string, found: Int32Array, probes: Probe[]): Promise<Int32Array[]> {
  const { rows } = await sql<{ ord: number; words: string }>`
    select w.ord, array_to_string(tsvector_to_array(w.words), ' ') as words
    from unnest(${`{${found.join(',')}}`}::integer[]) as f(ord) join search_words w on w.house_id = ${houseId} and w.ord = f.ord`.execute(
    db,
  )
  const titles = rows.map(({ ord, words }) => ({ ord, words: new Set(words.split(' ')) }))
  return probes.map(({ forms }) => Int32Array.from(titles.filter(({ words }) => hasForm(words, forms)).map(({ ord }) => ord)))
}

function score(
  { found, probes, lists }: Answer,
  terms: Term[],
  copy: CatalogueCopy,
  asked: string, // as a sort key
): { ords: Int32Array; scores: Float64Array; best: number } {
  const room = found.reduce((most, ord) => Math.max(most, ord), -1) + 1
  const scores = new Float64Array(room)
  const inTitle = new Uint8Array(room)
  const counted = new Int16Array(room) // the term that a title was last given something for
  probes.forEach((probe, n) => {
    for (const ord of lists[n]!) {
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

/** `{3,17,40}` as numbers, without a string for each. */
export function readOrds(text: string): Int32Array {
  if (text.length <= 2) return new Int32Array(0)
  const ords = new Int32Array((text.length >> 1) + 1)
  let used = 0
  let number = 0
  for (let n = 1; n < text.length; n++) {
    const digit = text.charCodeAt(n) - 48
    if (digit >= 0 && digit <= 9) number = number * 10 + digit
    else {
      ords[used++] = number
      number = 0
    }
  }
  return ords.subarray(0, used)
}

/** The terms with known words in place of those that nobody knows (or, when all are known, beside them); null when there are none. */
async function putRight(db: Asker, houseId: string, terms: Term[], someFound: boolean, shown: Shown): Promise<Term[] | null> {
  let doubtful = terms.filter((term) => allowedErrors(term.word) > 0)
  if (!someFound && terms.length > 1) {
    const known = await knownWords(db, houseId, terms.map((term) => ({ word: term.word, forms: anyForm(term) })), shown) // prettier-ignore
    const unknown = new Set(terms.map((term) => term.word).filter((word) => !known.has(word)))
    // Each word is known and no title has them all: any of them may be another word misspelt.
    if (unknown.size > 0) doubtful = doubtful.filter((term) => unknown.has(term.word))
  }
  if (doubtful.length === 0) return null
  const alike = await wordsAlike(db, houseId, doubtful)
  if (alike.size === 0) return null
  if (shown.all) return terms.map((term) => ({ ...term, instead: alike.get(term.word) ?? [] }))
  const words = [...new Set([...alike.values()].flat())]
  const known = await knownWords(db, houseId, words.map((word) => ({ word, forms: [{ lexeme: word, prefix: false }] })), shown) // prettier-ignore
  if (known.size === 0) return null
  return terms.map((term) => ({ ...term, instead: (alike.get(term.word) ?? []).filter((word) => known.has(word)) }))
}

/** Of the words, those that stand in a title that is shown. */
async function knownWords(
  db: Asker,
  houseId: string,
  asked: readonly { word: string; forms: readonly Form[] }[],
  shown: Shown,
): Promise<Set<string>> {
  const queries = asked.map(({ word, forms }) => ({ word, query: queryOf(forms) }))
  const { rows } = await sql<{ word: string; ords: string }>`
    select word, search_ords(${houseId}, query::tsquery) as ords
    from jsonb_to_recordset(${JSON.stringify(queries)}::text::jsonb) as r(word text, query text)`.execute(db)
  return new Set(rows.filter(({ ords }) => readOrds(ords).some(shown.has)).map(({ word }) => word))
}

/**
 * For each term the known words that it may have meant, the nearest first. Those one letter away are found all, by a form they
 * share; only where there are none, and more may be wrong or the word goes on, are words with like groups of letters looked at.
 */
export async function wordsAlike(db: Asker, houseId: string, terms: readonly Term[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const near = terms.map((term) => ({ word: term.word, forms: nearForms(term.word) }))
  keepNearest(found, terms, await sql<Alike>`
    select r.word as asked, v.word
    from jsonb_to_recordset(${JSON.stringify(near)}::text::jsonb) as r(word text, forms text[])
    cross join lateral search_near(${houseId}, r.forms) as v(word)`.execute(db)) // prettier-ignore
  const left = terms.filter((term) => !found.has(term.word) && (term.prefix || allowedErrors(term.word) > 1))
  if (left.length === 0) return found
  keepNearest(found, left, await sql<Alike>`
    select r.word as asked, v.word
    from jsonb_array_elements_text(${JSON.stringify(left.map((term) => term.word))}::text::jsonb) as r(word)
    cross join lateral search_alike(${houseId}, r.word) as v(word)`.execute(db)) // prettier-ignore
  return found
}

interface Alike {
  asked: string
  word: string
}

function keepNearest(found: Map<string, string[]>, terms: readonly Term[], { rows }: { rows: Alike[] }): void {
  for (const term of terms) {
    const most = allowedErrors(term.word)
    const words = new Set(rows.filter((row) => row.asked === term.word && row.word !== term.word).map((row) => row.word))
    const measured = [...words]
      .map((word) => {
        const whole = distance(term.word, word, most)
        const start = term.prefix ? distance(term.word, word, most, true) + 0.5 : Infinity // half a letter worse: the word goes on
        return { word, far: Math.min(whole, start) + (word[0] === term.word[0] ? 0 : 0.25) }
      })
      .filter(({ far }) => Math.floor(far) <= most)
    const nearest = Math.min(...measured.map(({ far }) => far))
    const kept = measured.filter(({ far }) => far < nearest + 1)
    const first = kept.toSorted((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1)).slice(0, MOST_INSTEAD)
    if (first.length > 0) found.set(term.word, first.map(({ word }) => word)) // prettier-ignore
  }
}
