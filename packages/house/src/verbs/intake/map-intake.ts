import { keepListMapping } from '@vitrine/store/lists/list-mappings'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { IntakeColumn, IntakeLine } from '../../contract/intake.ts'
import { HouseError } from '../../errors.ts'
import { Id, parse } from '../../input.ts'
import { Columns, columnsIn, hasTitles } from '../../intake/columns.ts'
import { reachIntake, toIntakeLine } from '../../intake/reach-intake.ts'
import { readIncomingApart } from '../../intake/read-incoming.ts'
import { compareFilms, restageFilms } from '../../intake/stage-films.ts'
import { authorise } from '../../policies/authorise.ts'
import { headingsKey } from '../../rights/spreadsheet/open-spreadsheet.ts'
import { write } from '../../write.ts'

const Args = z.object({ id: Id, columns: Columns })

/** Says what the columns of a list hold: it is read again, and the house remembers it for the next list with these headings. */
export async function mapIntake(house: HouseContext, actor: Actor, args: { id: string; columns: string[] }): Promise<IntakeLine> {
  authorise(actor, 'mapIntake')
  const { id, columns } = parse(Args, args)
  const intake = await reachIntake(house, house.db, id, 'open')
  const before = intake.columns as IntakeColumn[] | null
  const wrong = (message: string) => new HouseError('invalid-input', { issues: [{ path: 'columns', message }] })
  if (before === null) throw wrong('The file is no list of films')
  if (before.length !== columns.length) throw wrong(`The list has ${before.length} columns`)
  if (!hasTitles(columns)) throw wrong('One column must hold the titles')
  const bytes = await house.files.get(intake.contentHash)
  if (bytes === null) throw new HouseError('not-found', { subject: 'File' })
  const today = house.now().toISOString().slice(0, 10)
  const read = await readIncomingApart({ bytes, fileName: intake.fileName, today, columns })
  if ('problem' in read) throw new HouseError('unsupported-file', { fileName: intake.fileName })
  const { findings } = read.films
  const compared = await compareFilms(house, read.films.films)
  return write(house, actor, async (writing) => {
    const standing = await reachIntake(house, writing.trx, id, 'open')
    const headings = headingsKey(before.map(({ heading }) => heading))
    await keepListMapping(writing.trx, house.houseId, 'films', { headings, mapping: columns, at: writing.at })
    const now = { id, columns: columnsIn(read.films.columns), remembered: true }
    const films = await restageFilms(house, writing, now, { films: compared, findings })
    writing.audit({
      verb: 'mapIntake',
      subject: 'Intake',
      subjectId: id,
      detail: { columns: columns.join(', ').slice(0, 500), films },
    })
    return toIntakeLine({ ...standing, films })
  })
}
