import { sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { IntakeLine } from '../../contract/intake.ts'
import { HouseError } from '../../errors.ts'
import { cleanText } from '../../input.ts'
import { toIntakeLine } from '../../intake/reach-intake.ts'
import { columnsIn, readAsRemembered } from '../../intake/columns.ts'
import { stageFilms } from '../../intake/stage-films.ts'
import { authorise } from '../../policies/authorise.ts'

const LARGEST = 100 * 1024 * 1024

/** Takes a file of any format in: it is kept, read, and its films are laid beside the catalogue. */
export async function receiveFile(
  house: HouseContext,
  actor: Actor,
  args: { bytes: Uint8Array; fileName: string; once?: boolean },
): Promise<IntakeLine & { again: boolean }> {
  authorise(actor, 'receiveFile')
  if (args.bytes.length > LARGEST) throw new HouseError('too-large', { limit: LARGEST })
  const fileName = cleanText(args.fileName).slice(-300) || 'file'
  const { read, remembered } = await readAsRemembered(house, {
    bytes: args.bytes,
    fileName,
    today: house.now().toISOString().slice(0, 10),
  })
  if ('problem' in read)
    throw read.problem === 'unsupported'
      ? new HouseError('unsupported-file', { fileName })
      : new HouseError('unreadable-file', { fileName, finding: read.problem })
  const { films } = read
  const fatal = films.findings.find(({ severity }) => severity === 'fatal')
  if (films.films.length === 0 && fatal !== undefined) throw new HouseError('unreadable-file', { fileName, finding: fatal })
  if (films.films.length === 0 && films.findings.length === 0) throw new HouseError('no-film-found', { fileName })
  await house.files.put(args.bytes)
  const contentHash = sha256(args.bytes)
  const { intake, again } = await stageFilms(house, actor, { fileName, contentHash, columns: columnsIn(films.columns), remembered }, films, args.once === true) // prettier-ignore
  return { ...toIntakeLine(intake), again }
}
