/** Mail against a real SMTP server on this machine: nodemailer's own, with and without TLS, sign-in and patience. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { after, afterEach, describe, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { createLog } from '../src/log.ts'
import { mailByServer } from '../src/mail/mail-by-server.ts'
import { LOCALHOST } from './localhost-certificate.ts'
import { testServer } from './server.ts'

type Options = NonNullable<ConstructorParameters<typeof SMTPServer>[0]>
interface Received {
  from: string
  to: string[]
  source: string
  secure: boolean
  user: string | null
}

const LETTER = { to: 'editor@house.example', subject: 'Your link', text: 'Here it is:\nhttps://films.example/x' }
const FROM = 'Films <films@films.example>'

describe('mail by a server', () => {
  const received: Received[] = []
  const running: { close: () => void }[] = []
  afterEach(() => {
    for (const server of running.splice(0)) server.close()
    received.length = 0
  })

  /** A mail server that keeps what it is sent; its address without the scheme. */
  async function mailServer(options: Options = {}): Promise<string> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onData(stream, session, done) {
        let source = ''
        stream.setEncoding('utf8')
        stream.on('data', (chunk: string) => (source += chunk))
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope
          received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            source,
            secure: session.secure,
            user: session.user ? String(session.user) : null,
          })
          done()
        })
      },
      ...options,
    })
    server.on('error', () => {}) // a client that turns away in the middle of TLS is what some of these tests are about
    running.push(server)
    const listening = server.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    return `127.0.0.1:${(listening.address() as AddressInfo).port}`
  }
  const log: string[] = []
  const mail = (url: string, pauses: readonly number[] = []) =>
    mailByServer(
      url,
      FROM,
      createLog('debug', (line) => log.push(line)),
      pauses,
    )
  const trusted = () => `?tls.ca=${encodeURIComponent(LOCALHOST.cert)}`

  test('a letter arrives as it was written', async () => {
    await mail(`smtp://${await mailServer()}`).send({ ...LETTER, subject: 'Votre accès à « Vitrine »' })
    const [letter] = received
    assert.ok(letter)
    assert.deepEqual([letter.from, letter.to, letter.secure], ['films@films.example', ['editor@house.example'], false])
    assert.match(letter.source, /^From: Films <films@films\.example>\r?$/m)
    assert.match(letter.source, /^Subject: =\?UTF-8\?/m)
    assert.ok(letter.source.includes('Here it is:\r\nhttps://films.example/x'))
  })

  for (const [scheme, options] of [
    ['smtp', { disabledCommands: [] }],
    ['smtps', { secure: true }],
  ] as const) {
    test(`${scheme}: TLS with a certificate that is trusted; refused at once, and unsent, with one that is not`, async () => {
      const server = await mailServer({ ...options, ...LOCALHOST, disabledCommands: [] })
      await assert.rejects(mail(`${scheme}://${server}`, [1, 1]).send(LETTER), /self-signed certificate/)
      assert.equal(received.length, 0, 'not sent in the clear either')
      assert.ok(!log.some((line) => line.includes('mail-waits')), 'and not tried again')
      await mail(`${scheme}://${server}${trusted()}`).send(LETTER)
      assert.deepEqual(
        received.map(({ secure }) => secure),
        [true],
      )
    })
  }

  test('signs in where the address has a password; a wrong one fails at once', async () => {
    const onAuth: Options['onAuth'] = ({ username, password }, _session, done) =>
      username === 'mailer' && password === 'p@ss' ? done(null, { user: username }) : done(new Error('No'))
    const server = await mailServer({ authOptional: false, allowInsecureAuth: true, onAuth })
    await mail(`smtp://mailer:p%40ss@${server}`).send(LETTER)
    assert.equal(received[0]?.user, 'mailer')
    await assert.rejects(mail(`smtp://mailer:guess@${server}`, [1]).send(LETTER), { code: 'EAUTH' })
    await assert.rejects(mail(`smtp://${server}`).send(LETTER), /Authentication|530/i)
    assert.equal(received.length, 1)
  })

  test('a password never crosses a network in the clear', async () => {
    // A name that is not this machine's to the program, though it leads here.
    const asked: string[] = []
    const onAuth: Options['onAuth'] = ({ username }, _session, done) => (
      asked.push(username ?? ''),
      done(null, { user: 'mailer' })
    )
    const server = await mailServer({ allowInsecureAuth: true, onAuth })
    const elsewhere = server.replace('127.0.0.1', '[::ffff:127.0.0.1]')
    await assert.rejects(mail(`smtp://mailer:secret@${elsewhere}`).send(LETTER), { code: 'ETLS' })
    assert.deepEqual([asked, received], [[], []])
  })

  test('a server that puts a letter off gets it again; one that goes on doing so is given up, and says why', async () => {
    let puttingOff = 2
    const onRcptTo: Options['onRcptTo'] = (_address, _session, done) =>
      puttingOff-- > 0 ? done(Object.assign(new Error('Greylisted, try later'), { responseCode: 451 })) : done()
    const server = await mailServer({ onRcptTo })
    log.length = 0
    await mail(`smtp://${server}`, [1, 1, 1]).send(LETTER)
    assert.equal(received.length, 1)
    assert.equal(log.filter((line) => line.includes('mail-waits')).length, 2)
    assert.ok(!log.join('').includes('editor@house.example'))
    puttingOff = Number.POSITIVE_INFINITY
    await assert.rejects(mail(`smtp://${server}`, [1, 1]).send(LETTER), /Greylisted/)
  })

  test('a refusal is final: it is not tried again', async () => {
    let asked = 0
    const onRcptTo: Options['onRcptTo'] = (_address, _session, done) => {
      asked += 1
      done(Object.assign(new Error('No such user'), { responseCode: 550 }))
    }
    await assert.rejects(mail(`smtp://${await mailServer({ onRcptTo })}`, [1, 1]).send(LETTER), /No such user/)
    assert.equal(asked, 1)
  })

  test('a server that is down is waited for', async () => {
    const taken: Server = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    taken.close()
    await once(taken, 'close')
    await assert.rejects(mail(`smtp://127.0.0.1:${port}`, [1]).send(LETTER), /ECONNREFUSED/)
    const sending = mail(`smtp://127.0.0.1:${port}`, [300, 300, 300, 300, 300]).send(LETTER)
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], logger: false })
    running.push(server)
    server.listen(port, '127.0.0.1')
    await sending
  })

  test('neither a recipient nor a subject can add a header, a recipient or a command', async () => {
    const server = await mailServer()
    for (const to of [
      'a@house.example, evil@evil.example',
      'a@house.example\r\nBcc: evil@evil.example',
      'a@house.example>\r\nRCPT TO:<evil@evil.example',
      '"x" <evil@evil.example>, a@house.example',
    ]) {
      await mail(`smtp://${server}`)
        .send({ ...LETTER, to })
        .catch(() => {})
    }
    for (const { to, source } of received) {
      assert.ok(!to.includes('evil@evil.example'), JSON.stringify(to))
      assert.ok(to.length === 1)
      assert.doesNotMatch(source, /^bcc:/im)
    }
    received.length = 0
    await mail(`smtp://${server}`).send({ ...LETTER, subject: 'Hello\r\nBcc: evil@evil.example\r\n\r\n<b>body</b>' })
    const [letter] = received
    assert.deepEqual(letter?.to, ['editor@house.example'])
    const headers = letter.source.split('\r\n\r\n', 1)[0]!
    assert.deepEqual(
      headers
        .split('\r\n')
        .filter((line) => !/^\s/.test(line))
        .map((line) => line.split(':', 1)[0]!.toLowerCase())
        .toSorted(),
      ['content-transfer-encoding', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'],
    )
  })

  test('a member’s sign-in link goes out by the configured server, and a server that refuses breaks nothing', async () => {
    const address = await mailServer()
    const house = await testServer({ env: { VITRINE_SMTP_URL: `smtp://${address}`, VITRINE_MAIL_FROM: FROM } })
    after(() => house.stop())
    const ask = (role: 'editor' | 'sales') =>
      house.site.requestMagicLink({ email: house.members[role].email, locale: 'en', next: null, address: '192.0.2.1' })
    await ask('editor')
    for (let i = 0; i < 200 && received.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 25))
    assert.deepEqual(received[0]?.to, ['editor@house.example'])
    assert.match(received[0].source.replaceAll('=\r\n', ''), /\/api\/auth\/link\?token/)
    assert.equal(await house.site.outbox(await house.house.actorForUser(house.members.owner.id).then((actor) => actor!)), null)

    for (const server of running.splice(0)) server.close()
    await ask('sales')
    for (let i = 0; i < 200 && !house.log.some((line) => line.includes('mail-waits')); i++)
      await new Promise((resolve) => setTimeout(resolve, 25))
    assert.ok(house.log.some((line) => line.includes('mail-waits') && line.includes('ECONNREFUSED')))
    assert.equal((await house.fetch('/api/v1/titles')).status, 200)
  })
})
