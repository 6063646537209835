import { allow } from './policy.ts'

/**
 * The producer's room. A producer sees their own films and what becomes of them, and may say what should read otherwise; whoever
 * edits sheets sees to it.
 */
export const producerPolicy = [
  ...allow('producer', 'listOwnFilms', 'Title'), // their own: the list is narrowed
  ...allow('producer', ['viewOwnFilm', 'proposeCorrection'], 'Title', 'own film'),
  ...allow(['owner', 'rights', 'sales', 'editor', 'system'], 'listCorrections', 'Title'),
  ...allow(['owner', 'editor', 'system'], 'settleCorrection', 'Title'),
]
