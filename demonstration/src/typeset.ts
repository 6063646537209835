/**
 * Typographer's punctuation: curly apostrophes and quotes, and in French the narrow no-break space before ; : ! ? » and
 * after « (Imprimerie nationale, Lexique des règles typographiques), and between a number and its minutes or unit.
 *
 * @example
 * typeset('fr', "« L'eau » : où ?") // « L’eau » : où ?, with U+202F
 */
export function typeset(language: string, text: string): string {
  const curled = text
    .trim()
    .replace(/\n\n\s+/g, '\n\n')
    .replace(/(?<=[\p{L}\p{N}])'/gu, '’')
    .replace(/'(?=\d0s)/g, '’')
    .replace(/"([^"]*)"/g, '“$1”')
  if (language !== 'fr') return curled
  return curled
    .replace(/ ([;:!?»])/g, '\u202f$1')
    .replace(/« /g, '«\u202f')
    .replace(/(\d) (?=\d{3}\b|%|€)/g, '$1\u202f')
}
