/**
 * Lists as one line of text: `Ana Ruiz, "Film, Inc.", Jo Park`. Quick to type, quick to paste, and exact both ways.
 */

/**
 * @example
 * parseWords('Ana Ruiz, "Film, Inc."') // ['Ana Ruiz', 'Film, Inc.']
 */
export function parseWords(line: string): string[] {
  const words: string[] = []
  let word = ''
  let quoted = false
  for (const letter of line) {
    if (letter === '"') quoted = !quoted
    else if (!quoted && (letter === ',' || letter === ';' || letter === '\n')) {
      words.push(word)
      word = ''
    } else word += letter
  }
  words.push(word)
  return words.map((w) => w.trim()).filter((w) => w !== '')
}

export function printWords(words: readonly string[]): string {
  return words.map((word) => (/[,;"\n]/.test(word) ? `"${word.replaceAll('"', '')}"` : word)).join(', ')
}

/**
 * Words that stand for codes, by name in either language of the house or by the code itself; what is not known comes back
 * as `unknown`, never as a guess.
 *
 * @param names code → its names
 */
export function codesOf(
  words: readonly string[],
  names: ReadonlyMap<string, readonly string[]>,
): { codes: string[]; unknown: string[] } {
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').trim()
  const byName = new Map<string, string>()
  for (const [code, each] of names) for (const name of [code, ...each]) byName.set(fold(name), code)
  const codes: string[] = []
  const unknown: string[] = []
  for (const word of words) {
    const code = byName.get(fold(word))
    if (code === undefined) unknown.push(word)
    else if (!codes.includes(code)) codes.push(code)
  }
  return { codes, unknown }
}

/** Whether a word has the form of a language's code (BCP 47): `fr`, `tmh`, `pt-BR`. */
export const isTag = (word: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(word)
