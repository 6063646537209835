import type { Reading } from '@vitrine/catalogue'
import { readSheet } from '@vitrine/catalogue/reader/read-sheet'
import type { HouseContext } from '../../context.ts'
import type { Actor, FileToLookAt } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { authorise } from '../../policies/authorise.ts'
import { textOfFile } from '../../sheets/read-file.ts'

/**
 * The facts of one sheet, as `vitrine sheet read --json` prints them. Nothing is stored.
 *
 * @throws HouseError `unsupported-file`, `unreadable-file`, `too-large`; `no-film-found` where nothing can be its title
 */
export async function readSheetFile(house: HouseContext, actor: Actor, args: FileToLookAt): Promise<Reading> {
  authorise(actor, 'readSheetFile')
  const { text } = await textOfFile(args.bytes, args.fileName)
  const reading = readSheet(text, {
    today: house.now().toISOString().slice(0, 10),
    ...(args.language === null ? {} : { languageHint: args.language }),
  })
  if (reading.title === '') throw new HouseError('no-film-found')
  return reading
}
