import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { SYSTEM } from '@vitrine/house'
import { makeSeal } from '@vitrine/press/sealed/make-seal'
import { madeMail } from '@vitrine/exchange/mail/made-mail'
import { eachHouse } from '@vitrine/house/testing/house-for-tests'
import { readConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { openMailbox } from './imap-for-tests.ts'
import { faultOf, inboxAt, readInbox, type ReadInbox } from './inbox.ts'
import { inboxFolder } from './inbox-folder.ts'

const log = createLog('silent')
const never = new AbortController().signal
const mailboxAt = (port: number, { password = 'secret', folder = 'Requests' } = {}) =>
  inboxAt(readConfig([], { VITRINE_INBOX: `imap://films@127.0.0.1:${port}/${folder}`, VITRINE_INBOX_PASSWORD: password }).inbox!)

async function aFolder(files: Record<string, Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-inbox-'))
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(folder, name), bytes)
    await utimes(join(folder, name), 1, 1)
  }
  return folder
}

eachHouse('the inbox', (open) => {
  test('a folder: what is a letter is read, what is none is refused, and nothing else is touched', async () => {
    const { house } = await open()
    const folder = await aFolder({ 'a.eml': madeMail(), 'b.EML': madeMail({ id: 'b@kanal.example' }), 'c.eml': Buffer.from('no letter'), 'd.txt': madeMail({ id: 'd@x' }), 'e.tmp': madeMail({ id: 'e@x' }) }) // prettier-ignore
    await mkdir(join(folder, 'read'))
    await writeFile(join(folder, 'read', 'a.eml'), 'of last week')
    await symlink('/etc/hostname', join(folder, 'f.eml'))
    await writeFile(join(folder, 'g.eml'), madeMail({ id: 'still-written@x' }))
    const soon = Date.now() / 1000 + 60 // written to until then: a busy machine may take seconds to come to it
    await utimes(join(folder, 'g.eml'), soon, soon)
    await readInbox(house, inboxFolder(folder), log, never)
    assert.deepEqual((await readdir(folder)).toSorted(), ['d.txt', 'e.tmp', 'f.eml', 'g.eml', 'read', 'refused'])
    assert.deepEqual([(await readdir(join(folder, 'read'))).toSorted(), await readdir(join(folder, 'refused'))], [['a-2.eml', 'a.eml', 'b.EML'], ['c.eml']]) // prettier-ignore
    const inbox = await house.viewInbox(SYSTEM)
    assert.deepEqual([inbox.counts.request, inbox.refused.map(({ name, why }) => [name, why]), inbox.place?.fault], [2, [['c.eml', 'not-a-message']], null]) // prettier-ignore
    await rm(folder, { recursive: true })
  })

  test('a server that dies between taking a message and putting it away takes it once; two that look at once do too', async () => {
    const { house } = await open()
    const folder = await aFolder({ 'a.eml': madeMail(), 'b.eml': madeMail({ id: 'b@kanal.example' }) })
    const dying: ReadInbox = async (take, signal) =>
      inboxFolder(folder)(async (found) => {
        await take(found)
        throw new Error('killed')
      }, signal)
    await readInbox(house, dying, log, never)
    assert.ok((await readdir(folder)).includes('a.eml'))
    assert.equal((await house.viewInbox(SYSTEM)).place?.fault, 'failed')
    await Promise.all([1, 2].map(() => readInbox(house, inboxFolder(folder), log, never)))
    assert.deepEqual((await readdir(folder)).toSorted(), ['read', 'refused'])
    assert.equal((await house.listRequests(SYSTEM, { reader: 'en' })).total, 2)
    await rm(folder, { recursive: true })
  })

  test('a folder that is not there is said, and read when it is', async () => {
    const { house, member } = await open()
    await member('owner')
    const folder = join(tmpdir(), `vitrine-inbox-none-${process.pid}-${Date.now()}`)
    await readInbox(house, inboxFolder(folder), log, never)
    assert.equal((await house.viewInbox(SYSTEM)).place?.fault, 'no-folder')
    await mkdir(folder)
    await readInbox(house, inboxFolder(folder), log, never)
    assert.equal((await house.viewInbox(SYSTEM)).place?.fault, null)
    await rm(folder, { recursive: true })
  })

  test('a mailbox: what is unseen is taken and then marked; a server that is down, a wrong password, a missing folder are said', async () => {
    const { house } = await open()
    const mailbox = await openMailbox()
    const fault = async () => (await house.viewInbox(SYSTEM)).place?.fault
    for (const [bytes, flags] of [[madeMail(), []], [madeMail({ id: 'seen@x' }), ['\\Seen']], [Buffer.from('no letter'), []]] as const)
      mailbox.messages.push({ bytes, flags: new Set(flags) })
    const inbox = await mailboxAt(mailbox.port)
    const dying: ReadInbox = (take, signal) =>
      inbox(async (found) => {
        await take(found)
        throw new Error('killed')
      }, signal)
    await readInbox(house, dying, log, never)
    assert.deepEqual([...mailbox.messages[0]!.flags], [], 'not marked before it is put away')
    await readInbox(house, inbox, log, never)
    assert.equal(await fault(), null)
    assert.deepEqual(mailbox.messages.map(({ flags }) => [...flags]), [['\\Seen'], ['\\Seen'], ['\\Seen', '\\Flagged']])
    assert.equal((await house.listRequests(SYSTEM, { reader: 'en' })).total, 1)
    await readInbox(house, await mailboxAt(mailbox.port, { folder: 'Elsewhere' }), log, never)
    assert.equal(await fault(), 'not-there')
    await readInbox(house, await mailboxAt(mailbox.port, { password: 'wrong' }), log, never)
    assert.equal(await fault(), 'wrong-password')
    await mailbox.close()
    await readInbox(house, inbox, log, never)
    assert.equal(await fault(), 'no-answer')
    assert.notEqual((await house.viewInbox(SYSTEM)).place?.workedAt, null)
  }) // prettier-ignore
})

