import type { Mark, Severity } from '../finding.ts'

export const ASKED_FACTS = [
  'year',
  'duration',
  'director',
  'versions',
  'country',
  'production',
  'synopsis',
  'poster',
  'stills',
  'contact',
  'trailer',
] as const
export type AskedFact = (typeof ASKED_FACTS)[number]

/** What a buyer asks at once is a warning; what makes a page good is a hint. */
const SEVERITY: Record<AskedFact, Severity> = {
  year: 'warning',
  duration: 'warning',
  director: 'warning',
  versions: 'warning',
  country: 'warning',
  production: 'warning',
  synopsis: 'warning',
  poster: 'hint',
  stills: 'hint',
  contact: 'hint',
  trailer: 'hint',
}

/** One finding for each fact that is absent; it has no place in the text. */
export function missingFacts(present: Partial<Record<AskedFact, boolean>>): Mark[] {
  return ASKED_FACTS.filter((fact) => present[fact] === false).map((fact) => ({
    code: 'missing-fact',
    severity: SEVERITY[fact],
    start: 0,
    end: 0,
    suggestion: null,
    params: { fact },
  }))
}
