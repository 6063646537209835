/** From a configuration to a running server: listens first, opens the house behind it, and says what it does. */
import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { SYSTEM, type House } from '@vitrine/house'
import { serverWords } from '@vitrine/messages/cli'
import type { Locale } from '@vitrine/messages'
import { Hono } from 'hono'
import { createApi } from './api/app.ts'
import { healthRoutes } from './api/health.ts'
import { oaiRoutes } from './api/oai.ts'
import { signInRoutes } from './api/sign-in-routes.ts'
import { addressOf, dataPaths, type Config } from './config.ts'
import { type Chair, chairs, firstStart, ownerLink } from './first-start.ts'
import { originsFor, type Origins } from './http/address.ts'
import { closeServer, listen } from './http/listen.ts'
import { createListener, type Answering } from './http/listener.ts'
import { builtSite, siteFromSources } from './http/web.ts'
import { describeError, type Log } from './log.ts'
import { createMediaRoom } from './media/media-room.ts'
import { tokenKey } from './media/tokens.ts'
import { mailByFolder } from './mail/mail.ts'
import { openHouse, type OpenedHouse } from './open-house.ts'
import { showFilm } from './packaging/demonstration-film.ts'
import { packagingInProcess } from './packaging/in-a-process.ts'
import { PackagingFailure } from './packaging/packaging.ts'
import { startWorker } from './packaging/worker.ts'
import { type Going, startRounds } from './rounds.ts'
import { forgetRunning, makeLocalToken, noteRunning } from './running.ts'
import { keptSecret } from './secret.ts'
import { createSignIn, type SignIn } from './sign-in/sign-in.ts'
import { provideSite, type SiteContext } from './site-context.ts'
import { masterUploads, UPLOADS_PATH } from './uploads/master-uploads.ts'
import { VERSION } from './version.ts'

export interface StartParts {
  log: Log
  locale: Locale
  /** Shows a line to whoever started the server. */
  say(line: string): void
  /** Shows progress of one long step. */
  progress?(words: string, done: number, total: number): void
  /** Tests leave the site out. */
  withSite?: boolean
  /** Tests bring a database of their own. */
  open?: (config: Config, origin: string) => Promise<OpenedHouse>
}

export interface RunningServer {
  address: string
  port: number
  house: House
  site: SiteContext
  /** Makes sign-in links for the terminal. */
  signIn: SignIn
  /** A sign-in link for the owner, when the owner never signed in. */
  ownerLink(): Promise<string | null>
  /** The other chairs of a demonstration house whose owner has not signed in yet, each with a link that works once. */
  chairs(): Promise<Chair[]>
  stop(): Promise<void>
}

