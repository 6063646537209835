/** Words of the rights book that several rooms need: calendars, mails, printed lists, the desk. */

import type { Locale } from './locale.ts'
import { inBoth, typesetFrench } from './typeset.ts'

export const watchWords = inBoth({
  en: {
    calendar: (house: string) => `${house}: rights`,
    outer: 'Outer date, event not dated',
    kinds: {
      'grant-ends': 'Our rights end',
      'licence-ends': 'Licence ends',
      'holdback-ends': 'Holdback ends',
      'option-lapses': 'Option lapses',
      unreadable: 'Cannot be read',
      'undated-event': 'Waits for an event',
      'sold-beyond-grant': 'Sold for longer than held',
    },
  },
  fr: {
    calendar: (house: string) => `${house} : droits`,
    outer: 'Date limite, événement non daté',
    kinds: {
      'grant-ends': 'Nos droits prennent fin',
      'licence-ends': 'Fin de licence',
      'holdback-ends': 'Fin de la réserve',
      'option-lapses': 'Fin d’option',
      unreadable: 'Illisible',
      'undated-event': 'En attente d’un événement',
      'sold-beyond-grant': 'Vendu au-delà de nos droits',
    },
  },
} as const)

/** How a cell, an entry and an answer are called, the same on map, timeline, grid, list and paper. */
export const rightsWords = inBoth({
  en: {
    status: {
      available: 'Available',
      'non-exclusive': 'Non-exclusive only',
      held: 'Held (option)',
      blocked: 'Not available',
      'not-owned': 'Not ours',
    },
    answer: { full: 'All of it', partial: 'In part', none: 'Nothing now' },
    kind: { grant: 'Grant (rights in)', licence: 'Licence (rights out)', holdback: 'Holdback', option: 'Option' },
    entryStatus: {
      draft: 'Draft',
      signed: 'Signed',
      rejected: 'Rejected',
      expired: 'Expired',
      terminated: 'Ended',
      'taken-up': 'Taken up',
    },
  },
  fr: {
    status: {
      available: 'Disponible',
      'non-exclusive': 'Sans exclusivité seulement',
      held: 'Retenu (option)',
      blocked: 'Indisponible',
      'not-owned': 'Pas à nous',
    },
    answer: { full: 'En totalité', partial: 'En partie', none: 'Rien pour l’instant' },
    kind: {
      grant: 'Mandat (droits acquis)',
      licence: 'Licence (droits cédés)',
      holdback: 'Réserve (holdback)',
      option: 'Option',
    },
    entryStatus: {
      draft: 'Projet',
      signed: 'Signé',
      rejected: 'Rejeté',
      expired: 'Expiré',
      terminated: 'Terminé',
      'taken-up': 'Levée',
    },
  },
} as const)

/** What is said of an entry whose rows in the database cannot be read. */
export const unreadableEntry = (id: string, locale: Locale): string =>
  locale === 'fr'
    ? typesetFrench(
        `Des lignes de l’entrée ${id} sont illisibles dans la base : les réponses n’en tiennent pas compte, et rien ne se signe sur ce film. Corrigez l’entrée depuis le début.`,
      )
    : `Rows of entry ${id} cannot be read from the database: answers leave them out, and nothing can be signed for this film. Correct the entry from its beginning.`
