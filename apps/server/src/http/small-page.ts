/**
 * Pages of a few words that the server writes itself: those of signing in, and what stands in the place of a page of the site.
 * No script; their style is inside the page and allowed by its hash alone, and the typefaces are those of the site.
 */
import { createHash } from 'node:crypto'
import type { Locale } from '@vitrine/messages'
import { siteFaces } from './web.ts'

/** How a page looks beside the words of it. */
export interface Look {
  /** The house whose page it is; null where it is not known. */
  house: string | null
  typeface: string
  /** What the reader chose; null for what their device has. */
  appearance: 'light' | 'dark' | null
}

export const NO_LOOK: Look = { house: null, typeface: 'fraunces', appearance: null }

/** The typefaces of titles as the site sets them: keep in step with apps/web/src/lib/design/tokens.css and fonts.css. */
const FACES = {
  fraunces: { range: '340 560', weight: 380 },
  archivo: { range: '500 700', weight: 620 },
  bricolage: { range: '500 700', weight: 560 },
  newsreader: { range: '340 560', weight: 420 },
} as const
const isFace = (name: string): name is keyof typeof FACES => name in FACES

// Papers and inks are those of the site: keep in step with apps/web/src/lib/design/tokens.css.
const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#141416, #efeeeb); --ink-2: light-dark(#55555a, #a9a8a4); --paper: light-dark(#ffffff, #111113); --line: light-dark(#8a8a86, #73737a); --bad: light-dark(#a3161d, #ff9c94); --gutter: clamp(1.25rem, .5rem + 3vw, 4rem); }
[data-appearance=light] { color-scheme: light; }
[data-appearance=dark] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; padding: 0 var(--gutter) 4rem; background: var(--paper); color: var(--ink); font: 400 1.0625rem/1.55 "Text", system-ui, sans-serif; overflow-wrap: break-word; -webkit-font-smoothing: antialiased; }
header { min-height: 4.5rem; display: flex; align-items: center; }
.house { color: inherit; text-decoration: none; padding-block: .5rem; font: 500 1.5rem/1.1 "Display", Georgia, serif; letter-spacing: -.02em; }
main { max-width: 34rem; padding-top: clamp(3rem, 2rem + 4vw, 6rem); }
h1 { font: var(--weight) clamp(2.5rem, 1.5rem + 4.3vw, 4.5rem)/1.06 "Display", Georgia, serif; letter-spacing: -.028em; word-spacing: .06em; margin: 0 0 1.25rem; text-wrap: balance; }
p { margin: 0 0 1.5rem; color: var(--ink-2); font-size: 1.1875rem; line-height: 1.45; text-wrap: pretty; }
label { display: block; font-size: .8125rem; font-weight: 500; margin-bottom: .35rem; }
input { display: block; width: min(100%, 18rem); font: 1.5rem/1 ui-monospace, monospace; letter-spacing: .12em; padding: .75rem; border: 1px solid var(--line); border-radius: 0; background: transparent; color: inherit; margin-bottom: 1rem; }
button, .press { display: inline-flex; align-items: center; min-height: 2.75rem; font: 500 .9375rem/1.2 "Text", system-ui, sans-serif; padding: .5rem 1.125rem; border: 1px solid var(--ink); background: var(--ink); color: var(--paper); text-decoration: none; cursor: pointer; }
button:hover, .press:hover { background: var(--paper); color: var(--ink); }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
.fault { color: var(--ink); border-inline-start: 3px solid var(--bad); padding-inline-start: .875rem; }
`

const styles = new Map<string, string>()
/** Letters of English and French; those of others stand in the reader's own typeface. */
function styleOf(name: string): string {
  const face = isFace(name) ? name : 'fraunces'
  const known = styles.get(face)
  if (known !== undefined) return known
  const files = siteFaces()
  const rule = (family: string, file: string, range: string) => (files[file] === undefined ? '' : `@font-face { font-family: "${family}"; src: url("${files[file]}") format("woff2"); font-weight: ${range}; font-display: swap; }\n`) // prettier-ignore
  const style = `${rule('Text', 'inter-text', '400 650')}${rule('Display', `${face}-display`, FACES[face].range)}:root { --weight: ${FACES[face].weight}; }${STYLE}`
  styles.set(face, style)
  return style
}

/** The Content-Security-Policy of such a page. */
export const pagePolicy = ({ typeface }: Look): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(styleOf(typeface)).digest('base64')}'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`

/** What the reader chose, as the site keeps it (apps/web/src/routes/[locale]/appearance). */
export const appearanceIn = (cookies: string | undefined): Look['appearance'] =>
  (/(?:^|;\s*)appearance=(light|dark)(?:;|$)/.exec(cookies ?? '')?.[1] as Look['appearance'] | undefined) ?? null

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** @param again seconds after which the browser asks for the page again; none when absent */
export function smallPage(locale: Locale, look: Look, title: string, body: string, again?: number): string {
  const refresh = again === undefined ? '' : `<meta http-equiv="refresh" content="${again}">`
  const house = look.house === null ? '' : `<header><a class="house" href="/${locale}">${escape(look.house)}</a></header>`
  return `<!doctype html>
<html lang="${locale}"${look.appearance === null ? '' : ` data-appearance="${look.appearance}"`}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">${refresh}<title>${escape(title)}</title><style>${styleOf(look.typeface)}</style></head>
<body>${house}<main>${body}</main></body>
</html>
`
}
