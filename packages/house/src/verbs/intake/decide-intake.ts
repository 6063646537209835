import { decideIntakeFilms, filmsAt, type IntakeDecision } from '@vitrine/store/intake/intakes'
import { findTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { IntakeChoice } from '../../contract/intake.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { reachIntake } from '../../intake/reach-intake.ts'
import { changesTo, standingOf } from '../../intake/stand.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

const Position = z.int().min(0).max(1_000_000)
const Choices = z.object({
  id: Id,
  choices: z
    .array(
      z.discriminatedUnion('decision', [
        z.object({ position: Position, decision: z.literal('skip') }),
        z.object({ position: Position, decision: z.literal('take'), titleId: Id.nullable(), paths: z.array(z.string().max(200)).max(200).optional() }), // prettier-ignore
        z.object({ position: Position, decision: z.null() }),
      ]),
    )
    .min(1)
    .max(10_000),
})

/** Keeps what somebody decided about films that came in, with the revision of the title that they had before their eyes. */
export async function decideIntake(
  house: HouseContext,
  actor: Actor,
  args: { id: string; choices: IntakeChoice[] },
): Promise<void> {
  authorise(actor, 'decideIntake')
  const { id, choices } = parse(Choices, args)
  await write(house, actor, async ({ trx, audit }) => {
    await reachIntake(house, trx, id, 'open')
    const positions = choices.map(({ position }) => position)
    const films = new Map((await filmsAt(trx, house.houseId, id, positions)).map((film) => [film.position, film]))
    const asked = choices.flatMap((choice) => (choice.decision === 'take' && choice.titleId !== null ? [choice.titleId] : []))
    const thought = [...films.values()].flatMap(({ titleId }) => titleId ?? [])
    const ids = [...new Set([...asked, ...thought])]
    const titles = new Map((await findTitles(trx, house.houseId, ids)).map((row) => [row.id, row]))
    const decisions = choices.map((choice, n): IntakeDecision => {
      const film = films.get(choice.position)
      const wrong = (path: string, message: string) =>
        new HouseError('invalid-input', { issues: [{ path: `choices.${n}.${path}`, message }] })
      if (film === undefined || film.takenTitleId !== null) throw wrong('position', 'No film waits at this place')
      // What is not taken keeps the title that it was thought to be.
      const titleId = choice.decision === 'take' ? choice.titleId : film.titleId
      const title = titleId === null ? null : (titles.get(titleId) ?? null)
      if (choice.decision === 'take' && titleId !== null && title === null) throw wrong('titleId', 'No such title')
      const changes = title === null ? null : changesTo(title.sheet, film.sheet, null)
      const paths = choice.decision === 'take' && title !== null ? (choice.paths ?? null) : null
      const unknown = paths?.find((path) => !changes!.some((change) => change.path === path))
      if (unknown !== undefined) throw wrong('paths', `Nothing would change at ${unknown}`)
      return {
        position: choice.position,
        standing: standingOf({ ...film, decision: choice.decision }, changes),
        decision: choice.decision,
        titleId,
        paths,
        seenRevision: choice.decision === 'take' ? (title?.revision ?? null) : null,
        byHand: choice.decision !== null,
      }
    })
    await decideIntakeFilms(trx, house.houseId, id, decisions)
    audit({ verb: 'decideIntake', subject: 'Intake', subjectId: id, detail: { films: decisions.length } })
  })
}
