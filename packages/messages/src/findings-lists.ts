/** What is said of a list of films that came in as a spreadsheet. */
import type { Sentence } from './findings.ts'
import { inBoth } from './typeset.ts'

export const LIST_SENTENCES: Record<string, Sentence> = inBoth({
  'list/no-headings': {
    en: () => 'No row of this file looks like the headings of a list of films: one of them must say where the titles stand.',
    fr: () =>
      'Aucune ligne de ce fichier ne ressemble aux intitulés d’une liste de films : l’un d’eux doit dire où sont les titres.',
  },
  'list/no-film': {
    en: () => 'No row below the headings has a title.',
    fr: () => 'Aucune ligne sous les intitulés n’a de titre.',
  },
  'list/no-title': {
    en: () => 'This row has no title, and was not read.',
    fr: () => 'Cette ligne n’a pas de titre ; elle n’a pas été lue.',
  },
  'list/too-many-rows': {
    en: ({ limit }) => `The list has more than ${limit} rows; those after them were not read. Send it in parts.`,
    fr: ({ limit }) => `La liste a plus de ${limit} lignes ; les suivantes n’ont pas été lues. Envoyez-la en plusieurs fois.`,
  },
  'list/long-gap': {
    en: ({ rows }) => `${rows} empty rows follow one another: what may stand below them was not read.`,
    fr: ({ rows }) => `${rows} lignes vides se suivent : ce qui pourrait se trouver dessous n’a pas été lu.`,
  },
  'list/too-many-columns': {
    en: ({ limit }) => `The list has more than ${limit} columns; those after them were not read.`,
    fr: ({ limit }) => `La liste a plus de ${limit} colonnes ; les suivantes n’ont pas été lues.`,
  },
  'list/formula': {
    en: () => 'Cells hold formulas. None was run: what they showed when the file was saved was read.',
    fr: () =>
      'Des cellules contiennent des formules. Aucune n’a été exécutée : on a lu ce qu’elles montraient à l’enregistrement.',
  },
  'list/formula-in-text': {
    en: () => 'Cells begin like a formula. They were read as the text that they are.',
    fr: () => 'Des cellules commencent comme une formule. Elles ont été lues comme le texte qu’elles sont.',
  },
  'list/error-cell': {
    en: ({ value }) => `The cell shows ${value}, which is an error of the spreadsheet; it was not read.`,
    fr: ({ value }) => `La cellule montre ${value}, une erreur du tableur ; elle n’a pas été lue.`,
  },
  'list/shortened': {
    en: ({ limit }) => `The cell has more than ${limit} characters; the rest was not read.`,
    fr: ({ limit }) => `La cellule a plus de ${limit} caractères ; le reste n’a pas été lu.`,
  },
  'list/hidden-row': {
    en: () => 'The spreadsheet hides this row. It was read like the others.',
    fr: () => 'Le tableur masque cette ligne. Elle a été lue comme les autres.',
  },
  'list/total': {
    en: () => 'This row adds up those above it: it is no film, and was not read.',
    fr: () => 'Cette ligne additionne celles du dessus : ce n’est pas un film, elle n’a pas été lue.',
  },
  'list/macros': {
    en: () => 'The workbook holds macros. They were neither run nor kept with the films.',
    fr: () => 'Le classeur contient des macros. Elles n’ont été ni exécutées ni gardées avec les films.',
  },
  'list/other-sheets': {
    en: ({ sheet }) => `The workbook has several sheets; only “${sheet}”, whose headings are those of films, was read.`,
    fr: ({ sheet }) => `Le classeur a plusieurs feuilles ; seule « ${sheet} », dont les en-têtes sont ceux de films, a été lue.`,
  },
  'list/encoding': {
    en: ({ encoding }) => `The file was written as ${encoding}, as its letters show; look at the accents.`,
    fr: ({ encoding }) => `Le fichier a été écrit en ${encoding}, à en juger par ses lettres ; regardez les accents.`,
  },
  'list/dropped': {
    en: ({ field }) => `What the row says of ${field} does not fit a sheet; it was left out.`,
    fr: ({ field }) => `Ce que la ligne dit de ${field} n’entre pas dans une fiche ; cela a été laissé de côté.`,
  },
})
