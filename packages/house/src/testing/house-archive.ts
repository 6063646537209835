/** A whole house as an archive, and what lies in it. */
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDirectory, readEntryBytes } from '@vitrine/exchange/archive/read-zip'
import { SYSTEM } from '../actors.ts'
import type { House } from '../contract.ts'

export async function archiveOf({ house }: { house: House }): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of house.exportHouse(SYSTEM)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Every member by its name, its bytes as latin1. */
export async function membersOf(archive: Uint8Array): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-moved-'))
  const path = join(folder, 'house.zip')
  await writeFile(path, archive)
  const file = await open(path)
  try {
    const members = new Map<string, string>()
    for (const [name, entry] of await readDirectory(file)) {
      const chunks: Uint8Array[] = []
      for await (const chunk of readEntryBytes(file, entry)) chunks.push(chunk)
      members.set(name, Buffer.concat(chunks).toString('latin1'))
    }
    return members
  } finally {
    await file.close()
    await rm(folder, { recursive: true, force: true })
  }
}

export async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000)
}
