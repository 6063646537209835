/** All that answers below /api, /oai and the addresses that say whether the server is well. */
import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Config } from '../config.ts'
import { AUTH_PATH } from '../sign-in/terms.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import { type MasterUploads, UPLOADS_PATH } from '../uploads/master-uploads.ts'
import { VERSION } from '../version.ts'
import type { Log } from '../log.ts'
import { createApi } from './app.ts'
import type { AskerParts } from './asker.ts'
import { healthRoutes } from './health.ts'
import { oaiRoutes } from './oai.ts'
import { signInRoutes, type SignInRouteParts } from './sign-in-routes.ts'

export interface RouteParts {
  config: Config
  asker: AskerParts
  signIn: SignIn
  uploads: MasterUploads
  origin: string
  houseLook: SignInRouteParts['houseLook']
  log: Log
}

export function everyRoute({ config, asker, signIn, uploads, origin, houseLook, log }: RouteParts): RequestListener {
  const { house, origins } = asker
  const { requestsPerMinute, uploadBytes } = config
  const app = new Hono()
  app.route('/', healthRoutes(house))
  app.route('/oai', oaiRoutes({ house, requestsPerMinute, log }))
  app.route(AUTH_PATH, signInRoutes({ signIn, origins, origin, houseLook }))
  app.route('/api/v1', createApi({ ...asker, requestsPerMinute, uploadBytes, version: VERSION, log }))
  app.route(UPLOADS_PATH, uploads.routes)
  return getRequestListener(app.fetch, { overrideGlobalObjects: false })
}
