/** What the house asks of the place of reels, asked of each: a folder, and a bucket of an S3. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, test } from 'node:test'
import { s3ForTests } from '../testing/s3-server.ts'
import type { ReelStore } from './film-files.ts'
import { reelsInFolder } from './reels-in-a-folder.ts'
import { reelsInS3 } from './reels-in-s3.ts'

const SEGMENT = Buffer.alloc(300_000, 'segment ')
const FILES: Record<string, Buffer> = {
  'poster.jpg': Buffer.from('poster'),
  'video/720p/init.mp4': Buffer.from('start'),
  'video/720p/a/00000.m4s': SEGMENT,
  'video/720p/b/00000.m4s': Buffer.from('the other'),
  'sound/fra/00000.m4s': Buffer.from(''),
}

const stops: (() => Promise<unknown>)[] = []
after(async () => {
  for (const stop of stops) await stop()
})
async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-reels-'))
  stops.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const places: Record<string, () => Promise<{ store: ReelStore; another: () => Promise<ReelStore> }>> = {
  'in a folder': async () => {
    const folder = await aFolder()
    return { store: await reelsInFolder(folder), another: () => reelsInFolder(folder) }
  },
  'in an S3': async () => {
    const s3 = await s3ForTests()
    stops.push(s3.stop)
    // Another machine has a folder of its own and shares the bucket alone.
    const another = async (): Promise<ReelStore> => reelsInS3(s3.place, await aFolder())
    return { store: await another(), another }
  },
}

async function made(store: ReelStore, id: string, by: string, files = FILES): Promise<number> {
  const folder = await store.make(id, by)
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  return store.weigh(id, by)
}
async function read(store: ReelStore, id: string, path: string, from?: number, to?: number): Promise<string | null> {
  const file = await store.open(id, path)
  return file === null ? null : Buffer.concat((await file.stream(from, to).toArray()) as Buffer[]).toString()
}
const bytesOf = (files: Record<string, Buffer>) => Object.values(files).reduce((sum, { length }) => sum + length, 0)

for (const [where, open] of Object.entries(places))
  describe(`reels ${where}`, () => {
    test('what was made appears when it is taken, whole, and is there for another machine', async () => {
      const { store, another } = await open()
      assert.equal(await made(store, 'r1', 'one'), bytesOf(FILES))
      assert.equal(await store.open('r1', 'poster.jpg'), null, 'not before it is taken')
      assert.deepEqual(await store.lying(), { reels: [], making: [{ reelId: 'r1', by: 'one' }] })
      await store.seal('r1', 'one')
      await store.take('r1', 'one')
      await store.seal('r1', 'one')
      await store.take('r1', 'one')
      await store.drop('r1', 'one')
      await store.drop('r1', 'one')
      for (const reader of [store, await another()]) {
        for (const [path, bytes] of Object.entries(FILES)) {
          assert.equal(await read(reader, 'r1', path), bytes.toString(), path)
          assert.equal((await reader.open('r1', path, false))?.size, bytes.length)
        }
        assert.deepEqual(await reader.lying(), { reels: ['r1'], making: [] })
        assert.equal(await reader.open('r1', 'video/720p/a/00001.m4s'), null)
        assert.equal(await reader.open('r2', 'poster.jpg'), null)
        await reader.reach()
      }
    })

    test('a part of a file is read as it is asked for; one that is let go of unread is no harm', async () => {
      const { store } = await open()
      await made(store, 'r1', 'one')
      await store.seal('r1', 'one')
      await store.take('r1', 'one')
      const path = 'video/720p/a/00000.m4s'
      for (const [from, to] of [[0, 6], [7, 7], [299_990, 299_999], [0, 299_998], [200_000, undefined]] as const) // prettier-ignore
        assert.equal(await read(store, 'r1', path, from, to), SEGMENT.subarray(from, to === undefined ? undefined : to + 1).toString(), `${from}-${to}`) // prettier-ignore
      ;(await store.open('r1', path))!.close()
      ;(await store.open('r1', path, false))!.close()
      const left = (await store.open('r1', path))!.stream()
      left.destroy()
      assert.equal(await read(store, 'r1', 'poster.jpg'), 'poster')
    })

    test('what another made takes the place of it; what nobody took is let go of', async () => {
      const { store, another } = await open()
      await made(store, 'r1', 'one')
      await store.seal('r1', 'one')
      await store.take('r1', 'one')
      assert.equal(await read(store, 'r1', 'poster.jpg'), 'poster')
      await made(store, 'r1', 'two', { 'poster.jpg': Buffer.from('another') })
      assert.equal(await read(store, 'r1', 'poster.jpg'), 'poster', 'what is there is not touched')
      await store.seal('r1', 'two')
      await store.take('r1', 'two')
      await store.drop('r1', 'two')
      for (const reader of [store, await another()]) assert.equal(await read(reader, 'r1', 'poster.jpg'), 'another')
      await made(store, 'r1', 'three', { 'poster.jpg': Buffer.from('never') })
      await store.drop('r1', 'three')
      await store.drop('r1', 'one')
      assert.equal(await read(store, 'r1', 'poster.jpg'), 'another')
      assert.equal(await read(store, 'r1', 'video/720p/a/00000.m4s'), null, 'nothing of the first is left')
      assert.deepEqual(await store.lying(), { reels: ['r1'], making: [] })
    })

    test('a reel that is removed is gone to the last file, also for another machine', async () => {
      const { store, another } = await open()
      const elsewhere = await another()
      for (const id of ['r1', 'r10']) {
        await made(store, id, 'one')
        await store.seal(id, 'one')
        await store.take(id, 'one')
        await store.drop(id, 'one')
        assert.equal(await read(elsewhere, id, 'poster.jpg'), 'poster')
      }
      await store.remove('r1')
      await store.remove('r1')
      assert.equal(await read(elsewhere, 'r1', 'poster.jpg'), null)
      assert.equal(await read(elsewhere, 'r10', 'poster.jpg'), 'poster', 'a name that begins alike is another reel')
      assert.deepEqual(await elsewhere.lying(), { reels: ['r10'], making: [] })
    })

    test('what a program reads many files of lies in a folder of this machine', async () => {
      const { store, another } = await open()
      await made(store, 'r1', 'one')
      await store.seal('r1', 'one')
      await store.take('r1', 'one')
      const elsewhere = await another()
      const paths = ['video/720p/init.mp4', 'video/720p/a/00000.m4s']
      await elsewhere.fetch('r1', paths)
      await elsewhere.fetch('r1', paths)
      for (const path of paths) assert.deepEqual(await readFile(join(await elsewhere.folder('r1'), path)), FILES[path]!, path)
    })

    test('no name leads out of a reel', async () => {
      const { store } = await open()
      await made(store, 'r1', 'one')
      await store.seal('r1', 'one')
      await store.take('r1', 'one')
      for (const path of ['../r1/poster.jpg', '/etc/passwd', 'a//b', '', 'video/../poster.jpg', 'poster.jpg?x', 'a%2fb'])
        await assert.rejects(store.open('r1', path), /not a path/, path)
      for (const id of ['..', 'r1/one', '', 'R1']) await assert.rejects(store.open(id, 'poster.jpg'), /not an id/, id)
    })
  })

test(
  'a file of a folder is let go of: read to its end, read in part, broken off, or not read at all',
  { skip: !existsSync('/proc/self/fd') && 'no list of open files' },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-let-go-'))
    const store = await reelsInFolder(folder)
    await mkdir(join(folder, 'r1', 'a'), { recursive: true })
    await writeFile(join(folder, 'r1', 'a/poster.jpg'), Buffer.alloc(600_000, 5))
    const held = () =>
      readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder)
        } catch {
          return false
        }
      }).length
    assert.equal(await store.open('r1', 'a'), null, 'a folder is no file')
    const file = (await store.open('r1', 'a/poster.jpg'))!
    assert.equal(held(), 1)
    const sizeOf = async (from?: number, to?: number) => Buffer.concat((await file.stream(from, to).toArray()) as Buffer[]).length
    assert.deepEqual([await sizeOf(), await sizeOf(10, 19)], [600_000, 10], 'again, from the beginning')
    const broken = (await store.open('r1', 'a/poster.jpg'))!.stream()
    broken.once('data', () => broken.destroy())
    await new Promise((resolve) => broken.once('close', resolve))
    const unread = (await store.open('r1', 'a/poster.jpg'))!
    unread.close()
    unread.close()
    await new Promise((resolve) => setTimeout(resolve, 50))
    assert.equal(held(), 0)
    await rm(folder, { recursive: true, force: true })
  },
)
