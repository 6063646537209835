/**
 * The signed file of an executed paper: made from what is recorded, right after the transaction that executed it, or whenever
 * it is first asked for should the process have died between. It says nothing that is not in the database already.
 */
import { formatInstant } from '@vitrine/messages'
import { paperWords } from '@vitrine/messages/papers'
import { paperFiles, type PaperFileRow, type PaperRow, paperVersions, putPaperFile } from '@vitrine/store/papers/papers'
import { type SignatureRow, signaturesOf } from '@vitrine/store/papers/signing'
import { SYSTEM } from '../actors.ts'
import type { HouseContext } from '../context.ts'
import { HouseError } from '../errors.ts'
import { printed, printedHouse } from '../printing/printed.ts'
import { write } from '../write.ts'
import { keptBytes } from './draw-up.ts'
import { paperReference } from './reach-paper.ts'

/** The signed file, made where it is not there yet; null for a paper that was not signed on these pages. */
export async function sealPaper(house: HouseContext, paper: PaperRow): Promise<PaperFileRow | null> {
  const known = await evidenceOf(house, paper)
  if (known !== null || paper.state !== 'executed') return known
  const signatures = await signaturesOf(house.db, house.houseId, paper.id)
  if (signatures.length < 2) return null
  const bytes = await evidenceBytes(house, paper, signatures)
  const sha256 = await house.files.put(bytes)
  await write(house, SYSTEM, async (writing) => {
    await putPaperFile(writing.trx, house.houseId, paper.id, { kind: 'evidence', sha256, bytes: bytes.byteLength, mediaType: 'application/pdf', fileName: `${fileNameOf(paper)}-signed.pdf`, at: writing.at, byName: SYSTEM.name }) // prettier-ignore
    writing.audit({ verb: 'sealPaper', subject: 'Paper', subjectId: paper.id, detail: { sha256 } })
  })
  return evidenceOf(house, paper) // two who make it at once keep one
}

async function evidenceOf(house: HouseContext, paper: PaperRow): Promise<PaperFileRow | null> {
  return (await paperFiles(house.db, house.houseId, paper.id)).find(({ kind }) => kind === 'evidence') ?? null
}

/** D-12-C-1 */
export const fileNameOf = (paper: Parameters<typeof paperReference>[0]): string => paperReference(paper).replaceAll(' / ', '-')

async function evidenceBytes(house: HouseContext, paper: PaperRow, signatures: readonly SignatureRow[]): Promise<Uint8Array> {
  const version = (await paperVersions(house.db, house.houseId, paper.id)).find((one) => one.version === paper.version)
  if (version === undefined) throw new HouseError('not-found', { subject: 'Paper' })
  const { content, sha256 } = version
  const { locale } = content
  const words = paperWords[locale]
  const shown = await keptBytes(house, sha256)
  const by = await printedHouse(house, locale)
  const moment = (at: string): string => words.audit.utc(formatInstant(locale, at))
  const record = await printed(house, (press) =>
    press.printSignatureRecord({
      house: by,
      content,
      document: [
        { label: words.audit.document, text: `${content.title} ${content.reference}, ${words.version(paper.version)}` },
        { label: 'SHA-256', text: sha256 },
      ],
      signed: signatures.map((one) => ({ heading: content.parties.find(({ side }) => side === one.side)!.name, lines: linesOf(one) })), // prettier-ignore
    }),
  )
  const facts = { paper: paper.id, deal: paper.dealId, reference: content.reference, version: paper.version, sha256, signatures }
  const seal = await house.seal()
  // What writes PDF and certificates is a third of the program: few commands, and few starts, seal anything.
  const { evidencePdf } = await import('@vitrine/press/sealed/evidence-pdf')
  return evidencePdf({ paper: shown, record, fileName: `${fileNameOf(paper)}.pdf`, title: `${content.title} ${content.reference}`, facts, sealedBy: by.name, at: house.now() }, seal) // prettier-ignore

  function linesOf(one: SignatureRow): { label: string; text: string }[] {
    const a = words.audit
    return [
      { label: a.by, text: one.name },
      { label: one.side === 'buyer' ? a.mail : a.member, text: one.email ?? '' },
      ...(one.openedAt === null ? [] : [{ label: a.opened, text: moment(one.openedAt) }]),
      ...(one.codeSentAt === null ? [] : [{ label: a.codeSent, text: moment(one.codeSentAt) }]),
      { label: a.signed, text: moment(one.at) },
      { label: a.consent, text: one.consent },
      ...(one.ip === null ? [] : [{ label: a.ip, text: one.ip }]),
    ].filter(({ text }) => text !== '')
  }
}
