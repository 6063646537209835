/** Lines under a label that stood alone: which of them are its values, and where they end. */
import { findEmail, findUrl } from './contacts.ts'
import { readFactLine } from './fact-lines.ts'
import { takeFact, takeFestivals } from './facts.ts'
import { looksLikeFestival } from './festivals.ts'
import { namesAward, namesFestival, premiereOf } from './festival-words.ts'
import { isScreeningTime } from './formats.ts'
import { fits, furtherLabels, isProseField, labelOf } from './label-lines.ts'
import { looksLikeNames } from './names.ts'
import { looksLikeProse } from './prose.ts'
import { words } from './source.ts'
import type { Line } from './source.ts'
import { isQuote } from './unlabelled-facts.ts'
import type { Section, Walk } from './walk.ts'
import { readWrittenFestival } from './written-festival.ts'

/** A line under an open label. False when the line is no value of it. */
export function underSection(walk: Walk, line: Line): boolean {
  const section = walk.section!
  const { draft } = walk
  const field = section.fields[0]!
  if (isProseField(field)) return underProse(walk, section, line)
  switch (field) {
    case 'festivals':
    case 'awards':
    case 'premiere':
      if (/^(?:V-)?ISAN\s|^10\.5240\//i.test(line.body.text)) {
        walk.close()
        return false
      }
      return underFestivals(walk, section, line, field)
    case 'press':
      return underPress(walk, section, line)
    case 'contact':
      return underContact(walk, section, line)
    case 'head':
      return false
    case 'other':
      if (section.values === 0 || (!line.blankBefore && !looksLikeProse(line) && line.indent > section.line.indent)) {
        section.values++
        draft.leave(line)
        return true
      }
      return false
    default:
  }
  if (section.values === 0) {
    // The value stands on the next line, maybe after a blank one
    if (line.blankBefore && section.blocks > 0) return false
    if (!acceptsFirst(walk, section, line)) return false
    section.values++
    section.blocks++
    valueLine(walk, section, line)
    return true
  }
  if (line.blankBefore) return false
  const continued = /[,;&/]$|(?:\s(?:and|et|und|y|e|i))$/i.test(previousText(walk))
  if (
    continued ||
    (section.cell && acceptsMore(walk, section, line)) ||
    (section.line.body.text.trim().length <= section.label.length + 2 && acceptsMore(walk, section, line)) ||
    (line.indent > section.line.indent + 1 && acceptsMore(walk, section, line))
  ) {
    valueLine(walk, section, line)
    return true
  }
  return false
}

function previousText(walk: Walk): string {
  return walk.lines[walk.at - 1]?.body.text.trim() ?? ''
}

function acceptsFirst(walk: Walk, section: Section, line: Line): boolean {
  const field = section.fields[0]!
  if (fits(field, line.body)) return true
  if (looksLikeProse(line) && (line.blankBefore || line.body.text.length > 90)) return false
  // any short line: "YEAR" / "unknown" is a value that is not understood
  if (section.colon || !line.blankBefore) return line.body.text.length <= 200
  return ['year', 'duration', 'country'].includes(field)
    ? line.body.text.length < 40
    : line.body.text.length <= 120 && !looksLikeProse(line)
}

function acceptsMore(walk: Walk, section: Section, line: Line): boolean {
  const field = section.fields[0]!
  if (
    field === 'year' ||
    field === 'title' ||
    field === 'saleTitle' ||
    field === 'originalTitle' ||
    field === 'isan' ||
    field === 'eidr' ||
    field === 'imdb' ||
    field === 'tmdb' ||
    field === 'wikidata' ||
    field === 'reference'
  )
    return false
  if (looksLikeFestival(line.body)) return false
  if (field === 'director' || field === 'producer' || field.startsWith('credit:')) return looksLikeNames(line.body)
  if (
    field === 'format' ||
    field === 'theme' ||
    field === 'keyword' ||
    field === 'place' ||
    field === 'genre' ||
    field === 'supporter' ||
    field === 'broadcaster' ||
    field === 'advisory'
  )
    return line.body.text.length < 80 && !looksLikeProse(line)
  return fits(field, line.body)
}

function valueLine(walk: Walk, section: Section, line: Line): void {
  const listed = ['title', 'saleTitle', 'otherTitle', 'originalTitle'].includes(section.fields[0]!)
  const { value, rest } = listed ? { value: line.body, rest: [] } : furtherLabels(walk.draft.labels, line.body)
  walk.values(section.fields, value, line, section.label)
  for (const one of rest) walk.values(one.match.fields, one.value, line, one.label)
}

