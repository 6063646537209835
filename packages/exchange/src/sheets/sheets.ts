/** Title sheets as houses publish them: text, HTML, DOCX, PDF, one film or a whole catalogue of them. Read by the sheet reader. */
import { TitleSheet } from '@vitrine/catalogue'
import { readSheet } from '@vitrine/catalogue/reader/read-sheet'
import { sheetFrom } from '@vitrine/catalogue/reader/sheet-from'
import { splitSheets } from '@vitrine/catalogue/reader/split-sheets'
import { writeSheet } from '@vitrine/catalogue/writer/write-sheet'
import { documentText } from '../documents/document-text.ts'
import { DocumentError } from '../documents/errors.ts'
import type { Finding } from '../formats/finding.ts'
import type { FilmIn, FilmOut, FilmsIn, Format, WriteOptions, Written } from '../formats/format.ts'
import { lossesByReading } from '../formats/losses-by-reading.ts'
import { settleSheet } from '../formats/settle.ts'

export const SHEETS: Format = {
  id: 'sheet',
  extension: 'md',
  mediaType: 'text/markdown',
  versions: [],
  carries: Object.fromEntries(
    Object.keys(TitleSheet.shape).map((field) => [field, 'part' as const]), // what is written reads back: the writer's own tests hold that
  ),
  write: writeSheets,
  read: readSheets,
}

/** One language of each film, as people read it; what stays behind is told film by film, by reading the sheet again. */
function writeSheets(films: readonly FilmOut[], { locale }: Pick<WriteOptions, 'locale'>): Written {
  const texts = films.map(({ sheet }) => writeSheet(sheet, { language: locale, format: 'markdown' }))
  const read = texts.flatMap((text) => filmsIn(text, undefined))
  return {
    fileName: 'sheets.md',
    mediaType: 'text/markdown',
    bytes: new TextEncoder().encode(texts.join('\n\n---\n\n')),
    losses: lossesByReading(SHEETS.carries, films, { format: 'sheet', version: null, films: read, avails: [], findings: [] }),
  }
}

async function readSheets(bytes: Uint8Array, { fileName, today }: { fileName: string; today?: string }): Promise<FilmsIn> {
  const nothing = (rule: string): FilmsIn => ({
    format: 'sheet',
    version: null,
    films: [],
    avails: [],
    findings: [{ severity: 'fatal', rule, line: null, path: null, values: {} }],
  })
  let text: string
  try {
    text = (await documentText(bytes, { fileName })).text
  } catch (error) {
    if (error instanceof DocumentError) return nothing(`file/${error.code}`)
    throw error
  }
  return { format: 'sheet', version: null, films: filmsIn(text, today), avails: [], findings: [] }
}

function filmsIn(text: string, today: string | undefined): FilmIn[] {
  let before = 0 // lines before this film
  let from = 0
  return splitSheets(text).flatMap(({ start, head, text: part }): FilmIn[] => {
    const above = head.split('\n').length - 1 // lines of the heading that a row of a table is read under
    before += text.slice(from, start).split('\n').length - 1
    from = start
    const reading = readSheet(part, today === undefined ? {} : { today })
    if (reading.title === '') return []
    const { sheet } = settleSheet(sheetFrom(reading))
    const doubts = reading.warnings.map(({ code, field, line, text: said }): Finding => ({
      severity: 'warning',
      rule: `sheet/${code}`,
      line: Math.max(1, line - above) + before,
      path: field,
      values: { text: said.slice(0, 200), field },
    }))
    return [{ sheet, key: `line ${before + 1}`, line: before + 1, doubts, pictureUrls: [] }]
  })
}
