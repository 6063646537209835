/** HTML to text, as a person reads the page: blocks as lines, tables by tabs, nothing of what the page hides. */
import { decodeText } from './encoding.ts'
import type { DocumentNote } from './errors.ts'
import { Page } from './html/page.ts'
import { readMarkup } from './markup.ts'

/** What the page says its encoding is: `<meta charset>` or `http-equiv`, in its first 4,096 bytes; null when it says nothing usable. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  const label =
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head)?.[1]
  if (label === undefined) return null
  try {
    const encoding = new TextDecoder(label).encoding
    // A page whose own ASCII could be read cannot be UTF-16, whatever it says (HTML §13.2.3.2).
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return null
  }
}

/**
 * The words of a page.
 *
 * @example
 * htmlText('<h1>The Salt Road</h1><dl><dt>Year<dd>2020</dl>').text // "The Salt Road\n\nYear: 2020"
 */
export function htmlText(html: string): { text: string; notes: DocumentNote[] } {
  const page = new Page()
  readMarkup(html, 'html', page)
  const notes: DocumentNote[] = page.hidesWords ? [{ code: 'hidden-text', params: {} }] : []
  return { text: page.finish(), notes }
}

/** Bytes of a page to its words. */
export function readHtml(bytes: Uint8Array): { text: string; encoding: string; notes: DocumentNote[] } {
  const decoded = decodeText(bytes, declaredCharset(bytes))
  const page = htmlText(decoded.text)
  return { text: page.text, encoding: decoded.encoding, notes: [...decoded.notes, ...page.notes] }
}
