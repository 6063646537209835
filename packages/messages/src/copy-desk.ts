/**
 * What the copy desk says beside a text: a short name for each kind of finding, and a sentence for each finding. English is
 * the measure; French must have every code (the type says so). Codes and parameters are those of the catalogue's copy desk.
 */
import type { Locale } from './index.ts'
import { inBoth } from './typeset.ts'

type Params = Record<string, string | number>
interface CopyWords {
  name: string
  say: (p: Params) => string
}

const factEn: Record<string, string> = {
  year: 'the year of production',
  duration: 'the duration',
  director: 'the director',
  versions: 'the language versions',
  country: 'the country of production',
  production: 'the production company',
  synopsis: 'a synopsis',
  poster: 'a poster',
  stills: 'stills',
  contact: 'a contact for the rights',
  trailer: 'a trailer',
}
const factFr: Record<string, string> = {
  year: 'l’année de production',
  duration: 'la durée',
  director: 'la réalisation',
  versions: 'les versions linguistiques',
  country: 'le pays de production',
  production: 'la société de production',
  synopsis: 'un synopsis',
  poster: 'une affiche',
  stills: 'des photos',
  contact: 'un contact pour les droits',
  trailer: 'une bande-annonce',
}
const textEn: Record<string, string> = {
  lead: 'The lead',
  logline: 'The logline',
  shortSynopsis: 'The short synopsis',
  synopsis: 'The synopsis',
}
const textFr: Record<string, string> = {
  lead: 'L’accroche',
  logline: 'Le pitch',
  shortSynopsis: 'Le résumé court',
  synopsis: 'Le synopsis',
}
const identifierEn: Record<string, string> = {
  eidr: 'an EIDR',
  isan: 'an ISAN',
  imdb: 'an IMDb number',
  tmdb: 'a TMDB number',
  wikidata: 'a Wikidata item',
  reference: 'a reference of the house',
}
const identifierFr: Record<string, string> = {
  eidr: 'd’un EIDR',
  isan: 'd’un ISAN',
  imdb: 'd’un numéro IMDb',
  tmdb: 'd’un numéro TMDB',
  wikidata: 'd’un élément Wikidata',
  reference: 'd’une référence de la maison',
}
const languageEn: Record<string, string> = {
  en: 'English',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  ca: 'Catalan',
}
const languageFr: Record<string, string> = {
  en: 'anglais',
  fr: 'français',
  de: 'allemand',
  es: 'espagnol',
  it: 'italien',
  pt: 'portugais',
  ca: 'catalan',
}
const word = (table: Record<string, string>, key: string | number | undefined) => table[String(key)] ?? String(key)

