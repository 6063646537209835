/**
 * What a clause may leave open: a closed list, documented in docs/deals-papers.md. A variable of the kind `words` stands within a
 * sentence; a `part` (the schedule, a table) stands alone in its paragraph.
 */
export const VARIABLES = {
  house: 'words',
  house_address: 'words',
  house_signatory: 'words',
  buyer: 'words',
  buyer_address: 'words',
  buyer_signatory: 'words',
  reference: 'words',
  agreement: 'words',
  date: 'words',
  films: 'words',
  price: 'words',
  currency: 'words',
  withholding: 'words',
  law: 'words',
  court: 'words',
  schedule: 'part',
  changes: 'part',
  prices: 'part',
  payments: 'part',
  materials: 'part',
} as const
export type Variable = keyof typeof VARIABLES
export type PartVariable = { [V in Variable]: (typeof VARIABLES)[V] extends 'part' ? V : never }[Variable]
export type WordVariable = Exclude<Variable, PartVariable>

export const isPart = (name: Variable): name is PartVariable => VARIABLES[name] === 'part'
