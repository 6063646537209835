/**
 * Two hundred signatures at once by four servers on one PostgreSQL, two of which are killed: exactly the compatible ones
 * stand, each refused one was told which entry is in its way, nothing acknowledged is lost, and the books in memory agree.
 */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { boxesMeet } from '@vitrine/rights/box/box'
import { boxOf } from '@vitrine/rights/book/lines-of-entry'
import { readTerms } from '@vitrine/rights/book/read-book'
import { openDatabase } from '@vitrine/store/database/open-database'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { SYSTEM } from '../actors.ts'
import type { House } from '../contract.ts'
import { openFiles } from '../files/open-files.ts'
import { createHouse } from '../house.ts'
import { aSheet } from '../testing/house-for-tests.ts'
import { compareBook } from './many-signatures.ts'

const CHILD = fileURLToPath(new URL('./house-in-a-child.ts', import.meta.url))
const SERVERS = 4
const EACH = 50
const KILLED_AFTER = [null, 12, null, 25] as const // answers that this server has given, yes or no

interface Server {
  child: ChildProcess
  lines: string[]
  /** It has done its part, or is dead. */
  over: Promise<void>
  /** Everything it said has been heard. */
  closed: Promise<void>
}

function start(args: string[], killAfter: number | null): Server {
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines: string[] = []
  let rest = ''
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const over = new Promise<void>((resolve) => {
    child.on('close', () => resolve())
    child.stdout!.on('data', (chunk: Buffer) => {
      const pieces = (rest + chunk.toString()).split('\n')
      rest = pieces.pop() ?? ''
      lines.push(...pieces)
      if (killAfter !== null && lines.filter((line) => /^(signed|refused) /.test(line)).length >= killAfter) child.kill('SIGKILL')
      if (pieces.includes('signed all')) resolve()
    })
  })
  return { child, lines, over, closed }
}

describe('kill -9 during signatures', { skip: process.env['VITRINE_TEST_DATABASES'] === 'pglite' }, () => {
  const folders: string[] = []
  const started: Server[] = []
  let opened: House | null = null
  after(async () => {
    // a test that failed half-way must not leave servers and connections behind
    for (const { child } of started) child.kill('SIGKILL')
    await opened?.close()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })

  test('exactly the compatible signatures stand, and every server knows it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vitrine-sign-'))
    folders.push(folder)
    const url = await newPostgresDatabase()
    const house = createHouse({ database: await openDatabase({ url }), files: await openFiles(folder) })
    opened = house
    const titles: string[] = []
    for (const name of ['Salt', 'Ash', 'Reed']) {
      const { id } = await house.createTitle(SYSTEM, { sheet: aSheet(name) })
      await house.enterEntry(SYSTEM, {
        titleId: id,
        entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' },
        locale: 'en',
      })
      titles.push(id)
    }

    const servers = KILLED_AFTER.slice(0, SERVERS).map((killAfter, n) => start(['sign', url, folder, titles.join(','), String(n + 1), String(EACH)], killAfter)) // prettier-ignore
    started.push(...servers)
    await Promise.all(servers.map(({ over }) => over))
    const alive = servers.filter(({ child }) => child.signalCode === null && child.exitCode === null)
    assert.equal(alive.length, 2, 'two servers were killed and two lived')

    const licences = (await house.listEntries(SYSTEM, { kind: 'licence', limit: 500, locale: 'en' })).items
    const terms = new Map<string, { titleId: string; boxes: ReturnType<typeof boxOf>[] }>()
    for (const { id, titleId } of licences) {
      const entry = await house.viewEntry(SYSTEM, { id, locale: 'en' })
      terms.set(id, { titleId, boxes: entry.terms.boxes.map((box) => boxOf(box, entry.terms)) })
    }
    assert.ok(licences.length >= 10 && licences.every(({ status }) => status === 'signed'))

    const clash = (a: { titleId: string; boxes: ReturnType<typeof boxOf>[] }, b: typeof a): boolean =>
      a.titleId === b.titleId && a.boxes.some((one) => b.boxes.some((other) => boxesMeet(one, other)))
    const all = [...terms]
    for (const [at, [id, one]] of all.entries())
      for (const [other, two] of all.slice(at + 1)) assert.ok(!clash(one, two), `${id} and ${other} were both signed`)

    const said = servers.flatMap(({ lines }) => lines)
    const acknowledged = said.filter((line) => line.startsWith('signed ') && line !== 'signed all').map((line) => line.slice(7))
    assert.ok(acknowledged.length >= 10)
    for (const id of acknowledged) assert.ok(terms.has(id), `${id} was acknowledged and is gone`)

    const refusals = said.filter((line) => line.startsWith('refused '))
    assert.ok(refusals.length >= 50)
    for (const line of refusals) {
      const [what, ids] = line.slice(8).split(/ (?=[^ ]*$)/) as [string, string]
      const [titleId, territory, media, from, to] = what.split('|') as [string, string, string, string, string]
      const wanted = readTerms({ kind: 'licence', territory, media, from, to }, 'wanted')
      const asked = { titleId, boxes: wanted.boxes.map((box) => boxOf(box, wanted)) }
      assert.ok(
        ids.split(',').some((id) => terms.has(id) && clash(asked, terms.get(id)!)),
        `nothing stood in the way of ${line}`,
      )
    }

    const mine = await compareBook(house)
    for (const { child, closed, lines } of alive) {
      child.stdin!.write('compare\n')
      await closed
      assert.equal(lines.find((line) => line.startsWith('book '))?.slice(5), mine)
    }
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })
})