function underProse(walk: Walk, section: Section, line: Line): boolean {
  const { text } = line.body
  const short = !looksLikeProse(line)
  const long = section.fields[0] === 'synopsis' || section.fields[0] === 'directorsNote' || section.fields[0] === 'biography'
  if (line.blankBefore && section.values > 0) {
    if (!long && !anotherProseLabelFollows(walk)) {
      // a hook is one paragraph, unless another label says where it ends
      walk.flush()
      walk.close()
      return false
    }
    if (
      short &&
      (looksLikeFestival(line.body) ||
        readFactLine(walk.draft.labels, line.body) !== null ||
        (text.length < 60 && section.fields[0] !== 'biography'))
    ) {
      walk.flush()
      walk.close()
      return false
    }
  }
  if (!line.blankBefore && section.values > 0 && short && line.bullet !== '' && looksLikeFestival(line.body)) {
    walk.flush()
    walk.close()
    return false
  }
  if (line.blankBefore || line.bullet !== '') walk.flush()
  section.values++
  walk.pendingFor = section
  walk.pending.push(line)
  return true
}

/** Whether a later label says where a section of prose ends. */
function anotherProseLabelFollows(walk: Walk): boolean {
  for (let at = walk.at + 1; at < Math.min(walk.lines.length, walk.at + 60); at++) {
    const line = walk.lines[at]!
    if (line.body.text.length > 70) {
      if (line.body.text.length > 400) continue
      const colon = line.body.text.indexOf(':')
      if (colon < 0 || colon > 40) continue
    }
    const hit = labelOf(walk.draft.labels, line, false)
    if (hit && hit.match.fields[0] === 'synopsis') return true
  }
  return false
}

function underFestivals(walk: Walk, section: Section, line: Line, field: 'festivals' | 'awards' | 'premiere'): boolean {
  const text = words(line.body)
  if (field === 'premiere' && section.values > 0) return false
  if (isScreeningTime(text)) {
    section.values++
    walk.draft.leave(line)
    return true
  }
  const year = /^(?:18|19|20)\d\d\s*:?$/.test(text)
  if (year) {
    section.year = Number(text.slice(0, 4))
    walk.draft.structure.add(line)
    section.values++
    return true
  }
  if (
    looksLikeProse(line) &&
    !/(?:et al|etc|u\.\s?a)\.$/i.test(text) &&
    !looksLikeFestival(line.body) &&
    !namesAward(text) &&
    !namesFestival(text) &&
    !readWrittenFestival(text, premiereOf)
  ) {
    walk.close()
    return false
  }
  if (line.body.text.length > 600 || /^(?:https?:|www\.)/i.test(text) || isQuote(walk, line)) {
    walk.close()
    return false
  }
  if (
    line.blankBefore &&
    section.values > 0 &&
    !looksLikeFestival(line.body) &&
    !namesFestival(text) &&
    !namesAward(text) &&
    line.bullet === '' &&
    section.year === null
  ) {
    walk.close()
    return false
  }
  section.values++
  if (!takeFestivals(walk.draft, field, line.body, line, section.label, section.year))
    walk.draft.warn('festivals', 'not-understood', line, text)
  return true
}

function underPress(walk: Walk, section: Section, line: Line): boolean {
  if (line.body.text.length > 4000) return false
  if (
    section.values > 0 &&
    line.blankBefore &&
    looksLikeProse(line) &&
    !/^["“«„‘]|["”»]\s*[-–—(]/.test(line.body.text) &&
    line.body.text.length > 200
  )
    return false
  section.values++
  if (!takeFact(walk.draft, 'press', line.body, line, section.label)) walk.draft.leave(line)
  return true
}

function underContact(walk: Walk, section: Section, line: Line): boolean {
  if (looksLikeProse(line) && findEmail(line.body.text) === null && findUrl(line.body.text) === null) return false
  if (line.body.text.length > 300) return false
  if (
    line.blankBefore &&
    section.values > 0 &&
    !(
      findEmail(line.body.text) ||
      findUrl(line.body.text) ||
      /^\+?\d/.test(line.body.text) ||
      (section.contact.length > 0 && section.blocks === 0)
    )
  ) {
    walk.close()
    return false
  }
  if (looksLikeFestival(line.body)) {
    walk.close()
    return false
  }
  section.values++
  walk.contactValue(line.body, line, section.label)
  return true
}
