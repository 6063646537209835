/** A letter as mail programs show it, made of its text alone: both parts say the same, and nothing that was put in is markup. */
import type { Locale } from '@vitrine/messages'
import { readableOn } from '../settings/colour.ts'

/** Papers of a letter, in the light and in the dark. */
const PAPERS = { light: '#ffffff', dark: '#191714' } as const

/**
 * The style of the letters of a house: its accent, made readable on both papers. One for all of them, so that a page that shows one can
 * allow it by its hash. Without it a letter reads as well.
 */
export function letterStyle(accent: string): string {
  const [light, dark] = [readableOn(accent, PAPERS.light), readableOn(accent, PAPERS.dark)]
  return `:root{color-scheme:light dark}body{margin:0;background:#fff;color:#1d1b18;font:16px/1.55 -apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}main,footer{max-width:36rem;margin:0 auto;padding:0 24px}main{padding-top:24px}p,ul{margin:0 0 1em}ul{padding-left:1.2em}a{color:${light}}.link a{display:inline-block;padding:.6em .9em;border:1px solid ${light};border-radius:4px;text-decoration:none}.code{font:600 1.75rem/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.12em}footer{margin-top:2em;padding-bottom:24px;color:#6a655d;font-size:13px}footer p{margin:0;padding-top:1em;border-top:1px solid #ddd8cf}@media(prefers-color-scheme:dark){body{background:#191714;color:#ece8e1}a{color:${dark}}.link a{border-color:${dark}}footer{color:#a8a298}footer p{border-color:#3a3630}}`
}

/** Where the foot of a letter begins (RFC 3676, §4.3). */
export const FOOT = '\n\n-- \n'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark]!)

/**
 * The HTML part of a letter. Addresses of this very house become links; any other stays words, whoever wrote it.
 *
 * @example
 * letterHtml({ locale: 'en', subject: 'Offer', text: 'Dear Jon <b>,' }, { origin: 'https://films.example', accent: '#8a2b2b' }) // … <p>Dear Jon &lt;b&gt;,</p> …
 */
export function letterHtml(
  letter: { locale: Locale; subject: string; text: string },
  { origin, accent }: { origin: string; accent: string },
): string {
  const at = letter.text.lastIndexOf(FOOT)
  const body = at === -1 ? letter.text : letter.text.slice(0, at)
  const foot = at === -1 ? '' : letter.text.slice(at + FOOT.length)
  const blocks = body.split(/\n[ \t]*\n/).filter((one) => one.trim() !== '').map((one) => block(one, origin)) // prettier-ignore
  const footer = foot.trim() === '' ? '' : `<footer><p>${lines(foot, origin)}</p></footer>`
  return `<!doctype html><html lang="${letter.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(letter.subject)}</title><style>${letterStyle(accent)}</style></head><body><main>${blocks.join('')}</main>${footer}</body></html>`
}

/** A paragraph; `- ` before each of its lines makes it a list, a deep indent a code. */
function block(text: string, origin: string): string {
  const each = text.split('\n').filter((line) => line.trim() !== '')
  if (each.every((line) => line.startsWith('- ')))
    return `<ul>${each.map((line) => `<li>${linked(line.slice(2), origin)}</li>`).join('')}</ul>`
  const inside = lines(text, origin)
  if (each.every((line) => line.startsWith('    '))) return `<p class="code">${inside}</p>`
  return /^<a [^>]*>[^<]*<\/a>$/.test(inside) ? `<p class="link">${inside}</p>` : `<p>${inside}</p>`
}

const lines = (text: string, origin: string): string =>
  text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => linked(line, origin)).join('<br>\n') // prettier-ignore

const ADDRESS = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*[A-Za-z0-9\-_~/#=&%]/g

function linked(text: string, origin: string): string {
  let html = ''
  let from = 0
  for (const { 0: url, index } of text.matchAll(ADDRESS)) {
    html += escaped(text.slice(from, index))
    html += url.startsWith(`${origin}/`) ? `<a href="${escaped(url)}">${escaped(url)}</a>` : escaped(url)
    from = index + url.length
  }
  return html + escaped(text.slice(from))
}
