/** Small random books as contracts write them, from a seed: words with trade groups, events, runs, and histories of states. */
import { writeDay } from '../days/day.ts'
import { USES } from '../languages/languages.ts'
import type { Meant, PlainBox, PlainCell, PlainEntry, PlainState, PlainTerms } from '../naive/naive-entries.ts'
import { below, CUTS, FIRST, LAST, oneOf, type Random } from './random-book.ts'

const words = (text: string): string[] => text.split(' ')
/** Some leaves of the world, in groups and out of them; whatever else there is, is like Zimbabwe or like Poland. */
export const LEAVES = words('FR GP MC AD BE-fr BE-nl CH-de CH-fr CH-it LU LI DE AT NL PL US CA-fr CA-en ZW')
const PLACES: readonly Meant[] = [
  ['World', LEAVES.join(' ')],
  ['DACH', 'DE AT CH-de LI LU'],
  ['Benelux', 'BE-fr BE-nl NL LU'],
  ['French-speaking Europe', 'FR GP MC AD BE-fr CH-fr LU'],
  ['France & DOM-TOM', 'FR GP MC AD'],
  ['Western Europe', 'FR MC BE-fr BE-nl CH-de CH-fr CH-it LU LI DE AT NL'],
  ['Europe', 'FR MC AD BE-fr BE-nl CH-de CH-fr CH-it LU LI DE AT NL PL'],
  ['EU', 'FR BE-fr BE-nl LU DE AT NL PL'],
  ['North America', 'US CA-fr CA-en'],
  ['Switzerland', 'CH-de CH-fr CH-it'],
  ['Switzerland (French)', 'CH-fr'],
  ['Belgium', 'BE-fr BE-nl'],
  ['Germany', 'DE'],
  ['FR', 'FR'],
  ['Poland', 'PL'],
  ['LU', 'LU'],
  ['CA-fr', 'CA-fr'],
].map(([text, members]) => ({ text: text!, members: words(members!) }))

export const MEDIA_CODES = words('free-tv pay-tv catch-up svod avod theatrical publishing')
const MEDIA: readonly Meant[] = [
  ['all', MEDIA_CODES.join(' ')],
  ['TV & VOD', 'free-tv pay-tv catch-up svod avod'],
  ['tv', 'free-tv pay-tv catch-up'],
  ['all excl. theatrical', 'free-tv pay-tv catch-up svod avod publishing'],
  ['S-VOD', 'svod'],
  ['FTA, catch-up', 'free-tv catch-up'],
  ['vod', 'svod avod'],
  ['theatrical', 'theatrical'],
].map(([text, members]) => ({ text: text!, members: words(members!) }))

const TONGUES: readonly Meant[] = [
  ['all', '*'],
  ['fr', 'fr:original fr:dubbed fr:subtitled fr:voice-over'],
  ['German dubbed and subtitled', 'de:dubbed de:subtitled'],
  ['de, fr:dubbed', 'de:original de:dubbed de:subtitled de:voice-over fr:dubbed'],
  ['all excl. German', '* -de:original -de:dubbed -de:subtitled -de:voice-over'],
  ['fr:subtitled', 'fr:subtitled'],
].map(([text, members]) => ({ text: text!, members: words(members!) }))

/** `A, B excl. C, D`, `A + B - C`, or one word. */
function place(random: Random): Meant {
  const [a, b, c, d] = [oneOf(random, PLACES), oneOf(random, PLACES), oneOf(random, PLACES), oneOf(random, PLACES)]
  const without = (take: readonly Meant[], leave: readonly Meant[]) => LEAVES.filter((leaf) => take.some(({ members }) => members.includes(leaf)) && !leave.some(({ members }) => members.includes(leaf))) // prettier-ignore
  const roll = random()
  if (roll < 0.35) return a
  const made =
    roll < 0.5
      ? { text: `${a.text}, ${b.text}`, members: without([a, b], []) }
      : roll < 0.7
        ? { text: `${a.text} excl. ${c.text}`, members: without([a], [c]) }
        : roll < 0.85
          ? { text: `${a.text} + ${b.text} - ${c.text}`, members: without([a, b], [c]) }
          : { text: `${a.text}, ${b.text} excl. ${c.text}, ${d.text}`, members: without([a, b], [c, d]) }
  return made.members.length === 0 ? a : made // nothing at all cannot be written
}

const dayWithin = (random: Random, first: number, last: number): string => writeDay(first + below(random, last - first + 1))!

