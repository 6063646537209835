/**
 * Papers set beside the thread that serves pages: a list of 200 films takes seconds, and nobody else should wait for it. There
 * is a press for one-sheets and invoices and one for lists, so that a one-sheet never stands behind a list; each is a thread that starts with
 * its first paper, sets one at a time, and may have only so many waiting.
 */
import { Worker } from 'node:worker_threads'
import type {
  CatalogueInput,
  ContactCardsInput,
  InvoiceInput,
  MeetingSheetInput,
  OneSheetInput,
  PaperInput,
  RedlineInput,
  SentListInput,
  ShortlistInput,
  SignatureRecordInput,
} from './input.ts'
import { PrintingError } from './typst/printing-press.ts'

/** What a press is handed, and what it hands back. */
export interface PressOrder {
  ticket: number
  paper: keyof Omit<PrintingRoom, 'close'>
  input: unknown
}
export type PressAnswer = { ticket: number; pdf: Uint8Array } | { ticket: number; failure: string; diagnostics: unknown[] }

export interface PrintingRoom {
  printOneSheet(input: OneSheetInput): Promise<Uint8Array>
  printShortlist(input: ShortlistInput): Promise<Uint8Array>
  printSentList(input: SentListInput): Promise<Uint8Array>
  printPaper(input: PaperInput): Promise<Uint8Array>
  printRedline(input: RedlineInput): Promise<Uint8Array>
  printSignatureRecord(input: SignatureRecordInput): Promise<Uint8Array>
  printMeetings(input: MeetingSheetInput): Promise<Uint8Array>
  printContactCards(input: ContactCardsInput): Promise<Uint8Array>
  printCatalogue(input: CatalogueInput): Promise<Uint8Array>
  printInvoice(input: InvoiceInput): Promise<Uint8Array>
  close(): Promise<void>
}

/** More papers are waiting than will be set in a bearable time: ask again in a moment. */
export class PressBusy extends Error {
  constructor(waiting: number) {
    super(`${waiting} papers are waiting for this press.`)
    this.name = 'PressBusy'
  }
}

const MOST_WAITING = { sheets: 40, lists: 8 } as const
const MEGABYTES = 1024

/**
 * Opens a printing room. `thread` is another thread than the press itself, for tests.
 *
 * @example
 * const room = openPrintingRoom()
 * const pdf = await room.printOneSheet({ house, film, locale: 'fr', paper: 'a4' })
 * await room.close()
 */
export function openPrintingRoom({ thread = new URL('./printing-thread.ts', import.meta.url) } = {}): PrintingRoom {
  const sheets = openPress(MOST_WAITING.sheets, thread)
  const lists = openPress(MOST_WAITING.lists, thread)
  return {
    printOneSheet: (input) => sheets.print('printOneSheet', input),
    printShortlist: (input) => lists.print('printShortlist', input),
    printSentList: (input) => lists.print('printSentList', input),
    printPaper: (input) => sheets.print('printPaper', input),
    printRedline: (input) => lists.print('printRedline', input),
    printSignatureRecord: (input) => sheets.print('printSignatureRecord', input),
    printMeetings: (input) => lists.print('printMeetings', input),
    printContactCards: (input) => sheets.print('printContactCards', input),
    printCatalogue: (input) => lists.print('printCatalogue', input),
    printInvoice: (input) => sheets.print('printInvoice', input),
    close: async () => void (await Promise.all([sheets.close(), lists.close()])),
  }
}

function openPress(mostWaiting: number, thread: URL) {
  const waiting = new Map<number, { resolve: (pdf: Uint8Array) => void; reject: (reason: Error) => void }>()
  let worker: Worker | null = null
  let tickets = 0

  function heard(answer: PressAnswer): void {
    const asker = waiting.get(answer.ticket)
    waiting.delete(answer.ticket)
    if (waiting.size === 0) worker?.unref() // an idle press keeps no program from ending
    if ('pdf' in answer) asker?.resolve(answer.pdf)
    else asker?.reject(new PrintingError(answer.failure, answer.diagnostics))
  }

  /** A press that broke takes its papers with it; the next paper starts another. */
  function broke(reason: Error): void {
    worker = null
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }

  function start(): Worker {
    // A thread of its own: no flags and no secrets of the program around it, a bound on its memory.
    const started = new Worker(thread, { execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } })
    started.on('message', heard)
    started.on('error', (error) => started === worker && broke(error))
    started.on('exit', () => started === worker && broke(new Error('the press ended')))
    return started
  }

  return {
    async print(paper: PressOrder['paper'], input: unknown): Promise<Uint8Array> {
      if (waiting.size >= mostWaiting) throw new PressBusy(waiting.size)
      worker ??= start()
      worker.ref()
      const ticket = (tickets += 1)
      const order: PressOrder = { ticket, paper, input }
      return new Promise((resolve, reject) => {
        waiting.set(ticket, { resolve, reject })
        worker!.postMessage(order)
      })
    },
    async close(): Promise<void> {
      const closing = worker
      broke(new Error('the printing room is closed'))
      await closing?.terminate()
    },
  }
}
