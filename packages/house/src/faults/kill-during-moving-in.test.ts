/** A house that is killed while another moves in is as empty as before, and takes it in again. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { openDatabase } from '@vitrine/store/database/open-database'
import { newPgliteFolder, newPostgresDatabase } from '@vitrine/store/testing/databases'
import { SYSTEM } from '../actors.ts'
import { openFiles } from '../files/open-files.ts'
import { createHouse } from '../house.ts'
import { runUntilKilled } from './killed.ts'
import { manySheets } from './many-sheets.ts'

const FILMS = 400
const only = process.env['VITRINE_TEST_DATABASES']
for (const kind of ['pglite', 'postgres'] as const)
  describe(`kill -9 while a house moves in (${kind})`, { skip: only !== undefined && only !== kind }, () => {
    const folders: string[] = []
    const folder = async (): Promise<string> => {
      const made = await mkdtemp(join(tmpdir(), 'vitrine-moving-'))
      folders.push(made)
      return made
    }
    after(async () => {
      for (const one of folders) await rm(one, { recursive: true, force: true })
    })
    const place = async (): Promise<string> => {
      if (kind === 'postgres') return newPostgresDatabase()
      const made = await folder()
      await newPgliteFolder(made)
      return made
    }
    const open = async (at: string, files: string) =>
      createHouse({
        database: await openDatabase(kind === 'postgres' ? { url: at } : { folder: at, brief: true }),
        files: await openFiles(files),
      })

    test('nothing of it is there, and the second time all of it is', async () => {
      const old = await open(await place(), await folder())
      await old.importSheets(SYSTEM, { files: manySheets(FILMS), total: FILMS })
      const archive = join(await folder(), 'house.zip')
      await writeFile(archive, old.exportHouse(SYSTEM))
      const { total } = await old.listTitles(SYSTEM, { locale: 'en' })
      await old.close()

      const [at, files] = [await place(), await folder()]
      const said = await runUntilKilled(['move-in', at, files, archive], (line) => line.startsWith('rows '), 1)
      assert.ok(said.some((line) => line.startsWith('rows ')) && !said.includes('done'), 'it was killed in the middle')

      const fresh = await open(at, files)
      assert.equal((await fresh.listTitles(SYSTEM, { locale: 'en' })).total, 0)
      assert.deepEqual((await fresh.readAudit(SYSTEM, {})).items, [])
      await fresh.close()
      assert.equal((await runUntilKilled(['move-in', at, files, archive], () => false, 0)).at(-1), 'done')
      const moved = await open(at, files)
      assert.equal((await moved.listTitles(SYSTEM, { locale: 'en' })).total, total)
      assert.equal((await moved.verifyAudit(SYSTEM)).whole, true)
      await moved.close()
    })
  })
