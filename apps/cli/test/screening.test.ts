/** `vitrine screening trace` in a house that no server has: the copy is taken in, read by this command, and deleted. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { sealingKey, SYSTEM } from '@vitrine/house'
import { aTraceableReel, aTraceableViewing } from '@vitrine/house/testing/trace-for-tests'
import { dataPaths, readConfig } from '@vitrine/server/config'
import { openHouse } from '@vitrine/server/open-house'
import { keptSecret } from '@vitrine/server/secret'
import { vitrine } from './run.ts'

describe('a copy traced without a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-trace-'))
  const data = join(folder, 'data')
  const list = join(folder, 'leak.mp4')
  after(() => rmSync(folder, { recursive: true, force: true }))
  before(async () => {
    writeFileSync(list, '#EXTM3U\n/etc/passwd\n')
    const { house, database } = await openHouse(readConfig(['--data', data], { VITRINE_DEMONSTRATION: 'no' }), 'http://localhost')
    const { id: titleId } = await house.createTitle(SYSTEM, { sheet: emptySheet('The Salt Road') })
    await house.createTitle(SYSTEM, { sheet: emptySheet('The Night Road') })
    const sealed = { db: database.db, houseId: house.id, sealing: sealingKey(keptSecret(dataPaths(data).secret)) }
    await aTraceableViewing(sealed, await aTraceableReel(sealed, titleId), 'Ana')
    await house.close()
  })
  const trace = (...args: string[]) => vitrine(['--data', data, 'screening', 'trace', ...args])

  test('what is no film says why, in the language of whoever asks; the file stays and the copy goes', async () => {
    const said = await trace(list, '--title', 'the-salt-road')
    assert.deepEqual([said.code, said.err.trim()], [2, 'vitrine: This is a list of other files, not a film. Such lists are never followed. Hand in the film itself.']) // prettier-ignore
    assert.match((await trace(list, '--title', 'the-salt-road', '--lang', 'fr')).err, /C’est une liste d’autres fichiers/)
    assert.equal(existsSync(list), true)
    assert.deepEqual([readdirSync(join(data, 'copies')), readdirSync(join(data, 'uploads'))], [[], []])
  })

  test('a film that is none, one that nobody watched, and a file that is not there are told apart', async () => {
    assert.match((await trace(list, '--title', 'no-such-film')).err, /There is no film no-such-film/)
    const unwatched = await trace(list, '--title', 'the-night-road')
    assert.deepEqual([unwatched.code, unwatched.out], [2, ''])
    assert.deepEqual(readdirSync(join(data, 'uploads')), [])
    assert.equal((await trace(join(folder, 'nothing.mp4'), '--title', 'the-salt-road')).code, 2)
    assert.notEqual((await trace(list)).code, 0)
  })
})
