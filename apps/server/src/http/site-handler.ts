/** The web app, as this server was told to have it: built, from its sources, or not at all. */
import type { Server } from 'node:http'
import type { Config } from '../config.ts'
import type { Answering } from './listener.ts'
import { builtSite, siteFromSources } from './web.ts'

export interface SiteHandler {
  handler: Answering['web']
  close(): Promise<void>
}

const nothingToClose = (): Promise<void> => Promise.resolve()

export async function siteHandler(server: Server, config: Config, wanted: boolean): Promise<SiteHandler> {
  if (!wanted) return { handler: (_request, response) => void response.writeHead(404).end(), close: nothingToClose }
  if (config.dev) return siteFromSources(server)
  return { handler: await builtSite(config.uploadBytes), close: nothingToClose }
}
