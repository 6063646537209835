import type { Asker } from '@vitrine/store/asker'
import { findIntake, type IntakeRow, type IntakeState } from '@vitrine/store/intake/intakes'
import type { FormatId } from '@vitrine/exchange/formats/format'
import type { HouseContext } from '../context.ts'
import type { IntakeLine } from '../contract/intake.ts'
import { HouseError } from '../errors.ts'

/** An intake by id, in one of the states that a verb is for. */
export async function reachIntake(house: HouseContext, db: Asker, id: string, ...states: IntakeState[]): Promise<IntakeRow> {
  const intake = await findIntake(db, house.houseId, id)
  if (intake === null) throw new HouseError('not-found', { subject: 'Intake' })
  if (states.length > 0 && !states.includes(intake.state))
    throw new HouseError('wrong-state', { subject: 'Intake', state: intake.state })
  return intake
}

export function toIntakeLine(row: IntakeRow): IntakeLine {
  const { id, fileName, version, state, films, licences, receivedAt, receivedBy, decidedAt, decidedBy } = row
  const format = row.format as FormatId
  return { id, fileName, format, version, state, films, licences, receivedAt, receivedBy, decidedAt, decidedBy }
}
