/** One document to text, in the thread that calls: the choice of the reader by what the bytes are. */
import { boundedText } from './blocks.ts'
import { decodeText, plainText } from './encoding.ts'
import { DocumentError, type DocumentNote } from './errors.ts'
import type { Limits } from './limits.ts'
import { MEDIA_TYPES, oleKind, signature, textKind, zipKind, type DocumentKind } from './sniff.ts'
import type { Zip } from './zip.ts'

/** A document as text, and how it was read. */
export interface DocumentText {
  /** Lines end in `\n`; paragraphs are apart by an empty line; cells of a row by a tab; list items start with `• `. */
  text: string
  /** What the document is, by its content: `text/plain`, `application/pdf`… */
  mediaType: string
  /** The encoding the bytes were read in (`utf-8`, `macintosh`…); null where the format fixes it. */
  encoding: string | null
  notes: DocumentNote[]
}

interface Read {
  kind: DocumentKind
  text: string
  encoding: string | null
  notes: DocumentNote[]
}

export async function readDocument(bytes: Uint8Array, fileName: string | null, limits: Limits): Promise<DocumentText> {
  const read = await readByKind(bytes, fileName, limits)
  const text = plainText(boundedText(read.text, limits.textUnits))
  // a plain mark or letter says so for nearly all texts, and at once
  if (!/[!-~]/.test(text) && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) throw new DocumentError('no-text')
  const notes = [...read.notes, ...mislabelled(fileName, read.kind)]
  return { text, mediaType: MEDIA_TYPES[read.kind], encoding: read.encoding, notes }
}

async function readByKind(bytes: Uint8Array, fileName: string | null, limits: Limits): Promise<Read> {
  const found = signature(bytes)
  if (found === null) return readText(bytes, fileName)
  switch (found) {
    case 'pdf': {
      const { pdfText } = await import('./pdf.ts')
      return { kind: 'pdf', encoding: null, ...(await pdfText(bytes, limits)) }
    }
    case 'rtf': {
      const { rtfText } = await import('./rtf.ts')
      return { kind: 'rtf', ...rtfText(bytes) }
    }
    case 'zip':
      return readZip((await import('./zip.ts')).openZip(bytes, limits))
    case 'ole': {
      const kind = oleKind(bytes)
      if (kind === 'encrypted') throw new DocumentError('encrypted')
      throw new DocumentError('unsupported-format', { kind })
    }
    default:
      throw new DocumentError(found.refused, { kind: found.kind })
  }
}

async function readText(bytes: Uint8Array, fileName: string | null): Promise<Read> {
  const decoded = decodeText(bytes)
  const kind = textKind(decoded.text)
  if (kind === 'svg') throw new DocumentError('not-a-document', { kind: 'picture' })
  if (kind === 'xml') throw new DocumentError('unsupported-format', { kind: 'xml' })
  if (kind === 'html') {
    const { readHtml } = await import('./html.ts')
    return { kind, ...readHtml(bytes) }
  }
  return { kind: kind === 'text' && /^(?:md|markdown)$/.test(extension(fileName) ?? '') ? 'markdown' : kind, ...decoded }
}

async function readZip(zip: Zip): Promise<Read> {
  const mimetype = zip.entries.find((entry) => entry.name === 'mimetype' && entry.size < 200)
  const kind = zipKind(
    zip.entries.map((entry) => entry.name),
    mimetype === undefined ? null : new TextDecoder().decode(zip.read(mimetype)),
  )
  if (kind === 'docx') {
    const { docxText } = await import('./docx.ts')
    return { kind, encoding: null, ...docxText(zip) }
  }
  if (kind === 'odt') {
    const { odtText } = await import('./odt.ts')
    return { kind, encoding: null, ...odtText(zip) }
  }
  if (kind === 'archive') throw new DocumentError('archive')
  throw new DocumentError('unsupported-format', { kind })
}

const KINDS_BY_EXTENSION: Record<string, readonly DocumentKind[]> = {
  pdf: ['pdf'],
  docx: ['docx'],
  odt: ['odt'],
  rtf: ['rtf'],
  html: ['html'],
  htm: ['html'],
  xhtml: ['html'],
  txt: ['text', 'markdown'],
  md: ['markdown', 'text'],
  markdown: ['markdown', 'text'],
  doc: [],
}
const LABELS: Record<DocumentKind, string> = {
  text: 'TXT',
  markdown: 'Markdown',
  html: 'HTML',
  docx: 'DOCX',
  odt: 'ODT',
  rtf: 'RTF',
  pdf: 'PDF',
}

function extension(fileName: string | null): string | null {
  return /\.([a-z0-9]{1,8})$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? null
}

function mislabelled(fileName: string | null, kind: DocumentKind): DocumentNote[] {
  const named = extension(fileName)
  const expected = named === null ? undefined : KINDS_BY_EXTENSION[named]
  if (named === null || expected === undefined || expected.includes(kind)) return []
  return [{ code: 'mislabelled', params: { named: `.${named}`, found: LABELS[kind] } }]
}
