import type { EntryTerms, TermBox } from '@vitrine/rights/book/entry'

/**
 * What makes two rows the same entry. Each box of an entry has one, for a spreadsheet has a row for each; clause, note,
 * event, catch-up, broadcasts and imposed holdbacks are not in every spreadsheet, and do not tell entries apart.
 */
export const fingerprintsOf = (titleId: string, terms: EntryTerms): string[] =>
  terms.boxes.map((box) => JSON.stringify([titleId, terms.kind, terms.exclusive, terms.party, terms.contract, terms.expires, terms.runs?.count ?? null, ...boxParts(box)])) // prettier-ignore

const boxParts = ({ territories, media, languages, cuts, from, to }: TermBox): unknown[] => [
  [...territories].sort(),
  [...media].sort(),
  [...languages].sort(),
  cuts === null ? null : [...cuts].sort(),
  from,
  to,
]
