import type { Actor } from '../contract.ts'
import { HouseError } from '../errors.ts'
import type { SubjectFacts, Verb } from './policy.ts'
import { can, rulesFor, SCOPE_FOR, withinScopes } from './table.ts'

/**
 * Lets the verb go on, or fails: `sign-in-needed` for a visitor, `not-allowed` for everyone else. Call it with the facts of
 * the subject once they are known; for a subject that the actor may not even see, fail with `not-found` instead.
 */
export function authorise(actor: Actor, verb: Verb, facts?: SubjectFacts): void {
  if (can(actor, verb, facts)) return
  throw refusal(actor, verb)
}

/** The same before the subject is known: passes when some row, with or without condition, could allow it. */
export function authoriseEver(actor: Actor, verb: Verb): void {
  if (withinScopes(actor, verb) && rulesFor(actor.role, verb).length > 0) return
  throw refusal(actor, verb)
}

function refusal(actor: Actor, verb: Verb): HouseError {
  if (actor.kind === 'visitor') return new HouseError('sign-in-needed', { verb })
  return new HouseError('not-allowed', withinScopes(actor, verb) ? { verb, role: actor.role } : { verb, scope: SCOPE_FOR[verb] })
}
