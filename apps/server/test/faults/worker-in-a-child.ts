/** A worker in a process of its own that can be killed: DATABASE-URL FOLDER. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHouse, openFiles, openFilms } from '@vitrine/house'
import { openDatabase } from '@vitrine/store/database/open-database'
import { createLog } from '../../src/log.ts'
import { packagingInProcess } from '../../src/packaging/in-a-process.ts'
import { startWorker } from '../../src/packaging/worker.ts'

const [url = '', folder = ''] = process.argv.slice(2)
const database = await openDatabase({ url })
const films = await openFilms({ reels: join(folder, 'reels'), masters: join(folder, 'masters') })
const sealing = new Uint8Array(32)
const house = createHouse({ database, files: await openFiles(join(folder, 'files')), films, sealing })
const packaging = packagingInProcess(fileURLToPath(new URL('./slow-packaging.ts', import.meta.url)))
startWorker({ house, packaging, log: createLog('silent'), atOnce: 1, look: 50, tell: 50 })
process.stdout.write('working\n')
setInterval(() => {}, 60_000)
