import { paperFiles, paperVersions } from '@vitrine/store/papers/papers'
import { signaturesOf } from '@vitrine/store/papers/signing'
import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { FileVerdict, PaperVerdict } from '../../contract/papers.ts'
import { reachPaper } from '../../papers/reach-paper.ts'
import { fileNameOf } from '../../papers/seal-paper.ts'

/** Holds every stored file of a paper against what was recorded of it, the seal of the signed file against its bytes, and the signatures against the paper. */
export async function verifyPaper(house: HouseContext, actor: Actor, args: { id: string }): Promise<PaperVerdict> {
  const paper = await reachPaper(house, house.db, actor, 'verifyPaper', args.id)
  const versions = await paperVersions(house.db, house.houseId, paper.id)
  const shown = actor.role === 'buyer' ? versions.filter(({ version }) => version === paper.version) : versions
  const files: FileVerdict[] = []
  for (const { version, sha256: name } of shown.toReversed())
    files.push({ what: 'version', version, fileName: `${fileNameOf(paper)}.pdf`, sha256: name, ...(await held(name, false)) })
  for (const { kind, fileName, sha256: name } of await paperFiles(house.db, house.houseId, paper.id))
    files.push({ what: kind, version: null, fileName, sha256: name, ...(await held(name, kind === 'evidence')) })
  const signed = await signaturesOf(house.db, house.houseId, paper.id)
  const signaturesHold = signed.every((one) => versions.some(({ version, sha256: name }) => version === one.version && name === one.sha256)) // prettier-ignore
  const whole = signaturesHold && files.every(({ state, seal }) => state === 'as-kept' && (seal === null || (seal.sealed && seal.whole))) // prettier-ignore
  return { whole, files, signaturesHold }

  async function held(name: string, sealed: boolean): Promise<Pick<FileVerdict, 'state' | 'seal'>> {
    const bytes = await house.files.get(name)
    if (bytes === null) return { state: 'missing', seal: null }
    const state = sha256(bytes) === name ? 'as-kept' : 'changed'
    if (!sealed) return { state, seal: null }
    // Loaded here: reading certificates takes much code (seal-paper.ts).
    const [{ fingerprintOf }, { readSeal }] = await Promise.all([import('@vitrine/press/sealed/make-seal'), import('@vitrine/press/sealed/read-seal')]) // prettier-ignore
    const seal = readSeal(bytes)
    return { state, seal: seal.sealed ? { ...seal, ours: seal.fingerprint === fingerprintOf((await house.seal()).certificate) } : seal } // prettier-ignore
  }
}
