/**
 * Reads one title sheet in any house's style. Nothing is guessed: what is not understood is a warning with its line, or is
 * kept in `unread`; every fact says where it stands in the source.
 */
import type { Reading } from '../model/reading.ts'
import { readSignature, setApart } from './aside.ts'
import { Draft } from './draft.ts'
import { LabelReader } from './labels/match.ts'
import { readLines } from './read-lines.ts'
import { finish } from './settle.ts'
import { guessLanguage } from './sheet-language.ts'
import { MAX_SHEET_LINES, plain, readSource } from './source.ts'
import type { Line } from './source.ts'
import { filmStarts, startOf } from './split-sheets.ts'
import { Walk } from './walk.ts'
import { WARNING_TEXTS, shown } from './warnings.ts'

export interface ReadOptions {
  /** The language of the sheet where the sender knows it ("fr"); decides what an ambiguous label means. */
  languageHint?: string
  /** `YYYY-MM-DD`: a year of production far beyond it is out of range. */
  today?: string
}

/**
 * Reads a sheet's text (plain, Markdown, or text taken out of a document: one block a line, table cells parted by tabs).
 *
 * @example
 * readSheet('The Salt Road\n\nYear: 2020\nDuration: 52').durations // [52]
 */
export function readSheet(text: string, options: ReadOptions = {}): Reading {
  const whole = readSource(text, MAX_SHEET_LINES)
  const apart = setApart(whole.lines)
  const source = { ...whole, lines: apart.sheet }
  const language = options.languageHint ?? guessLanguage(source.lines.slice(0, 600))
  const labels = new LabelReader(
    language,
    source.lines.some(({ body }) => body.text.includes('R') && /^R\s*:|[\s|;,]R:\s/.test(body.text.slice(0, 300))),
  )
  const starts = filmStarts(source, labels)
  const until = starts.length > 1 ? starts[1]!.first : source.lines.length
  const lines = source.lines.slice(0, until)
  const draft = new Draft(source, labels, options.today ?? null)
  readLines(new Walk(draft, lines))
  const ofThisFilm = (line: Line) => starts.length === 1 || line.start < startOf(source, starts[1]!)
  const signature = apart.signature.filter(ofThisFilm)
  if (signature.length > 0) readSignature(draft, signature, apart.aside)
  for (const line of apart.aside) if (ofThisFilm(line)) draft.leave(line)
  finish(draft, lines, options.languageHint ?? null)
  if (starts.length > 1) {
    const next = source.lines[until]!
    draft.warn(
      'title',
      'several-films',
      next,
      starts[1]!.head === undefined ? next.body.text : (starts[1]!.title ?? next.body.text),
    )
    const rest = text.slice(startOf(source, starts[1]!)).trim()
    if (rest !== '') draft.reading.unread.push(rest)
  } else if (source.readTo < text.length) {
    const rest = text.slice(source.readTo)
    if (rest.trim() !== '') {
      draft.reading.warnings.push({
        field: 'unread',
        code: 'truncated',
        message: WARNING_TEXTS.truncated({ field: 'unread', text: '' }),
        line: source.lines.at(-1)?.number ?? 1,
        text: shown(plain(rest.slice(0, 300))),
      })
      draft.reading.unread.push(rest)
    }
  }
  return draft.reading
}
