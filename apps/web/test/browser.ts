/** The browser of the tests, from its npm package, where it lies packed. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGE = fileURLToPath(new URL('../../../node_modules/@sparticuz/chromium/package.json', import.meta.url))
const UNPACK = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()"

/**
 * Where the program of the browser lies, unpacked where it was not yet.
 * The package unpacks into the folder for temporary files, file by file, and takes what lies there for whole: of two test processes
 * that begin together the second would start half a browser. So each unpacks in a folder of its own, and the first one's is moved to its
 * place by one move.
 */
export function browserProgram(): string {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }
  const folder = join(tmpdir(), `vitrine-browser-${version}`)
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program
  const own = mkdtempSync(join(tmpdir(), 'vitrine-browser-unpacked-'))
  const unpacked = spawnSync(process.execPath, ['--input-type=module', '-e', UNPACK], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, TMPDIR: own },
    encoding: 'utf8',
  })
  if (unpacked.status !== 0) throw new Error(`The browser could not be unpacked:\n${unpacked.stderr}`)
  try {
    renameSync(own, folder)
  } catch {
    rmSync(own, { recursive: true, force: true })
  }
  return program
}
