import { LOCALES } from '@vitrine/messages'
import { noteEntriesOfIntake } from '@vitrine/store/intake/intakes'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { IntakeVerbs } from '../../contract/intake.ts'
import { Id, parse } from '../../input.ts'
import { availsIn, type HeldLicence, holdLicences } from '../../intake/licences.ts'
import { reachIntake } from '../../intake/reach-intake.ts'
import { authorise } from '../../policies/authorise.ts'
import { putRows } from '../../rights/spreadsheet/put-rows.ts'
import { write } from '../../write.ts'

const Asked = z.object({
  id: Id,
  as: z.enum(['draft', 'signed']),
  rows: z.array(z.int().min(1)).min(1).max(20_000).nullish(),
  acceptWarnings: z.boolean().optional(),
  locale: z.enum(LOCALES),
})

/**
 * Enters licences of a file into the rights book: those that are named, else all that are plain; what the book has is not asked for again. They are judged again on the
 * committed book with the house locked. Nothing that the book holds is written over.
 */
export async function takeIntakeLicences(
  house: HouseContext,
  actor: Actor,
  args: Parameters<IntakeVerbs['takeIntakeLicences']>[1],
): ReturnType<IntakeVerbs['takeIntakeLicences']> {
  authorise(actor, 'takeIntakeLicences')
  const { id, as, rows, acceptWarnings, locale } = parse(Asked, args)
  const avails = await availsIn(house, await reachIntake(house, house.db, id, 'open', 'taken'))
  return write(house, actor, async (writing) => {
    const { fileName } = await reachIntake(house, writing.trx, id, 'open', 'taken')
    const only = rows === undefined || rows === null ? null : new Set(rows)
    const held = await holdLicences(house, writing.trx, id, avails, locale, only)
    const asked = only === null ? held.filter(({ standing }) => standing !== 'same') : held
    const ready = asked.filter((licence) => fits(licence, as, only !== null && acceptWarnings === true)).map(({ candidate }) => {
      const { row, titleId, terms } = candidate!
      return { row, id: null, titleId, terms, status: as, states: [{ status: as, terms, effective: null }] }
    }) // prettier-ignore
    const entries = await putRows(house, writing, actor, ready, { fileName, verb: 'takeIntakeLicences' })
    await noteEntriesOfIntake(writing.trx, house.houseId, id, entries)
    const outcome = { entries: entries.length, left: asked.length - entries.length }
    writing.audit({ verb: 'takeIntakeLicences', subject: 'Intake', subjectId: id, detail: { as, ...outcome } })
    return outcome
  })
}

/** A draft is paper without effect: it may contradict the book, as may one that is written by hand. What is signed may not. */
const fits = ({ candidate, standing }: HeldLicence, as: 'draft' | 'signed', accepted: boolean): boolean =>
  candidate !== null && (standing === 'new' || (accepted && (standing === 'doubtful' || (as === 'draft' && standing === 'contradicts')))) // prettier-ignore
