/** What a file is, told by its content alone: names and declared types are hints that anybody can write. */
import type { DocumentKindName } from '@vitrine/messages/documents'

export type DocumentKind = 'text' | 'markdown' | 'html' | 'docx' | 'odt' | 'rtf' | 'pdf'

export const MEDIA_TYPES: Record<DocumentKind, string> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  pdf: 'application/pdf',
}

/** What the first bytes say: a container or binary form that is known by its signature, or null for what may be text. */
export type Signature =
  | 'pdf'
  | 'rtf'
  | 'zip'
  | 'ole'
  | { refused: 'not-a-document' | 'unsupported-format'; kind: DocumentKindName }
  | null

const SIGNATURES: readonly {
  at: number
  bytes: string
  kind: DocumentKindName
  refused: 'not-a-document' | 'unsupported-format'
}[] = [
  { at: 0, bytes: '7f454c46', kind: 'program', refused: 'not-a-document' }, // ELF
  { at: 0, bytes: 'cafebabe', kind: 'program', refused: 'not-a-document' }, // Java, Mach-O
  { at: 0, bytes: 'cffaedfe', kind: 'program', refused: 'not-a-document' },
  { at: 0, bytes: '0061736d', kind: 'program', refused: 'not-a-document' }, // WebAssembly
  { at: 0, bytes: '1f8b', kind: 'other-archive', refused: 'unsupported-format' }, // gzip
  { at: 0, bytes: '526172211a07', kind: 'other-archive', refused: 'unsupported-format' }, // RAR
  { at: 0, bytes: '377abcaf271c', kind: 'other-archive', refused: 'unsupported-format' }, // 7z
  { at: 0, bytes: 'fd377a585a00', kind: 'other-archive', refused: 'unsupported-format' }, // xz
  { at: 0, bytes: '425a68', kind: 'other-archive', refused: 'unsupported-format' }, // bzip2
  { at: 257, bytes: '7573746172', kind: 'other-archive', refused: 'unsupported-format' }, // tar
  { at: 0, bytes: '1a45dfa3', kind: 'video', refused: 'not-a-document' }, // Matroska, WebM
  { at: 4, bytes: '66747970', kind: 'video', refused: 'not-a-document' }, // MP4, MOV (AVIF and HEIC are told apart before)
  { at: 4, bytes: '6d6f6f76', kind: 'video', refused: 'not-a-document' },
  { at: 0, bytes: '000001ba', kind: 'video', refused: 'not-a-document' },
  { at: 0, bytes: '060e2b34', kind: 'video', refused: 'not-a-document' }, // MXF
  { at: 0, bytes: '494433', kind: 'sound', refused: 'not-a-document' }, // MP3
  { at: 0, bytes: '664c6143', kind: 'sound', refused: 'not-a-document' }, // FLAC
  { at: 0, bytes: '4f676753', kind: 'sound', refused: 'not-a-document' }, // Ogg
  { at: 0, bytes: '774f4646', kind: 'font', refused: 'not-a-document' },
  { at: 0, bytes: '774f4632', kind: 'font', refused: 'not-a-document' },
  { at: 0, bytes: '4f54544f', kind: 'font', refused: 'not-a-document' },
  { at: 0, bytes: '0001000000', kind: 'font', refused: 'not-a-document' },
  { at: 0, bytes: '49492a00', kind: 'picture', refused: 'not-a-document' }, // TIFF
  { at: 0, bytes: '4d4d002a', kind: 'picture', refused: 'not-a-document' },
  { at: 0, bytes: '38425053', kind: 'picture', refused: 'not-a-document' }, // Photoshop
  { at: 0, bytes: '0000000c6a502020', kind: 'picture', refused: 'not-a-document' }, // JPEG 2000
  { at: 0, bytes: '25215053', kind: 'postscript', refused: 'unsupported-format' },
]

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))
}

