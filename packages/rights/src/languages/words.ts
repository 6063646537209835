/** What contracts say of languages and their uses, beside the names that CLDR knows. */
import { ALL_USES, USES, type Use } from './languages.ts'
import type { Advice } from '../expression-error.ts'

const bit = (use: Use): number => 1 << USES.indexOf(use)

export const ALL_LANGUAGES: readonly string[] = [
  'All', 'All languages', 'Any language', 'Any', 'All language versions', 'Every language', 'All languages of the world',
  'Toutes', 'Toutes langues', 'Toutes les langues', 'Toutes versions', 'Toutes versions linguistiques', 'Alle', 'Alle Sprachen', 'Alle Sprachfassungen',
] // prettier-ignore

export const LANGUAGE_NAMES: Record<string, readonly string[]> = {
  zh: ['Mandarin', 'Putonghua'],
  yue: ['Cantonese', 'Cantonais', 'Kantonesisch'],
  fa: ['Farsi', 'Persan'],
  es: ['Castilian', 'Castellano', 'Castillan', 'Kastilisch'],
  gsw: ['Swiss German', 'Schweizerdeutsch', 'Suisse allemand', 'Suisse-allemand'],
  el: ['Modern Greek'],
} // prettier-ignore

/**
 * Ways in which a film is heard or read, by use bits. "A version" in a language is one that is *heard* in it: original,
 * dubbed or voice-over, not subtitled.
 */
export const USE_WORDS: readonly [uses: number, words: readonly string[]][] = [
  [bit('original'), ['Original', 'Originale', 'Original language', 'Original version', 'Version originale', 'Langue originale', 'OV', 'Originalfassung', 'Originalversion']],
  [bit('dubbed'), ['Dubbed', 'Dub', 'Dubs', 'Dubbing', 'Dubbed version', 'Doublé', 'Doublée', 'Doublage', 'Doublages', 'Version doublée', 'Doublés', 'Doublées', 'Synchronisiert', 'Synchro', 'Synchronfassung', 'Synchronisation', 'Doblado', 'Doblada', 'Doblados', 'Dobladas', 'Doblaje', 'Doblajes', 'Doppiato', 'Doppiata', 'Doppiati', 'Doppiate', 'Doppiaggio', 'Doppiaggi']],
  [bit('subtitled'), ['Subtitled', 'Sub', 'Subs', 'Subtitle', 'Subtitles', 'Subtitling', 'Sub-titled', 'Subtitled version', 'Sous-titré', 'Sous-titrée', 'Sous-titrés', 'Sous-titrées', 'Sous-titrage', 'Sous-titrages', 'Sous-titres', 'Version sous-titrée', 'ST', 'VOST', 'VO sous-titrée', 'VO sous-titré', 'Version originale sous-titrée', 'Original version subtitled', 'Original version with subtitles', 'Original with subtitles', 'Untertitelt', 'Untertitel', 'Untertiteln', 'UT', 'Subtitulado', 'Subtitulada', 'Subtitulados', 'Subtituladas', 'Subtítulos', 'Sottotitolato', 'Sottotitolata', 'Sottotitolati', 'Sottotitolate', 'Sottotitoli']],
  [bit('voice-over'), ['Voice-over', 'Voiceover', 'Voiced over', 'Voice over version', 'Voix off', 'Voix-off', 'Off-Stimme', 'Lektor']],
  [bit('original') | bit('dubbed') | bit('voice-over'), ['Version', 'Versions', 'Language version', 'Language versions', 'Fassung', 'Sprachfassung', 'Versión', 'Versione', 'Spoken', 'Audio']],
  [ALL_USES, ['All uses', 'All versions', 'Tous usages', 'Language', 'Languages', 'Speaking', 'Language rights', 'Rights', 'Langue']],
] // prettier-ignore

/** A language and its use in one word. */
export const COMPOUNDS: readonly [leaves: readonly string[], words: readonly string[]][] = [
  [['fr:original', 'fr:dubbed', 'fr:voice-over'], ['VF']],
  [['fr:subtitled'], ['VOSTFR', 'VOSTF', 'VOST FR', 'STF', 'STFR']],
  [['en:subtitled'], ['VOSTA', 'VOSTEN', 'VOST EN', 'STA', 'OmeU']],
  [
    ['de:original', 'de:dubbed', 'de:voice-over'],
    ['DF', 'Deutsche Fassung'],
  ],
  [['de:subtitled'], ['OmU', 'OmdU', 'Original mit Untertiteln', 'Original mit deutschen Untertiteln']],
]

export const REFUSED: readonly { phrases: readonly string[]; advice: Advice }[] = [
  {
    phrases: ['VO'],
    advice: { en: 'Write “original version” or “voice-over”.', fr: 'Écrivez « version originale » ou « voice-over ».' },
  },
  {
    phrases: ['VA'],
    advice: { en: 'Write “German version” or “English version”.', fr: 'Écrivez « version allemande » ou « version anglaise ».' },
  },
  {
    phrases: [
      'Local language',
      'Local languages',
      'Langue locale',
      'Langues locales',
      'National language',
      'Multilingual',
      'Multi',
    ],
    advice: { en: 'Write the languages.', fr: 'Écrivez les langues.' },
  },
]

/** Words between a use and its language: "dubbed in German", "avec sous-titres en français". */
export const BETWEEN = new Set(['in', 'into', 'en', 'al', 'di', 'with', 'avec', 'mit', 'auf', 'the', 'le', 'la', 'of', 'de'])
