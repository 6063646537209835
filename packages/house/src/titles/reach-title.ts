import type { Asker } from '@vitrine/store/asker'
import { findProducers, findTitle } from '@vitrine/store/titles/find-title'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import type { HouseContext } from '../context.ts'
import type { Actor, StoredTitle } from '../contract.ts'
import { HouseError } from '../errors.ts'
import { authorise, authoriseEver } from '../policies/authorise.ts'
import type { SubjectFacts, Verb } from '../policies/policy.ts'
import { can } from '../policies/table.ts'

/** What the policy table may look at of a title. Whose it is, is only asked when the asker is a producer. */
export async function titleFacts(house: HouseContext, db: Asker, actor: Actor, row: TitleRow): Promise<SubjectFacts> {
  return {
    published: row.status === 'published',
    withdrawn: row.status === 'withdrawn',
    draft: row.status === 'draft',
    ...(actor.role === 'producer' ? { producerIds: await findProducers(db, house.houseId, row.id) } : {}),
  }
}

/** Lets a verb go on with a title that was found (or not). One that the actor may not see is not found; one that they see but may not touch is refused. */
export async function admit(house: HouseContext, db: Asker, actor: Actor, verb: Verb, row: TitleRow | null): Promise<TitleRow> {
  authoriseEver(actor, verb)
  if (!row) throw new HouseError('not-found', { subject: 'Title' })
  const facts = await titleFacts(house, db, actor, row)
  if (can(actor, verb, facts)) return row
  if (
    !can({ ...actor, scopes: null }, 'viewTitle', facts) ||
    verb === 'viewTitle' ||
    verb === 'describeTitle' ||
    verb === 'printOneSheet'
  )
    throw new HouseError('not-found', { subject: 'Title' })
  authorise(actor, verb, facts)
  return row
}

/** A title by id, for a verb. Inside a transaction pass it as `db`: with the house locked the row cannot change under the verb. */
export async function reachTitle(house: HouseContext, db: Asker, actor: Actor, verb: Verb, id: string): Promise<TitleRow> {
  authoriseEver(actor, verb)
  return admit(house, db, actor, verb, await findTitle(db, house.houseId, id))
}

/** Fails with `revision-changed` when the title moved on from the revision that the actor had in view. */
export function holdRevision(row: TitleRow, baseRevision: number): void {
  if (row.revision !== baseRevision) throw new HouseError('revision-changed', { revision: row.revision, baseRevision })
}

/** A row as the contract shows it. */
export function toStoredTitle(row: TitleRow): StoredTitle {
  const { id, slug, status, revision, sheet, createdAt, updatedAt, publishedAt } = row
  return { id, slug, status, revision, sheet, createdAt, updatedAt, publishedAt }
}
