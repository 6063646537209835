/**
 * More than two hundred signatures at once by four servers on one PostgreSQL, two of which are killed: exactly the compatible ones
 * stand, each refused one was told which entry is in its way, nothing acknowledged is lost, and the books in memory agree.
 */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { boxesMeet } from '@vitrine/rights/box/box'
import type { Line } from '@vitrine/rights/book/line'
import { linesOfEntry } from '@vitrine/rights/book/lines-of-entry'
import { readTerms } from '@vitrine/rights/book/read-book'
import { openDatabase } from '@vitrine/store/database/open-database'
import { listVersions } from '@vitrine/store/rights/entries'
import { newPostgresDatabase } from '@vitrine/store/testing/databases'
import { SYSTEM } from '../actors.ts'
import type { House } from '../contract.ts'
import { openFiles } from '../files/open-files.ts'
import { createHouse } from '../house.ts'
import { aSheet } from '../testing/house-for-tests.ts'
import { CHILD } from './killed.ts'
import { compareBook, type Refusal } from './many-signatures.ts'

const EACH = 60 // all begun together
const KILLED_AFTER = [null, 40, null, 50] as const // answers that this server has given, yes or no

interface Server {
  child: ChildProcess
  lines: string[]
  /** It stands ready to sign. */
  open: Promise<void>
  /** It has done its part, or is dead. */
  over: Promise<void>
  /** Everything it said has been heard. */
  closed: Promise<void>
}

function start(args: string[], killAfter: number | null): Server {
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin!.on('error', () => {}) // what a killed one is told, it does not hear
  const lines: string[] = []
  let rest = ''
  child.stdout!.on('data', (chunk: Buffer) => {
    const pieces = (rest + chunk.toString()).split('\n')
    rest = pieces.pop() ?? ''
    lines.push(...pieces)
    if (killAfter !== null && lines.filter((line) => /^(signed (?!all)|refused )/.test(line)).length >= killAfter)
      child.kill('SIGKILL')
  })
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const said = (words: string): Promise<void> =>
    Promise.race([closed, new Promise<void>((resolve) => child.stdout!.on('data', () => lines.includes(words) && resolve()))])
  return { child, lines, open: said('open'), over: said('signed all'), closed }
}

/** What an entry holds against those that are signed after it. */
interface Standing {
  readonly titleId: string
  readonly lines: readonly Line[]
}

/**
 * The trade's rules for two entries on the same cells, written out once more and apart from the program's: whether the later one is
 * refused, stands beside the earlier, or stands with a warning.
 */
function together(earlier: Standing, later: Standing): 'refused' | 'warning' | 'clear' {
  if (earlier.titleId !== later.titleId) return 'clear'
  let found: 'warning' | 'clear' = 'clear'
  for (const one of earlier.lines)
    for (const other of later.lines) {
      if (!boxesMeet(one.box, other.box)) continue
      const imposed = other.kind === 'holdback' && later.lines.some(({ kind }) => kind === 'licence')
      if (other.kind === 'holdback') {
        if (one.kind === 'licence' && imposed) return 'refused'
        if (one.kind === 'licence' || one.kind === 'option') found = 'warning'
      } else if (one.kind === 'holdback' || (one.kind === 'licence' && one.exclusive)) return 'refused'
      else if (other.kind === 'option') found = 'warning'
      else if (one.kind === 'option' || other.exclusive) return 'refused'
    }
  return found
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
    const database = await openDatabase({ url })
    const house = createHouse({ database, files: await openFiles(folder) })
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

    const servers = KILLED_AFTER.map((killAfter, n) => start(['sign', url, folder, titles.join(','), String(n + 1), String(EACH)], killAfter)) // prettier-ignore
    started.push(...servers)
    await Promise.all(servers.map(({ open }) => open))
    for (const { child } of servers) child.stdin!.write('sign\n')
    await Promise.all(servers.map(({ over }) => over))
    const alive = servers.filter(({ child }) => child.signalCode === null && child.exitCode === null)
    assert.equal(alive.length, 2, 'two servers were killed and two lived')

    const said = servers.flatMap(({ lines }) => lines)
    const told = (word: string) => said.filter((line) => line.startsWith(`${word} `) && line !== 'signed all').map((line) => line.slice(word.length + 1)) // prettier-ignore
    const acknowledged = told('signed')
    const refusals = told('refused').map((line) => JSON.parse(line) as Refusal)
    assert.ok(acknowledged.length + refusals.length >= 200, `${acknowledged.length} and ${refusals.length} answered`)

    // the states in the order in which they were committed: a signature is the only writer of its change
    const states = (await listVersions(database.db, 'house', { titleIds: titles })).filter(({ terms }) => terms.kind !== 'grant')
    const signed = states.filter(({ status }) => status === 'signed').sort((a, b) => a.changeSeq - b.changeSeq)
    const standing = new Map<string, Standing>(
      signed.map(({ entryId, titleId, terms }) => [entryId, { titleId, lines: linesOfEntry(entryId, 'signed', terms) }]),
    )
    assert.equal(standing.size, signed.length, 'each was signed once')
    assert.equal(new Set(signed.map(({ changeSeq }) => changeSeq)).size, signed.length)
    const kinds = new Set(signed.map(({ terms }) => `${terms.kind}${terms.kind === 'licence' ? ` ${terms.exclusive}` : ''}`))
    assert.deepEqual([...kinds].sort(), ['holdback', 'licence false', 'licence true', 'option'])
    assert.ok(signed.some(({ version }) => version === 2) && signed.some(({ version }) => version === 1), 'drafts and others')
    assert.ok(
      signed.some(({ terms }) => terms.imposes.length > 0),
      'one that imposes a holdback',
    )

    const all = [...standing]
    for (const [at, [id, later]] of all.entries())
      for (const [before, earlier] of all.slice(0, at))
        assert.notEqual(together(earlier, later), 'refused', `${id} was signed after ${before}`)
    for (const id of acknowledged) assert.ok(standing.has(id), `${id} was acknowledged and is gone`)
    const drafts = new Set(states.map(({ entryId }) => entryId))
    for (const id of told('drafted')) assert.ok(drafts.has(id), `the draft ${id} was acknowledged and is gone`)

    assert.ok(refusals.some(({ wanted }) => wanted.drafted) && new Set(refusals.map(({ code }) => code)).size === 2)
    for (const { wanted, code, by } of refusals) {
      const asked = { titleId: wanted.titleId, lines: linesOfEntry('wanted', 'signed', readTerms(wanted.entry, 'wanted')) }
      assert.ok(by.length > 0 && (code === 'rights-conflict' || !wanted.acceptWarnings))
      for (const ids of by)
        assert.ok(
          ids.some(
            (id) =>
              standing.has(id) && together(standing.get(id)!, asked) === (code === 'rights-conflict' ? 'refused' : 'warning'),
          ),
          `${ids.join()} did not stand in the way of ${JSON.stringify(wanted)}`,
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
