/** What a letter asks for, by its words. A guess: whoever sees to the request is shown the word and says whether it is right. */

/** Whoever asks for both wants to buy: terms come first. */
const WORDS = [
  ['terms', /\b(?:licen[cs]\w+|rights|acquir\w+|acquisition\w*|buy|price|prices|pricing|quote|fee|fees|terms|offer|avail(?:able|s|ability|abilities)|deal|droits|acqu[ée]rir|acheter|achat|tarifs?|prix|devis|conditions|offre|disponib\w+|diffusion)(?![\p{L}\d])/iu],
  ['screener', /\b(?:screeners?|screening link|(?:preview|viewing|watch|vimeo)(?: link)?|link to (?:watch|view|see)|password|visionn\w+|lien (?:de|vers|pour|vimeo)|voir le film|mot de passe)(?![\p{L}\d])/iu],
] as const // prettier-ignore

/**
 * @example
 * guessKind('Could we get a viewing link?') // { kind: 'screener', words: 'viewing link' }
 */
export function guessKind(text: string): { kind: 'screener' | 'terms'; words: string } | null {
  for (const [kind, words] of WORDS) {
    const said = words.exec(text)?.[0]
    if (said !== undefined) return { kind, words: said }
  }
  return null
}
