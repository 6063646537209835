/** A paper as text, section by section: what two versions of it are compared by. */
import type { PartVariable } from '../clauses/variables.ts'
import type { PaperChangeRow, PaperContent } from './paper.ts'

export interface PaperSection {
  /** The same in two versions for what is the same section. */
  readonly key: string
  readonly heading: string
  readonly text: string
}

/** @example sectionsOf(content)[0] // { key: 'parties', heading: 'Licence agreement', text: 'Licensor: …' } */
export function sectionsOf(content: PaperContent): PaperSection[] {
  const parties = content.parties.map(({ role, name, address, signatory }) => [role, name, address, signatory].filter(Boolean).join(', ')) // prettier-ignore
  const seen = new Map<string, number>()
  return [
    { key: 'head', heading: content.title, text: [content.reference, ...parties].join('\n') },
    ...content.clauses.map(({ id, heading, paragraphs }) => {
      const name = id ?? `own ${heading}`
      const nth = seen.get(name) ?? 0
      seen.set(name, nth + 1)
      const text = paragraphs.map((one) => ('text' in one ? one.text : PARTS[one.part](content))).join('\n\n')
      return { key: `clause ${name} ${nth}`, heading, text }
    }),
  ]
}

/** "Price: 100", and as French has it "Prix : 100". */
const labelled = ({ locale }: PaperContent, label: string, said: string): string =>
  `${label}${locale === 'fr' ? '\u00a0:' : ':'} ${said}`
const changeLine = (content: PaperContent, { label, was, becomes }: PaperChangeRow): string =>
  labelled(content, label, `${was} → ${becomes}`)

const PARTS: Readonly<Record<PartVariable, (content: PaperContent) => string>> = {
  schedule: ({ films }) => films.map(({ title, facts, schedule }) => [title, facts, schedule].filter(Boolean).join('\n')).join('\n\n'), // prettier-ignore
  changes: (content) =>
    (content.changes ?? [])
      .map(({ heading, films, price }) =>
        [
          heading,
          ...films.flatMap(({ title, rows }) => [title, ...rows.map((row) => changeLine(content, row))]),
          ...price.map((row) => changeLine(content, row)),
        ].join('\n'),
      ) // prettier-ignore
      .join('\n\n'),
  prices: (content) => [...content.prices.rows, content.prices.total].map(({ label, amount }) => labelled(content, label, amount)).join('\n'), // prettier-ignore
  payments: (content) =>
    content.payments.map(({ when, share, amount }) => labelled(content, when, `${share}, ${amount}`)).join('\n'),
  materials: (content) => content.films.map(({ title, materials }) => [title, ...materials.map(({ what, when }) => labelled(content, what, when))].join('\n')).join('\n\n'), // prettier-ignore
}
