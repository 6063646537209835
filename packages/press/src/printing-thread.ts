/** The thread of a press: one order in, one paper out, one after the other. */
import { parentPort } from 'node:worker_threads'
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
import { printCatalogue } from './catalogue/catalogue.ts'
import { printContactCards } from './contact-cards.ts'
import { printMeetings } from './meeting-sheet.ts'
import { printInvoice } from './invoice.ts'
import { printOneSheet } from './one-sheet.ts'
import { printPaper, printRedline, printSignatureRecord } from './paper.ts'
import type { PressAnswer, PressOrder } from './printing-room.ts'
import { printSentList } from './sent-list.ts'
import { printShortlist } from './shortlist.ts'
import { PrintingError } from './typst/printing-press.ts'

const PAPERS = {
  printOneSheet: (input: unknown) => printOneSheet(input as OneSheetInput),
  printShortlist: (input: unknown) => printShortlist(input as ShortlistInput),
  printSentList: (input: unknown) => printSentList(input as SentListInput),
  printPaper: (input: unknown) => printPaper(input as PaperInput),
  printRedline: (input: unknown) => printRedline(input as RedlineInput),
  printSignatureRecord: (input: unknown) => printSignatureRecord(input as SignatureRecordInput),
  printMeetings: (input: unknown) => printMeetings(input as MeetingSheetInput),
  printContactCards: (input: unknown) => printContactCards(input as ContactCardsInput),
  printCatalogue: (input: unknown) => printCatalogue(input as CatalogueInput),
  printInvoice: (input: unknown) => printInvoice(input as InvoiceInput),
}
const print = ({ paper, input }: PressOrder): Promise<Uint8Array> => PAPERS[paper](input)

parentPort?.on('message', async (order: PressOrder) => {
  const { ticket } = order
  try {
    // A copy in memory of its own, which can be handed over without copying it again.
    const pdf = new Uint8Array(await print(order))
    parentPort?.postMessage({ ticket, pdf } satisfies PressAnswer, [pdf.buffer])
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    const diagnostics = error instanceof PrintingError ? error.diagnostics : []
    parentPort?.postMessage({ ticket, failure, diagnostics } satisfies PressAnswer)
  }
})
