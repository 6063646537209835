import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { House } from '@vitrine/house'
import { createLog } from '../log.ts'
import type { Letter, Mail } from './mail.ts'
import { sendLetters } from './send-letters.ts'

const LETTERS = ['ada', 'bo', 'cleo'].map((name, at) => ({ id: `l${at}`, to: `${name}@buyers.example`, subject: 'Hello', text: 'Words', attempts: 1 })) // prettier-ignore
const log = createLog('silent')

function houseWithLetters() {
  const noted: unknown[] = []
  const house = {
    takeLetters: () => Promise.resolve(LETTERS),
    noteLetter: (_: unknown, fate: unknown) => Promise.resolve(void noted.push(fate)),
  } as unknown as House
  return { house, noted }
}
const mailThat = (send: (letter: Letter) => Promise<void>): Mail => ({ send, outbox: () => Promise.resolve(null) })

test('each letter goes its own way: sent, to be tried again, refused', async () => {
  const { house, noted } = houseWithLetters()
  const mail = mailThat(async ({ to }) => {
    if (to.startsWith('bo')) throw Object.assign(new Error('down'), { code: 'ECONNREFUSED' })
    if (to.startsWith('cleo')) throw Object.assign(new Error('no such user'), { code: 'EENVELOPE', responseCode: 550 })
  })
  assert.equal(await sendLetters(house, mail, log, new AbortController().signal), 3)
  const byId = (noted as { id: string; outcome: string; status: string }[]).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  assert.deepEqual(
    byId.map(({ outcome, status }) => [outcome, status]),
    [
      ['sent', 'sent'],
      ['failed', 'ECONNREFUSED'],
      ['refused', '550'],
    ],
  )
})

test('a server that stops does not wait for a mail server, and notes nothing of what it does not know', async () => {
  const { house, noted } = houseWithLetters()
  const stopping = new AbortController()
  const round = sendLetters(
    house,
    mailThat(() => new Promise(() => {})),
    log,
    stopping.signal,
  )
  stopping.abort()
  await round
  assert.deepEqual(noted, [])
})
