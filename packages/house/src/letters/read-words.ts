/** The words of a letter, a house's own or built in: what is wrong with them, named with its place, before they are ever sent. */
import { type OpenParagraph, type OpenTextFault, type OpenTextRead, readOpenText } from '@vitrine/deals/clauses/read-open-text'
import { LETTER_TEMPLATES, type LetterVariable, type LetterWords, type TemplateName } from '@vitrine/messages/letter-templates'

export const LONGEST_SUBJECT = 200
const LONGEST_LETTER_TEXT = 8_000

export const LETTER_FAULTS = ['unknown-variable', 'malformed', 'not-alone', 'empty', 'too-long', 'line-break', 'not-in-subject', 'missing-variable', 'may-vanish'] as const // prettier-ignore
export interface LetterFault extends Omit<OpenTextFault, 'code'> {
  readonly field: 'subject' | 'text'
  readonly code: (typeof LETTER_FAULTS)[number]
}

export interface WordsRead {
  readonly subject: OpenTextRead<string, string>['paragraphs']
  readonly text: OpenTextRead<string, string>['paragraphs']
  readonly faults: readonly LetterFault[]
}

const SEVERAL_LINES = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/ // oxlint-disable-line no-control-regex

export const variablesOf = (name: TemplateName): Readonly<Record<string, LetterVariable>> => LETTER_TEMPLATES[name].variables
/** Every variable that is named in a paragraph. */
export const namesIn = (paragraph: OpenParagraph<string, string>): string[] =>
  'part' in paragraph ? [paragraph.part] : paragraph.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.variable])) // prettier-ignore

/**
 * Takes the words of a letter apart. Words with a fault are not sent: the built-in ones are.
 *
 * @example
 * readWords('seat', { subject: 'Your room', text: 'Come in.' }).faults.map(({ code, text }) => [code, text])
 * // [['missing-variable', '{{email}}'], ['missing-variable', '{{link}}']]
 */
export function readWords(name: TemplateName, words: LetterWords): WordsRead {
  const vocabulary = Object.fromEntries(Object.entries(variablesOf(name)).map(([variable, { kind }]) => [variable, kind]))
  const subject = readOpenText<string, string>(words.subject, vocabulary, LONGEST_SUBJECT)
  const text = readOpenText<string, string>(words.text, vocabulary, LONGEST_LETTER_TEXT)
  const of = (field: LetterFault['field'], faults: readonly OpenTextFault[]): LetterFault[] => faults.map((fault) => ({ ...fault, field })) // prettier-ignore
  const faults = [
    ...of('subject', subject.faults.filter(({ code }) => code !== 'not-alone')), // in a subject a part is at fault however it stands
    ...subjectFaults(name, words.subject),
    ...of('text', text.faults),
    ...(text.faults.some(({ code }) => code === 'too-long') ? [] : neededFaults(name, words.text, text.paragraphs)),
  ] // prettier-ignore
  return { subject: subject.paragraphs, text: text.paragraphs, faults }
}

/** A subject is one line, and says something whatever there is to say: a part, or what may be empty, cannot stand in it. */
function subjectFaults(name: TemplateName, subject: string): LetterFault[] {
  const faults: LetterFault[] = []
  const add = (code: LetterFault['code'], start: number, text: string) =>
    faults.push({ field: 'subject', code, start, end: start + text.length, text, suggestion: null })
  const broken = SEVERAL_LINES.exec(subject)
  if (broken !== null) add('line-break', broken.index, broken[0])
  for (const [variable, { kind, mayBeEmpty }] of Object.entries(variablesOf(name)))
    if (kind === 'part' || mayBeEmpty === true)
      for (const match of subject.matchAll(new RegExp(`\\{\\{[ \\t]*${variable}[ \\t]*\\}\\}`, 'g'))) add('not-in-subject', match.index, match[0]) // prettier-ignore
  return faults
}

/** What a letter must say is in it, in a paragraph that is never left out. */
function neededFaults(name: TemplateName, text: string, paragraphs: WordsRead['text']): LetterFault[] {
  const variables = variablesOf(name)
  const sets = paragraphs.map(namesIn)
  const staying = new Set(sets.filter((names) => names.every((one) => variables[one]?.mayBeEmpty !== true)).flat())
  const named = new Set(sets.flat())
  return Object.entries(variables).flatMap(([variable, { needed }]) => {
    if (needed !== true || staying.has(variable)) return []
    const code = named.has(variable) ? 'may-vanish' : 'missing-variable'
    const start = code === 'may-vanish' ? text.search(new RegExp(`\\{\\{[ \\t]*${variable}[ \\t]*\\}\\}`)) : text.length
    return [{ field: 'text', code, start, end: text.length, text: `{{${variable}}}`, suggestion: null }]
  })
}
