/**
 * The words of a written sheet in each language: labels that the trade uses (and the reader knows), and how versions,
 * premieres and prizes are said.
 */
import type { CreditRole, LanguageUse, Premiere } from '../model/title-sheet.ts'
import type { Genre, Theme } from '../model/vocabulary.ts'
import { isoLanguageName } from '../tables/iso-639-3.ts'
import { de, es, it, pt } from './words-elsewhere.ts'

export interface SheetWords {
  title: string
  originalTitle: string
  otherTitle: string
  lead: string
  leadWrittenOn: string
  logline: string
  shortSynopsis: string
  synopsis: string
  directorsNote: string
  biography: string
  facts: string
  year: string
  duration: string
  director: string
  originalLanguage: string
  versions: string
  country: string
  production: string
  coProduction: string
  producer: string
  broadcaster: string
  supporter: string
  genre: string
  theme: string
  keyword: string
  place: string
  period: string
  format: string
  advisory: string
  rating: string
  reference: string
  trailer: string
  credits: string
  festivals: string
  section: string
  city: string
  prize: string
  press: string
  contact: string
  colon: string
  uses: Record<LanguageUse, string>
  hardOfHearing: string
  premieres: Record<Premiere, string>
  roles: Record<Exclude<CreditRole, 'other'>, string>
  genres: Record<Genre, string>
}

const en: SheetWords = {
  title: 'Title',
  originalTitle: 'Original title',
  otherTitle: 'Other title',
  lead: 'Lead',
  leadWrittenOn: 'Lead written on',
  logline: 'Logline',
  shortSynopsis: 'Short synopsis',
  synopsis: 'Synopsis',
  directorsNote: 'Director’s note',
  biography: 'Biography',
  facts: 'Facts',
  year: 'Year',
  duration: 'Duration',
  director: 'Director',
  originalLanguage: 'Original language',
  versions: 'Available versions',
  country: 'Country of production',
  production: 'Production company',
  coProduction: 'Co-production',
  producer: 'Producer',
  broadcaster: 'Broadcaster',
  supporter: 'Supported by',
  genre: 'Genre',
  theme: 'Themes',
  keyword: 'Keywords',
  place: 'Places',
  period: 'Period',
  format: 'Available format',
  advisory: 'Content advisory',
  rating: 'Rating',
  reference: 'Reference',
  trailer: 'Trailer',
  credits: 'Credits',
  festivals: 'Festivals',
  section: 'Section',
  city: 'City',
  prize: 'Prize',
  press: 'Press',
  contact: 'Contact',
  colon: ':',
  uses: { original: 'original', subtitled: 'subtitles', dubbed: 'dubbed', 'voice-over': 'voice-over' },
  hardOfHearing: 'SDH',
  premieres: {
    world: 'World premiere',
    international: 'International premiere',
    european: 'European premiere',
    continental: 'Continental premiere',
    national: 'National premiere',
    regional: 'Regional premiere',
    other: 'Premiere',
  },
  roles: {
    'co-director': 'Co-director',
    writer: 'Screenplay',
    photography: 'Cinematography',
    editing: 'Editing',
    sound: 'Sound design',
    'sound-mix': 'Sound mix',
    music: 'Music',
    narrator: 'Narrator',
    cast: 'Featuring',
    animation: 'Animation',
    graphics: 'Graphics',
    research: 'Research',
    'colour-grading': 'Colour grading',
    'executive-producer': 'Executive producer',
    'line-producer': 'Line producer',
    'commissioning-editor': 'Commissioning editor',
    'production-manager': 'Production manager',
    'set-design': 'Set design',
  },
  genres: {
    documentary: 'Documentary',
    'feature-documentary': 'Feature documentary',
    'short-documentary': 'Short documentary',
    'documentary-series': 'Documentary series',
    docudrama: 'Docudrama',
    'animated-documentary': 'Animated documentary',
    reportage: 'Reportage',
    essay: 'Essay',
    'archive-film': 'Archive film',
    portrait: 'Portrait',
    'concert-film': 'Concert film',
    'wildlife-film': 'Wildlife film',
  },
}

