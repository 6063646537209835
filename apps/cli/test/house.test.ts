import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { createLog } from '@vitrine/server/log'
import { readConfig } from '@vitrine/server/config'
import { startServer, type RunningServer } from '@vitrine/server/start-server'
import { newPgliteFolder } from '@vitrine/store/testing/databases'
import { zipSync } from 'fflate'
import { vitrine } from './run.ts'

const sheet = (i: number): string =>
  `The ${['Salt', 'Iron', 'Glass', 'Paper', 'River'][i % 5]} Road ${i}\n\nWhat number ${i} of the road looks like to those who keep it.\n\nYear: ${1990 + (i % 30)}\nDuration: 52 min\nDirector: Ada Moreau ${i}\nCountry: France\n`

interface Report {
  created: number
  updated: number
  unchanged: number
  needsAnEye: number
  failed: number
  items: { outcome: string }[]
}

describe('vitrine with a house of its own', () => {
  let folder: string
  let data: string
  let sheets: string
  const inHouse = (args: string[], options = {}) => vitrine(['--data', data, ...args], options)
  const total = async (): Promise<number> =>
    (JSON.parse((await inHouse(['titles', '--json', '--limit', '1'])).out) as { total: number }).total
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'))
    data = join(folder, 'data')
    sheets = join(folder, 'sheets')
    mkdirSync(join(sheets, 'deep'), { recursive: true })
    for (let i = 0; i < 30; i++) writeFileSync(join(sheets, i % 2 ? 'deep' : '.', `${i}.txt`), sheet(i))
    writeFileSync(join(sheets, 'picture.jpg'), 'not a sheet')
    writeFileSync(join(sheets, '.hidden.txt'), sheet(99))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('migrate makes the tables, and the second time finds nothing to do', async () => {
    const waiting = await inHouse(['migrate', '--dry-run', '--json'])
    assert.equal(waiting.code, 0, waiting.err)
    assert.ok((JSON.parse(waiting.out) as { waiting: string[] }).waiting.length >= 3)
    assert.equal((await inHouse(['migrate'])).code, 0)
    assert.deepEqual(JSON.parse((await inHouse(['migrate', '--json'])).out), { applied: [] })
  })

  test('a house that begins by a command is said to, with how another is meant; one that is there is not', async () => {
    const elsewhere = join(folder, 'elsewhere')
    const first = await vitrine(['--data', elsewhere, 'titles'])
    assert.equal(first.code, 0, first.err)
    assert.ok(first.err.includes(`No house in ${elsewhere} yet`), first.err)
    assert.match(first.err, /VITRINE_DATA/)
    assert.doesNotMatch((await vitrine(['--data', elsewhere, 'titles'])).err, /No house/)
  })

  test('import reads a folder to the bottom; the second time makes nothing twice', async () => {
    const first = await inHouse(['import', sheets, '--json'])
    assert.equal(first.code, 0, first.err)
    const report = JSON.parse(first.out) as Report
    assert.equal(report.created + report.needsAnEye, 30)
    assert.match(first.err, /30 of 30 files/)
    assert.equal(await total(), 30)
    const again = JSON.parse((await inHouse(['import', sheets, '--json'])).out) as Report
    assert.equal(again.created, 0)
    assert.equal(again.unchanged, 30)
    assert.equal(await total(), 30)
  })

  test('a sheet that would change a title waits, and says so in words; --update changes it', async () => {
    const corrected = join(folder, 'corrected')
    mkdirSync(corrected)
    writeFileSync(join(corrected, '0.txt'), `${sheet(0)}Producer: Luz Pellan\n`)
    const waits = await inHouse(['import', corrected])
    assert.match(waits.out, /The Salt Road 0 {2}would change its title: waits at the desk beside it/)
    assert.match((await inHouse(['--lang', 'fr', 'import', corrected])).out, /changerait son titre\s: attend au bureau/)
    assert.equal((await inHouse(['import', '--stage', '--update', corrected])).code, 2)
    writeFileSync(join(corrected, '0.txt'), `${sheet(0)}Producer: Luz Pellan\n\n`)
    const report = JSON.parse((await inHouse(['import', '--update', '--json', corrected])).out) as Report
    assert.deepEqual([report.updated, report.needsAnEye], [1, 0])
    assert.match((await inHouse(['import', '--help'])).out, /What lands where:/)
    assert.equal(await total(), 30)
  })

  test('titles finds them, as a table for programs too', async () => {
    const found = await inHouse(['titles', 'glass', '--limit', '3'])
    assert.equal(found.code, 0, found.err)
    const lines = found.out.trimEnd().split('\n')
    assert.equal(lines.length, 3)
    assert.ok(
      lines.every((line) => /Glass Road \d+\t\d{4}\t52′\tAda Moreau \d+\tdraft\t/.test(line)),
      found.out,
    )
    assert.equal((await inHouse(['titles', '--limit', 'many'])).code, 2)
  })

  test('house export and house import move the house into an empty folder, and into no other', async () => {
    const file = join(folder, 'house.zip')
    const exported = await inHouse(['house', 'export', '--out', file, '--json'])
    assert.equal(exported.code, 0, exported.err)
    assert.equal((JSON.parse(exported.out) as { bytes: number }).bytes, readFileSync(file).length)
    assert.equal((await inHouse(['house', 'export', '--out', file])).code, 2)
    const elsewhere = ['--data', join(folder, 'elsewhere')]
    const moved = await vitrine([...elsewhere, 'house', 'import', file, '--json'])
    assert.equal(moved.code, 0, moved.err)
    assert.ok((JSON.parse(moved.out) as { rows: number }).rows > 100)
    const titles = JSON.parse((await vitrine([...elsewhere, 'titles', '--json', '--limit', '1'])).out) as { total: number }
    assert.equal(titles.total, 30)
    const again = await vitrine([...elsewhere, 'house', 'import', file])
    assert.equal(again.code, 2)
    assert.match(again.err, /lived in/)
    assert.equal((await vitrine([...elsewhere, 'house', 'import', join(folder, 'nowhere.zip')])).code, 2)
    // In a house that is lived in its films are laid beside the catalogue, and no archive of sheets is looked for in it.
    const beside = await vitrine([...elsewhere, 'import', file, '--json'])
    assert.equal(beside.code, 0, beside.err)
    assert.deepEqual((({ format, films }) => [format, films])((JSON.parse(beside.out) as { intake: { format: string; films: number } }).intake), ['vitrine', 30]) // prettier-ignore
  })

  test('export writes the whole catalogue', async () => {
    const out = join(folder, 'out')
    const ran = await inHouse(['export', '--format', 'json', '--out', out])
    assert.equal(ran.code, 0, ran.err)
    const text = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n')
    for (let i = 0; i < 30; i++) assert.ok(text.includes(`Road ${i}"`), String(i))
    const csv = await inHouse(['export', '--format', 'csv'])
    assert.equal(csv.code, 0, csv.err)
    assert.ok(csv.out.includes('Glass Road 2'))
  })

  test('user add lets somebody in, once', async () => {
    const added = await inHouse(['user', 'add', 'lea@house.example', '--name', 'Léa', '--role', 'editor'])
    assert.equal(added.code, 0, added.err)
    assert.match(added.out, /Léa <lea@house.example>.*editor/)
    const again = await inHouse(['user', 'add', 'LEA@house.example', '--role', 'sales'])
    assert.equal(again.code, 1)
    assert.equal(again.err.trimEnd().split('\n').length, 1)
    assert.equal((await inHouse(['user', 'add', 'nobody', '--role', 'sales'])).code, 2)
    assert.equal((await inHouse(['user', 'add', 'x@house.example', '--role', 'king'])).code, 2)
    assert.ok((await inHouse(['user', 'list'])).out.includes('lea@house.example'))
  })

  test('with --stage sheets wait beside the catalogue, those of an archive too; what is taken of one is taken back', async () => {
    const other = (title: string, year: number) =>
      `${title}\n\nWhat becomes of ${title}, told by those who stayed.\n\nYear: ${year}\nDuration: 52 min\nDirector: Ines Holm ${year}\nCountry: France\n`
    const before = await total()
    const stage = join(folder, 'stage')
    mkdirSync(stage)
    writeFileSync(
      join(stage, 'two.md'),
      `# ${other('Nine Winters in Narva', 2001)}\n\n# ${other('A Lighthouse Without Sea', 2002)}`,
    )
    writeFileSync(
      join(stage, 'one.html'),
      `<html><body><h1>Beekeepers at Dusk</h1><p>Year: 2003</p><p>Duration: 52 min</p><p>Director: Ines Holm</p></body></html>`,
    )
    writeFileSync(join(folder, 'sheets.zip'), zipSync({ 'a/three.txt': Buffer.from(other('The Cartographer’s Debt', 2003)), 'four.txt': Buffer.from(other('Marrow', 2004)), 'not.jpg': Buffer.from('x') })) // prettier-ignore
    const staged = await inHouse(['import', '--stage', '--json', stage])
    assert.equal(staged.code, 0, staged.err)
    const lines = staged.out.trimEnd().split('\n').map((line) => JSON.parse(line) as { file: string; intake: { id: string; format: string; films: number; state: string }; outcome: unknown }) // prettier-ignore
    assert.deepEqual(lines.map(({ intake, outcome }) => [intake.format, intake.state, outcome]), [['sheet', 'open', null], ['sheet', 'open', null]]) // prettier-ignore
    assert.equal(
      lines.reduce((sum, { intake }) => sum + intake.films, 0),
      3,
    )
    assert.equal(await total(), before, 'nothing is in the catalogue')
    const archive = await inHouse(['import', '--stage', join(folder, 'sheets.zip')])
    assert.equal(archive.code, 1, 'a picture is no sheet, and is named')
    assert.match(archive.err, /sheets\.zip\/not\.jpg/)
    for (const name of ['a/three.txt', 'four.txt']) assert.ok(archive.out.includes(`sheets.zip/${name}: 1 film`), archive.out)
    assert.equal(archive.out.trimEnd().split('\n').length, 2)
    assert.equal(await total(), before)
    const taken = await inHouse(['import', '--stage', '--take', stage])
    assert.equal(taken.code, 0, taken.err)
    assert.equal(await total(), before + 3)
    const ids = [...taken.out.matchAll(/vitrine import-undo (\S+)/g)].map(([, id]) => id!)
    assert.deepEqual(ids.toSorted(), lines.map(({ intake }) => intake.id).toSorted(), 'the files that waited were taken') // prettier-ignore
    for (const id of ids) assert.equal((await inHouse(['import-undo', id])).code, 0)
    assert.equal(await total(), before)
    assert.equal((await inHouse(['import-undo', 'nothing'])).code, 2)
    const both = await inHouse(['import', '--stage', '--publish', stage])
    assert.notEqual(both.code, 0)
    assert.equal(both.err.trimEnd().split('\n').length, 1)
  })

  test('an import that is stopped keeps what it has, and goes on when run again', async () => {
    const many = join(folder, 'many')
    mkdirSync(many)
    for (let i = 100; i < 1600; i++) writeFileSync(join(many, `${i}.txt`), sheet(i))
    const before = await total()
    const stopped = await inHouse(['import', many, '--json'], {
      onStart: (child: ChildProcess) => child.stderr!.once('data', () => child.kill('SIGINT')),
    })
    assert.equal(stopped.code, 130, stopped.err)
    assert.match(stopped.err, /run it again/i)
    const kept = (await total()) - before
    const report = JSON.parse(stopped.out) as Report
    assert.equal(kept, report.created + report.needsAnEye, 'what the report says is what is stored')
    const rest = JSON.parse((await inHouse(['import', many, '--json'])).out) as Report
    assert.equal(rest.unchanged, kept)
    assert.equal(await total(), before + 1500)
  })

  test('errors are one line', async () => {
    assert.equal((await inHouse(['import', join(folder, 'nowhere')])).code, 2)
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    assert.equal((await inHouse(['import', empty])).code, 2)
    const unreachable = await vitrine(['titles'], { env: { DATABASE_URL: 'postgres://nobody:secret-word@127.0.0.1:9/none' } })
    assert.equal(unreachable.code, 1)
    assert.equal(unreachable.err.trimEnd().split('\n').length, 1)
    assert.ok(!unreachable.err.includes('secret-word'))
  })
})

