/**
 * A page as it was written, with all forms of the parts that differ from visitor to visitor, and the page that one visitor is
 * sent. What is sent is made of the page and of the visit alone: whoever has the same visit has the same bytes.
 */
import { hash } from 'node:crypto'
import { COUNT, NAME_ENDS, NEXT_FORM, PART_BEGINS, PART_ENDS, type PartName } from '../parts.ts'

/** What sets one visitor's page apart from another's. */
export interface Visit {
  member: 'none' | 'member' | 'staff'
  look: 'light' | 'dark' | null
  kept: ReadonlySet<string> // ids of films
}

interface Part {
  name: PartName
  forms: Buffer[][] // between the pieces of a form stands the count
}

export interface SharedPage {
  /** Text, part, text, part … text. */
  texts: Buffer[]
  parts: Part[]
  digest: string
  bytes: number
}

/** Which form of a part a visit is sent. */
function formOf(name: PartName, visit: Visit): number {
  if (name === 'count') return Math.min(visit.kept.size, 2) // none, one, many
  if (name === 'member') return ['none', 'member', 'staff'].indexOf(visit.member)
  if (name === 'look') return [null, 'light', 'dark'].indexOf(visit.look)
  return visit.kept.has(name.slice('kept:'.length)) ? 1 : 0
}

/** Cuts a written page at its marks. */
export function cutPage(html: string): SharedPage {
  const [first = '', ...rest] = html.split(PART_BEGINS)
  const texts = [Buffer.from(first)]
  const parts: Part[] = []
  for (const piece of rest) {
    const named = piece.indexOf(NAME_ENDS)
    const ends = piece.indexOf(PART_ENDS)
    const forms = piece.slice(named + NAME_ENDS.length, ends).split(NEXT_FORM)
    parts.push({
      name: piece.slice(0, named) as PartName,
      forms: forms.map((form) => form.split(COUNT).map((text) => Buffer.from(text))),
    })
    texts.push(Buffer.from(piece.slice(ends + PART_ENDS.length)))
  }
  const all = [...texts, ...parts.flatMap(({ forms }) => forms.flat())]
  return {
    texts,
    parts,
    digest: hash('sha256', Buffer.concat(all), 'base64url'),
    bytes: all.reduce((sum, { length }) => sum + length, 0),
  }
}

/** The page that this visit is sent, and its ETag. A part without the form that is wanted is left empty. */
export function pageFor(page: SharedPage, visit: Visit): { etag: string; body: () => Buffer } {
  const chosen = page.parts.map(({ name }) => formOf(name, visit))
  const counted = page.parts.some(({ forms }, i) => (forms[chosen[i]!]?.length ?? 0) > 1)
  const etag = hash('sha256', `${page.digest} ${chosen.join(' ')} ${counted ? visit.kept.size : ''}`, 'base64url').slice(0, 24)
  const body = () => {
    const count = Buffer.from(String(visit.kept.size))
    const pieces = [page.texts[0]!]
    page.parts.forEach(({ forms }, i) => {
      for (const [j, text] of (forms[chosen[i]!] ?? []).entries()) {
        if (j > 0) pieces.push(count)
        pieces.push(text)
      }
      pieces.push(page.texts[i + 1]!)
    })
    return Buffer.concat(pieces)
  }
  return { etag: `"${etag}"`, body }
}
