import type { Actor } from './contract.ts'

/** Somebody who is not signed in. */
export const VISITOR: Actor = { kind: 'visitor', userId: null, name: 'visitor', role: 'visitor', scopes: null }

/** The house itself: first start, jobs, the command line beside the database. */
export const SYSTEM: Actor = { kind: 'system', userId: null, name: 'the house', role: 'system', scopes: null }
