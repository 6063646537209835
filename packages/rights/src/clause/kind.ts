/** What kind of entry a clause is. */
import type { EntryKind } from '../book/line.ts'
import type { Day } from '../days/day.ts'
import type { BoxRead } from '../sentence/boxes.ts'
import type { Found } from '../sentence/found.ts'
import type { Item, ItemOf } from '../sentence/items.ts'
import type { Line } from '../sentence/line.ts'
import { isMarker, type Notes } from '../sentence/notes-of.ts'

/**
 * An option when it says so; a holdback when it only reserves or only holds back; a grant when an agent is mandated; a
 * licence when somebody is licensed or an agent is who grants, and, as an assumption, otherwise.
 */
export function kindOf(line: Line, items: readonly Item[], box: BoxRead, holdsBack: boolean, notes: Notes): Found<EntryKind> {
  const by = (marker: string): Item | undefined => items.find((item) => isMarker(item, marker))
  const read = (value: EntryKind, item: Item): Found<EntryKind> => ({ value, spans: [line.spanOf(item.at, item.end)], confidence: 'read' })
  const option = by('option')
  if (option) return read('option', option)
  const reserved = by('reserved')
  if (reserved) return read('holdback', reserved)
  const holdback = by('holdback') ?? by('no')
  if (holdback && holdsBack && !box.media) return read('holdback', holdback)
  const granting = items.find((item) => isMarker(item, 'granting') && !givesItself(line, item))
  if (granting) return read('grant', granting)
  const giving = by('granting')
  if (giving) return read('licence', giving)
  const licensing = by('licensing')
  if (licensing) return read('licence', licensing)
  notes.add('kind-assumed', null)
  return { value: 'licence', spans: [], confidence: 'assumed' }
} // prettier-ignore

/** "The Distributor grants to…": an agent that gives sells what it was once given. */
function givesItself({ flat, tokens }: Line, { at, end }: Item): boolean {
  if (!IS_AGENT.test(flat.slice(tokens[at]!.at, tokens[end - 1]!.end))) return false
  const behind = tokens[end - 1]!.end
  return GIVES.test(flat.slice(behind, behind + 80))
}
const IS_AGENT = /distributor|agent|company|vendeur|mandataire/
const GIVES =
  /^,?(?: ?\([^)]{1,40}\),?)?(?: (?:hereby|shall|will|does|agrees to|undertakes to|par les presentes|hiermit|con la presente))* (?:grants?|licen[cs]es?|sublicen[cs]es?|sells?|assigns?|concede|cede|accorde|otorga|gewahrt|erteilt|lizenziert|raumt)(?![\p{L}])/u

/** An end further away is of something else; it also bounds the time of a text full of options. */
const FAR = 40

/** "Valid until 15 January", "exercisable by", "à lever avant le": when an option is to be taken up, wherever that is said. */
function isToBeTaken({ flat, tokens }: Line, items: readonly Item[], n: number): boolean {
  const before = items[n - 1]
  if (!isMarker(before, 'until', 'latest', 'before', 'noise')) return false
  const said = flat.slice(Math.max(0, tokens[before!.at]!.at - 40), tokens[before!.at]!.at)
  return TAKEN.test(said) && !OF_SALE.test(said)
}
/** "A licence valid until 2029" is what is sold, and no option. */
const OF_SALE =
  /(?:licen[cs]e|licence period|rights?|droits|term|lizenz|rechte)(?: (?:is|are|being|to be|est|sont|remains?|shall be))? \S+(?: it| up)?[ ,:]*$/
const TAKEN = /(?:valid|open|exerci[sz]able|exercised|taken up|valable|ouverte|lev[ae]e?r?|exercee?r?|gultig)(?: it| up)?[ ,:]*$/

/**
 * "Option until 31 March 2027", "a first option on SVOD for Sweden expiring 30.9.2027": the day on which it lapses. Its items
 * are used up: it is no end of the window. In a sentence that also says "from", only an end directly after the word counts.
 */
export function optionExpiry(line: Line, items: readonly Item[], used: Set<Item>): Found<Day> | null {
  const option = items.findIndex((item) => isMarker(item, 'option'))
  // "option until 31 March, licence valid until 2029": the end right behind the word is that of the option
  const isDirect = items.slice(option + 1, option + 3).some(({ kind }) => kind === 'period')
  const said = option >= 0 && !isDirect ? items.findIndex((item, n) => item.kind === 'period' && isToBeTaken(line, items, n)) : -1
  if (said >= 0) {
    const period = items[said] as ItemOf<'period'>
    for (const one of items.slice(said - 1, said + 1)) used.add(one)
    return { value: period.period.last, spans: [line.spanOf(period.at, period.end)], confidence: period.period.assumed === null ? 'read' : 'assumed' }
  }
  for (const [n, item] of items.entries()) {
    if (!isMarker(item, 'option')) continue
    let end = n + 1
    while (end < items.length && end < n + FAR && !line.begins[items[end]!.at]) end++
    const hasWindow = items.slice(n, end).some((one) => isMarker(one, 'from'))
    for (let next = n + 1; next < end && (!hasWindow || next <= n + 4); next++) {
      const found = items[next]!
      if (found.kind !== 'period' || !(next - n <= 2 || isMarker(items[next - 1], 'until', 'latest', 'noise'))) continue
      for (const one of items.slice(next - 1, next + 1)) if (one.kind !== 'media' && one.kind !== 'territories') used.add(one)
      return { value: found.period.last, spans: [line.spanOf(found.at, found.end)], confidence: found.period.assumed === null ? 'read' : 'assumed' }
    }
  }
  return null
} // prettier-ignore
