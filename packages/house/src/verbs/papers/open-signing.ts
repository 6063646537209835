import { paperWords } from '@vitrine/messages/papers'
import type { Asker } from '@vitrine/store/asker'
import { noteOpened } from '@vitrine/store/papers/signing'
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { SigningView } from '../../contract/papers.ts'
import type { TakenAway } from '../../contract/rights.ts'
import { noteInPassing } from '../../note-in-passing.ts'
import { HouseError } from '../../errors.ts'
import { keptBytes } from '../../papers/draw-up.ts'
import { paperReference } from '../../papers/reach-paper.ts'
import { fileNameOf, sealPaper } from '../../papers/seal-paper.ts'
import { hiddenAddress, type SigningInHand, signingOf } from '../../papers/signing-link.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { openPaperFile } from './open-paper-file.ts'
import { SYSTEM } from '../../actors.ts'

/** What the person sees who has the link: the paper to be signed, or that it is signed. */
export async function openSigning(house: HouseContext, actor: Actor, args: { token: string }): Promise<SigningView> {
  authorise(actor, 'openSigning')
  const signing = await signingOf(house, house.db, args.token, true)
  if (signing.link.openedAt === null)
    await noteInPassing(noteOpened(house.db, house.houseId, signing.link.id, house.now().toISOString()))
  return signingView(house, house.db, signing)
}

/** The very bytes that are signed; once both have signed, the signed file. */
export async function openSigningFile(house: HouseContext, actor: Actor, args: { token: string }): Promise<TakenAway> {
  authorise(actor, 'openSigningFile')
  const { paper, version, declined } = await signingOf(house, house.db, args.token, true)
  if (declined) throw new HouseError('link-over', { state: paper.state, declined }) // who does not sign is told so, and handed nothing more
  // A paper that was executed by hand has no signed file of ours: the person keeps what they were shown.
  if (paper.state === 'executed' && (await sealPaper(house, paper)) !== null) return openPaperFile(house, SYSTEM, { id: paper.id, file: 'evidence' }) // prettier-ignore
  return { fileName: `${fileNameOf(paper)}.pdf`, mediaType: 'application/pdf', bytes: await keptBytes(house, version.sha256) }
}

export async function signingView(
  house: HouseContext,
  db: Asker,
  { link, paper, version, declined }: SigningInHand,
): Promise<SigningView> {
  const { name } = withDefaults((await readSettings(db, house.houseId))?.settings)
  const reference = paperReference(paper)
  const codeAge =
    link.codeHash === null || link.codeSentAt === null ? Infinity : house.now().getTime() - Date.parse(link.codeSentAt)
  return {
    house: name,
    reference,
    kind: paper.kind,
    title: version.content.title,
    locale: paper.locale,
    state: declined ? 'declined' : paper.state === 'executed' ? 'executed' : paper.state === 'countersigning' ? 'signed' : 'open',
    name: link.name,
    email: hiddenAddress(link.email),
    sha256: version.sha256,
    expiresAt: link.expiresAt,
    consent: paperWords[paper.locale].consent(name, reference),
    codeSent: codeAge < 600_000,
  }
}