const en = {
  'name-variants': { name: 'Name in two spellings', say: (p) => `“${p['found']}” is also spelt “${p['other']}” in this text.` },
  'stray-word': { name: 'Stray word', say: (p) => `A word too many in “${p['found']}”.` },
  'doubled-word': { name: 'Word twice', say: (p) => `“${p['found']}” stands twice.` },
  'doubled-punctuation': { name: 'Doubled punctuation', say: (p) => `Two marks that do not go together: “${p['found']}”.` },
  'doubled-space': { name: 'Doubled space', say: () => 'More than one space.' },
  'mixed-quotes': {
    name: 'Mixed quotation marks',
    say: (p) =>
      p['kind'] === 'apostrophe'
        ? 'Straight and typographic apostrophes are mixed.'
        : 'Straight and typographic quotation marks are mixed.',
  },
  'unpaired-mark': { name: 'Mark without partner', say: (p) => `“${p['found']}” has no partner in this paragraph.` },
  'space-before-punctuation': { name: 'Space before a mark', say: (p) => `No space belongs before “${p['found']}”.` },
  'missing-space': { name: 'Missing space', say: (p) => `A space is missing after “${p['found']}”.` },
  'missing-thin-space': { name: 'Thin space', say: (p) => `French puts a thin space next to “${p['found']}”.` },
  'a-or-an': { name: 'A or an', say: (p) => `“${p['found']}” should be “${p['other']}”.` },
  'mixed-script': {
    name: 'Two alphabets in one word',
    say: (p) => `“${p['found']}” has letters of two alphabets: it will not be found by search.`,
  },
  'broken-characters': { name: 'Broken characters', say: (p) => `“${p['found']}” is text that lost its encoding.` },
  'aged-lead': {
    name: 'Lead that ages',
    say: (p) =>
      Number(p['days']) > 0
        ? `“${p['found']}” was written ${p['days']} days ago.`
        : `“${p['found']}” will date: give the day, or say it without.`,
  },
  'too-long': {
    name: 'Too long',
    say: (p) => `${word(textEn, p['field'])} has ${p['length']} characters; platforms take ${p['limit']}.`,
  },
  'facts-disagree': { name: 'Text against facts', say: (p) => `The text says “${p['found']}”, the facts say ${p['fact']}.` },
  'missing-fact': { name: 'Missing', say: (p) => `Buyers ask for ${word(factEn, p['fact'])}.` },
  'other-language-missing': {
    name: 'Other language missing',
    say: (p) => `${word(textEn, p['field'])} is not there in ${word(languageEn, p['language'])}.`,
  },
  'repeated-sentence': { name: 'Sentence twice', say: () => 'This sentence has been said already.' },
  'missing-end-punctuation': { name: 'No end', say: () => 'The paragraph does not end.' },
  'hyphen-for-dash': { name: 'Hyphen for dash', say: () => 'A dash is wanted here, not a hyphen.' },
  'all-caps-title': {
    name: 'Title in capitals',
    say: () => 'Keep the title in ordinary letters: pages set it in capitals where the design wants it.',
  },
  'identifier-check': {
    name: 'Check character',
    say: (p) => `The check character of “${p['found']}” is wrong: a digit may be mistyped.`,
  },
  'identifier-incomplete': { name: 'Check character missing', say: (p) => `“${p['found']}” lacks its check character.` },
  'identifier-form': {
    name: 'No such identifier',
    say: (p) => `“${p['found']}” does not have the form of ${word(identifierEn, p['kind'])}.`,
  },
  'not-checked': { name: 'Not checked', say: (p) => `Only the first ${p['checked']} characters were checked.` },
} satisfies Record<string, CopyWords>

/** A kind of finding, as the copy desk names it. */
export type CopyCode = keyof typeof en

