/**
 * Languages and language versions: "English and French", "X w/English st", `OmU`, `VOSTFR`, `v.o. sott. it.`, "Dt., Franz.
 * mit engl. UT", `VO ST ANG/FRA`, "German (dubbed, SDH)".
 */
import type { LanguageUse } from '../model/title-sheet.ts'
import { type LanguageFound, type LanguageReading, VersionLine } from './languages/version-line.ts'
import { tokensOf } from './languages/words.ts'
import type { Piece } from './source.ts'

export type { LanguageFound, LanguageReading }

/** The languages of a piece, each with its use where the piece says so; `use` is what the label says ("Subtitles": subtitled). */
export function readLanguages(piece: Piece, use: LanguageUse | null): LanguageReading {
  return new VersionLine(piece, tokensOf(piece.text, false)!, use).read()
}

/** The languages of a piece that speaks of nothing else; null as soon as a word shows that it does. */
export function onlyLanguages(piece: Piece, use: LanguageUse | null): LanguageReading | null {
  const tokens = tokensOf(piece.text, true)
  const reading = tokens && new VersionLine(piece, tokens, use).read()
  return reading === null || reading.unknown.length > 0 ? null : reading
}