describe('vitrine beside a running server', () => {
  let folder: string
  let server: RunningServer
  const inHouse = (args: string[]) => vitrine(['--data', join(folder, 'data'), ...args])
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'))
    mkdirSync(join(folder, 'sheets'))
    for (let i = 0; i < 250; i++) writeFileSync(join(folder, 'sheets', `${i}.txt`), sheet(i))
    await newPgliteFolder(join(folder, 'data', 'database'))
    const config = readConfig([], { PORT: '0', VITRINE_DATA: join(folder, 'data'), VITRINE_DEMONSTRATION: 'no' })
    server = await startServer(config, { log: createLog('silent'), locale: 'en', say: () => {}, withSite: false })
  })
  after(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('every command goes through the server’s API', async () => {
    const imported = await inHouse(['import', join(folder, 'sheets'), '--json'])
    assert.equal(imported.code, 0, imported.err)
    const report = JSON.parse(imported.out) as Report
    assert.equal(report.created + report.needsAnEye, 250)
    const { items: imports } = await server.house.listImports(SYSTEM, {})
    assert.deepEqual(imports.map(({ created }) => created), [250], 'however many requests it took, it is one import') // prettier-ignore
    assert.equal((JSON.parse((await inHouse(['import', join(folder, 'sheets'), '--json'])).out) as Report).unchanged, 250)
    assert.equal(
      (JSON.parse((await inHouse(['titles', '--json', '--limit', '250'])).out) as { titles: unknown[] }).titles.length,
      250,
    )
    assert.equal((await inHouse(['user', 'add', 'sam@house.example', '--role', 'sales'])).code, 0)
    assert.equal((await inHouse(['user', 'add', 'sam@house.example', '--role', 'sales'])).code, 1)
    const exported = await inHouse(['export', '--format', 'csv'])
    assert.ok(exported.out.includes('Salt Road 0'))
  })

  test('a whole house goes through it as well, as a stream', async () => {
    const file = join(folder, 'house.zip')
    assert.equal((await inHouse(['house', 'export', '--out', file])).code, 0)
    const refused = await inHouse(['house', 'import', file])
    assert.equal(refused.code, 2)
    assert.match(refused.err, /lived in/)
    const data = join(folder, 'fresh')
    await newPgliteFolder(join(data, 'database'))
    const config = readConfig([], { PORT: '0', VITRINE_DATA: data, VITRINE_DEMONSTRATION: 'no' })
    const fresh = await startServer(config, { log: createLog('silent'), locale: 'en', say: () => {}, withSite: false })
    try {
      const moved = await vitrine(['--data', data, 'house', 'import', file])
      assert.equal(moved.code, 0, moved.err)
      const titles = JSON.parse((await vitrine(['--data', data, 'titles', '--json', '--limit', '1'])).out) as { total: number }
      assert.equal(titles.total, 250)
    } finally {
      await fresh.stop()
    }
  })

  test('what needs the database itself says who has it', async () => {
    const ran = await inHouse(['migrate'])
    assert.equal(ran.code, 1)
    assert.match(ran.err, new RegExp(`in use by process ${process.pid}`))
  })
})