/** The signature of a file's first bytes. */
export function signature(bytes: Uint8Array): Signature {
  if (startsWith(bytes, 'd0cf11e0a1b11ae1')) return 'ole'
  if (startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506')) return 'zip'
  const head = ascii(bytes, 0, 1024)
  if (/^(?:\u00ef\u00bb\u00bf)?\s*\{\\rtf/.test(head)) return 'rtf'
  // A PDF may stand behind up to 1,024 bytes of anything (ISO 32000-1, annex H.3.4.1), but not in the middle of a line.
  if (/(?:^|[\r\n\0]|^\u00ef\u00bb\u00bf)%PDF-\d/.test(head)) return 'pdf'
  const picture = pictureKind(bytes)
  if (picture !== null && picture !== 'svg') return { refused: 'not-a-document', kind: 'picture' }
  if (head.startsWith('RIFF')) return { refused: 'not-a-document', kind: head.slice(8, 12) === 'WAVE' ? 'sound' : 'video' }
  if (head.startsWith('MZ') && /^[\s\S]{2,600}(?:PE\0\0|This program)/.test(head))
    return { refused: 'not-a-document', kind: 'program' }
  for (const { at, bytes: hex, kind, refused } of SIGNATURES) {
    if (startsWith(bytes.subarray(at), hex)) return { refused, kind }
  }
  return null
}

const signs = new Map<string, Uint8Array>()

function startsWith(bytes: Uint8Array, hex: string): boolean {
  let sign = signs.get(hex)
  if (sign === undefined) signs.set(hex, (sign = new Uint8Array(Buffer.from(hex, 'hex'))))
  return sign.every((byte, index) => bytes[index] === byte)
}

/** Which of the ZIP-based forms this is, by the names of its entries. */
export function zipKind(names: readonly string[], mimetype: string | null): 'docx' | 'odt' | 'archive' | DocumentKindName {
  if (mimetype !== null) {
    if (mimetype.startsWith('application/vnd.oasis.opendocument.text')) return 'odt'
    if (mimetype.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'spreadsheet'
    if (mimetype.startsWith('application/vnd.oasis.opendocument.presentation')) return 'slides'
    if (mimetype.startsWith('application/epub')) return 'ebook'
  }
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^\[Content_Types\]\.xml$/)) {
    if (has(/^word\//)) return 'docx'
    if (has(/^xl\//)) return 'spreadsheet'
    if (has(/^ppt\//)) return 'slides'
  }
  if (has(/^Index\/Document\.iwa$|^index\.apxl$|^Index\.zip$/)) return 'pages'
  return 'archive'
}

/** What an OLE file holds; the names of its streams are UTF-16 in its directory sectors. */
export function oleKind(bytes: Uint8Array): 'encrypted' | DocumentKindName {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string) => text.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'encrypted'
  if (holds('WordDocument')) return 'old-word'
  return 'office-97'
}

const HTML_START =
  /^(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[\s\S]){0,4000}-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|link|style|script|main|article|section|header|footer|nav|aside|div|p|h[1-6]|ul|ol|li|dl|dt|table|tr|td|blockquote|center|font|span|b|strong|em|i|br|hr|a|img|figure|pre)(?=[\s>/])/i

/** What a text begins as; null for one that only has tags in it. */
export function markupAtStart(text: string): 'html' | 'svg' | 'xml' | null {
  const head = text.slice(0, 20_000).trimStart()
  if (HTML_START.test(head)) return 'html'
  if (/^(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[\s\S]){0,4000}-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/i.test(head)) return 'svg'
  if (/^<\?xml[\s?]/i.test(head)) return 'xml'
  return null
}

/** What a text is: HTML when it begins as HTML does, Markdown when its lines carry marks that nothing else carries. */
export function textKind(text: string): 'text' | 'markdown' | 'html' | 'svg' | 'xml' {
  const markup = markupAtStart(text)
  if (markup !== null) return markup
  const head = text.slice(0, 20_000).trimStart()
  // A fragment that a page was cut from: words first, then tags, and as many of them as lines.
  const tags = head.match(/<\/(?:p|div|li|h[1-6]|td|strong|b|span)>|<br\s*\/?>/gi)?.length ?? 0
  if (tags >= 3 && tags * 4 > head.split('\n').length) return 'html'
  const marks = [
    /^#{1,6} \S/m,
    /^\*\*[^*\n]+\*\*/m,
    /^ {0,3}[-*+] \*\*[^*\n]+\*\*/m,
    /\[[^\]\n]+\]\(https?:[^)\s]+\)/,
    /^(?:-{3,}|\*{3,})$/m,
    /^\|.+\|$\n^\|[-: |]+\|$/m,
  ]
  const found = marks.filter((mark) => mark.test(head)).length
  return found >= 2 || /^#{1,2} \S/.test(head) ? 'markdown' : 'text'
}

export type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg'

/** The kinds that may be uploaded. SVG is not among them: it can carry scripts, styles and links. */
export const ACCEPTED_PICTURES = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const satisfies readonly PictureKind[]
export type AcceptedPicture = (typeof ACCEPTED_PICTURES)[number]

/**
 * What kind of picture these bytes begin; null when none. A kind is no proof that the rest decodes.
 *
 * @example
 * pictureKind(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])) // "jpeg"
 */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  if (startsWith(bytes, 'ffd8ff')) return 'jpeg'
  if (startsWith(bytes, '89504e470d0a1a0a')) return 'png'
  const head = ascii(bytes, 0, 64)
  if (/^GIF8[79]a/.test(head)) return 'gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (head.slice(4, 8) === 'ftyp' && /avi[fs]/.test(head.slice(8, 64))) return 'avif'
  return looksLikeSvg(bytes) ? 'svg' : null
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  if (!bytes.subarray(0, 8192).includes(0x3c)) return false
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'windows-1252'
  const head = new TextDecoder(wide).decode(bytes.subarray(0, 8192)).replace(/^ï»¿/, '').trimStart()
  return head.startsWith('<') && /<(?:[a-z]+:)?svg[\s>]/i.test(head) && !/<(?:html|body)[\s>]/i.test(head)
}
