/**
 * The few lines of style that differ from page to page: the accent that a film lends, the tints that stand in for pictures
 * until those arrive, the points that must survive a crop. The policy forbids style attributes, so elements carry classes
 * (`tint-a1b2c3`, `at-30-70`) and the page's head carries one small style element, allowed by its hash.
 */
import { createHash } from 'node:crypto'
import { accentStyle } from '#lib/design/accent.ts'

const MARKS = /\b(?:tint-[0-9a-f]{6}|at-\d{1,3}-\d{1,3})(?=[\s"])/g

/** The style element's content for a rendered page. */
export function pageStyle(html: string, accent: string): string {
  const rules = [`:root{${accentStyle(accent)}}`]
  const seen = new Set<string>()
  for (const [mark] of html.matchAll(MARKS)) {
    if (seen.has(mark) || seen.size > 400) continue
    seen.add(mark)
    const at = /^at-(\d+)-(\d+)$/.exec(mark)
    rules.push(at === null ? `.${mark}{--tint:#${mark.slice(5)}}` : `.${mark}{object-position:${at[1]}% ${at[2]}%}`)
  }
  return rules.join('')
}

/** The source expression that allows this very style element in the page's Content-Security-Policy. */
export function styleHash(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`
}
