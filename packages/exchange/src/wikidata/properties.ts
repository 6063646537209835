/** Properties of Wikidata, and what they are of a film. */

/** Persons, with what they did. */
export const PEOPLE: Record<string, string> = {
  P57: 'Director',
  P162: 'Producer',
  P58: 'writer',
  P344: 'photography',
  P1040: 'editing',
  P86: 'music',
  P2438: 'narrator',
  P161: 'cast',
  P1431: 'executive-producer',
  P2554: 'set-design',
  P6338: 'colour-grading',
}

/** Numbers in other databases. */
export const NUMBERS = {
  P345: 'imdb',
  P2704: 'eidr',
  P3212: 'isan',
  P4947: 'tmdb',
} as const

/** What a film can be an instance of. */
export const KINDS = new Set(
  'Q11424 Q93204 Q24862 Q24869 Q506240 Q226730 Q202866 Q17517379 Q5398426 Q1259759 Q15416 Q1366112 Q21191270 Q18011172 Q229390 Q20667187'.split(
    ' ',
  ),
)
/** Genres that all films of a house have. */
export const DOCUMENTARY = new Set(['Q93204', 'Q1339864', 'Q11424'])

/** Countries and languages that most films name, for a file that has no entity of them. */
export const COUNTRIES: Record<string, string> = {
  Q142: 'FR', Q183: 'DE', Q145: 'GB', Q30: 'US', Q31: 'BE', Q39: 'CH', Q40: 'AT', Q29: 'ES', Q38: 'IT', Q45: 'PT', Q55: 'NL', Q34: 'SE', Q20: 'NO', Q35: 'DK', Q33: 'FI', Q16: 'CA', Q27: 'IE', Q36: 'PL', Q213: 'CZ', Q28: 'HU', Q41: 'GR', Q159: 'RU', Q17: 'JP', Q148: 'CN', Q155: 'BR', Q96: 'MX', Q801: 'IL', Q408: 'AU',
} // prettier-ignore
export const LANGUAGES: Record<string, string> = {
  Q1860: 'en', Q150: 'fr', Q188: 'de', Q1321: 'es', Q652: 'it', Q5146: 'pt', Q7411: 'nl', Q9027: 'sv', Q9043: 'no', Q9035: 'da', Q1412: 'fi', Q809: 'pl', Q7737: 'ru', Q13955: 'ar', Q5287: 'ja', Q7850: 'zh', Q9288: 'he', Q9129: 'el', Q9056: 'cs', Q9067: 'hu', Q7026: 'ca', Q8798: 'uk', Q256: 'tr', Q9168: 'fa',
} // prettier-ignore
