/** A paper by id, for a verb: held against the policy, the revision in view and the states that the verb is for. */
import type { AuditVerb } from '@vitrine/messages/audit-verbs'
import { mayStep } from '@vitrine/deals/states/machine'
import { PAPER, type PaperState } from '@vitrine/deals/states/machines'
import { paperWords } from '@vitrine/messages/papers'
import type { Asker } from '@vitrine/store/asker'
import { findPaper, type PaperRow, stepPaperRow } from '@vitrine/store/papers/papers'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { PaperSummary } from '../contract/papers.ts'
import { noteDeal } from '../deals/step-deal.ts'
import { HouseError } from '../errors.ts'
import { authoriseEver } from '../policies/authorise.ts'
import type { Verb } from '../policies/policy.ts'
import { can } from '../policies/table.ts'
import type { Writing } from '../write.ts'

/** To a buyer a paper is there once it was sent to their company. */
export async function reachPaper(house: HouseContext, db: Asker, actor: Actor, verb: Verb, id: string): Promise<PaperRow> {
  authoriseEver(actor, verb)
  const row = await findPaper(db, house.houseId, id)
  if (row === null || !can(actor, verb, { companyId: row.sentAt === null ? null : row.companyId })) throw new HouseError('not-found', { subject: 'Paper' }) // prettier-ignore
  return row
}

/** Fails with `revision-changed` when the paper moved on from what the actor had in view. */
export function holdPaperRevision(paper: PaperRow, baseRevision: number): void {
  if (paper.revision !== baseRevision) throw new HouseError('revision-changed', { revision: paper.revision, baseRevision })
}

/** Fails with `wrong-state` when the paper is in none of the states that a verb is for. */
export function holdPaperState(paper: PaperRow, ...states: PaperState[]): void {
  if (!states.includes(paper.state)) throw new HouseError('wrong-state', { subject: 'Paper', state: paper.state })
}

/** A paper takes a step, with its line on the deal's page. */
export async function stepPaper(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  paper: PaperRow,
  step: { to: PaperState; verb: AuditVerb; voidReason?: string | null },
): Promise<void> {
  const { to, verb, voidReason } = step
  if (paper.state === to || !mayStep(PAPER, paper.state, to)) throw new HouseError('wrong-state', { subject: 'Paper', state: paper.state, asked: to }) // prettier-ignore
  await stepPaperRow(writing.trx, house.houseId, paper.id, { state: to, voidReason: voidReason ?? null, at: writing.at })
  await notePaper(house, writing, actor, paper, verb, { from: paper.state, to })
}

/** Something happened with a paper: on the deal's page, and in the audit trail under the paper's own id. */
export async function notePaper(
  house: HouseContext,
  writing: Writing,
  actor: Actor,
  paper: Pick<PaperRow, 'id' | 'dealId'>,
  verb: AuditVerb,
  detail: Record<string, unknown>,
): Promise<void> {
  await noteDeal(house, writing, actor, paper.dealId, verb, { paper: paper.id, ...detail })
  writing.audit({ verb, subject: 'Paper', subjectId: paper.id, detail })
}

/** How people name a paper: D-12 / C-1. */
export const paperReference = (paper: Pick<PaperRow, 'dealNumber' | 'kind' | 'number' | 'locale'>): string =>
  `D-${paper.dealNumber} / ${paperWords[paper.locale].short[paper.kind]}-${paper.number}`

export function toPaperSummary(row: PaperRow): PaperSummary {
  const { id, dealId, companyId, companyName, kind, state, version, locale, currency, totalMinor, draftedName, sentAt, executedAt, voidReason, revision, createdAt, updatedAt } = row // prettier-ignore
  return { id, dealId, companyId, companyName, kind, reference: paperReference(row), state, version, locale, currency, totalMinor, draftedName, sentAt, executedAt, voidReason, revision, createdAt, updatedAt } // prettier-ignore
}
