/** The disk below the database has no room: changes are refused and told why, pages go on, and with room again so does everything. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { HEADROOM } from '@vitrine/store/database/disk-room'
import { StoreError } from '@vitrine/store/database/errors'
import { openPGlite } from '@vitrine/store/database/open-pglite'
import { newPgliteFolder } from '@vitrine/store/testing/databases'
import { SYSTEM, VISITOR } from '../actors.ts'
import { isHouseError } from '../errors.ts'
import { openFiles } from '../files/open-files.ts'
import { createHouse } from '../house.ts'
import { aSheet } from '../testing/house-for-tests.ts'

const full = (thrown: unknown) => isHouseError(thrown) && thrown.code === 'disk-full'
const freeOn = (folder: string) => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

const folder = mkdtempSync(join(tmpdir(), 'vitrine-full-'))
const disk = join(folder, 'disk')
mkdirSync(disk)
const mounted = mount()
after(() => {
  if (mounted) execFileSync('umount', ['-l', disk])
  rmSync(folder, { recursive: true, force: true })
})

/** A disk of our own, that can really be filled: only root may lay one. */
function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function houseOn(place: string, headroom?: number, clock = () => new Date()) {
  const database = await openPGlite({ folder: join(place, 'database'), brief: true, ...(headroom !== undefined && { headroom }) })
  return { database, house: createHouse({ database, files: await openFiles(join(place, 'files')), clock }) }
}

test('what would write into the last room of the disk is refused before it is begun, and readiness says so', async () => {
  const place = join(folder, 'elsewhere')
  await newPgliteFolder(join(place, 'database'))
  const before = await houseOn(place)
  const film = await before.house.createTitle(SYSTEM, { sheet: aSheet('Low Water') })
  await before.database.close()

  const { database, house } = await houseOn(place, freeOn(folder) * 2)
  await assert.rejects(house.createTitle(SYSTEM, { sheet: aSheet('High Water') }), full)
  await assert.rejects(house.withdrawTitle(SYSTEM, { id: film.id, baseRevision: 1 }), full)
  assert.equal((await house.openTitle(SYSTEM, { id: film.id })).sheet.title, 'Low Water')
  assert.equal((await house.health()).database, 'full')
  await database.close()
})

test('who is signed in, has a key or opens a list goes on reading, though that they were here cannot be noted', async () => {
  const place = join(folder, 'noted')
  await newPgliteFolder(join(place, 'database'))
  const before = await houseOn(place)
  const film = await before.house.createTitle(SYSTEM, { sheet: aSheet('Low Water') })
  await before.house.publishTitle(SYSTEM, { id: film.id, baseRevision: film.revision })
  const { token } = await before.house.startShortlist(VISITOR, { titleIds: [film.id] })
  const { id } = await before.house.addUser(SYSTEM, { name: 'Ida', email: 'ida@house.example', role: 'editor' })
  const editor = (await before.house.actorForUser(id))!
  const { secret } = await before.house.issueKey(editor, { name: 'Site', scopes: ['titles:read'] })
  await before.database.close()

  const tomorrow = Date.now() + 86_400_000
  const { database, house } = await houseOn(place, freeOn(folder) * 2, () => new Date(tomorrow))
  assert.equal((await house.viewShortlist(VISITOR, { token, locale: 'en' })).cards.length, 1)
  assert.equal((await house.actorForUser(id))?.name, 'Ida')
  assert.equal((await house.actorForKey(secret))?.userId, id)
  await database.close()
})

test(
  'a disk that was filled by somebody else: nothing acknowledged is lost, and the house goes on when there is room',
  { skip: mounted ? false : 'no disk of its own can be laid here (root alone may)' },
  async () => {
    await newPgliteFolder(join(disk, 'database'))
    const { database, house } = await houseOn(disk)
    const filler = join(disk, 'filler')
    const kept = [(await house.createTitle(SYSTEM, { sheet: aSheet('Before') })).id]
    writeFileSync(filler, Buffer.alloc(freeOn(disk) - HEADROOM - 4 * 1024 ** 2))

    // Each begins a new piece of the log, of 16 MB: the disk would be full after six.
    let refused: unknown = null
    for (let i = 0; i < 12 && refused === null; i++) {
      await house
        .createTitle(SYSTEM, { sheet: aSheet(`Film ${i}`) })
        .then(({ id }) => kept.push(id))
        .catch((thrown: unknown) => (refused = thrown))
      if (refused === null) await database.pglite!.query('select pg_switch_wal()')
    }
    assert.ok(full(refused), String(refused))
    assert.ok(freeOn(disk) > HEADROOM / 2, 'most of what is left alone is still there')
    for (const id of kept) await house.openTitle(SYSTEM, { id })
    assert.equal((await house.health()).database, 'full')

    rmSync(filler)
    kept.push((await house.createTitle(SYSTEM, { sheet: aSheet('After') })).id)
    assert.equal((await house.health()).database, 'up')
    await database.close()

    const again = await houseOn(disk)
    for (const id of kept) await again.house.openTitle(SYSTEM, { id })
    await again.database.close()
    writeFileSync(filler, Buffer.alloc(freeOn(disk) - 8 * 1024 ** 2))
    await assert.rejects(houseOn(disk), (thrown) => thrown instanceof StoreError && thrown.code === 'disk-full')
  },
)
