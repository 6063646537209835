/** What is said of films that came from elsewhere, whatever the format. */
import type { Sentence } from './findings.ts'
import { inBoth } from './typeset.ts'

export const FILM_SENTENCES: Record<string, Sentence> = inBoth({
  'json/not-well-formed': {
    en: () => 'This is not well-formed JSON.',
    fr: () => 'Ce n’est pas du JSON bien formé.',
  },
  'json/too-large': {
    en: ({ limit }) => `The file has more than ${limit} bytes.`,
    fr: ({ limit }) => `Le fichier a plus de ${limit} octets.`,
  },
  'film/none': {
    en: () => 'There is no film in this file.',
    fr: () => 'Il n’y a aucun film dans ce fichier.',
  },
  'film/no-title': {
    en: () => 'The film has no title in this file.',
    fr: () => 'Le film n’a pas de titre dans ce fichier.',
  },
  'film/not-kept': {
    en: ({ what }) => `The sheet has no place for ${what}: it was left out.`,
    fr: ({ what }) => `La fiche n’a pas de place pour ${what} : il a été laissé de côté.`,
  },
  'film/not-valid': {
    en: ({ field }) => `What the file says for “${field}” cannot be right: it was left out.`,
    fr: ({ field }) => `Ce que le fichier dit pour « ${field} » ne peut pas être juste : il a été laissé de côté.`,
  },
  'film/language': {
    en: ({ tag }) => `“${tag}” is no language tag: what is in that language was left out.`,
    fr: ({ tag }) => `« ${tag} » n’est pas un code de langue : ce qui est dans cette langue a été laissé de côté.`,
  },
  'film/country': {
    en: ({ country }) => `“${country}” is no country that is known here: it was left out.`,
    fr: ({ country }) => `« ${country} » n’est pas un pays connu ici : il a été laissé de côté.`,
  },
  'film/second-text': {
    en: ({ language }) => `There are several texts in ${language}: the first was taken.`,
    fr: ({ language }) => `Il y a plusieurs textes en ${language} : le premier a été pris.`,
  },
  'film/award': {
    en: ({ award }) => `The prize “${award}” does not say at which festival: it was left out.`,
    fr: ({ award }) => `Le prix « ${award} » ne dit pas à quel festival : il a été laissé de côté.`,
  },
  'film/release': {
    en: ({ type, date }) => `A release (${type}, ${date}) has no place on the sheet; festivals alone have.`,
    fr: ({ type, date }) => `Une sortie (${type}, ${date}) n’a pas de place sur la fiche ; seuls les festivals en ont une.`,
  },
  'film/unresolved': {
    en: ({ property, id }) => `${property} is ${id}, whose name is not in the file: it was left out.`,
    fr: ({ property, id }) => `${property} est ${id}, dont le nom n’est pas dans le fichier : il a été laissé de côté.`,
  },
})
