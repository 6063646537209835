import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'

/**
 * A folder that is the place of all temporary files while a test file runs, so that what lies there is its own. Files that run after it
 * in the same process find theirs where it was before.
 */
export function ownTemporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `vitrine-${name}-`))
  const usual = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  after(() => {
    if (usual === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usual
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
