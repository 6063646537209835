/** Puts a small and a large file where it may not write more than some kilobytes to a file, and says what became of them. */
import { openFiles } from '../files/open-files.ts'

const files = await openFiles(process.argv[2] ?? '')
process.stdout.write(`small ${await files.put(new Uint8Array(10_000).fill(7))}\n`)
const large = await files.put(new Uint8Array(5_000_000).fill(8)).catch((thrown: { code?: string }) => thrown.code)
process.stdout.write(`large ${large}\n`)
