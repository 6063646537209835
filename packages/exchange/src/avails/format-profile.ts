/** In which definition a platform gets a film. */
export type FormatProfile = 'SD' | 'HD' | 'UHD'

const WORDS: readonly { profile: FormatProfile; words: RegExp }[] = [
  {
    profile: 'UHD',
    words: /\b(?:uhd(?:tv)?|ultra[\s-]?hd|[4-8]k|2160(?:[pi]\d{0,3})?|3840\s*[x×]\s*2160|4096\s*[x×]\s*\d{4})\b/i,
  },
  {
    profile: 'HD',
    words:
      /\b(?:(?:full[\s-]?)?hd(?:tv|cam|v)?(?:[\s-]?sr)?|2(?:\.7)?k|1080(?:[pi]\d{0,3})?|720p\d{0,3}|blu-?ray|dcp|xdcam[\s-]?hd)\b/i,
  },
  {
    profile: 'SD',
    words: /\b(?:sd(?:tv)?|dvd|dvcam|mini-?dv|digi-?beta|beta(?:cam)?(?:[\s-]?sp)?|pal|ntsc|576[pi]?|480[pi]?)\b/i,
  },
]

/**
 * The best definition that any of the texts names: a film that exists in UHD and in SD is sold in UHD. Null where none does.
 *
 * @example
 * profileOf(['colour', 'HD', '16:9']) // 'HD'
 * profileOf(['ProRes 4K', 'DVD'])     // 'UHD'
 */
export const profileOf = (texts: readonly string[]): FormatProfile | null =>
  WORDS.find(({ words }) => texts.some((text) => words.test(text)))?.profile ?? null
