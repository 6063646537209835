import { CLAUSE_CONDITIONS, type ClauseTerms, PAPER_KINDS } from '@vitrine/deals/clauses/clause'
import { EXAMPLE_CLAUSES } from '@vitrine/deals/clauses/example-clauses'
import { LONGEST_CLAUSE_TEXT, readClauseText } from '@vitrine/deals/clauses/read-clause-text'
import { LOCALES } from '@vitrine/messages'
import { listClauseRows, putClause } from '@vitrine/store/papers/clauses'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ClauseView, PaperVerbs } from '../../contract/papers.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { OneLine, parse } from '../../input.ts'
import { toClauseView } from '../../papers/clauses-of.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Words = z.object({ heading: OneLine, text: z.string().max(LONGEST_CLAUSE_TEXT) })
const Terms = z.object({
  kinds: z.array(z.enum(PAPER_KINDS)).min(1).max(PAPER_KINDS.length),
  when: z.enum(CLAUSE_CONDITIONS),
  place: z.int().min(0).max(100_000),
  en: Words,
  fr: Words,
})
const MOST_CLAUSES = 200

/**
 * Saves a clause: a new one, or the next version of one. Papers that were made keep the version they were made with. The first
 * clause that a house saves takes the rest of the example in with it, so that no paper changes by it more than by that clause.
 */
export async function saveClause(
  house: HouseContext,
  actor: Actor,
  args: Parameters<PaperVerbs['saveClause']>[1],
): Promise<ClauseView> {
  authorise(actor, 'saveClause')
  const terms = parse(Terms, args.terms)
  holdVariables(terms)
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    let rows = await listClauseRows(trx, house.houseId)
    const by = { at, byId: actor.userId, byName: actor.name }
    if (rows.length === 0) {
      for (const example of EXAMPLE_CLAUSES) {
        // one of the example that is saved takes its own place, known by the place it has
        if (args.id === null && example.place === terms.place) continue
        await putClause(trx, house.houseId, { id: newId(Date.parse(at)), version: 1, terms: example, ...by })
      }
      rows = await listClauseRows(trx, house.houseId)
    }
    const known = args.id ? rows.find(({ id }) => id === args.id) : undefined
    if (args.id && known === undefined) throw new HouseError('not-found', { subject: 'Clause' })
    if (known !== undefined && known.version !== args.baseVersion) throw new HouseError('revision-changed', { revision: known.version, baseRevision: args.baseVersion }) // prettier-ignore
    if (known === undefined && rows.length >= MOST_CLAUSES) throw new HouseError('limit-reached', { limit: MOST_CLAUSES })
    const id = known?.id ?? newId(Date.parse(at))
    const version = (known?.version ?? 0) + 1
    await putClause(trx, house.houseId, { id, version, terms, ...by })
    writing.audit({ verb: 'saveClause', subject: 'Clause', subjectId: id, detail: { version } })
    return toClauseView({ id, version, terms, retiredAt: null, updatedAt: at, byName: actor.name })
  })
}

/** Fails with the place of each variable that is unknown or malformed. */
function holdVariables(terms: ClauseTerms): void {
  const issues = LOCALES.flatMap((locale) =>
    readClauseText(terms[locale].text).faults.map((fault) => ({
      path: `${locale}.text`,
      message: `${fault.code} at ${fault.start}: ${fault.text}`,
      fault,
    })),
  )
  if (issues.length > 0) throw new HouseError('invalid-input', { issues })
}
