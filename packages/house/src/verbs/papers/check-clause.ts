import { isPart, VARIABLES, type Variable, type WordVariable } from '@vitrine/deals/clauses/variables'
import { LONGEST_CLAUSE_TEXT, readClauseText } from '@vitrine/deals/clauses/read-clause-text'
import { formatDay, type Locale } from '@vitrine/messages'
import { amountInWords, paperWords, shareInWords } from '@vitrine/messages/papers'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ClauseJudged } from '../../contract/papers.ts'
import { authorise } from '../../policies/authorise.ts'

/** What is wrong with a clause, while it is written, and how it reads with example values. */
export async function checkClause(_house: HouseContext, actor: Actor, args: { en: string; fr: string }): Promise<ClauseJudged> {
  authorise(actor, 'checkClause')
  const en = readClauseText(String(args.en).slice(0, LONGEST_CLAUSE_TEXT + 1))
  const fr = readClauseText(String(args.fr).slice(0, LONGEST_CLAUSE_TEXT + 1))
  return {
    faults: { en: [...en.faults], fr: [...fr.faults] },
    preview: { en: worded(en.paragraphs, 'en'), fr: worded(fr.paragraphs, 'fr') },
  }
}

function worded(paragraphs: ReturnType<typeof readClauseText>['paragraphs'], locale: Locale): string[] {
  const values = exampleValues(locale)
  return paragraphs.map((one) => ('part' in one ? values[one.part] : one.pieces.map((piece) => (typeof piece === 'string' ? piece : values[piece.variable])).join(''))) // prettier-ignore
}

/** An invented value for every variable; a part is named in brackets, as it stands in for a table. */
export function exampleValues(locale: Locale): Record<Variable, string> {
  const { unnamed } = paperWords[locale]
  const words: Record<WordVariable, string> = {
    house: 'Ferry Films',
    house_address: '4 Quay Street, 1000 Harbour',
    house_signatory: 'Iris Okafor',
    buyer: 'Kanal Nord',
    buyer_address: '12 Ostgade, 2000 Haven',
    buyer_signatory: 'Jon Arvid',
    reference: 'D-12 / C-1',
    agreement: paperWords[locale].ofDay('D-12 / C-1', formatDay(locale, '2027-03-01')),
    date: formatDay(locale, '2027-03-01'),
    films: 'The Ferry Log, Salt',
    price: amountInWords(locale, 'EUR', 1_250_000, 2),
    currency: 'EUR',
    withholding: shareInWords(locale, 1500),
    law: unnamed.law,
    court: unnamed.court,
  }
  const parts = (Object.keys(VARIABLES) as Variable[]).filter(isPart).map((name) => [name, `[${name}]`])
  return { ...words, ...Object.fromEntries(parts) } as Record<Variable, string>
}
