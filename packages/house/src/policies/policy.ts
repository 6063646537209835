/**
 * How authorisation is written down: rows of a table, `allow(roles, verbs, subject, when?)`. A verb that no row allows is
 * refused. Conditions have names, so that the table can be printed and every row tested.
 */
import type { Actor, House, Role, Scope } from '../contract.ts'

export type PolicyRole = Role | 'visitor' | 'system'
export const POLICY_ROLES: readonly PolicyRole[] = [
  'owner',
  'rights',
  'sales',
  'editor',
  'buyer',
  'producer',
  'visitor',
  'system',
]

/** Everything that can be asked of the house and answered yes or no; verbs of the contract by their own names. */
export type Verb = Exclude<
  keyof House,
  | 'id'
  | 'health'
  | 'changeSequence'
  | 'close'
  | 'actorForKey'
  | 'actorForUser'
  | 'actorForSession'
  | 'answerOnce'
  | 'forgetKeptAnswers'
>

export type Subject =
  | 'Title'
  | 'Name'
  | 'Collection'
  | 'Shortlist'
  | 'Sheet'
  | 'Intake'
  | 'Export'
  | 'Settings'
  | 'Member'
  | 'Key'
  | 'Audit'
  | 'Picture'
  | 'House'
  | 'Entry'
  | 'AvailabilityList'
  | 'Calendar'
  | 'Webhook'
  | 'Letter'
  | 'MailTemplate'
  | 'Request'
  | 'Deal'
  | 'Offer'
  | 'Company'
  | 'Contact'
  | 'Note'
  | 'Task'
  | 'Market'
  | 'Paper'
  | 'Deliverable'
  | 'Invoice'
  | 'Figures'
  | 'Master'
  | 'Reel'
  | 'Trace'
  | 'Screener'

/** What a condition may look at; the verb fills in what it knows. */
export interface SubjectFacts {
  published?: boolean // the title is public
  withdrawn?: boolean // its page says so, and nothing more
  draft?: boolean
  producerIds?: readonly string[] // users whose own title it is
  ownerId?: string | null // user who made the key or the shortlist
  companyId?: string | null // company whose deal, request or paper it is
}

const atHome = (actor: Actor, { companyId }: SubjectFacts): boolean =>
  typeof actor.companyId === 'string' && companyId === actor.companyId

export const CONDITIONS = {
  public: (_actor: Actor, facts: SubjectFacts) => facts.published === true,
  'public or withdrawn': (_actor: Actor, facts: SubjectFacts) => facts.published === true || facts.withdrawn === true,
  'own film': (actor: Actor, facts: SubjectFacts) => actor.userId !== null && facts.producerIds?.includes(actor.userId) === true,
  'still a draft': (_actor: Actor, facts: SubjectFacts) => facts.draft === true,
  'own company': (actor: Actor, facts: SubjectFacts) => atHome(actor, facts),
  'own company, for it': (actor: Actor, facts: SubjectFacts) => atHome(actor, facts) && actor.companyRole === 'lead',
  'own key': (actor: Actor, facts: SubjectFacts) => actor.userId !== null && facts.ownerId === actor.userId,
} as const
export type Condition = keyof typeof CONDITIONS

export interface Rule {
  role: PolicyRole
  verb: Verb
  subject: Subject
  when: Condition | null
}

type One<T> = T | readonly T[]
const list = <T>(one: One<T>): readonly T[] => (Array.isArray(one) ? (one as readonly T[]) : [one as T])

/** Rows for every role × verb named. */
export function allow(roles: One<PolicyRole>, verbs: One<Verb>, subject: Subject, when: Condition | null = null): Rule[] {
  return list(roles).flatMap((role) => list(verbs).map((verb) => ({ role, verb, subject, when })))
}

/** The scope an API key must carry for each verb; `null`: no key may do it, only a person. */
export type ScopeTable = Record<Verb, Scope | null>
