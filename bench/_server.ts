/** A server of its own to measure, on a database in PostgreSQL, and a member who is signed in. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createHouse, openFiles, SYSTEM, type Role } from '@vitrine/house'
import { createLog } from '@vitrine/server/log'
import { createSignIn } from '@vitrine/server/sign-in/sign-in'
import { openDatabase } from '@vitrine/store/database/open-database'

const SECRET = 'a secret of this bench, and of nothing else'

export async function startServer(url: string, folder: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'apps', 'server', 'src', 'main.ts')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      DATABASE_URL: url,
      VITRINE_DATA: folder,
      VITRINE_DEMONSTRATION: 'no',
      VITRINE_REQUESTS_PER_MINUTE: '0',
      VITRINE_SECRET: SECRET,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk
      const ready = /ready: (http:\S+)/.exec(said)
      if (ready) resolve(ready[1]!)
    })
    child.once('exit', () => reject(new Error(`the server did not start: ${said}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
  }
  return { address, stop }
}

/** What the browser of a new member holds who came in by a link. */
export async function memberCookie(url: string, folder: string, address: string, role: Role): Promise<string> {
  const database = await openDatabase({ url })
  const house = createHouse({ database, files: await openFiles(join(folder, 'files')) })
  const email = `${role}@channel.example`
  await house.addUser(SYSTEM, { name: `A ${role}`, email, role })
  const signIn = createSignIn({
    database: database.db as never,
    house,
    houseLook: () => Promise.resolve({ house: 'House', accent: '#8a2b2b' }),
    origin: address,
    trustedOrigins: [address],
    secret: SECRET,
    mail: { send: () => Promise.resolve(), outbox: () => Promise.resolve(null) },
    log: createLog('silent'),
  })
  const link = new URL((await signIn.linkForMember(email, 'en'))!)
  await house.close()
  const answer = await fetch(`${address}/api/auth/link`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ token: link.searchParams.get('token')!, next: '/en' }),
  })
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0])
  if (cookies.length === 0) throw new Error(`the member was not let in: ${answer.status}`)
  return cookies.join('; ')
}
