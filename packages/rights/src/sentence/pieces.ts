/** What pieces of an expression mean in a sentence that the grammar of expressions reads otherwise, or not at all. */
import { phraseKey, tokensOf } from '../expression/tokens.ts'
import { languagePhrases } from '../languages/phrases.ts'
import { mediaOfBranch } from '../media/media-set.ts'
import { parseMedia } from '../media/parse.ts'
import type { Piece } from './expressions.ts'

/** Words that say which television, and nothing without it. */
const KINDS = new Set(['free', 'basic', 'pay', 'premium', 'linear', 'gratuite', 'payante', 'en clair', 'gratuita', 'en abierto', 'in chiaro', 'de pago', 'a pagamento'].map(phraseKey)) // prettier-ignore
const TV = mediaOfBranch('tv')

/** "TV, free and pay", "télévision, gratuite et payante": the television that is meant is of these kinds, and not all of it. */
export function kindsOfTelevision(pieces: readonly Piece[]): readonly Piece[] {
  const kept = pieces.filter((piece, n) => {
    const next = pieces[n + 1]
    const isSaid = next?.joint === ',' && isKind(next.text)
    return !(isSaid && piece.joint !== 'excl.' && !isKind(piece.text) && isTelevision(piece.text))
  })
  return kept.length === pieces.length ? pieces : kept.map((piece, n) => (n === 0 ? { ...piece, joint: '' } : piece))
}

const isKind = (text: string): boolean => KINDS.has(phraseKey(text))

/** "Free and pay", "gratuite ou payante". */
export const areKinds = (text: string): boolean => text.split(/ (?:and|et|und|or|ou|oder|[yeo&/+]) |, ?/iu).every(isKind)

const isTelevision = (text: string): boolean => parseMedia(text) === TV

/**
 * "English and Spanish dubbed", "doublage espagnol et italien", "Polish, Czech and Slovak, subtitled or voice-over": the use is meant of each
 * language most often, and an expression that is written down has to say it with each.
 */
export function withUseOfEach(given: readonly Piece[]): readonly Piece[] | null {
  const pieces = isReadInSeveral(given) ? given.slice(1) : given
  if (pieces.some(({ joint }) => joint === 'excl.')) return null
  const firstUse = pieces.findIndex(({ isUse }) => isUse)
  const firstLanguage = pieces.findIndex(({ isUse }) => !isUse)
  const parted = firstUse > 0 ? firstUse : firstLanguage
  if (firstUse === -1 || firstLanguage === -1) return null
  const [before, behind] = [pieces.slice(0, parted), pieces.slice(parted)]
  const [languages, uses] = firstUse > 0 ? [before, behind] : [behind, before]
  if (languages.length < 2 || languages.some(isNoLanguage) || uses.some(({ isUse }) => !isUse)) return null
  const use = uses.map(({ text }) => text).join(' & ')
  return languages.map((piece, n) => ({ ...piece, joint: n === 0 ? '' : ',', text: firstUse > 0 ? `${piece.text} ${use}` : `${use} ${piece.text}` }))
} // prettier-ignore

/** "Original version with English and French subtitles": one version, read in each. */
export const isReadInSeveral = (pieces: readonly Piece[]): boolean => pieces[1]?.joint === 'with' && isOriginal(pieces[0]!)

const meaningOf = ({ text }: Piece) => {
  const tokens = tokensOf(text)
  const phrase = languagePhrases().longest(tokens, 0)
  return phrase?.end === tokens.length ? phrase.meaning : null
}

const isOriginal = (piece: Piece): boolean => {
  const meaning = meaningOf(piece)
  return meaning?.kind === 'use' && meaning.uses === 1
}

/** A language with its use in one word ("VF"), a version, a use. */
const isNoLanguage = (piece: Piece): boolean => {
  const meaning = meaningOf(piece)
  return piece.isUse || (meaning !== null && meaning.kind !== 'language')
}