function box(random: Random, dated: boolean): PlainBox {
  const from = FIRST + below(random, LAST - FIRST + 1)
  return {
    territory: place(random),
    media: oneOf(random, MEDIA),
    languages: random() < 0.6 ? TONGUES[0]! : oneOf(random, TONGUES),
    cuts: random() < 0.7 ? null : [oneOf(random, CUTS.slice(0, 2))],
    from: !dated && random() < 0.15 ? null : writeDay(from),
    to: !dated && random() < 0.15 ? null : dayWithin(random, from, from + 60),
  }
}

function terms(random: Random, kind: PlainTerms['kind']): PlainTerms {
  const waits = kind !== 'option' && random() < (kind === 'licence' ? 0.35 : 0.1)
  const counts = kind === 'licence' && random() < 0.35
  return {
    kind,
    exclusive: random() < 0.7,
    boxes: Array.from({ length: random() < 0.8 ? 1 : 2 }, () => box(random, waits)),
    holdbacks: kind === 'licence' && random() < 0.25 ? [box(random, false)] : [],
    expires: kind === 'option' ? dayWithin(random, FIRST, LAST) : null,
    event: waits ? { kind: oneOf(random, ['delivery', 'first-broadcast']), date: random() < 0.3 ? dayWithin(random, FIRST, LAST) : null, months: random() < 0.6 ? 1 + below(random, 2) : null } : null, // prettier-ignore
    runs: counts ? { count: 1 + below(random, 2), catchUpDays: below(random, 10), broadcasts: random() < 0.2 ? [dayWithin(random, FIRST, LAST)] : [] } : null, // prettier-ignore
  }
}

/** The world for everybody, so that what is sold is held. */
const broad = (random: Random): PlainTerms => ({ ...terms(random, 'grant'), boxes: [{ territory: PLACES[0]!, media: MEDIA[0]!, languages: TONGUES[0]!, cuts: null, from: null, to: random() < 0.7 ? null : writeDay(LAST) }], event: null }) // prettier-ignore

/** What became of an entry: dated, broadcast, amended from a day on or from its beginning, ended, taken up. */
function next(random: Random, { status, terms: now, effective }: PlainState): Omit<PlainState, 'recorded'> | null {
  if (status === 'draft') return { status: oneOf(random, ['signed', 'signed', 'rejected']), terms: now, effective: null }
  if (status !== 'signed') return null
  const from = random() < 0.35 ? null : dayWithin(random, FIRST, LAST)
  const roll = random()
  if (roll < 0.3 && now.event !== null) return { status, effective, terms: { ...now, event: { ...now.event, date: dayWithin(random, FIRST, LAST) } } } // prettier-ignore
  if (roll < 0.6 && now.runs !== null) return { status, effective, terms: { ...now, runs: { ...now.runs, broadcasts: [...now.runs.broadcasts, dayWithin(random, FIRST, LAST)] } } } // prettier-ignore
  if (roll < 0.7) return { status: now.kind === 'option' ? 'taken-up' : 'terminated', terms: now, effective: now.kind === 'option' ? null : from } // prettier-ignore
  return { status, effective: from, terms: terms(random, now.kind) }
}

/** A book: the moments at which its states were recorded go from 0 up. */
export function randomEntries(random: Random): { entries: PlainEntry[]; moments: number } {
  const count = 1 + below(random, 9)
  const states = Array.from({ length: count }, (_, at): PlainState[] => {
    const kind = at === 0 ? 'grant' : oneOf(random, ['grant', 'licence', 'licence', 'licence', 'holdback', 'option'] as const)
    return [{ status: at > 0 && random() < 0.15 ? 'draft' : 'signed', effective: null, terms: at === 0 && random() < 0.8 ? broad(random) : terms(random, kind), recorded: at }] // prettier-ignore
  })
  let moments = count
  for (let changes = below(random, 12); changes > 0; changes--) {
    const of = oneOf(random, states)
    const more = next(random, of.at(-1)!)
    if (more !== null) of.push({ ...more, recorded: moments++ })
  }
  return { entries: states.map((all, at) => ({ id: `e${at}`, states: all })), moments }
}

export const randomBoxOf = (random: Random): PlainBox => box(random, false)

export function randomPlainCell(random: Random): PlainCell {
  return {
    territory: oneOf(random, LEAVES),
    medium: oneOf(random, MEDIA_CODES),
    language: oneOf(random, ['de', 'fr', 'it']),
    use: oneOf(random, USES),
    cut: oneOf(random, CUTS),
    day: dayWithin(random, FIRST - 3, LAST + 45),
  }
}
