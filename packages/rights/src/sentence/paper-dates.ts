/** The dates of papers: "contract dated 3 March 2026", "Vertrag vom 3. März", "fait à Paris, le 3 mars". No right begins with them. */
import { flatBefore } from './flat-before.ts'
import type { Item } from './items.ts'
import type { Line } from './line.ts'
import { isMarker, type Notes } from './notes-of.ts'

/** What is done with a paper on its day, and up to four words after it: "signed by both parties in Paris on". */
const DONE =
  /(?<![a-z])(?:dated|signed|executed|concluded|entered into|made(?= (?:on|as|this|the))|signee?s?|conclue?s?|datees?|passee?s?|fait|en date|datiert|unterzeichnet|unterschrieben|geschlossen|abgeschlossen)(?![a-z])((?:[ ,]+[a-z'-]+){0,4})[ ,:(]*$/ // prettier-ignore
/** A paper, and what joins its date to it. */
const PAPER =
  /(?<![a-z])(?:contract|agreement|memo|memorandum|deed|letter|amendment|addendum|contrat|accord|avenant|convention|protocole|[a-z]*vertrag(?:e?s)?|vereinbarung|nachtrag)(?: n[o°.]* ?\d+)?[ ,]*(?:of|du|vom|as of|date du)(?: the| le| den)? *$/ // prettier-ignore
const LABEL = /(?<![a-z])(?:(?:contract|agreement|signature|signing) date|date (?:of|du|de la|de) (?:the )?(?:contract|agreement|contrat|signature|signing)|vertragsdatum) *[:=] *$/ // prettier-ignore
/** A date after one of these begins something, whatever the paper is. */
const BEGINS = /(?<![a-z])(?:from|starting|start|starts|commencing|commences|beginning|begins|effective|effet|compter|partir|available|until|jusqu|ab|bis)(?![a-z])/ // prettier-ignore
/** "Contrat du 1er janvier 2027 au 31 décembre 2028" is a term. */
const GOES_ON = /^ *(?:-|to |until |till |through |au |jusqu|bis |et jusqu)/

/** What says of which paper a date is stands no farther before it, in characters. */
const FARTHEST = 200

/** "Dated March 2026" is a day too; a year is that of a film. */
const A_MONTH = 31

/** The dates among some items that are those of a paper: each is noted. */
export function paperDates(line: Line, items: readonly Item[], notes: Notes): Item[] {
  return items.filter((item) => {
    if (item.kind !== 'period' || item.period.last - item.period.first > A_MONTH) return false
    const { tokens, flat } = line
    const before = flatBefore(line, item.at, FARTHEST)
    const goesOn = GOES_ON.test(flat.slice(tokens[item.end - 1]!.end))
    const done = DONE.exec(before)
    const isPaper = (done !== null && !BEGINS.test(done[1]!)) || LABEL.test(before) || (PAPER.test(before) && !goesOn)
    if (isPaper) notes.add('date-of-paper', item)
    return isPaper
  })
}

/** "As of the Effective Date", without the day itself. */
export function notedByName(items: readonly Item[], notes: Notes): void {
  for (const [n, item] of items.entries()) {
    if (!isMarker(item, 'named-date') || !isMarker(items[n - 1], 'from', 'after')) continue
    if (items[n + 1]?.kind !== 'period') notes.add('date-by-name', item)
  }
}
