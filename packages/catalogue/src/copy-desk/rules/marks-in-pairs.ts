import type { Paragraph } from '../copy.ts'
import type { Mark } from '../finding.ts'
import type { Rule } from './rule.ts'

const PARTNERS: Record<string, string> = { '(': ')', '[': ']', '{': '}' }
const CLOSERS = new Map(Object.entries(PARTNERS).map(([open, close]) => [close, open]))

/** Brackets and quotation marks that open without closing, or close without opening, within one paragraph. */
export const unpairedMark: Rule = (copy) =>
  copy.prose.flatMap((paragraph, index) => [
    ...brackets(paragraph),
    ...quotes(paragraph, copy.prose[index + 1], copy.prose[index - 1]),
    ...straight(paragraph),
  ])

const mark = (paragraph: Paragraph, at: number): Mark => ({
  code: 'unpaired-mark',
  severity: 'warning',
  start: paragraph.start + at,
  end: paragraph.start + at + 1,
  suggestion: null,
  params: { found: paragraph.text[at]! },
})

function brackets(paragraph: Paragraph): Mark[] {
  const open: { sign: string; at: number }[] = []
  const found: Mark[] = []
  for (const match of paragraph.text.matchAll(/[()[\]{}]/g)) {
    const sign = match[0]
    if (PARTNERS[sign]) open.push({ sign, at: match.index })
    else if (open.at(-1)?.sign === CLOSERS.get(sign)) open.pop()
    else if (
      !/(?:^|[\s;,:])(?:\d{1,2}|\p{L}|[ivx]{1,4})$/u.test(paragraph.text.slice(0, match.index).slice(-6)) &&
      !/[:;]-?$/.test(paragraph.text.slice(0, match.index))
    )
      found.push(mark(paragraph, match.index)) // “a)” and “1)” number a list
  }
  return [...found, ...open.map(({ at }) => mark(paragraph, at))]
}

/**
 * Curly and angled quotes. German „…“, Swedish ”…” and reversed »…« are right too; a quotation of several paragraphs opens
 * each of them and closes the last.
 */
function quotes(paragraph: Paragraph, next: Paragraph | undefined, previous: Paragraph | undefined): Mark[] {
  const text = paragraph.text
  const found: Mark[] = []
  const at = (sign: string) => [...text.matchAll(new RegExp(sign, 'g'))].map((match) => match.index)
  const low = at('„')
  const left = at('“')
  const right = at('”')
  const opens = low.length > 0 ? low : left
  const closes = low.length > 0 ? [...left, ...right].sort((a, b) => a - b) : right
  const continues = (one: Paragraph | undefined, sign: RegExp) => one !== undefined && sign.test(one.text.trimStart().slice(0, 1))
  if (opens.length === 0 && closes.length % 2 === 0) return [...found, ...guillemets(paragraph, next, previous)]
  found.push(...unmatched(paragraph, opens, closes, continues(next, /[“„«]/), continues(previous, /[“„«]/)))
  return [...found, ...guillemets(paragraph, next, previous)]
}

function guillemets(paragraph: Paragraph, next: Paragraph | undefined, previous: Paragraph | undefined): Mark[] {
  const left = [...paragraph.text.matchAll(/«/g)].map((match) => match.index)
  const right = [...paragraph.text.matchAll(/»/g)].map((match) => match.index)
  const reversed = right.length > 0 && (left.length === 0 || right[0]! < left[0]!)
  if (reversed && right.length === left.length) return []
  const goesOn = next !== undefined && /^[«“]/.test(next.text.trimStart())
  const wentOn = previous !== undefined && /^[«“]/.test(previous.text.trimStart()) && !previous.text.includes('»')
  return unmatched(paragraph, left, right, goesOn, wentOn)
}

function unmatched(paragraph: Paragraph, opens: number[], closes: number[], goesOn: boolean, wentOn: boolean): Mark[] {
  const open: number[] = []
  const found: Mark[] = []
  const closing = new Set(closes)
  for (const at of [...opens, ...closes].sort((a, b) => a - b)) {
    if (!closing.has(at)) open.push(at)
    else if (open.length > 0) open.pop()
    else if (!wentOn) found.push(mark(paragraph, at))
  }
  if (goesOn && open.length === 1) return found
  return [...found, ...open.map((at) => mark(paragraph, at))]
}

/** An odd number of straight quotes; inches and minutes (12") are not quotes. */
function straight(paragraph: Paragraph): Mark[] {
  const at = [...paragraph.text.matchAll(/"/g)].map((match) => match.index)
  if (at.length % 2 === 0 || at.some((one) => /\d/.test(paragraph.text[one - 1] ?? ''))) return []
  const lonely = at.find((one, index) => (index % 2 === 0) !== /^$|[\s([«“—–-]/.test(paragraph.text[one - 1] ?? '')) ?? at.at(-1)!
  return [mark(paragraph, lonely)]
}
