/** What is said of MovieLabs' files on their way in: MEC and Avails. */
import type { Sentence } from './findings.ts'
import { inBoth } from './typeset.ts'

export const MOVIELABS_SENTENCES: Record<string, Sentence> = inBoth({
  'mec/no-mec': {
    en: ({ found }) => `This is no MEC file: its first element is ${found}.`,
    fr: ({ found }) => `Ce n’est pas un fichier MEC : son premier élément est ${found}.`,
  },
  'mec/version': {
    en: ({ version }) => `MEC ${version} is not one of the versions read here (2.4 to 2.12): look closely at what came of it.`,
    fr: ({ version }) => `MEC ${version} n’est pas une des versions lues ici (2.4 à 2.12) : vérifiez bien ce qui en est sorti.`,
  },
  'mec/no-film': {
    en: () => 'There is no film in this file.',
    fr: () => 'Il n’y a aucun film dans ce fichier.',
  },
  'mec/not-kept': {
    en: ({ element }) => `The sheet has no place for ${element}: it was left out.`,
    fr: ({ element }) => `La fiche n’a pas de place pour ${element} : il a été laissé de côté.`,
  },
  'vitrine/not-valid': {
    en: ({ field }) => `What the sheet says for “${field}” cannot be right: it was left out.`,
    fr: ({ field }) => `Ce que la fiche dit pour « ${field} » ne peut pas être juste : il a été laissé de côté.`,
  },
  'mec/not-valid': {
    en: ({ field }) => `What the file says for “${field}” cannot be right: it was left out.`,
    fr: ({ field }) => `Ce que le fichier dit pour « ${field} » ne peut pas être juste : il a été laissé de côté.`,
  },
  'mec/no-title': {
    en: () => 'The film has no title in this file.',
    fr: () => 'Le film n’a pas de titre dans ce fichier.',
  },
  'mec/alias': {
    en: ({ alias }) => `Its sender calls the film “${alias}” inside.`,
    fr: ({ alias }) => `Son expéditeur appelle ce film « ${alias} » en interne.`,
  },
  'mec/language': {
    en: ({ tag }) => `“${tag}” is no language tag: what is in that language was left out.`,
    fr: ({ tag }) => `« ${tag} » n’est pas un code de langue : ce qui est dans cette langue a été laissé de côté.`,
  },
  'mec/second-text': {
    en: ({ language }) => `There are several texts in ${language}, for several places: the first was taken.`,
    fr: ({ language }) => `Il y a plusieurs textes en ${language}, pour plusieurs pays : le premier a été pris.`,
  },
  'mec/country': {
    en: ({ country }) => `“${country}” is no country code: it was left out.`,
    fr: ({ country }) => `« ${country} » n’est pas un code de pays : il a été laissé de côté.`,
  },
  'mec/identifier': {
    en: ({ namespace, value }) => `The number ${value} of “${namespace}” has no place on the sheet.`,
    fr: ({ namespace, value }) => `Le numéro ${value} de « ${namespace} » n’a pas de place sur la fiche.`,
  },
  'mec/release': {
    en: ({ type, date }) => `A release (${type}, ${date}) has no place on the sheet; festivals alone have.`,
    fr: ({ type, date }) => `Une sortie (${type}, ${date}) n’a pas de place sur la fiche ; seuls les festivals en ont une.`,
  },
  'mec/piece-title': {
    en: ({ title }) => `An episode or a cut has a title of its own, “${title}”: the sheet has one for the whole.`,
    fr: ({ title }) => `Un épisode ou une version a son propre titre, « ${title} » : la fiche en a un pour l’ensemble.`,
  },
  'avails/no-avails': {
    en: ({ found }) => `There are no avails in this file: its first element is ${found}.`,
    fr: ({ found }) => `Il n’y a pas d’avails dans ce fichier : son premier élément est ${found}.`,
  },
  'avails/version': {
    en: ({ version }) => `Avails ${version} is not one of the versions read here (2.2 to 2.6): look closely at what came of it.`,
    fr: ({ version }) => `Avails ${version} n’est pas une des versions lues ici (2.2 à 2.6) : vérifiez bien ce qui en est sorti.`,
  },
  'avails/none': {
    en: () => 'Nothing is licensed in this file.',
    fr: () => 'Rien n’est concédé dans ce fichier.',
  },
  'avails/no-asset': {
    en: () => 'This avail is of no title: it was left out.',
    fr: () => 'Cet avail ne porte sur aucun titre : il a été laissé de côté.',
  },
  'avails/assets': {
    en: ({ count }) => `This avail is of ${count} titles: the first was taken.`,
    fr: ({ count }) => `Cet avail porte sur ${count} titres : le premier a été pris.`,
  },
  'avails/not-kept': {
    en: ({ element }) => `${element} is not kept of avails: it was left out.`,
    fr: ({ element }) => `${element} n’est pas gardé des avails : il a été laissé de côté.`,
  },
  'avails/language': {
    en: ({ tag }) => `“${tag}” is no language tag: it was left out.`,
    fr: ({ tag }) => `« ${tag} » n’est pas un code de langue : il a été laissé de côté.`,
  },
  'avails/no-amount': {
    en: ({ name, text }) => `${name}: “${text}” is no amount of a currency; it was kept as a text.`,
    fr: ({ name, text }) => `${name} : « ${text} » n’est pas le montant d’une devise ; il a été gardé comme texte.`,
  },
  'avails/unsaid/territory': {
    en: ({ territory }) => `${territory} has no code of its own in avails: it was left out of them.`,
    fr: ({ territory }) => `${territory} n’a pas de code propre dans les avails : il n’y figure pas.`,
  },
  'avails/unsaid/medium': {
    en: ({ medium }) => `Avails are for platforms and have no word for “${medium}”: it was left out of them.`,
    fr: ({ medium }) => `Les avails sont faits pour les plateformes et n’ont pas de mot pour « ${medium} » : il n’y figure pas.`,
  },
  'avails/unsaid/language-use': {
    en: ({ languages }) =>
      `Avails allow a language whole. Uses that alone are sold (${languages}) stand among the instructions, for people.`,
    fr: ({ languages }) =>
      `Les avails autorisent une langue entière. Les seuls usages vendus (${languages}) figurent parmi les instructions, pour les lecteurs.`,
  },
  'avails/unsaid/cut': {
    en: ({ cut }) => `The sheet has no cut “${cut}”: there is no avail of it.`,
    fr: ({ cut }) => `La fiche n’a pas de version « ${cut} » : il n’y en a pas d’avail.`,
  },
  'avails/unsaid/price': {
    en: () => 'Avails of sales by the piece ask for a price, and the licence has none.',
    fr: () => 'Les avails des ventes à l’acte demandent un prix, et la licence n’en a pas.',
  },
  'avails/unsaid/format': {
    en: () => 'Neither the offer nor the film’s sheet says in which definition the film exists: the avails say HD.',
    fr: () => 'Ni l’offre ni la fiche du film ne disent en quelle définition le film existe : les avails disent HD.',
  },
  'avails/unsaid/fee-shared': {
    en: ({ fee, count }) =>
      `The licence fee is paid once: each of the ${count} avails of the licence says its share, and together they say ${fee}.`,
    fr: ({ fee, count }) =>
      `La redevance n’est payée qu’une fois : chacun des ${count} avails de la licence en dit une part, et leur somme est de ${fee}.`,
  },
  'avails/unsaid/fee-of-more': {
    en: ({ media }) => `The licence fee also pays for what avails do not say (${media}): no share of it was taken off.`,
    fr: ({ media }) => `La redevance paie aussi ce que les avails ne disent pas (${media}) : aucune part n’en a été retranchée.`,
  },
  'avails/unsaid/held-back': {
    en: () => 'All of this licence is held back: there is no avail of it.',
    fr: () => 'Toute cette licence est mise en réserve : il n’y en a pas d’avail.',
  },
  'avails/unsaid/window': {
    en: () => 'The window waits for something that has not happened: avails can only be written once it has a day.',
    fr: () =>
      'La fenêtre dépend d’un événement qui n’a pas eu lieu : les avails ne peuvent être écrits qu’une fois le jour connu.',
  },
  'avails/entry/territory': {
    en: ({ territory }) => `“${territory}” is no territory of the rights book: nothing is granted there.`,
    fr: ({ territory }) => `« ${territory} » n’est pas un territoire du livre des droits : rien n’y est accordé.`,
  },
  'avails/entry/medium': {
    en: ({ type }) => `The licence type “${type}” is none that the rights book knows.`,
    fr: ({ type }) => `Le type de licence « ${type} » n’est pas connu du livre des droits.`,
  },
  'avails/entry/condition': {
    en: ({ condition }) => `The window depends on “${condition}”, which is no day.`,
    fr: ({ condition }) => `La fenêtre dépend de « ${condition} », qui n’est pas un jour.`,
  },
  'avails/entry/time': {
    en: ({ at }) => `The rights book counts in days; ${at} was taken as its day.`,
    fr: ({ at }) => `Le livre des droits compte en jours ; ${at} a été pris comme son jour.`,
  },
  'avails/entry/window': {
    en: ({ from, to }) => `The window ends (${to}) before it begins (${from}).`,
    fr: ({ from, to }) => `La fenêtre finit (${to}) avant de commencer (${from}).`,
  },
  'avails/lost': {
    en: ({ title, field }) => `“${title}”: ${field} could not be carried whole.`,
    fr: ({ title, field }) => `« ${title} » : ${field} n’a pas pu être repris en entier.`,
  },
  'avails/entry/price': {
    en: ({ names }) => `The rights book has no place for these terms of the price: ${names}. They stay in the file.`,
    fr: ({ names }) => `Le livre des droits n’a pas de place pour ces termes du prix : ${names}. Ils restent dans le fichier.`,
  },
  'avails/entry/price-twice': {
    en: ({ names }) => `The price says ${names} more than once: the first is taken, the others stay in the file.`,
    fr: ({ names }) =>
      `Le prix dit ${names} plus d’une fois : la première valeur est reprise, les autres restent dans le fichier.`,
  },
  'avails/entry/price-form': {
    en: ({ names }) =>
      `The rights book keeps a price as an amount in a currency, a tier or a category as a word: ${names} is said otherwise and stays in the file.`,
    fr: ({ names }) =>
      `Le livre des droits garde un prix comme un montant dans une devise, un palier ou une catégorie comme un mot : ${names} est dit autrement et reste dans le fichier.`,
  },
  'avails/entry/part': {
    en: ({ type }) => `The avail is about a part of the title (${type}); the entry would be about all of it.`,
    fr: ({ type }) => `L’avail porte sur une partie du titre (${type}) ; l’entrée porterait sur le titre entier.`,
  },
  'avails/entry/taken-back': {
    en: ({ type }) => `This avail takes an earlier one back (${type}): it makes no entry.`,
    fr: ({ type }) => `Cet avail en reprend un précédent (${type}) : il ne fait pas d’entrée.`,
  },
  'avails-sheet/unreadable': {
    en: ({ code }) => `This is no spreadsheet that can be read (${code}).`,
    fr: ({ code }) => `Ce n’est pas un tableur lisible (${code}).`,
  },
  'avails-sheet/no-columns': {
    en: () => 'No sheet has the columns of avails: ALID and LicenseType are named nowhere in its first three rows.',
    fr: () =>
      'Aucune feuille n’a les colonnes des avails : ALID et LicenseType ne figurent nulle part dans ses trois premières lignes.',
  },
  'avails-sheet/column': {
    en: ({ column }) => `The column “${column}” is none of the Avails spreadsheet: it was left out.`,
    fr: ({ column }) => `La colonne « ${column} » n’est pas du tableur Avails : elle a été laissée de côté.`,
  },
  'avails-sheet/no-title': {
    en: () => 'The row names neither a title nor an id: it was left out.',
    fr: () => 'La ligne ne nomme ni titre ni identifiant : elle a été laissée de côté.',
  },
  'avails-sheet/ambiguous-date': {
    en: ({ text }) => `${text} can be read two ways, day or month first: write it as year-month-day.`,
    fr: ({ text }) => `${text} peut se lire de deux façons, jour ou mois d’abord : écrivez-le année-mois-jour.`,
  },
  'avails-sheet/too-many-rows': {
    en: ({ limit }) => `The sheet has more than ${limit} rows: the rest was not read.`,
    fr: ({ limit }) => `La feuille a plus de ${limit} lignes : le reste n’a pas été lu.`,
  },
})
