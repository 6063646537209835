/** Prints deal memos and contracts, what changed between two versions of one, and the record of how it was signed. */
import { formatDay } from '@vitrine/messages'
import { type PaperWords, paperWords } from '@vitrine/messages/papers'
import { pressWords } from '@vitrine/messages/press'
import { legibleAccent } from './accent.ts'
import { houseView } from './film-view.ts'
import type { PaperInput, RedlineInput, SignatureRecordInput } from './input.ts'
import { printTemplate } from './typst/printing-press.ts'

/** @throws PrintingError when the template fails */
export async function printPaper({ house, content, draft }: PaperInput): Promise<Uint8Array> {
  const words = paperWords[content.locale]
  const signedFor = Object.fromEntries(content.parties.map(({ side, name }) => [side, words.signedFor(name)]))
  return printTemplate(content.kind === 'contract' ? 'contract' : 'deal-memo', () => ({
    ...headOf(house, content, words, draft),
    words: { due: words.due, share: words.share, amount: words.amount, note: words.note, priceChanges: words.priceChanges, was: words.was, becomes: words.becomes, signatures: words.signatures, signature: words.signature, place: words.place, signedFor }, // prettier-ignore
    parties: content.parties,
    clauses: content.clauses,
    films: content.films,
    changes: content.changes ?? [],
    prices: content.prices,
    payments: content.payments,
    note: content.note,
  }))
}

/** @throws PrintingError when the template fails */
export async function printRedline({ house, content, title, isFirst = false, sections }: RedlineInput): Promise<Uint8Array> {
  const words = paperWords[content.locale]
  return printTemplate('redline', () => ({
    ...headOf(house, { ...content, title, example: false }, words, false),
    words: { unchanged: isFirst ? words.nothingBefore : words.unchanged },
    sections,
  }))
}

/** @throws PrintingError when the template fails */
export async function printSignatureRecord({ house, content, document, signed }: SignatureRecordInput): Promise<Uint8Array> {
  const words = paperWords[content.locale]
  return printTemplate('signature-record', () => ({
    ...headOf(house, { ...content, title: words.audit.title, example: false }, words, false),
    lead: words.audit.lead,
    level: words.audit.level,
    document,
    signed,
  }))
}

function headOf(house: PaperInput['house'], content: PaperInput['content'], words: PaperWords, draft: boolean) {
  const { locale, paper, title, reference, day, example } = content
  return {
    locale,
    paper,
    title,
    reference,
    typeface: house.typeface,
    accent: legibleAccent(house.accent),
    drawn: words.drawnUp(formatDay(locale, day)),
    draft: draft ? words.draft : null,
    example: example ? words.example : null,
    house: houseView(house, pressWords[locale]),
  }
}
