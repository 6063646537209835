/** Clears a run's folder when its runner is gone. `node sweeper.ts FOLDER RUNNER_PID` */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './run.ts'

const [folder = '', runner = ''] = process.argv.slice(2)
const watch = setInterval(() => {
  if (isAlive(Number(runner))) return
  clearInterval(watch)
  // The keeper of a PostgreSQL clears the folder itself, once the server is down.
  if (!existsSync(join(folder, 'keeper'))) rmSync(folder, { recursive: true, force: true })
}, 1_000)
