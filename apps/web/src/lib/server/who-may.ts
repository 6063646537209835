/** Who may do what, as rows that a person can read: taken from the policy table itself, never written down twice. */
import { ROLES, type Role } from '@vitrine/house/contract'
import type { Condition, Verb } from '@vitrine/house/policies/policy'
import { rulesFor } from '@vitrine/house/policies/table'

/** The verbs that tell roles apart, in the order in which a film passes through the house. */
export const TELLING_VERBS = [
  'viewTitle',
  'openTitle',
  'dropSheet',
  'createTitle',
  'editTitle',
  'publishTitle',
  'restoreRevision',
  'importSheets',
  'exportTitles',
  'saveCollection',
  'listRequests',
  'issueKey',
  'readAudit',
  'changeSettings',
  'addUser',
] as const satisfies readonly Verb[]

export interface WhoMay {
  verb: (typeof TELLING_VERBS)[number]
  /** By role: allowed always, allowed under these conditions, or not at all. */
  by: Record<Role, true | Condition[] | false>
}

export function whoMay(): WhoMay[] {
  return TELLING_VERBS.map((verb) => ({
    verb,
    by: Object.fromEntries(
      ROLES.map((role) => {
        const rules = rulesFor(role, verb)
        const conditions = rules.map((rule) => rule.when).filter((when) => when !== null)
        return [role, rules.length === 0 ? false : conditions.length < rules.length ? true : conditions]
      }),
    ) as WhoMay['by'],
  }))
}
