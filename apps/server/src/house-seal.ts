/** The seal of signed papers: made when the first is signed, kept in a file that only its owner reads. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Seal } from '@vitrine/press/sealed/make-seal'

const PEM = /-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----\n?/g

/**
 * The seal in a file: a private key and its certificate, PEM. A house that has one from an authority puts it there.
 *
 * @example
 * createHouse({ database, files, seal: () => keptSeal(paths.seal, 'Ferry Films') })
 */
export async function keptSeal(path: string, name: string): Promise<Seal> {
  const kept = readSealFile(path)
  if (kept !== null) return kept
  const { makeSeal } = await import('@vitrine/press/sealed/make-seal') // once in the life of a house
  const made = await makeSeal(name, new Date())
  // Written beside and moved: a process that dies between leaves no half of a key.
  writeFileSync(`${path}.new`, `${made.key}${made.certificate}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return made
}

function readSealFile(path: string): Seal | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const blocks = [...text.matchAll(PEM)]
  const key = blocks.find(([, kind]) => kind!.endsWith('PRIVATE KEY'))?.[0]
  const certificate = blocks.find(([, kind]) => kind === 'CERTIFICATE')?.[0]
  if (key === undefined || certificate === undefined) throw new Error(`${path} has no private key and certificate (PEM)`)
  return { key, certificate }
}
