/** The words and signs that join terms, in the languages that contracts are written in. */
import { phraseKey, PhraseTable } from './tokens.ts'

export interface Operator {
  readonly does: 'list' | 'add' | 'exclude' | 'part'
  /** A sign of arithmetic works on what stands left of it; a word takes the rest of the list. */
  readonly isSign: boolean
}

const WRITTEN: readonly (readonly [Operator['does'], readonly string[]])[] = [
  ['list', [',', '/', '&', 'y', 'e', 'as well as', 'sowie', 'ainsi que']],
  ['add', ['+', 'plus', 'incl', 'including', 'inclusive of', 'y compris', 'inclus', 'incluant', 'inkl', 'einschließlich', 'with', 'avec', 'mit']],
  ['exclude', ['-', 'minus', 'moins', 'excl', 'excluding', 'exclude', 'excludes', 'exclusive of', 'except', 'except for', 'apart from', 'separate from', 'separately from', 'with the exception of']],
  ['exclude', ['without', 'w/o', 'other than', 'outside', 'outside of', 'but', 'but not', 'but excluding', 'not including', 'not']],
  ['exclude', ['hors', 'en dehors de', 'en dehors du', 'en dehors des', 'sauf', 'sans', 'excepté', 'exclu', 'à part', 'à l’exception de', 'à l’exception du', 'à l’exception des', 'à l’exception d’', 'à l’exclusion de', 'à l’exclusion du', 'à l’exclusion des', 'à l’exclusion d’', 'séparément de', 'séparément du', 'excluant']],
  ['exclude', ['excepto', 'exceptuando', 'salvo', 'menos', 'meno', 'sin', 'a excepción de', 'escluso', 'esclusa', 'esclusi', 'escluse', 'tranne', 'eccetto', 'senza', 'ad eccezione di']],
  ['exclude', ['ohne', 'außer', 'außerhalb', 'außerhalb von', 'ausgenommen', 'exkl', 'mit Ausnahme von']],
  ['part', [';']],
] // prettier-ignore
const SIGNS = new Set(['+', 'plus', '-', 'minus', 'moins'])

export const OPERATORS = new PhraseTable<Operator>()
for (const [does, phrases] of WRITTEN)
  for (const phrase of phrases) OPERATORS.set(phraseKey(phrase), { does, isSign: SIGNS.has(phrase) })
