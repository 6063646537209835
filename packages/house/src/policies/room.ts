import { allow } from './policy.ts'

/**
 * The buyers' room. Those who sell let people in; whoever answers for a company lets colleagues in and out, of their own company
 * and no other. What can be had is shown by class, never by reason.
 */
export const roomPolicy = [
  ...allow(['owner', 'rights', 'sales', 'system'], ['listSeats', 'seatBuyer', 'unseatBuyer'], 'Member'),
  ...allow('buyer', 'listSeats', 'Member', 'own company'),
  ...allow('buyer', ['seatBuyer', 'unseatBuyer'], 'Member', 'own company, for it'),
  ...allow('buyer', 'browseRoom', 'Title', 'own company'),
  ...allow(['owner', 'rights', 'sales', 'system'], 'browseRoom', 'Title'),
  ...allow(['owner', 'rights', 'sales', 'editor', 'buyer', 'producer'], 'listOwnShortlists', 'Shortlist'), // their own, and nobody else's
]
