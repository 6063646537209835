import { typesetFrench } from '@vitrine/messages/typeset'

/**
 * Typographer's punctuation: curly apostrophes and quotes, in French the spaces that do not break (@vitrine/messages/typeset), and between
 * the thousands of a number the thin one.
 *
 * @example
 * typeset('fr', "« L'eau » : où ?") // « L’eau » : où ?
 */
export function typeset(language: string, text: string): string {
  const curled = text
    .trim()
    .replace(/\n\n\s+/g, '\n\n')
    .replace(/(?<=[\p{L}\p{N}])'/gu, '’')
    .replace(/'(?=\d0s)/g, '’')
    .replace(/"([^"]*)"/g, '“$1”')
  if (language !== 'fr') return curled
  return typesetFrench(curled.replace(/(\d) (?=\d{3}\b)/g, '$1\u202f'))
}
