/**
 * The signed file: the paper's pages, the record of signatures behind them, and attached to it the paper byte by byte as it was
 * shown, with what is known of each signature for programs. All of it is sealed with the house's certificate (PAdES baseline B-B).
 */
import { createHash } from 'node:crypto'
import { AFRelationship, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import { signDetached } from './cms.ts'
import type { Seal } from './make-seal.ts'

export interface Evidence {
  /** The very bytes that were signed. */
  readonly paper: Uint8Array
  /** The page or pages behind it. */
  readonly record: Uint8Array
  readonly fileName: string
  readonly title: string
  /** What is known, for programs. */
  readonly facts: unknown
  /** Whose seal, as people read it. */
  readonly sealedBy: string
  readonly at: Date
}

/** Bytes that the signature may take, in hexadecimal letters: more than RSA of 4096 bits and its certificate need. */
const ROOM = 16_384
const UNKNOWN = 9_999_999_999

/** @example await evidencePdf({ paper, record, fileName: 'D-12-C-1.pdf', title, facts, sealedBy: 'Ferry Films', at }, seal) */
export async function evidencePdf(evidence: Evidence, seal: Seal): Promise<Uint8Array> {
  const { paper, record, fileName, title, facts, at } = evidence
  const file = await PDFDocument.load(paper, { updateMetadata: false })
  const behind = await PDFDocument.load(record, { updateMetadata: false })
  for (const page of await file.copyPages(behind, behind.getPageIndices())) file.addPage(page)
  const dates = { creationDate: at, modificationDate: at }
  await file.attach(paper, fileName, { mimeType: 'application/pdf', description: title, ...dates, afRelationship: AFRelationship.Source }) // prettier-ignore
  await file.attach(Buffer.from(JSON.stringify(facts, null, 2)), 'signatures.json', { mimeType: 'application/json', ...dates, afRelationship: AFRelationship.Data }) // prettier-ignore
  file.setModificationDate(at)
  placeSignature(file, evidence)
  return signInPlace(Buffer.from(await file.save({ useObjectStreams: false })), seal)
}

/** An invisible signature field on the last page, with room for what is not known before the file is written. */
function placeSignature(file: PDFDocument, { sealedBy, title, at }: Evidence): void {
  const { context, catalog } = file
  const page = file.getPages().at(-1)!
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
      Contents: PDFHexString.of('0'.repeat(ROOM)),
      M: PDFString.fromDate(at),
      Name: PDFHexString.fromText(sealedBy),
      Reason: PDFHexString.fromText(title),
    }),
  )
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      V: signature,
      T: PDFString.of('Seal'),
      F: 132,
      P: page.ref,
    }),
  )
  page.node.addAnnot(field)
  catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: PDFNumber.of(3), Fields: [field] }))
}

function signInPlace(file: Buffer, seal: Seal): Uint8Array {
  const from = file.indexOf(`<${'0'.repeat(ROOM)}>`)
  const to = from + ROOM + 2
  const known = `0 ${from} ${to} ${file.length - to}`
  const place = `0 ${UNKNOWN} ${UNKNOWN} ${UNKNOWN}`
  const at = file.lastIndexOf(place)
  if (from === -1 || at === -1) throw new Error('the room for the signature is not where it was put')
  file.write(known.padEnd(place.length), at, 'latin1')
  const digest = createHash('sha256').update(file.subarray(0, from)).update(file.subarray(to)).digest()
  file.write(signDetached(digest, seal).toString('hex'), from + 1, 'latin1')
  return file
}
