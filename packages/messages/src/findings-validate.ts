/** What a validation finds: one sentence a rule, or a family of rules. Names of elements are the standards' own in every language. */
import type { Sentence } from './findings.ts'
import { inBoth } from './typeset.ts'

type Amount = { en: string; fr: string }
const WANTED: Record<string, Amount> = {
  none: { en: 'must have no', fr: 'ne doit avoir aucun' },
  one: { en: 'needs exactly one', fr: 'demande exactement un' },
  some: { en: 'needs at least one', fr: 'demande au moins un' },
  two: { en: 'needs at least two', fr: 'demande au moins deux' },
  'at-most-one': { en: 'may have at most one', fr: 'admet au plus un' },
}
const wanted = (key: string | undefined, locale: 'en' | 'fr') => WANTED[key ?? '']?.[locale] ?? key ?? ''
const meantEn = (meant = '') => (meant === '' ? '' : ` “${meant}” was probably meant.`)
const meantFr = (meant = '') => (meant === '' ? '' : ` Sans doute voulait-on dire « ${meant} ».`)

export const VALIDATE_SENTENCES: Record<string, Sentence> = inBoth({
  structure: {
    en: ({ at, when, what, wanted: amount, found }) =>
      `${at}${when ? `, where ${when},` : ''} ${wanted(amount, 'en')} ${what}; it has ${found === '0' ? 'none' : found}.`,
    fr: ({ at, when, what, wanted: amount, found }) =>
      `${at}${when ? `, où ${when},` : ''} ${wanted(amount, 'fr')} ${what} ; ${found === '0' ? 'il n’y en a pas' : `il y en a ${found}`}.`,
  },
  'structure/Volume/episodes': {
    en: ({ episode, volumes }) => `Episode ${episode} is in several volumes of its season: ${volumes}.`,
    fr: ({ episode, volumes }) => `L’épisode ${episode} est dans plusieurs volumes de sa saison : ${volumes}.`,
  },
  'structure/LocalizedInfo/language': {
    en: ({ language, region, line }) =>
      `LocalizedInfo in “${language}”${region ? ` for ${region}` : ''} stands a second time; the first is in line ${line}. Two in one language must differ by Region.`,
    fr: ({ language, region, line }) =>
      `LocalizedInfo en « ${language} »${region ? ` pour ${region}` : ''} figure une seconde fois ; le premier est à la ligne ${line}. Deux dans une même langue doivent différer par Region.`,
  },
  'structure/Transaction/price': {
    en: () =>
      'A transaction that is not by subscription says no price: it has neither Tier, Category or LicenseFee nor an amount.',
    fr: () => 'Une transaction hors abonnement ne dit aucun prix : ni Tier, ni Category, ni LicenseFee, ni montant.',
  },
  'structure/Transaction/AssetLanguage': {
    en: ({ found }) => `A transaction that is not by subscription may have one AssetLanguage; it has ${found}.`,
    fr: ({ found }) => `Une transaction hors abonnement n’admet qu’un AssetLanguage ; il y en a ${found}.`,
  },
  'structure/LocalizedInfo/Genre': {
    en: ({ found }) =>
      `LocalizedInfo needs exactly one primary Genre, of level 0 and with MovieLabs’ list of primary genres as its source; it has ${found}.`,
    fr: ({ found }) =>
      `LocalizedInfo demande exactement un Genre principal, de niveau 0 et avec pour source la liste des genres principaux de MovieLabs ; il y en a ${found}.`,
  },
  'structure/LocalizedInfo/Genre.source': {
    en: () => 'A Genre of level 0 has another source than MovieLabs’ list of primary genres.',
    fr: () => 'Un Genre de niveau 0 a une autre source que la liste des genres principaux de MovieLabs.',
  },
  'structure/Basic/LocalizedInfo.default': {
    en: ({ found }) => `Exactly one LocalizedInfo must be the default, in the original language; ${found} are.`,
    fr: ({ found }) => `Un seul LocalizedInfo doit être celui par défaut, dans la langue originale ; il y en a ${found}.`,
  },

  'schema/xsd': {
    en: ({ kind, element, expected, value, attribute, said }) =>
      ({
        missing: `${element} lacks what must follow in it: ${expected}.`,
        unexpected: `${element} is not expected here${expected ? `; expected is ${expected}` : ''}.`,
        value: `“${value}” is none of the values that ${element} may have: ${expected}.`,
        type: `“${value}” has not the form that ${element} must have${expected ? ` (${expected})` : ''}.`,
        attribute: `${element} lacks its attribute ${attribute}.`,
      })[kind ?? ''] ?? `The schema says: ${said}.`,
    fr: ({ kind, element, expected, value, attribute, said }) =>
      ({
        missing: `Il manque dans ${element} ce qui doit y suivre : ${expected}.`,
        unexpected: `${element} n’est pas attendu ici${expected ? ` ; on attend ${expected}` : ''}.`,
        value: `« ${value} » n’est pas une valeur que ${element} peut avoir : ${expected}.`,
        type: `« ${value} » n’a pas la forme que ${element} doit avoir${expected ? ` (${expected})` : ''}.`,
        attribute: `Il manque à ${element} son attribut ${attribute}.`,
      })[kind ?? ''] ?? `Le schéma dit : ${said}.`,
  },

  vocabulary: {
    en: ({ where, value, meant, words }) => `“${value}” is not a word for ${where}.${meantEn(meant) || ` Words are: ${words}.`}`,
    fr: ({ where, value, meant, words }) =>
      `« ${value} » n’est pas un mot pour ${where}.${meantFr(meant) || ` Mots admis : ${words}.`}`,
  },
  required: {
    en: ({ element }) => `${element} must say something, and is empty.`,
    fr: ({ element }) => `${element} doit dire quelque chose et il est vide.`,
  },
  'value/year': {
    en: ({ element, value }) => `${element} must be a year; it is “${value}”.`,
    fr: ({ element, value }) => `${element} doit être une année ; on lit « ${value} ».`,
  },
  'value/date': {
    en: ({ element, value }) => `${element} must be a date (2026-05-31); it is “${value}”.`,
    fr: ({ element, value }) => `${element} doit être une date (2026-05-31) ; on lit « ${value} ».`,
  },
  'value/moment': {
    en: ({ element, value }) => `${element} must be a date with its time (2026-05-31T00:00:00); it is “${value}”.`,
    fr: ({ element, value }) => `${element} doit être une date avec l’heure (2026-05-31T00:00:00) ; on lit « ${value} ».`,
  },
  'value/duration': {
    en: ({ element, value }) => `${element} must be a duration (PT1H24M00S); it is “${value}”.`,
    fr: ({ element, value }) => `${element} doit être une durée (PT1H24M00S) ; on lit « ${value} ».`,
  },
  'value/amount': {
    en: ({ element, value }) => `${element} must be an amount (4.99); it is “${value}”.`,
    fr: ({ element, value }) => `${element} doit être un montant (4.99) ; on lit « ${value} ».`,
  },
  'value/number': {
    en: ({ element, value }) => `${element} must be a whole number; it is “${value}”.`,
    fr: ({ element, value }) => `${element} doit être un nombre entier ; on lit « ${value} ».`,
  },
  'value/yesNo': {
    en: ({ element, value }) => `${element} must be true or false; it is “${value}”.`,
    fr: ({ element, value }) => `${element} doit être true ou false ; on lit « ${value} ».`,
  },
  'date/end-before-start': {
    en: ({ start, end }) => `The window ends (${end}) before it starts (${start}).`,
    fr: ({ start, end }) => `La fenêtre se termine (${end}) avant de commencer (${start}).`,
  },

  'language/empty': {
    en: () => 'A language is asked for here, and none is given.',
    fr: () => 'Une langue est demandée ici, et aucune n’est donnée.',
  },
  'language/tag': {
    en: ({ tag, part }) =>
      tag === part
        ? `“${tag}” is not the tag of a language (RFC 5646).`
        : `“${tag}” is not the tag of a language: “${part}” is not registered.`,
    fr: ({ tag, part }) =>
      tag === part
        ? `« ${tag} » n’est pas l’étiquette d’une langue (RFC 5646).`
        : `« ${tag} » n’est pas l’étiquette d’une langue : « ${part} » n’est pas enregistré.`,
  },
  'country/code': {
    en: ({ code, meant }) =>
      `“${code}” is not the code of a country (ISO 3166-1) or of a region of the world (UN M.49).${meantEn(meant)}`,
    fr: ({ code, meant }) =>
      `« ${code} » n’est pas le code d’un pays (ISO 3166-1) ni d’une région du monde (ONU M.49).${meantFr(meant)}`,
  },
  'currency/code': {
    en: ({ code }) => `“${code}” is not the code of a currency (ISO 4217).`,
    fr: ({ code }) => `« ${code} » n’est pas le code d’une monnaie (ISO 4217).`,
  },

  'rating/no-system': {
    en: () => 'A rating does not say in which system it was given.',
    fr: () => 'Une classification ne dit pas dans quel système elle a été donnée.',
  },
  'rating/system': {
    en: ({ system }) => `There is no rating system “${system}”.`,
    fr: ({ system }) => `Il n’y a pas de système de classification « ${system} ».`,
  },
  'rating/not-checked': {
    en: ({ system }) => `The ratings of “${system}” were not checked: the published list of rating systems is not at hand.`,
    fr: ({ system }) =>
      `Les classifications de « ${system} » n’ont pas été vérifiées : la liste publiée des systèmes n’est pas là.`,
  },
  'rating/value': {
    en: ({ system, value, ratings }) => `${system} has no rating “${value}”; it has ${ratings}.`,
    fr: ({ system, value, ratings }) => `${system} n’a pas de classification « ${value} » ; il a ${ratings}.`,
  },
  'rating/former': {
    en: ({ system, value }) => `${system} gives the rating “${value}” no longer.`,
    fr: ({ system, value }) => `${system} ne donne plus la classification « ${value} ».`,
  },
  'rating/region': {
    en: ({ system, region }) => `${system} is not a rating system of ${region}.`,
    fr: ({ system, region }) => `${system} n’est pas un système de classification de ${region}.`,
  },
  'rating/reason': {
    en: ({ system, reason }) => `${system} names its reasons, and “${reason}” is none of them.`,
    fr: ({ system, reason }) => `${system} nomme ses motifs, et « ${reason} » n’en est pas un.`,
  },

  'identifier/eidr-form': {
    en: ({ identifier }) => `“${identifier}” has not the form of an EIDR (10.5240/, five groups of four and a check character).`,
    fr: ({ identifier }) =>
      `« ${identifier} » n’a pas la forme d’un EIDR (10.5240/, cinq groupes de quatre et un caractère de contrôle).`,
  },
  'identifier/eidr-check': {
    en: ({ identifier, expected }) =>
      `The check character of ${identifier} should be ${expected}: a character of the EIDR is wrong.`,
    fr: ({ identifier, expected }) =>
      `Le caractère de contrôle de ${identifier} devrait être ${expected} : un caractère de l’EIDR est faux.`,
  },
  'identifier/isan-form': {
    en: ({ identifier }) => `“${identifier}” has not the form of an ISAN.`,
    fr: ({ identifier }) => `« ${identifier} » n’a pas la forme d’un ISAN.`,
  },
  'identifier/isan-check': {
    en: ({ identifier, expected }) => `A check character of ISAN ${identifier} is wrong; with right ones it is ${expected}.`,
    fr: ({ identifier, expected }) =>
      `Un caractère de contrôle de l’ISAN ${identifier} est faux ; juste, il s’écrit ${expected}.`,
  },
  'identifier/alid-twice': {
    en: ({ alid, line }) => `The ALID ${alid} stands a second time; the first is in line ${line}. Each Avail needs its own.`,
    fr: ({ alid, line }) =>
      `L’ALID ${alid} figure une seconde fois ; le premier est à la ligne ${line}. Chaque Avail demande le sien.`,
  },
  'identifier/twice': {
    en: ({ identifier }) => `The identifier ${identifier} is given a second time.`,
    fr: ({ identifier }) => `L’identifiant ${identifier} est donné une seconde fois.`,
  },
  'identifier/missing': {
    en: ({ element, attribute }) => `${element} has no ${attribute}: nothing can refer to it.`,
    fr: ({ element, attribute }) => `${element} n’a pas de ${attribute} : rien ne peut y renvoyer.`,
  },
  'identifier/unknown': {
    en: ({ identifier, element }) => `No ${element} of this document has the identifier ${identifier}.`,
    fr: ({ identifier, element }) => `Aucun ${element} de ce document n’a l’identifiant ${identifier}.`,
  },
  'identifier/form': {
    en: ({ identifier }) => `“${identifier}” is not written as is good practice: md:type:scheme:number.`,
    fr: ({ identifier }) => `« ${identifier} » n’est pas écrit selon l’usage : md:type:schéma:numéro.`,
  },
  'identifier/scheme': {
    en: ({ identifier }) => `${identifier} is not made from an EIDR, which is what is recommended.`,
    fr: ({ identifier }) => `${identifier} n’est pas formé à partir d’un EIDR, comme il est recommandé.`,
  },
  'identifier/type': {
    en: ({ identifier, type }) => `${identifier} has another type than is usual here: ${type}.`,
    fr: ({ identifier, type }) => `${identifier} a un autre type que celui d’usage ici : ${type}.`,
  },

  'file/empty': { en: () => 'The file is empty.', fr: () => 'Le fichier est vide.' },
  'file/manifest': {
    en: () => 'This is a Media Manifest: it says how files belong together, and nothing about a film. It was left aside.',
    fr: () => 'C’est un Media Manifest : il dit comment des fichiers vont ensemble, et rien d’un film. Il a été laissé de côté.',
  },
  'file/unknown': {
    en: () => 'This is none of the formats that are known here.',
    fr: () => 'Ce n’est aucun des formats connus ici.',
  },
  'file/damaged': {
    en: () => 'The file is damaged or cut off, and cannot be read.',
    fr: () => 'Le fichier est abîmé ou tronqué et ne peut pas être lu.',
  },
  'file/zip-bomb': {
    en: () => 'The file would unpack to more than it may. It was not read.',
    fr: () => 'Le fichier deviendrait, décompressé, plus grand qu’il n’est permis. Il n’a pas été lu.',
  },
  'file/too-many-entries': {
    en: () => 'The file holds more parts than are read.',
    fr: () => 'Le fichier contient plus d’éléments qu’on n’en lit.',
  },
  'file/encrypted': {
    en: () => 'The file is protected by a password.',
    fr: () => 'Le fichier est protégé par un mot de passe.',
  },
  'file/too-large': {
    en: ({ limit }) => `The file is larger than ${limit}.`,
    fr: ({ limit }) => `Le fichier dépasse ${limit}.`,
  },
  'file/ending': {
    en: ({ ending, format, usual }) => `The file is called .${ending}, and is ${format}: its name should end in .${usual}.`,
    fr: ({ ending, format, usual }) =>
      `Le fichier s’appelle .${ending}, et c’est du ${format} : son nom devrait finir en .${usual}.`,
  },
  'json/not-well-formed': { en: () => 'This is not well-formed JSON.', fr: () => 'Ce n’est pas du JSON bien formé.' },

  'sheet/missing-column': {
    en: ({ heading }) => `The column ${heading} is missing.`,
    fr: ({ heading }) => `Il manque la colonne ${heading}.`,
  },
  'sheet/unknown-column': {
    en: ({ heading }) => `No column of Avails is headed ${heading}; nobody will read it.`,
    fr: ({ heading }) => `Aucune colonne d’Avails ne s’intitule ${heading} ; personne ne la lira.`,
  },
  'sheet/heading-typo': {
    en: ({ heading, meant }) => `The heading ${heading} is that of a published template; it is read as ${meant}.`,
    fr: ({ heading, meant }) => `L’intitulé ${heading} est celui d’un modèle publié ; il est lu comme ${meant}.`,
  },
  'sheet/column-twice': {
    en: ({ heading }) => `The column ${heading} stands twice; the first is read.`,
    fr: ({ heading }) => `La colonne ${heading} figure deux fois ; la première est lue.`,
  },
  'sheet/third-row': {
    en: () => 'The third row is for remarks, which begin with //. What stands in it is not read.',
    fr: () => 'La troisième ligne est celle des remarques, qui commencent par //. Ce qui y figure n’est pas lu.',
  },
  'sheet/empty-cell': {
    en: ({ heading }) => `${heading} must be filled in this row.`,
    fr: ({ heading }) => `${heading} doit être rempli sur cette ligne.`,
  },
  'sheet/out-of-bounds': {
    en: ({ value }) => `“${value}” stands beside the last heading; nobody will read it.`,
    fr: ({ value }) => `« ${value} » figure au-delà du dernier intitulé ; personne ne le lira.`,
  },
  'sheet/after-end': {
    en: ({ rows }) => `${rows} empty rows end a spreadsheet: this row and those below it will not be read.`,
    fr: ({ rows }) => `${rows} lignes vides terminent un tableau : cette ligne et les suivantes ne seront pas lues.`,
  },
  'sheet/no-rows': {
    en: () => 'No row below the headings is filled.',
    fr: () => 'Aucune ligne n’est remplie sous les intitulés.',
  },
  'sheet/formula': {
    en: ({ formula, value }) =>
      `The cell holds a formula (=${formula}), which is not run. It shows “${value}”: put the value itself.`,
    fr: ({ formula, value }) =>
      `La cellule contient une formule (=${formula}), qui n’est pas exécutée. Elle montre « ${value} » : mettez la valeur elle-même.`,
  },
  'sheet/caption-exemption': {
    en: () => 'For the United States without captions, CaptionExemption says why.',
    fr: () => 'Pour les États-Unis sans sous-titres, CaptionExemption dit pourquoi.',
  },
  'cell/day': {
    en: ({ heading, value }) => `${heading} must be a day (2026-05-31); it is “${value}”.`,
    fr: ({ heading, value }) => `${heading} doit être un jour (2026-05-31) ; on lit « ${value} ».`,
  },
  'cell/condition': {
    en: ({ heading, value }) =>
      `“${value}” is neither a day nor a condition that is usual for ${heading} (Open, Immediate, ESTStart…).`,
    fr: ({ heading, value }) =>
      `« ${value} » n’est ni un jour ni une condition d’usage pour ${heading} (Open, Immediate, ESTStart…).`,
  },
  'cell/year': {
    en: ({ heading, value }) => `${heading} must be a year or a day; it is “${value}”.`,
    fr: ({ heading, value }) => `${heading} doit être une année ou un jour ; on lit « ${value} ».`,
  },
  'cell/run-time': {
    en: ({ heading, value }) => `${heading} must be written hh:mm:ss; it is “${value}”.`,
    fr: ({ heading, value }) => `${heading} doit s’écrire hh:mm:ss ; on lit « ${value} ».`,
  },
  'cell/amount': {
    en: ({ heading, value }) => `${heading} must be an amount (4.99); it is “${value}”.`,
    fr: ({ heading, value }) => `${heading} doit être un montant (4.99) ; on lit « ${value} ».`,
  },
  'cell/hours': {
    en: ({ heading, value }) => `${heading} must be a number of hours; it is “${value}”.`,
    fr: ({ heading, value }) => `${heading} doit être un nombre d’heures ; on lit « ${value} ».`,
  },
  'cell/whole': {
    en: ({ heading, value }) => `${heading} must be a whole number; it is “${value}”.`,
    fr: ({ heading, value }) => `${heading} doit être un nombre entier ; on lit « ${value} ».`,
  },
  'cell/yes-no': {
    en: ({ heading, value }) => `${heading} must be Yes or No; it is “${value}”.`,
    fr: ({ heading, value }) => `${heading} doit être Yes ou No ; on lit « ${value} ».`,
  },
  'cell/duration': {
    en: ({ heading, value }) => `${heading} must be a duration (P30D); it is “${value}”.`,
    fr: ({ heading, value }) => `${heading} doit être une durée (P30D) ; on lit « ${value} ».`,
  },

  'note/named-only': {
    en: () => 'The file was recognised; of its content only the form was checked.',
    fr: () => 'Le fichier a été reconnu ; de son contenu, seule la forme a été vérifiée.',
  },
  'note/manifest': {
    en: () => 'This is a Media Manifest: its common metadata and identifiers were checked. It is not imported.',
    fr: () => 'C’est un Media Manifest : ses métadonnées communes et ses identifiants ont été vérifiés. Il n’est pas importé.',
  },
  'note/version': {
    en: ({ version, from, until }) =>
      `The rules of versions ${from} to ${until} are known; this is ${version}, which was held against the nearest.`,
    fr: ({ version, from, until }) =>
      `Les règles des versions ${from} à ${until} sont connues ; celle-ci est la ${version}, vérifiée selon la plus proche.`,
  },
})
