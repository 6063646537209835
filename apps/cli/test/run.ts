/** Runs the real command, as a person or a script would. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const COMMAND = fileURLToPath(new URL('../bin/vitrine.mjs', import.meta.url))

export interface Ran {
  code: number
  out: string
  err: string
}

export interface RunOptions {
  /** Null: nothing is led to it, as where nobody sits. */
  input?: string | Uint8Array | null
  env?: Record<string, string>
  /** Told with the process once it runs: to send it a signal, to watch what it says. */
  onStart?: (child: ChildProcess) => void
}

export async function vitrine(args: string[], options: RunOptions = {}): Promise<Ran> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    stdio: [options.input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      LANG: 'en_GB.UTF-8',
      VITRINE_DEMONSTRATION: 'no',
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      ...options.env,
    },
  })
  let out = ''
  let err = ''
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => (out += chunk))
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => (err += chunk))
  child.stdin?.on('error', () => {}) // it may end without reading all of it
  child.stdin?.end(options.input ?? '')
  options.onStart?.(child)
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  return { code: code ?? (signal === 'SIGINT' ? 130 : 143), out, err }
}
