/** A mail server for tests: one mailbox with one folder, and as much of IMAP4rev1 (RFC 3501) as reading it takes. */
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createServer as createSecureServer } from 'node:tls'

export interface TestMailbox {
  port: number
  /** By UID, from 1: a message and its flags. */
  messages: { bytes: Uint8Array; flags: Set<string> }[]
  /** What the client said, without the arguments of LOGIN. */
  said: string[]
  close(): Promise<void>
}

/** With a `seal` it speaks TLS from the first byte, under that certificate. */
export async function openMailbox({
  password = 'secret',
  folder = 'Requests',
  seal,
}: { password?: string; folder?: string; seal?: { key: string; certificate: string } } = {}): Promise<TestMailbox> {
  const messages: TestMailbox['messages'] = []
  const said: string[] = []
  const sockets = new Set<Socket>()
  const serve = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n')
    let waiting = ''
    socket.on('data', (data) => {
      waiting += data.toString('latin1')
      for (let end = waiting.indexOf('\r\n'); end !== -1; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end)
        waiting = waiting.slice(end + 2)
        for (const answer of answersTo(line)) socket.write(answer)
        if (/^\S+ LOGOUT/i.test(line)) socket.end()
      }
    })
  }
  const server = seal === undefined ? createServer(serve) : createSecureServer({ key: seal.key, cert: seal.certificate }, serve)

  function* answersTo(line: string): Generator<string | Uint8Array> {
    const [, tag, command, rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/.exec(line) ?? []
    said.push(command === 'LOGIN' ? 'LOGIN' : `${command} ${rest}`.trim())
    const uids = (set: string) => messages.map((_, n) => n + 1).filter((uid) => set.split(',').includes(String(uid)))
    switch (command) {
      case 'CAPABILITY':
        yield '* CAPABILITY IMAP4rev1\r\n'
        break
      case 'LOGIN':
        if (!rest.includes(password)) return yield `${tag} NO [AUTHENTICATIONFAILED] no\r\n`
        break
      case 'LIST':
      case 'LSUB':
        yield `* ${command} () "/" ${rest.endsWith(' ""') ? '""' : folder}\r\n`
        break
      case 'SELECT':
        if (!rest.includes(folder)) return yield `${tag} NO [NONEXISTENT] no such folder\r\n`
        yield `* ${messages.length} EXISTS\r\n* FLAGS (\\Seen \\Flagged)\r\n* OK [PERMANENTFLAGS (\\Seen \\Flagged)]\r\n* OK [UIDVALIDITY 1]\r\n* OK [UIDNEXT ${messages.length + 1}]\r\n`
        return yield `${tag} OK [READ-WRITE] done\r\n`
      case 'UID SEARCH':
        yield `* SEARCH ${messages.flatMap(({ flags }, n) => (flags.has('\\Seen') ? [] : [n + 1])).join(' ')}\r\n`
        break
      case 'UID FETCH':
        for (const uid of uids(rest.split(' ', 1)[0]!)) {
          const { bytes, flags } = messages[uid - 1]!
          yield `* ${uid} FETCH (UID ${uid} FLAGS (${[...flags].join(' ')}) RFC822.SIZE ${bytes.length}`
          if (/BODY\.PEEK\[\]/i.test(rest)) {
            yield ` BODY[] {${bytes.length}}\r\n`
            yield bytes
          }
          yield ')\r\n'
        }
        break
      case 'UID STORE':
        for (const uid of uids(rest.split(' ', 1)[0]!))
          for (const flag of rest.match(/\\\w+/g) ?? []) messages[uid - 1]!.flags.add(flag)
        break
      case 'LOGOUT':
        yield '* BYE\r\n'
    }
    yield `${tag} OK done\r\n`
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    messages,
    said,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
