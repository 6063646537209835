/**
 * Names for the codes of the title sheet: themes, genres, slots, credits, uses of a language, premieres. The codes are
 * those of packages/catalogue/src/model; vocabulary.test.ts holds that none lacks a name.
 */
import type { Locale } from './locale.ts'

const en = {
  theme: {
    'current-affairs': 'Current affairs', geopolitics: 'Geopolitics', conflict: 'Conflict', politics: 'Politics', history: 'History', society: 'Society',
    'human-rights': 'Human rights', justice: 'Justice', crime: 'Crime', investigation: 'Investigation', migration: 'Migration', women: 'Women', youth: 'Youth',
    family: 'Family', education: 'Education', work: 'Work', economy: 'Economy', religion: 'Religion', environment: 'Environment', climate: 'Climate',
    water: 'Water', wildlife: 'Wildlife', ocean: 'Ocean', science: 'Science', technology: 'Technology', space: 'Space', health: 'Health', food: 'Food',
    arts: 'Arts', music: 'Music', dance: 'Dance', cinema: 'Cinema', literature: 'Literature', photography: 'Photography', architecture: 'Architecture',
    sport: 'Sport', travel: 'Travel', discovery: 'Discovery', portrait: 'Portraits', media: 'Media',
  },
  genre: {
    documentary: 'Documentary', 'feature-documentary': 'Feature documentary', 'short-documentary': 'Short documentary', 'documentary-series': 'Documentary series',
    docudrama: 'Docudrama', 'animated-documentary': 'Animated documentary', reportage: 'Reportage', essay: 'Essay', 'archive-film': 'Archive film',
    portrait: 'Portrait', 'concert-film': 'Concert film', 'wildlife-film': 'Wildlife film',
  },
  slot: { short: 'Under 20 min', '26': '26 min', '52': '52 min', '75': '75 min', '90': '90 min', long: 'Over 105 min', series: 'Series' },
  credit: {
    'co-director': 'Co-director', writer: 'Written by', photography: 'Photography', editing: 'Editing', sound: 'Sound', 'sound-mix': 'Sound mix', music: 'Music',
    narrator: 'Narrated by', cast: 'With', animation: 'Animation', graphics: 'Graphics', research: 'Research', 'colour-grading': 'Colour grading',
    'executive-producer': 'Executive producer', 'line-producer': 'Line producer', 'commissioning-editor': 'Commissioning editor',
    'production-manager': 'Production manager', 'set-design': 'Set design', other: 'Credit',
  },
  use: { original: 'original', subtitled: 'subtitles', dubbed: 'dubbed', 'voice-over': 'voice-over' },
  premiere: {
    world: 'World premiere', international: 'International premiere', european: 'European premiere', continental: 'Continental premiere', national: 'National premiere',
    regional: 'Regional premiere', other: 'Premiere',
  },
  facet: {
    theme: 'Theme', slot: 'Length', year: 'Year', country: 'Country of production', version: 'Language version', festival: 'Festival', director: 'Director',
    genre: 'Genre', collection: 'Collection', status: 'Status',
  },
  status: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
}

/** The same codes, each with a name. */
type Names = { [G in keyof typeof en]: { [K in keyof (typeof en)[G]]: string } }

const fr: Names = {
  theme: {
    'current-affairs': 'Actualité', geopolitics: 'Géopolitique', conflict: 'Conflits', politics: 'Politique', history: 'Histoire', society: 'Société',
    'human-rights': 'Droits humains', justice: 'Justice', crime: 'Crime', investigation: 'Enquête', migration: 'Migrations', women: 'Femmes', youth: 'Jeunesse',
    family: 'Famille', education: 'Éducation', work: 'Travail', economy: 'Économie', religion: 'Religion', environment: 'Environnement', climate: 'Climat',
    water: 'Eau', wildlife: 'Vie sauvage', ocean: 'Océan', science: 'Sciences', technology: 'Technologies', space: 'Espace', health: 'Santé', food: 'Alimentation',
    arts: 'Arts', music: 'Musique', dance: 'Danse', cinema: 'Cinéma', literature: 'Littérature', photography: 'Photographie', architecture: 'Architecture',
    sport: 'Sport', travel: 'Voyage', discovery: 'Découverte', portrait: 'Portraits', media: 'Médias',
  },
  genre: {
    documentary: 'Documentaire', 'feature-documentary': 'Long métrage documentaire', 'short-documentary': 'Court métrage documentaire',
    'documentary-series': 'Série documentaire', docudrama: 'Docufiction', 'animated-documentary': 'Documentaire animé', reportage: 'Reportage', essay: 'Essai',
    'archive-film': 'Film d’archives', portrait: 'Portrait', 'concert-film': 'Film de concert', 'wildlife-film': 'Film animalier',
  },
  slot: { short: 'Moins de 20 min', '26': '26 min', '52': '52 min', '75': '75 min', '90': '90 min', long: 'Plus de 105 min', series: 'Séries' },
  credit: {
    'co-director': 'Coréalisation', writer: 'Écriture', photography: 'Image', editing: 'Montage', sound: 'Son', 'sound-mix': 'Mixage', music: 'Musique',
    narrator: 'Narration', cast: 'Avec', animation: 'Animation', graphics: 'Graphisme', research: 'Documentation', 'colour-grading': 'Étalonnage',
    'executive-producer': 'Production exécutive', 'line-producer': 'Direction de production', 'commissioning-editor': 'Chargé de programmes',
    'production-manager': 'Administration de production', 'set-design': 'Décors', other: 'Générique',
  },
  use: { original: 'version originale', subtitled: 'sous-titres', dubbed: 'doublage', 'voice-over': 'voice-over' },
  premiere: {
    world: 'Première mondiale', international: 'Première internationale', european: 'Première européenne', continental: 'Première continentale',
    national: 'Première nationale', regional: 'Première régionale', other: 'Première',
  },
  facet: {
    theme: 'Thème', slot: 'Durée', year: 'Année', country: 'Pays de production', version: 'Version linguistique', festival: 'Festival', director: 'Réalisation',
    genre: 'Genre', collection: 'Collection', status: 'État',
  },
  status: { draft: 'Brouillon', published: 'Publié', withdrawn: 'Retiré' },
}

export const vocabulary: Record<Locale, Names> = { en, fr }
export type VocabularyGroup = keyof Names

/**
 * The name of a code; a word that is not a code is returned as printed, its first letter in capitals.
 *
 * @example
 * nameOf('fr', 'theme', 'water') // "Eau"
 * nameOf('fr', 'theme', 'silk road') // "Silk road"
 */
export function nameOf(locale: Locale, group: VocabularyGroup, code: string): string {
  const names: Record<string, string> = vocabulary[locale][group]
  if (Object.hasOwn(names, code)) return names[code] ?? code
  return code.slice(0, 1).toLocaleUpperCase(locale) + code.slice(1)
}
