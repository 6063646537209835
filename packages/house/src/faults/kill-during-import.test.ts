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
import { halves, NO_HALVES, runUntilKilled } from './killed.ts'

const SHEETS = 500
const only = process.env['VITRINE_TEST_DATABASES']

for (const kind of (['pglite', 'postgres'] as const).filter((one) => !only || one === only))
  describe(`kill -9 during an import (${kind})`, () => {
    const folders: string[] = []
    after(async () => {
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
    })

    test('loses nothing that was acknowledged, leaves no half of a title, and the next run finishes it', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'vitrine-kill-'))
      folders.push(folder)
      const place = kind === 'pglite' ? join(folder, 'house') : await newPostgresDatabase()
      const at = kind === 'pglite' ? { folder: place, brief: true } : { url: place }
      const files = join(folder, 'files')
      if (kind === 'pglite') await newPgliteFolder(place)

      // Killed while it opens a batch, while it stores one, and somewhere after.
      for (const [line, delay] of [
        ['open', 30],
        ['stored', 0],
        ['stored', 90],
      ] as const) {
        const said = await runUntilKilled(['import', place, files, String(SHEETS)], (heard) => heard.startsWith(line), delay)
        const acknowledged = Math.max(
          0,
          ...said.filter((heard) => heard.startsWith('stored')).map((heard) => Number(heard.split(' ')[1])),
        )
        const database = await openDatabase(at)
        const house = createHouse({ database, files: await openFiles(files) })
        const { total } = await house.listTitles(SYSTEM, { locale: 'en' })
        assert.ok(total >= acknowledged, `${total} titles, ${acknowledged} acknowledged`)
        assert.equal(total % 100, 0) // whole batches: 200, and 100 at the end
        assert.deepEqual(await halves(database, house.id), NO_HALVES)
        assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
        await house.close()
      }

      const last = await runUntilKilled(['import', place, files, String(SHEETS)], () => false, 0)
      assert.equal(last.at(-1), 'done')
      const database = await openDatabase(at)
      const house = createHouse({ database, files: await openFiles(files) })
      assert.equal((await house.listTitles(SYSTEM, { locale: 'en' })).total, SHEETS)
      assert.deepEqual(await halves(database, house.id), NO_HALVES)
      assert.equal((await house.listTitles(SYSTEM, { locale: 'en', text: 'kiln 377' })).cards[0]?.title, 'The Kiln Number 377')
      await house.close()
    })
  })
