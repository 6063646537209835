/** What can only be said once all is read. */
import { fold } from './fold.ts'
import type { Draft, ProseFound } from './draft.ts'
import { languageOf } from './prose.ts'
import type { Line } from './source.ts'
import { WARNING_TEXTS } from './warnings.ts'

/** What can only be said once all is read: lead and synopsis, swapped year and length, the language, what is left over. */
export function finish(draft: Draft, lines: Line[], hint: string | null): void {
  const { reading } = draft
  settleOddValues(draft)
  settleProse(draft, hint)
  if (reading.title === '') {
    reading.warnings.push({
      field: 'title',
      code: 'no-title',
      message: WARNING_TEXTS['no-title']({ field: 'title', text: '' }),
      line: lines[0]?.number ?? 1,
      text: '',
    })
  }
  for (const line of lines) if (!draft.hasPlace(line)) draft.leave(line)
}

function settleOddValues(draft: Draft): void {
  const year = draft.oddYears[0]
  const duration = draft.oddDurations[0]
  if (year?.swappable && duration?.swappable) {
    draft.warn('year', 'year-and-duration-swapped', year.line, `${year.text} / ${duration.text}`)
    draft.oddYears.shift()
    draft.oddDurations.shift()
  }
  for (const odd of draft.oddYears) draft.warn('year', odd.code, odd.line, odd.text)
  for (const odd of draft.oddDurations) draft.warn('durations', odd.code, odd.line, odd.text)
}

function settleProse(draft: Draft, hint: string | null): void {
  const { reading, prose } = draft
  // a paragraph that a column of labels interrupted is ended late
  prose.sort((a, b) => a.start - b.start)
  const of = (field: ProseFound['field']) => prose.filter((one) => one.field === field)
  const joined = (parts: ProseFound[]) => parts.map((one) => one.text).join('\n\n')
  const noted = (path: string, parts: ProseFound[]) => {
    for (const one of parts) draft.noteSpan(path, one.start, one.end, one.line.number, one.label)
  }
  settleBiography(draft)
  const running = prose.filter((one) => one.field === null || one.field === 'synopsis')
  reading.language =
    hint ?? languageOf(running.map((one) => one.text).join('\n')) ?? languageOf(prose.map((one) => one.text).join('\n'))
  for (const field of ['logline', 'shortSynopsis', 'directorsNote', 'biography'] as const) {
    const parts = of(field)
    if (parts.length === 0) continue
    reading[field] = joined(parts)
    noted(field, parts)
  }
  // The labelled hook; else the first of two or more paragraphs
  const labelled = [of('lead'), of('logline'), of('shortSynopsis')].find((parts) => parts.length > 0)
  let body = running
  if (labelled) {
    reading.lead = joined(labelled)
    noted('lead', labelled)
  } else if (
    running.length >= 2 &&
    !running.every((one) => one.field === 'synopsis' && one.labelled) &&
    !isTranslation(running)
  ) {
    reading.lead = running[0]!.text
    noted('lead', [running[0]!])
    body = running.slice(1)
  }
  if (body.length > 0) {
    reading.synopsis = joined(body)
    noted('synopsis', body)
  }
  reportLanguages(draft, body)
}

/** Whether the second paragraph says in another language what the first said: it is no lead to that. */
function isTranslation(running: ProseFound[]): boolean {
  const [first, second] = running
  const named = /^(?:EN|FR|DE|ES|IT|PT|CA|NL)\s*[–—:|-]\s/
  if ((first!.label === null || second!.label === null) && !(named.test(first!.text) && named.test(second!.text))) return false
  const languages = [languageOf(first!.text), languageOf(second!.text)]
  return languages[0] !== null && languages[1] !== null && languages[0] !== languages[1]
}

const BORN =
  /^.{0,40}(?:was born|is born|\(?born (?:in|\d)|est née?|née? (?:en|à|le)|wurde .{0,40}geboren|\(?geboren|geb\.|naci[óo]|nacid[oa] en|è nat[oa]|nat[oa] (?:a|nel)|nasceu|nascid[oa] em|va néixer|nascu[dt]\p{L}* a|werd geboren|studied|a étudié|studierte|estudi[óo])/iu

/** `Sami Ben Youssef est né à Nabeul en 1985…` below the text: a paragraph that opens with the director's name and birth is their life. */
function settleBiography(draft: Draft): void {
  const names = draft.reading.directors.map(fold)
  if (names.length === 0) return
  draft.prose.forEach((one, at) => {
    if (at === 0 || one.field !== null || !names.some((name) => mayOpen(one.text, name))) return
    const key = fold(one.text.slice(0, 80))
    const name = names.find((known) => key.startsWith(known))
    if (name !== undefined && BORN.test(one.text.slice(name.length, name.length + 160))) one.field = 'biography'
  })
}

/** Whether a text can open with a folded name: a plain letter is the same folded, and says no for most. */
function mayOpen(text: string, name: string): boolean {
  const letter = text.charCodeAt(0) | 32
  return letter < 97 || letter > 122 || letter === name.charCodeAt(0)
}

/** A synopsis in two languages is kept whole and said. */
function reportLanguages(draft: Draft, body: ProseFound[]): void {
  const first = body.length < 2 ? null : languageOf(body[0]!.text)
  if (first === null) return
  for (const one of body.slice(1, 40)) {
    const language = one.text.length > 80 ? languageOf(one.text.slice(0, 500)) : null
    if (language !== null && language !== first) {
      draft.warn('synopsis', 'ambiguous', one.line, `${first} / ${language}: ${one.text.slice(0, 60)}`)
      return
    }
  }
}
