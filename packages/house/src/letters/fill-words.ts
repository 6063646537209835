/** The words of a letter with something in place of all that stands open. What is put in is never read again. */
import type { LetterVariable, LetterWords } from '@vitrine/messages/letter-templates'
import { LONGEST_SUBJECT, namesIn, type WordsRead } from './read-words.ts'

const LONGEST_WORDS = 500
const LONGEST_PART = 100_000

/** Controls, marks that end a line, and marks that turn the direction of what follows: none belongs in words of a letter. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g // oxlint-disable-line no-control-regex
const UNSEEN_BUT_LINES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g // oxlint-disable-line no-control-regex

/** On one line, whatever came in. */
export const onOneLine = (value: string): string =>
  value.toWellFormed().replaceAll(UNSEEN, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS)

/** On its own lines; `-- ` alone on one is where the foot begins, which is ours. */
const onLines = (value: string): string =>
  value
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(UNSEEN_BUT_LINES, ' ')
    .replaceAll(/^--[ \t]*$/gm, '—')
    .replaceAll(/\n\s*\n/g, '\n\n')
    .replaceAll(/^\n+|\s+$/g, '')
    .slice(0, LONGEST_PART)

type Values = Readonly<Record<string, string | null | undefined>>

/** The subject on one line, and the text. A paragraph goes where something in it may be empty and is. */
export function fillWords(read: WordsRead, variables: Readonly<Record<string, LetterVariable>>, values: Values): LetterWords {
  const stays = (paragraph: WordsRead['text'][number]): boolean =>
    namesIn(paragraph).every((name) => variables[name]?.mayBeEmpty !== true || (values[name] ?? '').trim() !== '')
  const said = (paragraph: WordsRead['text'][number]): string =>
    'part' in paragraph
      ? onLines(values[paragraph.part] ?? '')
      : paragraph.pieces.map((piece) => (typeof piece === 'string' ? piece : onOneLine(values[piece.variable] ?? ''))).join('')
  const subject = onOneLine(read.subject.map(said).join(' '))
  const text = onLines(read.text.filter(stays).map(said).join('\n\n'))
  return { subject: subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1)}…` : subject, text: `${text}\n` }
}
