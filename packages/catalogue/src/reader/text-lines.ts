/** Lines that are neither label nor fact: running text, or something for the editor to see. */
import { looksLikeProse, runsOn } from './prose.ts'
import type { Line } from './source.ts'
import { firms, namesBelowTitle, unknownLabel } from './unlabelled-names.ts'
import type { Walk } from './walk.ts'

/** A line without label and without facts: firms under the title, prose, a label nobody knows, or unread. */
export function text(walk: Walk, line: Line): void {
  const { draft } = walk
  const { body } = line
  const early = !walk.prosed && walk.titleLine !== null && walk.titleSeen()
  if (!looksLikeProse(line)) {
    if (goesOnBelow(walk, line)) {
      proseLine(walk, line)
      return
    }
    if (early && (namesBelowTitle(walk, line) || firms(walk, line))) return
    if (walk.pending.length > 0 && !line.blankBefore && walk.pendingFor === null) {
      // the short last line of a wrapped paragraph
      walk.pending.push(line)
      return
    }
    const unknown = unknownLabel(walk, line)
    if (unknown) return
    if (walk.titleSeen() && early && looksLikeHook(walk, line)) {
      proseLine(walk, line)
      return
    }
    if (
      !walk.titleSeen() &&
      runsOn(line) &&
      walk.lines[walk.at + 1] &&
      !walk.lines[walk.at + 1]!.blankBefore &&
      body.text.length > 50
    ) {
      proseLine(walk, line)
      return
    }
    // a sentence that begins a wrapped paragraph may be short of the marks of prose
    const next = walk.lines[walk.at + 1]
    if (
      next &&
      !next.blankBefore &&
      body.text.length > 30 &&
      /\s\p{Ll}/u.test(body.text) &&
      looksLikeProse(next) &&
      runsOn(line) &&
      body.text.split(' ').length > 4
    ) {
      proseLine(walk, line)
      return
    }
    walk.flush()
    walk.close()
    draft.leave(line)
    return
  }
  proseLine(walk, line)
}

/** A short line whose sentence, or whose very word, goes on in the line below. */
function goesOnBelow(walk: Walk, line: Line): boolean {
  const next = walk.lines[walk.at + 1]
  if (!next || next.blankBefore || next.bullet !== '' || !walk.titleSeen() || !runsOn(line) || line.bullet !== '') return false
  if (!/^\p{Ll}/u.test(next.body.text)) return false
  if (/\p{L}[-‐]$/u.test(line.body.text)) return true
  return (
    line.body.text.split(' ').length >= 3 &&
    looksLikeProse(next) &&
    /\s\p{Ll}/u.test(line.body.text) &&
    !line.body.text.includes('|')
  )
}

function looksLikeHook(walk: Walk, line: Line): boolean {
  const parts = line.body.text.split(/\s+/)
  return (
    parts.length >= 5 &&
    parts.filter((part) => /^\p{Ll}/u.test(part)).length >= 2 &&
    line.bullet === '' &&
    !line.body.text.includes('|')
  )
}

function proseLine(walk: Walk, line: Line): void {
  if (walk.section && walk.section !== walk.pendingFor) walk.close()
  if (line.blankBefore && walk.pending.length > 0 && !resumes(walk, line)) walk.flush()
  walk.pendingFor = null
  walk.pending.push(line)
  walk.prosed = true
}

/** Whether a line goes on with a sentence that a column of labels interrupted. */
function resumes(walk: Walk, line: Line): boolean {
  const last = walk.pending.at(-1)!
  return runsOn(last) && /^\p{Ll}/u.test(line.body.text) && last.number + 12 > line.number
}
