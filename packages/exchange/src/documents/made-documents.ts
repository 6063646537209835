/** Documents made for the tests, of invented films. */
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  Textbox,
  FootnoteReferenceRun,
  InsertedTextRun,
  DeletedTextRun,
} from 'docx'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { PDFDocument, StandardFonts, setCharacterSpacing } from 'pdf-lib'

export const LINES = ['Year: 2021', 'Duration: 52’', 'Director: Zoë Müller', 'Country: France']

export async function madeDocx(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('Shown with subtitles.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'The Salt Road', heading: HeadingLevel.TITLE }),
          new Paragraph({
            children: [
              new TextRun('A caravan crosses the last salt desert, '),
              new TextRun({ text: 'and nobody', bold: true }),
              new TextRun(' waits for it at the end of the road.'),
            ],
          }),
          new Paragraph({
            children: [
              new TextRun('Its drivers speak of prices, of '),
              new DeletedTextRun({ id: 1, author: 'x', date: '2020-01-01T00:00:00Z', text: 'goats' }),
              new InsertedTextRun({ id: 2, author: 'x', date: '2020-01-01T00:00:00Z', text: 'camels' }),
              new TextRun(' and of their daughters’ schools.'),
              new FootnoteReferenceRun(1),
              new TextRun({ text: 'SECRET', vanish: true }),
            ],
          }),
          ...LINES.map((line) => new Paragraph(line)),
          new Paragraph({ text: 'Festival of Salt, 2021', bullet: { level: 0 } }),
          new Paragraph({ text: 'Sand Days, 2022', bullet: { level: 0 } }),
          new Table({
            rows: [
              new TableRow({ children: [cell('Format'), cell('4K')] }),
              new TableRow({ children: [cell('Sound'), cell('5.1')] }),
            ],
          }),
          new Textbox({
            alignment: 'center',
            children: [new Paragraph({ children: [new TextRun('In the box: sales@example.org')] })],
            style: { width: '200pt', height: '40pt' },
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

export function madeOdt(body = ''): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>DELETED</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">La Route du sel</text:h><text:p>Une caravane traverse le dernier désert de sel, et personne ne l’attend.</text:p><text:p/>
<text:p>Année<text:tab/>2021</text:p><text:p>Durée<text:s text:c="3"/>52’<text:line-break/>Couleur</text:p>
<text:list><text:list-item><text:p>Festival du sel</text:p></text:list-item><text:list-item><text:p>Jours de sable</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Pays</text:p></table:table-cell><table:table-cell><text:p>France &amp; Niger</text:p></table:table-cell></table:table-row></table:table>${body}
</office:text></office:body></office:document-content>`
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
  })
}

export const RTF = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Helvetica;}{\f1\fnil\fcharset77 Monaco;}}{\colortbl;\red0\green0\blue0;}{\*\generator Nothing;}
{\info{\title NOT SHOWN}}\pard\f0\fs40 The Salt Road\par\par A caravan crosses the desert; it\rquote s the last one \endash  and \u8220?nobody\u8221? waits.\par\par
Director: Zo\'eb M\'fcller\par Year: 2021\par {\f1 Dur\'8ee: 52}\par\pard\par {\listtext\'95\tab}Festival of Salt\par{\listtext\'95\tab}Sand Days\par\pard\par
\trowd\intbl Format\cell 4K\cell\row\pard {\v hidden words}\par}`

export interface PdfLine {
  text: string
  x: number
  y: number
  size?: number
  spacing?: number
}

export async function madePdf(pages: PdfLine[][], javascript: string | null = null): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const lines of pages) {
    const page = document.addPage([595, 842])
    for (const { text, x, y, size = 11, spacing = 0 } of lines) {
      page.pushOperators(setCharacterSpacing(spacing))
      page.drawText(text, { x, y, size, font })
    }
  }
  if (javascript !== null) document.addJavaScript('main', javascript)
  return document.save()
}

/** Lines under each other, as a word processor prints them. */
export function column(lines: readonly string[], x: number, top: number, size = 11, pitch = 14): PdfLine[] {
  return lines.map((text, index) => ({ text, x, y: top - index * pitch, size }))
}

export function madeZip(files: Record<string, string | Uint8Array>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(files)) entries[name] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(entries)
}

/** A DOCX of nothing but this document part. */
export function docxOf(documentXml: string): Uint8Array {
  return madeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': documentXml })
}
