import { createServer } from 'node:net'
import { SetupError } from './ready.mjs'

/** The port that somebody asked for, by flag or environment; null where the house may choose. @param {string[]} args */
export function chosenPort(args, env = process.env) {
  const at = args.findIndex((arg) => arg === '--port' || arg.startsWith('--port='))
  const said = at === -1 ? env.PORT : (args[at].split('=')[1] ?? args[at + 1])
  const port = Number(said)
  return said?.trim() && Number.isInteger(port) && port > 0 && port < 65_536 ? port : null
}

/** Told before minutes of building: the server would say it only after them. @throws SetupError where the chosen port is taken */
export async function holdPortFree(args, env = process.env) {
  const port = chosenPort(args, env)
  if (port === null) return
  const server = createServer()
  await new Promise((free, taken) => {
    server.once('error', ({ code }) => (code === 'EADDRINUSE' ? taken(new SetupError(`Port ${port} is taken by another program. Choose another with --port or PORT. Nothing was begun.`)) : free())) // prettier-ignore
    server.listen(port, env.HOST?.trim() || '127.0.0.1', () => server.close(free))
  })
}
