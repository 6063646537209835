/**
 * What the reader says beside a line that it did not take for a fact. English is the measure; French must have every code
 * (the type says so). Codes are those of the catalogue's reading (`WARNING_CODES`).
 */
import type { WarningCode } from '@vitrine/catalogue'
import type { Locale } from './locale.ts'
import { inBoth } from './typeset.ts'

/** `field` as the reading names it ("year"), `text` the words as printed. */
export interface ReaderWarningParams {
  field: string
  text: string
}
type Words = Record<WarningCode, (p: ReaderWarningParams) => string>

const en: Words = {
  'no-title': () => 'No line of this sheet could be taken for its title.',
  'not-a-year': (p) => `“${p.text}” is not a year.`,
  'not-a-duration': (p) => `“${p.text}” is not a running time.`,
  'year-and-duration-swapped': (p) => `Year and running time seem to have changed places (“${p.text}”); neither was taken.`,
  'empty-label': (p) => `“${p.text}” stands without a value.`,
  'unknown-country': (p) => `“${p.text}” is not a country that ISO 3166 knows.`,
  'unknown-language': (p) => `“${p.text}” is not a language that could be recognised.`,
  'bad-check-character': (p) => `The check character of “${p.text}” is wrong: a digit may be mistyped.`,
  'bad-identifier': (p) => `“${p.text}” does not have the form of such an identifier.`,
  'two-values': (p) => `A second value for ${fieldEn(p.field)}, “${p.text}”, was not taken.`,
  'misspelt-label': (p) => `“${p.text}” was read as a misspelt label for ${fieldEn(p.field)}.`,
  'repeated-line': (p) => `“${p.text}” is there more than once.`,
  'several-films': (p) => `Another film seems to begin at “${p.text}”; only the first was read.`,
  'year-out-of-range': (p) => `“${p.text}” is no year in which this film can have been made.`,
  ambiguous: (p) => `“${p.text}” can be read in more than one way (${fieldEn(p.field)}).`,
  truncated: () => 'The text is longer than any sheet; its end was not read.',
  'not-understood': (p) => `“${p.text}” was not understood.`,
}

const fr: Words = {
  'no-title': () => 'Aucune ligne de cette fiche n’a pu être prise pour le titre.',
  'not-a-year': (p) => `« ${p.text} » n’est pas une année.`,
  'not-a-duration': (p) => `« ${p.text} » n’est pas une durée.`,
  'year-and-duration-swapped': (p) =>
    `L’année et la durée semblent avoir été interverties (« ${p.text} ») ; aucune n’a été retenue.`,
  'empty-label': (p) => `« ${p.text} » n’est suivi d’aucune valeur.`,
  'unknown-country': (p) => `« ${p.text} » n’est pas un pays connu de l’ISO 3166.`,
  'unknown-language': (p) => `« ${p.text} » n’a pas été reconnu comme une langue.`,
  'bad-check-character': (p) => `Le caractère de contrôle de « ${p.text} » est faux : un chiffre est peut-être mal saisi.`,
  'bad-identifier': (p) => `« ${p.text} » n’a pas la forme d’un tel identifiant.`,
  'two-values': (p) => `Une seconde valeur pour ${fieldFr(p.field)}, « ${p.text} », n’a pas été retenue.`,
  'misspelt-label': (p) => `« ${p.text} » a été lu comme une étiquette mal orthographiée pour ${fieldFr(p.field)}.`,
  'repeated-line': (p) => `« ${p.text} » figure plus d’une fois.`,
  'several-films': (p) => `Un autre film semble commencer à « ${p.text} » ; seul le premier a été lu.`,
  'year-out-of-range': (p) => `« ${p.text} » ne peut pas être l’année de ce film.`,
  ambiguous: (p) => `« ${p.text} » peut se lire de plusieurs façons (${fieldFr(p.field)}).`,
  truncated: () => 'Le texte est plus long que n’importe quelle fiche ; la fin n’a pas été lue.',
  'not-understood': (p) => `« ${p.text} » n’a pas été compris.`,
}

export const readerWarnings: Record<Locale, Words> = inBoth({ en, fr })

/** The fields that warnings are about, in words; a field without one is named by its code. */
const FIELDS: Record<string, [string, string]> = {
  title: ['the title', 'le titre'], originalTitle: ['the original title', 'le titre original'], otherTitles: ['other titles', 'les autres titres'], year: ['the year', 'l’année'],
  durations: ['the duration', 'la durée'], duration: ['the duration', 'la durée'], countries: ['the countries of production', 'les pays de production'], country: ['the countries of production', 'les pays de production'],
  director: ['the director', 'la réalisation'], directors: ['the director', 'la réalisation'], production: ['the production company', 'la société de production'], productionCompany: ['the production company', 'la société de production'], productionCompanies: ['the production company', 'la société de production'],
  producer: ['the producer', 'la production'], versions: ['the versions', 'les versions'], versionLanguages: ['the versions', 'les versions'], language: ['the language', 'la langue'], originalLanguage: ['the original language', 'la langue originale'], originalLanguages: ['the original language', 'la langue originale'],
  subtitles: ['the subtitles', 'les sous-titres'], subtitleLanguages: ['the subtitles', 'les sous-titres'], festivals: ['the festivals', 'les festivals'], awards: ['the prizes', 'les prix'], synopsis: ['the synopsis', 'le synopsis'], contact: ['the contact', 'le contact'],
  format: ['the format', 'le support'], genre: ['the genre', 'le genre'], 'identifiers.isan': ['the ISAN', 'l’ISAN'], 'identifiers.eidr': ['the EIDR', 'l’EIDR'], 'identifiers.imdb': ['the IMDb number', 'le numéro IMDb'], 'identifiers.tmdb': ['the TMDB number', 'le numéro TMDB'], 'identifiers.wikidata': ['the Wikidata item', 'l’élément Wikidata'], 'identifiers.reference': ['the reference', 'la référence'], unread: ['this line', 'cette ligne'],
} // prettier-ignore

function fieldEn(field: string): string {
  return FIELDS[field]?.[0] ?? field
}
function fieldFr(field: string): string {
  return FIELDS[field]?.[1] ?? field
}

/**
 * A reader's warning in the language of the desk.
 *
 * @example
 * readerWarning('fr', { code: 'not-a-year', field: 'year', text: 'inconnue' }) // "« inconnue » n’est pas une année."
 */
export function readerWarning(locale: Locale, warning: { code: WarningCode; field: string; text: string }): string {
  return readerWarnings[locale][warning.code](warning)
}
