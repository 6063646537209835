/** PDF with text to text. Runs in a thread of its own (apart.ts): pdf.js is fed with what strangers send. */
import type { getDocumentProxy } from 'unpdf'
import { DocumentError, type DocumentNote } from './errors.ts'
import type { Limits } from './limits.ts'
import { pageLines, type PageLine, type PlacedWord } from './pdf-layout.ts'

/**
 * @throws DocumentError `encrypted`, `damaged`, `scanned`, `no-text`, `too-many-pages`, `text-too-long`
 */
export async function pdfText(bytes: Uint8Array, limits: Limits): Promise<{ text: string; notes: DocumentNote[] }> {
  const unpdf = await import('unpdf')
  // pdf.js takes the bytes for itself; what the caller holds must stay as it is.
  const pdf = await unpdf
    .getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      isOffscreenCanvasSupported: false,
      maxImageSize: 1,
    })
    .catch(refuse)
  try {
    if (pdf.numPages > limits.pages) throw new DocumentError('too-many-pages', { count: pdf.numPages, limit: limits.pages })
    const pages: Page[] = []
    let units = 0
    let broken = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pageWords(pdf, number).catch(() => null)
      if (page === null) broken++
      const { words, bottom, top } = page ?? { words: [], bottom: 0, top: 0 }
      pages.push({ lines: pageLines(words), bottom, top })
      units += words.reduce((sum, word) => sum + word.text.length, 0)
      if (units > limits.textUnits) throw new DocumentError('text-too-long', { limit: `${limits.textUnits}` })
    }
    if (pdf.numPages === 0 || broken === pdf.numPages) throw new DocumentError('damaged')
    return assemble(pages, bytes, broken)
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined)
  }
}

function refuse(error: unknown): never {
  if (error instanceof Error && error.name === 'PasswordException') throw new DocumentError('encrypted')
  throw new DocumentError('damaged')
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

interface Page {
  lines: PageLine[]
  bottom: number
  top: number
}

async function pageWords(pdf: Pdf, number: number): Promise<{ words: PlacedWord[]; bottom: number; top: number }> {
  const page = await pdf.getPage(number)
  const content = await page.getTextContent({ includeMarkedContent: false })
  const upright: PlacedWord[] = []
  const turned: PlacedWord[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    const size = Math.hypot(c, d) || Math.hypot(a, b) || 1
    if (![x, y, size, item.width].every(Number.isFinite)) continue
    const word = { text: item.str, x, y, width: item.width, size }
    // Type that is turned (a note along the edge, a stamp) is read after the page, in the order in which it was drawn.
    if (Math.abs(b) > 0.1 * Math.abs(a)) turned.push(word)
    else upright.push(word)
  }
  page.cleanup()
  const lowest = upright.reduce((least, word) => Math.min(least, word.y), 0)
  const [, bottom = 0, , top = 0] = page.view
  const after = turned.map((word, index) => ({ ...word, x: 0, y: lowest - 1000 - index * 20, size: 10 }))
  return { words: [...upright, ...after], bottom, top }
}

function assemble(pages: Page[], bytes: Uint8Array, broken: number): { text: string; notes: DocumentNote[] } {
  const notes: DocumentNote[] = []
  const wordless = pages.flatMap(({ lines }, index) => (lines.some((line) => /[\p{L}\p{N}]/u.test(line.text)) ? [] : [index + 1]))
  if (wordless.length === pages.length) {
    const picture = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Image')
    throw new DocumentError(picture ? 'scanned' : 'no-text')
  }
  if (wordless.length > 0) notes.push({ code: 'pages-without-text', params: { pages: wordless.slice(0, 20).join(', ') } })
  if (broken > 0) notes.push({ code: 'cut-short', params: {} })
  const running = runningLines(pages)
  if (running.shown.length > 0)
    notes.push({ code: 'running-lines', params: { lines: running.shown.slice(0, 5).join(' / ').slice(0, 500) } })
  let text = ''
  for (const { lines } of pages) {
    const kept = lines.filter((line) => !running.isRunning(line))
    for (const [index, line] of kept.entries()) {
      if (text === '') text = line.text
      else if (index === 0) text += (flowsOn(text, line.text) ? '\n' : '\n\n') + line.text
      else text += (line.apart ? '\n\n' : '\n') + line.text
    }
  }
  return { text, notes }
}

/** The paragraph goes on over the page: it had not ended, and the next page starts small. */
function flowsOn(above: string, below: string): boolean {
  return /[\p{L},;-]$/u.test(above) && /^\p{Ll}/u.test(below)
}

const EDGE = 0.08 // of the page's height, above and below, where running lines stand

/** Headers, footers and page numbers: the same words, numbers aside, at the same height at the edge of most pages. */
function runningLines(pages: readonly Page[]): { isRunning: (line: PageLine) => boolean; shown: string[] } {
  const key = (line: PageLine) => `${Math.round(line.y / 4)}|${line.text.replace(/\d+/g, '#')}`
  const counts = new Map<string, { pages: number; text: string }>()
  for (const { lines, bottom, top } of pages) {
    const edge = EDGE * (top - bottom)
    const seen = new Map(
      lines.filter((line) => line.y < bottom + edge || line.y > top - edge).map((line) => [key(line), line.text]),
    )
    for (const [place, text] of seen)
      counts.set(place, { text: counts.get(place)?.text ?? text, pages: (counts.get(place)?.pages ?? 0) + 1 })
  }
  const least = Math.max(3, pages.length * 0.6)
  const running = new Map([...counts].filter(([, found]) => found.pages >= least))
  return { isRunning: (line) => running.has(key(line)), shown: [...running.values()].map((found) => found.text) }
}