/** What a server with this environment finds in a mailbox: its letters, or the word for what is wrong. Whom it trusts is settled as it starts. */
async function found(env: Record<string, string>): Promise<string> {
  const program = `
    import { readConfig } from '../config.ts'
    import { faultOf, inboxAt } from './inbox.ts'
    const inbox = await inboxAt(readConfig([], process.env).inbox)
    const names = []
    const take = async ({ name }) => (names.push(name), 'taken')
    console.log(await inbox(take, new AbortController().signal).then(() => names.join(), faultOf))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd: fileURLToPath(new URL('.', import.meta.url)), env: { ...env, VITRINE_INBOX_PASSWORD: 'secret' } }) // prettier-ignore
  return stdout.trim()
}

test('over TLS: a certificate that nobody vouches for is refused before a word is said; one that the house trusts is read', async () => {
  const seal = await makeSeal('localhost', new Date())
  const another = await makeSeal('localhost', new Date())
  const mailbox = await openMailbox({ seal })
  mailbox.messages.push({ bytes: madeMail(), flags: new Set() })
  const folder = await aFolder({ 'own.pem': Buffer.from(seal.certificate), 'another.pem': Buffer.from(another.certificate) })
  const VITRINE_INBOX = `imaps://films@localhost:${mailbox.port}/Requests`
  assert.equal(await found({ VITRINE_INBOX }), 'certificate')
  assert.equal(await found({ VITRINE_INBOX, NODE_EXTRA_CA_CERTS: join(folder, 'another.pem') }), 'certificate')
  assert.deepEqual([mailbox.said, [...mailbox.messages[0]!.flags]], [[], []], 'no name and no password went out')
  assert.equal(await found({ VITRINE_INBOX, NODE_EXTRA_CA_CERTS: join(folder, 'own.pem') }), '1.eml')
  assert.deepEqual([...mailbox.messages[0]!.flags], ['\\Seen'])
  const elsewhere = `imaps://films@127.0.0.1:${mailbox.port}/Requests`
  assert.equal(
    await found({ VITRINE_INBOX: elsewhere, NODE_EXTRA_CA_CERTS: join(folder, 'own.pem') }),
    'certificate',
    'of another name',
  )
  await mailbox.close()
  await rm(folder, { recursive: true })
})

test('a place for mail is told from its setting; a password never stands in an address', () => {
  const inbox = (env: Record<string, string>) => readConfig([], env, '/srv').inbox
  assert.deepEqual(inbox({}), null)
  assert.deepEqual(inbox({ VITRINE_INBOX: 'mail/in' }), { kind: 'folder', folder: '/srv/mail/in' })
  assert.deepEqual(inbox({ VITRINE_INBOX: 'imaps://films%40house.example@mail.example/Sales/In', VITRINE_INBOX_PASSWORD_FILE: 'secret' }), {
    kind: 'imap', host: 'mail.example', port: 993, secure: true, user: 'films@house.example', password: null, passwordFile: '/srv/secret', mailbox: 'Sales/In',
  })
  for (const env of [
    { VITRINE_INBOX: 'imaps://films:hunter2@mail.example/In', VITRINE_INBOX_PASSWORD: 'x' },
    { VITRINE_INBOX: 'imaps://mail.example/In', VITRINE_INBOX_PASSWORD: 'x' },
    { VITRINE_INBOX: 'imaps://films@mail.example/In' },
    { VITRINE_INBOX: 'pop3://films@mail.example', VITRINE_INBOX_PASSWORD: 'x' },
  ])
    assert.throws(() => inbox(env), (thrown) => thrown instanceof Error && !thrown.message.includes('hunter2'))
}) // prettier-ignore

test('what the other side says is never shown: a word of ours or a code is', () => {
  assert.equal(faultOf(Object.assign(new Error('x'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })), 'certificate')
  assert.equal(faultOf(Object.assign(new Error('x'), { code: '<script>' })), 'failed')
})
