import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { keptSeal } from './house-seal.ts'

const folder = mkdtempSync(join(tmpdir(), 'vitrine-seal-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('a seal is made once, read again as it was, and only its owner reads it', async () => {
  const path = join(folder, 'seal.pem')
  const made = await keptSeal(path, 'Ferry Films, Éditions d’été')
  const again = await keptSeal(path, 'Another name')
  assert.equal(again.certificate.trim(), made.certificate.trim())
  assert.equal(again.key.trim(), made.key.trim())
  assert.equal(statSync(path).mode & 0o777, 0o600)
})

test('a file without a key is no seal, and is not written over', async () => {
  const path = join(folder, 'broken.pem')
  writeFileSync(path, 'nothing')
  await assert.rejects(keptSeal(path, 'x'), /no private key and certificate/)
})
