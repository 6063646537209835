import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { openDatabase } from '@vitrine/store/database/open-database'
import { newPgliteFolder, newPostgresDatabase } from '@vitrine/store/testing/databases'
import { SYSTEM } from '../actors.ts'
import { openFiles } from '../files/open-files.ts'
import { createHouse } from '../house.ts'
import { aSheet } from '../testing/house-for-tests.ts'
import { halves, NO_HALVES, runUntilKilled } from './killed.ts'

const only = process.env['VITRINE_TEST_DATABASES']

for (const kind of (['pglite', 'postgres'] as const).filter((one) => !only || one === only))
  describe(`kill -9 during edits (${kind})`, () => {
    const folders: string[] = []
    after(async () => {
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
    })

    test('every revision that was acknowledged is there, whole, and the next start works', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'vitrine-kill-'))
      folders.push(folder)
      const place = kind === 'pglite' ? join(folder, 'house') : await newPostgresDatabase()
      const at = kind === 'pglite' ? { folder: place, brief: true } : { url: place }
      const files = join(folder, 'files')
      if (kind === 'pglite') await newPgliteFolder(place)
      const open = async () => {
        const database = await openDatabase(at)
        return { database, house: createHouse({ database, files: await openFiles(files) }) }
      }
      const first = await open()
      const { id } = await first.house.createTitle(SYSTEM, { sheet: aSheet('Under the Hammer') })
      await first.house.close()

      for (const delay of [0, 15, 70]) {
        const said = await runUntilKilled(
          ['edit', place, files, id],
          (line) => line.startsWith('saved') && Number(line.split(' ')[1]) % 4 === 0,
          delay,
        )
        const acknowledged = Number(said.at(-1)?.split(' ')[1])
        const { database, house } = await open()
        const title = await house.openTitle(SYSTEM, { id })
        assert.ok(title.revision >= acknowledged, `revision ${title.revision}, ${acknowledged} acknowledged`)
        assert.equal(title.sheet.synopsis['en'], `Text number ${title.revision}. `.repeat(200))
        assert.deepEqual(await halves(database, house.id), NO_HALVES)
        assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
        await house.close()
      }
    })
  })
