import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MAIL_FAULTS, MAIL_LIMITS, MailError } from './limits.ts'
import { HTML_MAIL, madeBounce, madeMail } from './made-mail.ts'
import { readMessage } from './message.ts'
import { readMail } from './read-mail.ts'

const refused = (code: string) => (thrown: unknown) => thrown instanceof MailError && thrown.code === code
const lines = (...parts: readonly string[]) => Buffer.from(parts.join('\r\n'))

test('a letter is read: who, what of, when, which it answers', async () => {
  const mail = await readMail(madeMail({ headers: ['In-Reply-To: <b@films.example>', 'References: <a@films.example>', ' <b@films.example>'], text: 'Hello,\r\nhave you “Salt”?\r\n' })) // prettier-ignore
  assert.deepEqual(mail, {
    messageId: 'a1@kanal.example',
    answers: ['b@films.example', 'a@films.example'],
    from: { name: 'Ana Kovač', email: 'ana@kanal.example' },
    to: [{ name: '', email: 'films@house.example' }],
    subject: 'Your films',
    date: '2026-11-26T08:00:00.000Z',
    text: 'Hello,\nhave you “Salt”?',
    cut: false,
    attachments: [],
    automatic: false,
    report: null,
  })
})

test('a message in HTML gives the words that a person reads; what is enclosed is named and not kept', async () => {
  const { from, subject, text, attachments } = await readMail(HTML_MAIL)
  assert.deepEqual([from.name, subject], ['Ana Kovač', 'Les forêts'])
  assert.equal(text, 'Bonjour,\n\nun lien pour La Forêt ?')
  assert.deepEqual(attachments, [{ name: 'brief.pdf', size: 14 }])
})

test('what nobody wrote is known by its headers; a list that people write to is not', async () => {
  for (const header of ['Auto-Submitted: auto-replied', 'Auto-Submitted: auto-generated (vacation)', 'Precedence: auto_reply', 'X-Autoreply: yes', 'Return-Path: <>'])
    assert.equal((await readMail(madeMail({ headers: [header] }))).automatic, true, header)
  for (const header of ['Auto-Submitted: no', 'Precedence: list', 'List-Id: <sales.house.example>', 'Return-Path: <ana@kanal.example>'])
    assert.equal((await readMail(madeMail({ headers: [header] }))).automatic, false, header)
}) // prettier-ignore

test('a report says which letter did not arrive, at whom, and why', async () => {
  const mail = await readMail(madeBounce({ to: 'Gone@Kanal.example', quotes: 'l1@house.example' }))
  assert.deepEqual(mail.report, { about: 'l1@house.example', receivers: [{ emails: ['gone@kanal.example'], action: 'failed', status: '5.1.1' }] }) // prettier-ignore
  assert.equal(mail.automatic, true)
  assert.equal((await readMail(madeBounce({ to: 'gone@kanal.example', quotes: null }))).report?.about, null)
  // the words of a report in a letter of anybody's make no report
  assert.equal((await readMail(madeMail({ text: 'Final-Recipient: rfc822; x@y.example\nAction: failed\nStatus: 5.1.1' }))).report, null) // prettier-ignore
})

test('names cannot turn a line round or hold another', async () => {
  const { from, subject } = await readMail(madeMail({ from: '"A\u202ena\u0000" <ana@kanal.example>', subject: '=?utf-8?Q?Hello=0D=0ABcc:_x@y.example?=' })) // prettier-ignore
  assert.deepEqual([from.name, subject], ['A na', 'Hello Bcc: x@y.example'])
})

test('what is no letter is refused by name', async () => {
  const deep = lines('From: a@b.example', ...Array.from({ length: 40 }, (_, n) => [`Content-Type: multipart/mixed; boundary=b${n}`, '', `--b${n}`]).flat(), '') // prettier-ignore
  const many = lines('From: a@b.example', 'Content-Type: multipart/mixed; boundary=b', '', ...Array.from({ length: 5_000 }, () => '--b'), '') // prettier-ignore
  const cases: [string, Uint8Array][] = [
    ['empty', new Uint8Array()],
    ['not-a-message', new Uint8Array(500).fill(7)],
    ['no-sender', madeMail({ from: null })],
    ['no-sender', madeMail({ from: 'nobody at all' })],
    ['too-deep', deep],
    ['too-many-parts', many],
    ['not-a-message', lines('From: a@b.example', `X-Long: ${'x'.repeat(300_000)}`, '', 'Hello')],
  ]
  for (const [code, bytes] of cases) await assert.rejects(readMail(bytes), refused(code), code)
  await assert.rejects(readMessage(madeMail(), { ...MAIL_LIMITS, bytes: 10 }), refused('too-large'))
})

test('a long letter is cut and says so', async () => {
  const { text, cut } = await readMail(madeMail({ text: 'word '.repeat(10_000) }))
  assert.deepEqual([text.length <= MAIL_LIMITS.text, cut], [true, true])
})

test('a message that is much to read is read apart, and what would hold up the house is given up', async () => {
  const pdf = `${'A'.repeat(76)}\r\n`.repeat(20_000)
  const large = lines('From: a@b.example', 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'Hello', '--b', 'Content-Type: application/pdf; name=x.pdf', 'Content-Transfer-Encoding: base64', '', `${pdf}--b--`, '') // prettier-ignore
  const { text, attachments } = await readMail(large)
  assert.deepEqual([text, attachments], ['Hello', [{ name: 'x.pdf', size: 1_140_000 }]])
  await assert.rejects(readMail(lines('From: a@b.example', '', '\n'.repeat(10_000_000))), refused('too-heavy'))
})

/** Mulberry32. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
const SCRAPS = ['\r\n\r\n', '--outer', '--b--', ': ', '<', '>', '"', '\\', '(', '=?utf-8?Q?', '?=', '=', 'Content-Type: multipart/report; boundary=b\r\n', 'Content-Transfer-Encoding: base64\r\n', 'charset=utf-7', 'charset="x', 'boundary=""', '\0', '\ufeff', '\ud800', ';filename*0*=', 'message/rfc822', '9'.repeat(300)] // prettier-ignore

test('mutants of messages are read or refused, and nothing else happens', async () => {
  const seeds = [madeMail(), HTML_MAIL, madeBounce({ to: 'gone@kanal.example', quotes: 'l1@house.example' })]
  await Promise.all(
    Array.from({ length: 1_200 }, async (_, seed) => {
      const random = seeded(seed + 1)
      let mutant = Buffer.from(seeds[seed % seeds.length]!)
      for (let change = random(8); change >= 0; change--) {
        const [at, length] = [random(mutant.length + 1), random(60)]
        const scrap = Buffer.from(SCRAPS[random(SCRAPS.length)]!)
        if (random(3) === 0) mutant = Buffer.concat([mutant.subarray(0, at), mutant.subarray(at + length)])
        else if (random(2) === 0) mutant = Buffer.concat([mutant.subarray(0, at), scrap, mutant.subarray(at)])
        else if (at < mutant.length) mutant[at] = random(256)
      }
      const read = await readMail(mutant).catch((thrown: unknown) => {
        if (thrown instanceof MailError && MAIL_FAULTS.includes(thrown.code)) return null
        throw new Error(`seed ${seed}`, { cause: thrown })
      })
      if (read === null) return
      assert.ok(read.text.isWellFormed() && !/\p{Cc}/u.test(read.subject + read.from.name), `seed ${seed}`)
      assert.match(read.from.email, /^[^\s@<>]+@[^\s@<>]+$/, `seed ${seed}`)
    }),
  )
})
