import { type PaperSection, sectionsOf } from '@vitrine/deals/papers/sections'
import { paperWords } from '@vitrine/messages/papers'
import { inFrench } from '@vitrine/messages/typeset'
import { listPaperRows, type PaperRow, paperVersions, type PaperVersionRow } from '@vitrine/store/papers/papers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { PaperVerbs, Redline } from '../../contract/papers.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { wordDiff } from '../../editing/word-diff.ts'
import { HouseError } from '../../errors.ts'
import { fileNameOf } from '../../papers/seal-paper.ts'
import { reachPaper } from '../../papers/reach-paper.ts'
import { printed, printedHouse } from '../../printing/printed.ts'

type Asked = Parameters<PaperVerbs['redlinePaper']>[1]

/** What changed in a version of a paper: against the one before it, or for a first version against the paper that came before it in the deal. */
export async function redlinePaper(house: HouseContext, actor: Actor, args: Asked): Promise<Redline> {
  return (await compared(house, actor, 'redlinePaper', args)).redline
}

/** The same as PDF. */
export async function printRedline(house: HouseContext, actor: Actor, args: Asked): Promise<TakenAway> {
  const { redline, paper, after } = await compared(house, actor, 'printRedline', args)
  const words = paperWords[after.content.locale]
  const by = await printedHouse(house, after.content.locale)
  const title = words.redlineOf(redline.before, redline.after)
  const bytes = await printed(house, (press) => press.printRedline({ house: by, content: after.content, title, isFirst: redline.before === '', sections: redline.sections })) // prettier-ignore
  return { fileName: `${fileNameOf(paper)}-v${after.version}-changes.pdf`, mediaType: 'application/pdf', bytes }
}

async function compared(
  house: HouseContext,
  actor: Actor,
  verb: 'redlinePaper' | 'printRedline',
  args: Asked,
): Promise<{ redline: Redline; paper: PaperRow; after: PaperVersionRow }> {
  const paper = await reachPaper(house, house.db, actor, verb, args.id)
  const versions = await paperVersions(house.db, house.houseId, paper.id)
  const after = versions.find(({ version }) => version === (args.version ?? paper.version))
  if (after === undefined) throw new HouseError('not-found', { subject: 'Paper' })
  const words = paperWords[after.content.locale]
  const named = ({ content, version }: PaperVersionRow): string => `${content.reference}, ${words.version(version)}`
  const before = versions.find(({ version }) => version === after.version - 1) ?? (await earlierPaper(house, paper))
  const sections = before === null ? [] : changed(before, after)
  return { redline: { before: before === null ? '' : named(before), after: named(after), sections }, paper, after }
}

/** The last version of the paper of the same kind that was drawn up before this one. */
async function earlierPaper(house: HouseContext, paper: PaperRow): Promise<PaperVersionRow | null> {
  const all = await listPaperRows(house.db, house.houseId, { dealId: paper.dealId, limit: 200 })
  const [earlier] = all.filter(({ kind, number, locale }) => kind === paper.kind && locale === paper.locale && number < paper.number).toSorted((a, b) => b.number - a.number) // prettier-ignore
  return earlier === undefined ? null : ((await paperVersions(house.db, house.houseId, earlier.id))[0] ?? null)
}

/** Spaces that do not break are no change: papers of before were kept with plain ones. */
const typesetIn = (content: PaperVersionRow['content']): PaperSection[] =>
  content.locale === 'fr' ? inFrench(sectionsOf(content)) : sectionsOf(content)

/** Sections that say something else, in the order of the new paper, those that are gone behind where they stood. */
function changed(before: PaperVersionRow, after: PaperVersionRow): Redline['sections'] {
  const [old, now] = [before, after].map(({ content }) => typesetIn(content)) as [PaperSection[], PaperSection[]]
  const keys = now.map(({ key }) => key)
  for (const [at, { key }] of old.entries())
    if (!keys.includes(key)) keys.splice(keys.indexOf(old[at - 1]?.key ?? '') + 1, 0, key)
  return keys.flatMap((key) => {
    const one = old.find((section) => section.key === key)
    const other = now.find((section) => section.key === key)
    const heading = (other ?? one)!.heading
    if (one === undefined || other === undefined) return [{ heading, parts: wordDiff(one?.text ?? '', other?.text ?? '') }]
    if (one.heading === other.heading) return one.text === other.text ? [] : [{ heading, parts: wordDiff(one.text, other.text) }]
    return [{ heading, parts: wordDiff(`${one.heading}\n\n${one.text}`, `${other.heading}\n\n${other.text}`) }]
  })
}
