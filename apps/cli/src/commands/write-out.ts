/** A file that a command made, where it was asked for: in a file, or on standard output. */
import { writeFile } from 'node:fs/promises'
import { CommandError, type Printer } from '../print.ts'

export async function writeOut(printer: Printer, bytes: Uint8Array, out: string | undefined): Promise<void> {
  if (out === undefined) return new Promise((written) => process.stdout.write(bytes, () => written()))
  await writeFile(out, bytes).catch((error: Error) => {
    throw new CommandError(error.message, 2)
  })
  printer.note(printer.words.rights.export.done(out))
}
