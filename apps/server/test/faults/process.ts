/** The server as a process of its own, to be killed, refused and starved. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gathered, programFolder } from '../../../../scripts/setup/gather.mjs'

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** What `npm start` runs, where it was gathered since the last change and has its site: it is there in half the time. Else its sources. */
const MAIN =
  gathered() && existsSync(beside('../../../web/build/handler.js')) ? join(programFolder, 'server.mjs') : beside('./serve-api.ts')

export interface ServerProcess {
  child: ChildProcess
  /** All that it has printed so far. */
  printed(): string
  /** The address, once it is ready; fails with what it printed when it ends before. */
  ready: Promise<string>
  /** Its exit code. */
  ended: Promise<number | null>
}

/** `args` are flags as `npm start --` takes them. */
export function startProcess(args: string[], env: Record<string, string> = {}): ServerProcess {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      LANG: 'en',
      VITRINE_DEMONSTRATION: 'no',
      VITRINE_LOG: 'error',
      VITRINE_REQUESTS_PER_MINUTE: '0',
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      ...env,
    },
  })
  let printed = ''
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const ready = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString()
      const address = /Vitrine is ready: (\S+)/.exec(printed)?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then((code) => reject(new Error(`ended with ${code}: ${printed}`)))
  })
  ready.catch(() => {}) // whoever waits for the end alone does not wait for this
  return { child, printed: () => printed, ready, ended }
}

/** Asks again until the answer is as wanted, for twenty seconds at most where nothing else is said. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean, seconds = 20): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask().catch(() => null)
    if (answer !== null && wanted(answer)) return answer
    if (Date.now() > deadline) throw new Error(`still not as wanted: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
