/** Puts the house together: database, tables, files, printing room. The server and the command line both start here. */
import { mkdirSync } from 'node:fs'
import { createHouse, openFiles, openFilms, sealingKey, type FilmFiles, type House } from '@vitrine/house'
import { openPrintingRoom } from '@vitrine/press/printing-room'
import { migrate, openDatabase, type Database } from '@vitrine/store'
import { bringLinesUpToDate } from '@vitrine/store/rights/make-lines-anew'
import { dataPaths, type Config } from './config.ts'
import { keptSeal } from './house-seal.ts'
import { keptSecret } from './secret.ts'

export interface OpenedHouse {
  house: House
  database: Database
  /** Where its films lie: what a viewer watches is read from there and not through the house. */
  films: FilmFiles
  migrated: string[]
}

/**
 * Opens the house; `house.close()` closes the printing room and the database too.
 *
 * @param origin where the public pages are, without a slash at the end: printed on paper
 * @param options `brief`: for one command, which is over soon
 * @throws StoreError `folder-in-use` when another process has the folder, and the others of its list
 */
export async function openHouse(config: Config, origin: string, { brief = false } = {}): Promise<OpenedHouse> {
  const paths = dataPaths(config.dataFolder)
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  const database = await openDatabase({ url: config.databaseUrl, folder: paths.database, brief })
  try {
    const { applied } = await migrate(database)
    const films = await openFilms({ ...paths, s3: config.filmsS3 })
    const house = createHouse({
      database,
      files: await openFiles(paths.files),
      films,
      sealing: sealingKey(config.secret ?? keptSecret(paths.secret)),
      print: openPrintingRoom(),
      seal: () => keptSeal(paths.seal, new URL(origin).hostname),
      origin,
      schemas: config.schemas,
    })
    await bringLinesUpToDate(database.db, house.id)
    return { house, database, films, migrated: applied }
  } catch (error) {
    await database.close()
    throw error
  }
}
