/**
 * The house, from the command line. Where a server already has the data folder, everything goes through its API, as the
 * house's own command line (the token lies in the folder, readable by this user alone); otherwise the house is opened here.
 */
import {
  SYSTEM,
  type BrowseRequest,
  type BrowseResult,
  type House,
  type HouseUser,
  type ImportProgress,
  type ImportReport,
  type Role,
} from '@vitrine/house'
import { dataPaths, readConfig } from '@vitrine/server/config'
import { readRunning } from '@vitrine/server/running'
import type { Run } from './main.ts'

export interface SheetFile {
  path: string
  bytes: Uint8Array
}
export interface ImportRequest {
  files: AsyncIterable<SheetFile>
  total: number
  publish: boolean
  signal: AbortSignal
  onProgress: (progress: Pick<ImportProgress, 'done'>) => void
}
type Asked<
  Verb extends 'checkRights' | 'simulateRights' | 'previewRightsImport' | 'importRights' | 'exportRights' | 'importRates',
> = (request: Parameters<House[Verb]>[1]) => ReturnType<House[Verb]>
type AnswerAvailabilities = (request: Parameters<House['answerAvailabilities']>[1]) => ReturnType<House['answerAvailabilities']>
type ExportRequest = Parameters<House['exportTitles']>[1]

/** What the commands need of a house, near or far. */
export interface ReachedHouse {
  listTitles(request: BrowseRequest): Promise<BrowseResult>
  importSheets(request: ImportRequest): Promise<ImportReport>
  exportTitles(request: ExportRequest): AsyncIterable<{ fileName: string; content: string }>
  answerAvailabilities: AnswerAvailabilities
  checkRights: Asked<'checkRights'>
  simulateRights: Asked<'simulateRights'>
  previewRightsImport: Asked<'previewRightsImport'>
  importRights: Asked<'importRights'>
  exportRights: Asked<'exportRights'>
  importRates: Asked<'importRates'>
  listUsers(): Promise<HouseUser[]>
  addUser(user: { name: string; email: string; role: Role }): Promise<HouseUser>
  close(): Promise<void>
}

export async function reachHouse(run: Run): Promise<ReachedHouse> {
  const config = readConfig(run.flags, process.env)
  const running = config.databaseUrl === null ? readRunning(dataPaths(config.dataFolder).running) : null
  if (running !== null) {
    const { houseThroughServer } = await import('./through-server.ts')
    return houseThroughServer(running, run.printer)
  }
  const [{ openHouse }, { addressOf }] = await Promise.all([
    import('@vitrine/server/open-house'),
    import('@vitrine/server/config'),
  ])
  const { house } = await openHouse(config, config.origin ?? addressOf(config.host, config.port), { brief: true })
  return {
    listTitles: (request) => house.listTitles(SYSTEM, request),
    importSheets: (request) => house.importSheets(SYSTEM, request),
    exportTitles: (request) => house.exportTitles(SYSTEM, request),
    answerAvailabilities: (request) => house.answerAvailabilities(SYSTEM, request),
    checkRights: (request) => house.checkRights(SYSTEM, request),
    simulateRights: (request) => house.simulateRights(SYSTEM, request),
    previewRightsImport: (request) => house.previewRightsImport(SYSTEM, request),
    importRights: (request) => house.importRights(SYSTEM, request),
    exportRights: (request) => house.exportRights(SYSTEM, request),
    importRates: (request) => house.importRates(SYSTEM, request),
    listUsers: () => house.listUsers(SYSTEM),
    addUser: (user) => house.addUser(SYSTEM, user),
    close: () => house.close(),
  }
}
