/** The house behind the API of the server that runs on this machine: one file a field. */
import type { Running } from '@vitrine/server/running'
import type { Printer } from '../print.ts'
import type { ReachedHouse } from '../reach.ts'
import { Connection } from './connection.ts'
import { contacts } from './contacts.ts'
import { exportSchedules } from './export-schedules.ts'
import { films } from './films.ts'
import { sheets } from './import-sheets.ts'
import { intake } from './intake.ts'
import { lists } from './lists.ts'
import { moving } from './moving.ts'
import { papers } from './papers.ts'
import { rights } from './rights.ts'
import { traces } from './traces.ts'

export function houseThroughServer(running: Running, printer: Printer): ReachedHouse {
  const server = new Connection(running, printer)
  return {
    ...films(server),
    ...sheets(server),
    ...intake(server),
    ...rights(server),
    ...papers(server),
    ...contacts(server),
    ...lists(server),
    ...exportSchedules(server),
    ...traces(server),
    ...moving(server),
    close: () => Promise.resolve(),
  }
}
