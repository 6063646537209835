import { readSheet } from '@vitrine/catalogue/reader/read-sheet'
import type { HouseContext } from '../../context.ts'
import type { Actor, CopyFinding, FileToLookAt } from '../../contract.ts'
import { authorise } from '../../policies/authorise.ts'
import { textOfFile } from '../../sheets/read-file.ts'

/**
 * What a good editor would correct in a sheet, as `vitrine sheet check --json` prints it: places are offsets in the text of
 * the file. Nothing is stored.
 *
 * @throws HouseError `unsupported-file`, `unreadable-file`, `too-large`
 */
export async function checkSheetFile(
  house: HouseContext,
  actor: Actor,
  args: FileToLookAt,
): Promise<{ findings: CopyFinding[] }> {
  authorise(actor, 'checkSheetFile')
  const { checkCopy } = await import('@vitrine/catalogue/copy-desk/check-copy')
  const { text } = await textOfFile(args.bytes, args.fileName)
  const today = house.now().toISOString().slice(0, 10)
  const reading = readSheet(text, { today, ...(args.language === null ? {} : { languageHint: args.language }) })
  return { findings: checkCopy(text, { today, reading, ...(args.language === null ? {} : { language: args.language }) }) }
}