export async function startServer(config: Config, parts: StartParts): Promise<RunningServer> {
  const { log, say } = parts
  const words = serverWords[parts.locale].start
  const answering: Answering = { api: null, media: null, web: null }
  let origins: Origins = originsFor(config.origin, config.host, addressOf(config.host, config.port))
  const server = createListener({
    answering,
    origins: () => origins,
    proxies: config.proxies,
    countryHeader: config.countryHeader,
    https: config.origin?.startsWith('https:') ?? false,
    requestsPerMinute: config.requestsPerMinute,
    log,
  })
  const port = await listen(server, config, (taken, next) => say(words.portTaken(taken, next)))
  const address = addressOf(config.host, port)
  const origin = config.origin ?? address
  origins = originsFor(config.origin, config.host, address)
  const paths = dataPaths(config.dataFolder)

  try {
    const opened = await (parts.open ?? openHouse)(config, origin)
    const { house, database, films } = opened
    if (opened.migrated.length > 0) say(words.migrated(opened.migrated.length))
    const mailFrom = config.mailFrom ?? `vitrine@${new URL(origin).hostname}`
    const mail =
      config.smtpUrl === null
        ? mailByFolder(paths.mail, mailFrom)
        : (await import('./mail/mail-by-server.ts')).mailByServer(config.smtpUrl, mailFrom, log)
    // Letters that the house owes are patient by themselves: the database keeps them between one try and the next.
    const letterMail = config.smtpUrl === null ? mail : (await import('./mail/mail-by-server.ts')).mailByServer(config.smtpUrl, mailFrom, log, []) // prettier-ignore
    const secret = config.secret ?? keptSecret(paths.secret)
    const media = createMediaRoom({
      house,
      reels: films.reels,
      copies: films.marked,
      keys: [tokenKey(secret)],
      https: config.origin?.startsWith('https:') ?? false,
      log,
    })
    answering.media = media.answer
    const houseName = async (): Promise<string> => (await house.viewSettings(SYSTEM)).name
    const loopback = ['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${port}`)
    const signIn = createSignIn({
      database: database.db as never,
      house,
      houseName,
      origin,
      trustedOrigins: config.origin === null ? [...new Set([origin, ...loopback])] : [origin],
      secret,
      mail,
      log,
    })
    const site: SiteContext = {
      house,
      config: {
        origin,
        uploadBytes: config.uploadBytes,
        authPath: '/api/auth',
        mailIsSent: config.smtpUrl !== null,
        mailIsRead: config.inbox !== null,
        version: VERSION,
      },
      sessionActor: signIn.sessionActor,
      account: signIn.account,
      requestMagicLink: signIn.requestMagicLink,
      signOut: signIn.signOut,
      watchCookies: media.admit,
      copyCookie: media.admitToCopy,
      outbox: async (actor) => (actor.role === 'owner' || actor.role === 'system' ? mail.outbox() : []),
    }
    const localToken = makeLocalToken()
    const asker = { house, sessionActor: signIn.sessionActor, origins: () => origins, localToken }
    const uploads = masterUploads({
      ...asker,
      folder: paths.uploads,
      settled: [films.masters.find, films.copies.find],
      forget: [films.masters.remove, films.copies.remove],
      mostBytes: config.masterBytes,
      log,
    })
    const app = new Hono()
    app.route('/', healthRoutes(house))
    app.route('/oai', oaiRoutes({ house, requestsPerMinute: config.requestsPerMinute, log }))
    app.route('/api/auth', signInRoutes({ signIn, origins: () => origins, origin, houseName }))
    app.route(
      '/api/v1',
      createApi({
        ...asker,
        requestsPerMinute: config.requestsPerMinute,
        uploadBytes: config.uploadBytes,
        version: VERSION,
        log,
      }),
    )
    app.route(UPLOADS_PATH, uploads.routes)
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
    answering.api = (request, response) => void listener(request, response)

    provideSite(site)
    const loaded = await loadSite(server, config, parts.withSite ?? true)
    answering.web = loaded.handler

    await firstStart(config, house, parts)
    noteRunning(paths.running, { address: addressOf(config.host, port), token: localToken, pid: process.pid })
    log.info('ready', { port })
    // Said at once, and nothing waits for it: without its films the house still has its catalogue.
    void films.reels.reach().catch((error: unknown) => log.error('films', describeError(error)))
    const packaging = packagingInProcess()
    /** One thing that nobody waits for; it ends with the server. */
    const inBackground = (work: (signal: AbortSignal) => Promise<unknown>) => {
      const stopping = new AbortController()
      const done = work(stopping.signal).catch((error: unknown) => {
        if (stopping.signal.aborted) return
        if (error instanceof PackagingFailure && error.reason === 'no-engine') say(words.noEngine)
        else log.error('demonstration', describeError(error))
      })
      return { stop: async () => (stopping.abort(), await done) }
    }
    void uploads.tidy().catch((error: unknown) => log.error('uploads', describeError(error)))
    const background: Going[] = [
      startWorker({ house, packaging, log, atOnce: config.packaging }),
      inBackground((signal) =>
        showFilm({ house, packaging, workers: config.packaging, uploads: paths.uploads, note: paths.unshown, signal }),
      ),
      ...(await startRounds(config, { house, mail: letterMail, uploads, origin, log })),
    ]
    let stopping: Promise<void> | null = null
    return {
      address,
      port,
      house,
      site,
      signIn,
      ownerLink: () => ownerLink(config, signIn, parts.locale),
      chairs: () => chairs(config, house, signIn, parts.locale),
      stop: () =>
        (stopping ??= (async () => {
          forgetRunning(paths.running)
          await Promise.all(background.map((one) => one.stop()))
          // Together: a developing browser holds a connection open that only the site's sources can close.
          await Promise.all([closeServer(server), loaded.close()])
          await media.stop()
          await opened.house.close()
        })()),
    }
  } catch (error) {
    await closeServer(server)
    throw error
  }
}

async function loadSite(
  server: Server,
  config: Config,
  wanted: boolean,
): Promise<{ handler: Answering['web']; close: () => Promise<void> }> {
  if (!wanted) return { handler: (_request, response) => void response.writeHead(404).end(), close: () => Promise.resolve() }
  if (config.dev) return siteFromSources(server)
  return { handler: await builtSite(config.uploadBytes), close: () => Promise.resolve() }
}
