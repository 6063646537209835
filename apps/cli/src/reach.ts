/**
 * The house, from the command line. Where a server already has the data folder, everything goes through its API, as the
 * house's own command line (the token lies in the folder, readable by this user alone); otherwise the house is opened here.
 */
import { existsSync } from 'node:fs'
import {
  SYSTEM,
  type AvailsOut,
  type BrowseRequest,
  type BrowseResult,
  type House,
  type HouseUser,
  type ImportProgress,
  type ImportReport,
  type MovedIn,
  type MovingProgress,
  type Role,
  type TraceReading,
} from '@vitrine/house'
import type { FigureTable } from '@vitrine/house/contract/after'
import type { ExportSchedule } from '@vitrine/house/contract/export-schedules'
import type { ListAsked } from '@vitrine/house/contract/lists'
import type { TakenAway } from '@vitrine/house/contract/rights'
import { dataPaths, readConfig } from '@vitrine/server/config'
import { readRunning } from '@vitrine/server/running'
import type { ListOut } from './commands/list-export.ts'
import type { Run } from './main.ts'

export interface SheetFile {
  path: string
  bytes: Uint8Array
}
export interface ImportRequest {
  files: AsyncIterable<SheetFile>
  total: number
  publish: boolean
  update: boolean
  signal: AbortSignal
  onProgress: (progress: Pick<ImportProgress, 'done'>) => void
}
/** A copy that turned up, and of which film. */
export interface TraceRequest {
  path: string
  titleId: string
  /** Where it was found. */
  where: string | null
  /** How much of it was sent, from 0 to 1. */
  onSent: (share: number) => void
  onProgress: (now: Pick<TraceReading, 'state' | 'progress'>) => void
}
type Asked<
  Verb extends
    | 'exportFilms'
    | 'exportAvails'
    | 'printCatalogue'
    | 'printOneSheet'
    | 'printShortlist'
    | 'printSentList'
    | 'printContactCards'
    | 'packFestival'
    | 'receiveFile'
    | 'takeIntake'
    | 'takeIntakeLicences'
    | 'undoIntake'
    | 'listImports'
    | 'saveExportSchedule'
    | 'removeExportSchedule'
    | 'runExport'
    | 'openExportRun'
    | 'undoImport'
    | 'checkRights'
    | 'simulateRights'
    | 'previewRightsImport'
    | 'importRights'
    | 'exportRights'
    | 'importRates'
    | 'previewContacts'
    | 'importContacts'
    | 'exportContacts',
> = (request: Parameters<House[Verb]>[1]) => ReturnType<House[Verb]>
/** A list of the desk; `table` is of the figures. */
export interface ListRequest extends ListAsked {
  list: ListOut
  table: FigureTable
  /** Which part of it, as its verb is asked. */
  asked: Readonly<Record<string, unknown>>
}
const LIST_VERBS = {
  deals: 'exportDeals',
  requests: 'exportRequests',
  tasks: 'exportTasks',
  deliverables: 'exportDeliverables',
  screeners: 'exportScreeners',
  viewings: 'exportViewings',
  markets: 'exportMarkets',
  meetings: 'exportMeetings',
  invoices: 'exportInvoices',
} as const satisfies Record<Exclude<ListOut, 'figures'>, keyof House>
type AnswerAvailabilities = (request: Parameters<House['answerAvailabilities']>[1]) => ReturnType<House['answerAvailabilities']>
type ExportRequest = Parameters<House['exportTitles']>[1]

/** What the commands need of a house, near or far. */
export interface ReachedHouse {
  listTitles(request: BrowseRequest): Promise<BrowseResult>
  importSheets(request: ImportRequest): Promise<ImportReport>
  exportTitles(request: ExportRequest): AsyncIterable<{ fileName: string; content: string }>
  exportFilms: Asked<'exportFilms'>
  exportAvails(request: Parameters<House['exportAvails']>[1]): Promise<Omit<AvailsOut, 'size'>>
  printCatalogue: Asked<'printCatalogue'>
  printOneSheet: Asked<'printOneSheet'>
  printShortlist: Asked<'printShortlist'>
  printSentList: Asked<'printSentList'>
  printContactCards: Asked<'printContactCards'>
  packFestival: Asked<'packFestival'>
  receiveFile: Asked<'receiveFile'>
  takeIntake: Asked<'takeIntake'>
  takeIntakeLicences: Asked<'takeIntakeLicences'>
  undoIntake: Asked<'undoIntake'>
  listImports: Asked<'listImports'>
  listExportSchedules(request: { ended: boolean }): Promise<ExportSchedule[]>
  saveExportSchedule: Asked<'saveExportSchedule'>
  removeExportSchedule: Asked<'removeExportSchedule'>
  runExport: Asked<'runExport'>
  openExportRun: Asked<'openExportRun'>
  undoImport: Asked<'undoImport'>
  answerAvailabilities: AnswerAvailabilities
  checkRights: Asked<'checkRights'>
  simulateRights: Asked<'simulateRights'>
  previewRightsImport: Asked<'previewRightsImport'>
  importRights: Asked<'importRights'>
  exportRights: Asked<'exportRights'>
  importRates: Asked<'importRates'>
  previewContacts: Asked<'previewContacts'>
  importContacts: Asked<'importContacts'>
  exportContacts: Asked<'exportContacts'>
  exportList(request: ListRequest): Promise<TakenAway>
  /** Hands a copy in and waits until it is traced. */
  traceCopy(request: TraceRequest): Promise<TraceReading>
  exportHouse(): AsyncIterable<Uint8Array>
  importHouse(request: { archive: AsyncIterable<Uint8Array>; onProgress?: (progress: MovingProgress) => void }): Promise<MovedIn>
  listUsers(): Promise<HouseUser[]>
  addUser(user: { name: string; email: string; role: Role }): Promise<HouseUser>
  close(): Promise<void>
}

