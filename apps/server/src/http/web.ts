/** The site: built, or from its sources while developing. */
import type { Server } from 'node:http'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { WebHandler } from './listener.ts'

const webFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'web')

/** The built site's request handler. The site context must be provided first: its hooks read it when they load. */
export async function builtSite(uploadBytes: number): Promise<WebHandler> {
  const built = join(webFolder, 'build', 'handler.js')
  if (!existsSync(built))
    throw new Error('The site is not built yet: run `npm start`, which builds it, or `npm run build -w @vitrine/web`.')
  // Read once, when the handler loads. The listener sets these headers itself, so nobody outside can.
  process.env['VITRINE_WEB_PROTOCOL_HEADER'] = 'x-vitrine-protocol'
  process.env['VITRINE_WEB_HOST_HEADER'] = 'x-vitrine-host'
  process.env['VITRINE_WEB_ADDRESS_HEADER'] = 'x-vitrine-address'
  process.env['VITRINE_WEB_BODY_SIZE_LIMIT'] = String(uploadBytes)
  const module = (await import(pathToFileURL(built).href)) as { handler: WebHandler }
  return module.handler
}

/** The typefaces of the built site, their addresses by the names of their files; none where it is not built. */
export function siteFaces(): Record<string, string> {
  const assets = '_app/immutable/assets'
  const folder = join(webFolder, 'build', 'client', assets)
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.woff2')) : []
  return Object.fromEntries(files.map((file) => [file.split('.')[0]!, `/${assets}/${file}`]))
}

/** The site from its sources, reloaded on change, in this same process. */
export async function siteFromSources(server: Server): Promise<{ handler: WebHandler; close: () => Promise<void> }> {
  const { createServer } = await import('vite')
  process.chdir(webFolder) // SvelteKit finds its project by the working folder
  const vite = await createServer({ root: webFolder, server: { middlewareMode: true, hmr: { server } }, appType: 'custom' })
  return { handler: (request, response, next) => vite.middlewares(request, response, next), close: () => vite.close() }
}
