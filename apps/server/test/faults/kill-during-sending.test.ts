/**
 * A server that is killed (-9) with letters in hand: before the mail server took one, while it takes it, and after it did. Every
 * letter arrives; a second copy there is only of those that were taken before the kill, under the same Message-ID.
 */
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { emptySheet } from '@vitrine/catalogue'
import { createHouse, SYSTEM } from '@vitrine/house'
import { openFiles } from '@vitrine/house/files/open-files'
import { openDatabase } from '@vitrine/store/database/open-database'
import { migrate } from '@vitrine/store/migrate/migrate'
import { SMTPServer } from 'smtp-server'

/** Says yes once something has happened. */
async function answerOnce(happened: Promise<unknown>, yes: () => void): Promise<void> {
  await happened
  yes()
}

const CHILD = fileURLToPath(new URL('./letters-in-a-child.ts', import.meta.url))
const LETTERS = 6
/** At which letter of a server's life it is killed, and whether the mail server had said that it took it. */
const KILLS = [
  { at: 1, taken: false },
  { at: 2, taken: true },
  { at: 1, taken: true },
]
const folders: string[] = []
after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

test('never zero, and once but for what a mail server took from a server that died', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-letters-'))
  folders.push(folder)
  await writeLetters(folder)

  const arrived: string[] = []
  let child: ChildProcess | null = null
  let kill: { at: number; taken: boolean } | undefined
  let seen = 0
  const killed = async (): Promise<void> => {
    const gone = once(child!, 'exit')
    child!.kill('SIGKILL')
    await gone
  }
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, callback) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        const id = /^Message-ID: <(.+)>$/im.exec(text)?.[1] ?? 'none'
        seen += 1
        const now = kill !== undefined && seen === kill.at
        if (now && !kill!.taken) return void killed()
        arrived.push(id)
        if (now) void answerOnce(killed(), callback)
        else if (kill === undefined || seen < kill.at) callback()
      })
    },
  })
  smtp.on('error', () => {}) // a connection whose other side was killed
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve))
  const { port } = smtp.server.address() as AddressInfo
  try {
    let said = ''
    for (const [start, next] of [...KILLS, undefined].entries()) {
      kill = next
      seen = 0
      said = ''
      child = spawn(process.execPath, [CHILD, folder, String(port), String(start)], { stdio: ['ignore', 'pipe', 'inherit'] })
      child.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()))
      const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
      assert.deepEqual([code, signal], next === undefined ? [0, null] : [null, 'SIGKILL'])
    }
    assert.deepEqual(JSON.parse(said), { waiting: 0, givenUp: 0 })
    assert.equal(new Set(arrived).size, LETTERS, arrived.join('\n'))
    assert.ok(arrived.every((id) => id.endsWith('@films.example')))
    assert.ok(arrived.length > LETTERS, 'no server was killed between the mail server’s yes and the note')
  } finally {
    await new Promise<void>((resolve) => smtp.close(() => resolve()))
  }
})

async function writeLetters(folder: string): Promise<void> {
  const database = await openDatabase({ folder: `${folder}/database` })
  await migrate(database)
  const house = createHouse({ database, files: await openFiles(folder) })
  const { id } = await house.createTitle(SYSTEM, { sheet: emptySheet('Salt') })
  const question = { territory: 'France', media: 'svod', from: '2027-01-01', to: '2027-12-31', exclusive: true }
  for (let n = 0; n < LETTERS; n++)
    await house.sendAvailabilities(SYSTEM, { question, titleIds: [id], toName: 'Ada', toEmail: `ada-${n}@buyers.example`, message: null, locale: 'en' }) // prettier-ignore
  await house.close()
}
