/** What remains of a value once its fact was taken: words that nobody may lose in silence ("2023, shot in Peru"). */
import type { Draft } from './draft.ts'
import type { Field } from './labels/fields.ts'
import { onlyLanguages } from './languages.ts'
import { plain, splitPiece, stripPiece, subPiece } from './source.ts'
import type { Piece } from './source.ts'
import { isMonth } from './years.ts'

/** How much a draft held before a value was read. */
export interface Held {
  provenance: number
  warnings: number
  kept: number
}

export const held = ({ reading, oddYears, oddDurations, prose }: Draft): Held => ({
  provenance: reading.provenance.length,
  warnings: reading.warnings.length,
  kept: reading.unread.length + oddYears.length + oddDurations.length + prose.length,
})

/** Whose reading says itself what it did not understand, and whose words between names say how the names belong together. */
const SAY_THEMSELVES = new Set<Field>([
  'versions', 'originalLanguage', 'language', 'subtitles', 'festivals', 'awards', 'premiere', 'director', 'production', 'productionCompany',
  'producedBy', 'producer', 'coProducer', 'broadcaster', 'supporter', 'contact', 'email', 'phone', 'website', 'press',
]) // prettier-ignore

/** Words that join values, count or round them, or name a cut: nothing is lost with them. */
const JOINTS = new Set(
  (
    'and et und y e i o u ou oder or of de du des der die das the la le les il lo el los las a à au en in im ' +
    'approx approximately ca circa environ about c total totale each chacun chacune je cada per par pro por ' +
    'min mins minutes minuten minuti minutos minuts mn h hours heures stunden std horas ore sec s mt mtr mts m metres meters metri metros mètres ' +
    'episode episodes épisode épisodes folge folgen teil teile teilig part parts partie parties episodio episodios episodi episódio episódios capítulos puntate ' +
    'isan eidr imdb tmdb wikidata trailer ' +
    'tv cinema cinéma kino cine festival theatrical long longue short courte court lange kurze version versions versione versión versão versió fassung cut ' +
    'spring summer autumn fall winter printemps été automne hiver frühjahr frühling sommer herbst primavera verano otoño invierno estate autunno inverno verão outono ' +
    'early late mid end début fin mi anfang mitte ende principios finales inizio fine início'
  ).split(' '),
)
const isJoint = (word: string) => JOINTS.has(word) || isMonth(word) || /^\p{L}$/u.test(word)

/** The stretches of a value that no fact, no warning and no unread line holds, and that say something. */
export function leftOver(draft: Draft, field: Field, value: Piece, since: Held): Piece[] {
  if (SAY_THEMSELVES.has(field) || field.startsWith('credit:') || value.text.length > 2000) return []
  const now = held(draft)
  if (now.kept > since.kept) return []
  const taken: { from: number; to: number }[] = []
  for (const { place } of draft.reading.provenance.slice(since.provenance))
    taken.push({ from: place.start - value.start, to: place.end - value.start })
  for (const { text } of draft.reading.warnings.slice(since.warnings)) {
    const from = value.text.indexOf(text)
    if (from < 0) return [] // said in other words than it is printed: the whole value was looked at
    taken.push({ from, to: from + text.length })
  }
  if (taken.length === 0) return []
  const cuts = draft.reading.cuts.some(({ versions }) => versions.length > 0)
  return gaps(value, taken)
    .flatMap((gap) => splitPiece(gap, /[,;|•·\t()[\]]+|\s[–—/-]\s/g))
    .map((piece) => stripPiece(piece, ' ,;:./|&+–—-()[]'))
    .filter(({ text }) => /\d\p{L}/u.test(text) || (/\p{L}{2}/u.test(text) && !words(text).every(isJoint))) // "4K" too
    .filter((piece) => !(cuts && onlyLanguages(piece, null) !== null)) // the versions of a cut: "52' (English, French)"
}

const words = (text: string): string[] => plain(text).toLowerCase().split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '') // prettier-ignore

function gaps(value: Piece, taken: { from: number; to: number }[]): Piece[] {
  const between: Piece[] = []
  let at = 0
  for (const { from, to } of taken.toSorted((a, b) => a.from - b.from)) {
    if (from > at) between.push(subPiece(value, at, from))
    at = Math.max(at, to)
  }
  if (at < value.text.length) between.push(subPiece(value, at))
  return between
}