const fr: Record<CopyCode, CopyWords> = {
  'name-variants': {
    name: 'Nom à deux orthographes',
    say: (p) => `« ${p['found']} » s’écrit aussi « ${p['other']} » dans ce texte.`,
  },
  'stray-word': { name: 'Mot en trop', say: (p) => `Un mot de trop dans « ${p['found']} ».` },
  'doubled-word': { name: 'Mot répété', say: (p) => `« ${p['found']} » est écrit deux fois.` },
  'doubled-punctuation': { name: 'Ponctuation double', say: (p) => `Deux signes qui ne vont pas ensemble : « ${p['found']} ».` },
  'doubled-space': { name: 'Espace double', say: () => 'Plus d’une espace.' },
  'mixed-quotes': {
    name: 'Guillemets mêlés',
    say: (p) =>
      p['kind'] === 'apostrophe'
        ? 'Apostrophes droites et typographiques sont mêlées.'
        : 'Guillemets droits et typographiques sont mêlés.',
  },
  'unpaired-mark': { name: 'Signe sans pendant', say: (p) => `« ${p['found']} » n’a pas de pendant dans ce paragraphe.` },
  'space-before-punctuation': { name: 'Espace avant un signe', say: (p) => `Pas d’espace avant « ${p['found']} ».` },
  'missing-space': { name: 'Espace manquante', say: (p) => `Il manque une espace après « ${p['found']} ».` },
  'missing-thin-space': { name: 'Espace fine', say: (p) => `Le français met une espace fine à côté de « ${p['found']} ».` },
  'a-or-an': { name: 'A ou an', say: (p) => `« ${p['found']} » devrait être « ${p['other']} ».` },
  'mixed-script': {
    name: 'Deux alphabets dans un mot',
    say: (p) => `« ${p['found']} » mêle les lettres de deux alphabets : la recherche ne le trouvera pas.`,
  },
  'broken-characters': { name: 'Caractères abîmés', say: (p) => `« ${p['found']} » est un texte qui a perdu son encodage.` },
  'aged-lead': {
    name: 'Accroche qui vieillit',
    say: (p) =>
      Number(p['days']) > 0
        ? `« ${p['found']} » a été écrit il y a ${p['days']} jours.`
        : `« ${p['found']} » vieillira : donnez la date, ou dites-le autrement.`,
  },
  'too-long': {
    name: 'Trop long',
    say: (p) => `${word(textFr, p['field'])} compte ${p['length']} signes ; les plateformes en prennent ${p['limit']}.`,
  },
  'facts-disagree': { name: 'Texte contre fiche', say: (p) => `Le texte dit « ${p['found']} », la fiche dit ${p['fact']}.` },
  'missing-fact': { name: 'Manque', say: (p) => `Les acheteurs demandent ${word(factFr, p['fact'])}.` },
  'other-language-missing': {
    name: 'Autre langue manquante',
    say: (p) => `${word(textFr, p['field'])} n’existe pas en ${word(languageFr, p['language'])}.`,
  },
  'repeated-sentence': { name: 'Phrase répétée', say: () => 'Cette phrase a déjà été dite.' },
  'missing-end-punctuation': { name: 'Sans fin', say: () => 'Le paragraphe ne se termine pas.' },
  'hyphen-for-dash': { name: 'Trait d’union pour tiret', say: () => 'Il faut ici un tiret, pas un trait d’union.' },
  'all-caps-title': {
    name: 'Titre en capitales',
    say: () => 'Gardez le titre en lettres ordinaires : les pages le mettent en capitales où la maquette le veut.',
  },
  'identifier-check': {
    name: 'Caractère de contrôle',
    say: (p) => `Le caractère de contrôle de « ${p['found']} » est faux : un chiffre est peut-être mal saisi.`,
  },
  'identifier-incomplete': {
    name: 'Caractère de contrôle absent',
    say: (p) => `Il manque à « ${p['found']} » son caractère de contrôle.`,
  },
  'identifier-form': {
    name: 'Identifiant d’une autre forme',
    say: (p) => `« ${p['found']} » n’a pas la forme ${word(identifierFr, p['kind'])}.`,
  },
  'not-checked': { name: 'Non vérifié', say: (p) => `Seuls les ${p['checked']} premiers signes ont été vérifiés.` },
}

const WORDS: Record<Locale, Record<CopyCode, CopyWords>> = inBoth({ en, fr })

/** Every kind of finding that has words. */
export const COPY_CODES = Object.keys(en) as CopyCode[]

/**
 * The short name of a kind of finding.
 *
 * @example
 * copyCodeName('doubled-space', 'fr') // "Espace double"
 */
export function copyCodeName(code: string, locale: Locale): string {
  return WORDS[locale][code as CopyCode]?.name ?? code
}

/**
 * One finding as a sentence in the editor's language; a code that is not known here keeps its English message.
 *
 * @example
 * copyFindingText({ code: 'doubled-word', params: { found: 'the' }, message: '…' }, 'fr') // "« the » est écrit deux fois."
 */
export function copyFindingText(finding: { code: string; params: Params; message: string }, locale: Locale): string {
  return WORDS[locale][finding.code as CopyCode]?.say(finding.params) ?? finding.message
}