const fr: SheetWords = {
  title: 'Titre',
  originalTitle: 'Titre original',
  otherTitle: 'Autre titre',
  lead: 'Accroche',
  leadWrittenOn: 'Accroche écrite le',
  logline: 'Logline',
  shortSynopsis: 'Synopsis court',
  synopsis: 'Synopsis',
  directorsNote: 'Note d’intention',
  biography: 'Biographie',
  facts: 'Fiche technique',
  year: 'Année',
  duration: 'Durée',
  director: 'Réalisation',
  originalLanguage: 'Langue originale',
  versions: 'Versions disponibles',
  country: 'Pays de production',
  production: 'Société de production',
  coProduction: 'Coproduction',
  producer: 'Producteur',
  broadcaster: 'Diffuseur',
  supporter: 'Avec le soutien de',
  genre: 'Genre',
  theme: 'Thèmes',
  keyword: 'Mots-clés',
  place: 'Lieux',
  period: 'Période',
  format: 'Support',
  advisory: 'Avertissement',
  rating: 'Classification',
  reference: 'Référence',
  trailer: 'Bande-annonce',
  credits: 'Générique',
  festivals: 'Festivals',
  section: 'Section',
  city: 'Ville',
  prize: 'Prix',
  press: 'La presse',
  contact: 'Contact',
  colon: ' :',
  uses: { original: 'version originale', subtitled: 'sous-titres', dubbed: 'doublage', 'voice-over': 'voice-over' },
  hardOfHearing: 'SME',
  premieres: {
    world: 'Première mondiale',
    international: 'Première internationale',
    european: 'Première européenne',
    continental: 'Première continentale',
    national: 'Première nationale',
    regional: 'Première régionale',
    other: 'Avant-première',
  },
  roles: {
    'co-director': 'Coréalisateur',
    writer: 'Scénario',
    photography: 'Photographie',
    editing: 'Montage',
    sound: 'Ingénieur du son',
    'sound-mix': 'Mixage',
    music: 'Musique',
    narrator: 'Voix off',
    cast: 'Avec',
    animation: 'Animation',
    graphics: 'Graphisme',
    research: 'Documentaliste',
    'colour-grading': 'Étalonnage',
    'executive-producer': 'Producteur exécutif',
    'line-producer': 'Directeur de production',
    'commissioning-editor': 'Chargé de programmes',
    'production-manager': 'Chargé de production',
    'set-design': 'Décors',
  },
  genres: {
    documentary: 'Documentaire',
    'feature-documentary': 'Long métrage documentaire',
    'short-documentary': 'Court métrage documentaire',
    'documentary-series': 'Série documentaire',
    docudrama: 'Docudrama',
    'animated-documentary': 'Documentaire d’animation',
    reportage: 'Reportage',
    essay: 'Essai',
    'archive-film': 'Film d’archives',
    portrait: 'Portrait',
    'concert-film': 'Film de concert',
    'wildlife-film': 'Film animalier',
  },
}

const WORDS: Record<string, SheetWords> = { en, fr, de, es, it, pt }

/** The words for a language; English for one that has no table. */
export function wordsFor(language: string): SheetWords {
  return WORDS[language.split('-')[0]!.toLowerCase()] ?? en
}

/** A house theme in words: the code with its hyphens open, as the English list has them; in French by its own name. */
const THEMES_FR: Record<Theme, string> = {
  'current-affairs': 'actualité',
  geopolitics: 'géopolitique',
  conflict: 'conflits',
  politics: 'politique',
  history: 'histoire',
  society: 'société',
  'human-rights': 'droits humains',
  justice: 'justice',
  crime: 'criminalité',
  investigation: 'enquête',
  migration: 'migrations',
  women: 'femmes',
  youth: 'jeunesse',
  family: 'famille',
  education: 'éducation',
  work: 'travail',
  economy: 'économie',
  religion: 'religion',
  environment: 'environnement',
  climate: 'climat',
  water: 'eau',
  wildlife: 'vie sauvage',
  ocean: 'océan',
  science: 'sciences',
  technology: 'technologie',
  space: 'espace',
  health: 'santé',
  food: 'alimentation',
  arts: 'arts',
  music: 'musique',
  dance: 'danse',
  cinema: 'cinéma',
  literature: 'littérature',
  photography: 'photographie',
  architecture: 'architecture',
  sport: 'sport',
  travel: 'voyage',
  discovery: 'découverte',
  portrait: 'portrait',
  media: 'médias',
}

/** The name of a theme in a language; a theme that is no code is itself. */
export function themeName(theme: string, language: string): string {
  const french = language.startsWith('fr') ? THEMES_FR[theme as Theme] : undefined
  return french ?? (theme in THEMES_FR ? theme.replaceAll('-', ' ') : theme)
}

const THEME_CODES = new Map<string, Theme>(
  (Object.keys(THEMES_FR) as Theme[]).flatMap((code) => [
    [code, code],
    [code.replaceAll('-', ' '), code],
    [THEMES_FR[code].toLowerCase(), code],
  ]),
)

/** The code of a theme by its English or French name; null when the house has none for it. */
export function themeCode(name: string): Theme | null {
  return THEME_CODES.get(name.toLowerCase().trim()) ?? null
}

/** The name of a language in another (CLDR), in English where it has none (ISO 639-3); its code where nobody names it. */
export function languageName(code: string, language: string): string {
  if (code === 'zxx') return language.startsWith('fr') ? 'sans dialogue' : 'no dialogue'
  const names = (fallback: 'code' | 'none') =>
    new Intl.DisplayNames([language, 'en'], { type: 'language', languageDisplay: 'standard', fallback }).of(code)
  return names('none') ?? isoLanguageName(code) ?? names('code') ?? code
}

/** The name of a country in a language (CLDR), the short one where the long one is a phrase (Hong Kong SAR China). */
export function countryName(code: string, language: string): string {
  const named = (style: 'long' | 'short') => new Intl.DisplayNames([language, 'en'], { type: 'region', style }).of(code) ?? code
  const long = named('long')
  return long.length > 22 ? named('short') : long
}
