import assert from 'node:assert/strict'
import { mkdtemp, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type House, SYSTEM } from '@vitrine/house'
import { eachHouse } from '@vitrine/house/testing/house-for-tests'
import { watchFolder } from './watch-folder.ts'

const SHEET = 'THE ASH\nA film by Noor Vantil\n2024 - 52 min\n\nSynopsis\nAsh falls.\n'
const how = { origin: 'https://films.example', signal: new AbortController().signal }

eachHouse('the watched folder', (open) => {
  test('what was dropped is read once it is whole, and put away with a note that says what became of it', async () => {
    const { house } = await open()
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-watch-'))
    const drop = async (name: string, text: string, at = 1) => {
      await writeFile(join(folder, name), text)
      await utimes(join(folder, name), at, at)
    }
    const look = watchFolder(folder)
    await drop('ash.txt', SHEET)
    await drop('broken.xml', '<a><b></a>')
    await drop('coming.xml.part', '<half')
    await drop('.hidden', SHEET)
    await symlink('/etc/hostname', join(folder, 'elsewhere.txt'))
    await mkdir(join(folder, 'a folder'))
    await look(house, how)
    assert.equal((await house.listIntakes(SYSTEM, {})).items.length, 0, 'seen for the first time')
    await drop('ash.txt', `${SHEET}\nIt falls on.\n`, 2)
    await look(house, how)
    assert.deepEqual(await readdir(join(folder, 'done')), [], 'it has grown since')
    assert.deepEqual((await readdir(join(folder, 'failed'))).toSorted(), ['broken.xml', 'broken.xml.note.txt'])
    await look(house, how)
    const [intake, ...others] = (await house.listIntakes(SYSTEM, {})).items
    assert.deepEqual([intake?.fileName, intake?.films, others], ['ash.txt', 1, []])
    const note = (name: string) => readFile(join(folder, name), 'utf8')
    assert.match(await note('done/ash.txt.note.txt'), new RegExp(`1 film waits.* https://films.example/en/desk/intake/${intake!.id}`))
    assert.match(await note('failed/broken.xml.note.txt'), /could not be read\. .*broken\.xml:1: This is not well-formed XML: .*\n.*broken\.xml:1\u00a0: Ce n’est pas du XML/)
    assert.deepEqual((await readdir(folder)).toSorted(), ['.hidden', 'a folder', 'coming.xml.part', 'done', 'elsewhere.txt', 'failed'])

    // The same again, under another name and after it was taken: noticed, and nothing done.
    await house.takeIntake(SYSTEM, { id: intake!.id })
    await drop('ash-copy.txt', `${SHEET}\nIt falls on.\n`)
    await drop('ash.txt', SHEET)
    for (let n = 0; n < 2; n += 1) await look(house, how)
    assert.match(await note('done/ash-copy.txt.note.txt'), new RegExp(`came in before.*/en/desk/intake/${intake!.id}`))
    assert.deepEqual((await readdir(join(folder, 'done'))).toSorted(), ['ash-2.txt', 'ash-2.txt.note.txt', 'ash-copy.txt', 'ash-copy.txt.note.txt', 'ash.txt', 'ash.txt.note.txt']) // prettier-ignore
    assert.equal((await house.listIntakes(SYSTEM, {})).items.length, 2)
    await rm(folder, { recursive: true })
  }) // prettier-ignore

  test('a file that the house fails at stays and keeps nobody from the others; it is tried again after a while', async () => {
    const { house } = await open()
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-watch-'))
    for (const name of ['a.txt', 'b.txt']) {
      await writeFile(join(folder, name), SHEET.replace('ASH', name.toUpperCase()))
      await utimes(join(folder, name), 1, 1)
    }
    let tried = 0
    const poisoned: House['receiveFile'] = async (actor, file) => {
      if (file.fileName !== 'a.txt') return house.receiveFile(actor, file)
      tried += 1
      throw new Error('it stumbles')
    }
    let clock = Date.now()
    const look = watchFolder(folder, () => clock)
    const [stumbling, sound] = [{ ...house, receiveFile: poisoned }, house]
    await look(stumbling, how)
    await assert.rejects(look(stumbling, how), /it stumbles/)
    assert.deepEqual((await readdir(join(folder, 'done'))).toSorted(), ['b.txt', 'b.txt.note.txt'])
    await look(stumbling, how)
    assert.equal(tried, 1, 'not at once')
    clock += 6_000
    await assert.rejects(look(stumbling, how))
    clock += 6_000
    await look(sound, how)
    assert.deepEqual(await readdir(folder), ['a.txt', 'done', 'failed'], 'twice as long')
    clock += 6_000
    await look(sound, how)
    assert.deepEqual(await readdir(folder), ['done', 'failed'])
    await rm(folder, { recursive: true })
  })

  test('a file that is replaced while it is read, a date in the future, a link among the notes', async () => {
    const { house } = await open()
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-watch-'))
    const path = join(folder, 'ash.txt')
    const ahead = Date.now() / 1000 + 86_400
    await writeFile(path, SHEET)
    await utimes(path, ahead, ahead)
    let clock = Date.now()
    const look = watchFolder(folder, () => clock)
    await look(house, how)
    await symlink(join(folder, 'stolen.txt'), join(folder, 'done', 'ash.txt.note.txt'))
    const replaced: House['receiveFile'] = async (actor, file) => {
      const intake = await house.receiveFile(actor, file)
      await writeFile(path, SHEET.replace('ASH', 'ELM'))
      await utimes(path, 1, 1)
      return intake
    }
    clock += 4_000
    await look({ ...house, receiveFile: replaced }, how)
    assert.ok((await readdir(folder)).includes('ash.txt'), 'another file by now')
    for (let n = 0; n < 2; n += 1) await look(house, how)
    const { items } = await house.listIntakes(SYSTEM, {})
    assert.equal(items.length, 2)
    assert.deepEqual((await readdir(join(folder, 'done'))).toSorted(), ['ash.txt', 'ash.txt.note-2.txt', 'ash.txt.note.txt'])
    assert.deepEqual(await readdir(folder), ['done', 'failed'], 'nothing was written through the link')
    // a link where the files go
    await rm(join(folder, 'done'), { recursive: true })
    await symlink(tmpdir(), join(folder, 'done'))
    await assert.rejects(look(house, how), /not a folder of its own/)
    await rm(folder, { recursive: true })
  })

  test('a house that fails leaves the file where it is; two servers that look at once take it once', async () => {
    const { house } = await open()
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-watch-'))
    await writeFile(join(folder, 'ash.txt'), SHEET)
    await utimes(join(folder, 'ash.txt'), 1, 1)
    const down = { receiveFile: () => Promise.reject(new Error('down')) } as unknown as House
    const [one, other] = [watchFolder(folder), watchFolder(folder)]
    await one(down, how)
    await assert.rejects(one(down, how))
    assert.ok((await readdir(folder)).includes('ash.txt'))
    await Promise.all([other(house, how), one(house, how)])
    await Promise.allSettled([other(house, how), one(house, how)])
    assert.deepEqual((await readdir(folder)).toSorted(), ['done', 'failed'])
    assert.equal((await house.listIntakes(SYSTEM, {})).items.length, 1)
    await rm(folder, { recursive: true })
  })
})
