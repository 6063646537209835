/** The port that is bound when the server starts, and let go of when it stops. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from '../config.ts'

/** The port was asked for and belongs to another program. */
export class PortTaken extends Error {
  readonly port: number
  constructor(port: number) {
    super(`port ${port} is taken`)
    this.name = 'PortTaken'
    this.port = port
  }
}

/** Binds the port; when it is taken and was nobody's choice, the next ones are tried. */
export async function listen(server: Server, config: Config, said: (taken: number, next: number) => void): Promise<number> {
  const tries = config.portChosen ? 1 : 20
  for (let port = config.port; port < config.port + tries; port++) {
    try {
      server.listen(port, config.host)
      await once(server, 'listening')
      return (server.address() as AddressInfo).port
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      if (port + 1 < config.port + tries) said(port, port + 1)
    }
  }
  throw new PortTaken(config.port)
}

/** No new requests; open ones may finish, for ten seconds at most. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), 10_000)
  await closed
  clearTimeout(patience)
}
