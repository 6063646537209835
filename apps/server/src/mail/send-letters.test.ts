import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { House } from '@vitrine/house'
import { createLog } from '../log.ts'
import type { Letter, Mail } from './mail.ts'
import { failureOf, sendLetters } from './send-letters.ts'

const LETTERS = ['ada', 'bo', 'cleo'].map((name, at) => ({ id: `l${at}`, to: `${name}@buyers.example`, subject: 'Hello', text: 'Words', html: '<p>Words</p>', attempts: 1, kind: 'offer', locale: 'en', stopUrl: null })) // prettier-ignore
const log = createLog('silent')

function houseWithLetters() {
  const noted: unknown[] = []
  const places: unknown[] = []
  const house = {
    takeLetters: () => Promise.resolve(LETTERS),
    noteMailPlace: (_: unknown, place: unknown) => Promise.resolve(void places.push(place)),
    noteLetter: (_: unknown, fate: unknown) => Promise.resolve(void noted.push(fate)),
  } as unknown as House
  return { house, noted, places }
}
const mailThat = (send: (letter: Letter) => Promise<void>): Mail => ({ send, outbox: () => Promise.resolve(null) })

test('each letter goes its own way: sent, to be tried again, refused', async () => {
  const { house, noted, places } = houseWithLetters()
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
  assert.deepEqual(places, [{ place: 'outbox', fault: 'ECONNREFUSED' }])
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

test('only a mailbox that is not there marks an address: not a full one, a refused sender, a filter', () => {
  const answered = (responseCode: number, response: string, command = 'RCPT TO', code = 'EENVELOPE') =>
    failureOf({ responseCode, response, command, code })
  assert.deepEqual(answered(550, '550 5.1.1 No such user'), { outcome: 'refused', status: '550 5.1.1', noSuchAddress: true })
  assert.deepEqual(answered(553, '553 who?'), { outcome: 'refused', status: '553', noSuchAddress: true })
  assert.deepEqual(answered(550, '550 5.7.1 Blocked'), { outcome: 'refused', status: '550 5.7.1' })
  assert.deepEqual(answered(552, '552 5.2.2 Over quota'), { outcome: 'failed', status: 'mailbox-full' })
  assert.deepEqual(answered(452, '452 4.2.2 Over quota'), { outcome: 'failed', status: 'mailbox-full' })
  assert.deepEqual(answered(550, '550 5.1.8 Bad sender', 'MAIL FROM'), { outcome: 'failed', status: '550 5.1.8' })
  assert.deepEqual(answered(554, '554 5.6.0 Bad words', 'DATA', 'EMESSAGE'), { outcome: 'failed', status: '554 5.6.0' })
})