export async function reachHouse(run: Run): Promise<ReachedHouse> {
  const config = readConfig(run.flags, process.env)
  const running = config.databaseUrl === null ? readRunning(dataPaths(config.dataFolder).running) : null
  if (running !== null) {
    const { houseThroughServer } = await import('./through-server/house.ts')
    return houseThroughServer(running, run.printer)
  }
  // Sheets that go into a house that nobody meant are hard to find again: where one begins is said.
  if (config.databaseUrl === null && !existsSync(dataPaths(config.dataFolder).database))
    run.printer.note(run.printer.words.errors.newHouse(config.dataFolder))
  const [{ openHouse }, { addressOf }] = await Promise.all([
    import('@vitrine/server/open-house'),
    import('@vitrine/server/config'),
  ])
  const { house } = await openHouse(config, config.origin ?? addressOf(config.host, config.port), { brief: true })
  return {
    listTitles: (request) => house.listTitles(SYSTEM, request),
    importSheets: (request) => house.importSheets(SYSTEM, request),
    exportTitles: (request) => house.exportTitles(SYSTEM, request),
    exportFilms: (request) => house.exportFilms(SYSTEM, request),
    exportAvails: (request) => house.exportAvails(SYSTEM, request),
    printCatalogue: (request) => house.printCatalogue(SYSTEM, request),
    printOneSheet: (request) => house.printOneSheet(SYSTEM, request),
    printShortlist: (request) => house.printShortlist(SYSTEM, request),
    printSentList: (request) => house.printSentList(SYSTEM, request),
    printContactCards: (request) => house.printContactCards(SYSTEM, request),
    packFestival: (request) => house.packFestival(SYSTEM, request),
    receiveFile: (request) => house.receiveFile(SYSTEM, request),
    takeIntake: (request) => house.takeIntake(SYSTEM, request),
    takeIntakeLicences: (request) => house.takeIntakeLicences(SYSTEM, request),
    undoIntake: (request) => house.undoIntake(SYSTEM, request),
    listImports: (request) => house.listImports(SYSTEM, request),
    listExportSchedules: (request) => house.listExportSchedules(SYSTEM, request),
    saveExportSchedule: (request) => house.saveExportSchedule(SYSTEM, request),
    removeExportSchedule: (request) => house.removeExportSchedule(SYSTEM, request),
    runExport: (request) => house.runExport(SYSTEM, request),
    openExportRun: (request) => house.openExportRun(SYSTEM, request),
    undoImport: (request) => house.undoImport(SYSTEM, request),
    answerAvailabilities: (request) => house.answerAvailabilities(SYSTEM, request),
    checkRights: (request) => house.checkRights(SYSTEM, request),
    simulateRights: (request) => house.simulateRights(SYSTEM, request),
    previewRightsImport: (request) => house.previewRightsImport(SYSTEM, request),
    importRights: (request) => house.importRights(SYSTEM, request),
    exportRights: (request) => house.exportRights(SYSTEM, request),
    importRates: (request) => house.importRates(SYSTEM, request),
    previewContacts: (request) => house.previewContacts(SYSTEM, request),
    importContacts: (request) => house.importContacts(SYSTEM, request),
    exportContacts: (request) => house.exportContacts(SYSTEM, request),
    exportList: ({ list, table, asked, ...request }) =>
      list === 'figures'
        ? house.exportFigures(SYSTEM, { ...asked, ...request, table })
        : house[LIST_VERBS[list]](SYSTEM, { ...asked, ...request }),
    traceCopy: async (request) =>
      (await import('./trace-here.ts')).traceHere(house, dataPaths(config.dataFolder).uploads, request),
    exportHouse: () => house.exportHouse(SYSTEM),
    importHouse: (request) => house.importHouse(SYSTEM, request),
    listUsers: () => house.listUsers(SYSTEM),
    addUser: (user) => house.addUser(SYSTEM, user),
    close: () => house.close(),
  }
}
