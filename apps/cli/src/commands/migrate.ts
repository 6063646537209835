/** `vitrine migrate`: brings the database to this version of the program. */
import { mkdirSync } from 'node:fs'
import { dataPaths, readConfig } from '@vitrine/server/config'
import { migrate, openDatabase, pendingSteps } from '@vitrine/store'
import type { Run } from '../main.ts'

export async function migrateDatabase({ printer, flags }: Run, options: { dryRun: boolean }): Promise<number> {
  const { words } = printer
  const config = readConfig(flags, process.env)
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  const database = await openDatabase({ url: config.databaseUrl, folder: dataPaths(config.dataFolder).database, brief: true })
  try {
    const steps = options.dryRun ? await pendingSteps(database) : (await migrate(database)).applied
    if (printer.json) printer.out(JSON.stringify(options.dryRun ? { waiting: steps } : { applied: steps }, null, 2))
    else {
      for (const step of steps) printer.out(`  ${step}`)
      printer.out(
        steps.length === 0
          ? words.migrate.current
          : options.dryRun
            ? words.migrate.waiting(steps.length)
            : words.migrate.applied(steps.length),
      )
    }
    return 0
  } finally {
    await database.close()
  }
}
