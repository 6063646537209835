/** From a configuration to a running server: listens first, opens the house behind it, and says what it does. */
import { once } from 'node:events'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { ROLES, SYSTEM, type House, type Role } from '@vitrine/house'
import { serverWords } from '@vitrine/messages/cli'
import type { Locale } from '@vitrine/messages'
import { Hono } from 'hono'
import { createApi } from './api/app.ts'
import { healthRoutes } from './api/health.ts'
import { oaiRoutes } from './api/oai.ts'
import { signInRoutes } from './api/sign-in-routes.ts'
import { addressOf, dataPaths, type Config } from './config.ts'
import { originsFor, type Origins } from './http/address.ts'
import { createListener, type Answering } from './http/listener.ts'
import { builtSite, siteFromSources } from './http/web.ts'
import { describeError, type Log } from './log.ts'
import { inboxAt, readInbox } from './mail/inbox.ts'
import { createMediaRoom } from './media/media-room.ts'
import { tokenKey } from './media/tokens.ts'
import { mailByFolder } from './mail/mail.ts'
import { sendLetters } from './mail/send-letters.ts'
import { openHouse, type OpenedHouse } from './open-house.ts'
import { showFilm } from './packaging/demonstration-film.ts'
import { packagingInProcess } from './packaging/in-a-process.ts'
import { PackagingFailure } from './packaging/packaging.ts'
import { startWorker } from './packaging/worker.ts'
import { repeat } from './repeat.ts'
import { forgetRunning, makeLocalToken, noteRunning } from './running.ts'
import { keptSecret } from './secret.ts'
import { createSignIn, type SignIn } from './sign-in/sign-in.ts'
import { provideSite, type SiteContext } from './site-context.ts'
import { watchFolder } from './watch/watch-folder.ts'
import { masterUploads, UPLOADS_PATH } from './uploads/master-uploads.ts'
import { deliverDue } from './webhooks/deliver.ts'
import { VERSION } from './version.ts'

/** How often what is due is looked for. */
const WEBHOOK_SECONDS = 5
const DIGEST_SECONDS = 600
const OFFER_SECONDS = 300 // an offer that somebody looks at is ended there and then: this is for those nobody looks at
const LETTER_SECONDS = 3
const FOLLOW_SECONDS = 3600 // an answer is waited for by days
const INBOX_SECONDS = 60
const WATCH_SECONDS = 5
const UPLOAD_SECONDS = 600
const FILM_SECONDS = 3600 // what a worker that was killed left lies still; it is only large
const ANSWER_SECONDS = 3600 // an answer that is kept a day may stay an hour longer: it is not said any more
const EXPORT_SECONDS = 60
const REEL_SECONDS = 10 // how soon a reel whose worker died is taken up again, beyond its half minute

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

/** Somebody who can be tried in the demonstration house. */
export interface Chair {
  name: string
  email: string
  role: Role
  link: string
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

/** The port was asked for and belongs to another program. */
export class PortTaken extends Error {
  readonly port: number
  constructor(port: number) {
    super(`port ${port} is taken`)
    this.name = 'PortTaken'
    this.port = port
  }
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
    const background = [
      startWorker({ house, packaging, log, atOnce: config.packaging }),
      inBackground((signal) =>
        showFilm({ house, packaging, workers: config.packaging, uploads: paths.uploads, note: paths.unshown, signal }),
      ),
      repeat('reels', REEL_SECONDS, log, () => house.tidyReels(SYSTEM)),
      repeat('films', FILM_SECONDS, log, () => house.tidyFilms(SYSTEM)),
      repeat('traces', REEL_SECONDS, log, () => house.tidyTraces(SYSTEM)),
      repeat('copies', REEL_SECONDS, log, () => house.tidyMarkedCopies(SYSTEM)),
      repeat('uploads', UPLOAD_SECONDS, log, () => uploads.tidy()),
      repeat('webhooks', WEBHOOK_SECONDS, log, (signal) => deliverDue(house, { allowPrivate: config.webhooksPrivate, signal })),
      repeat('offers', OFFER_SECONDS, log, () => house.expireOffers(SYSTEM)),
      repeat('viewings', FOLLOW_SECONDS, log, () => house.followViewings(SYSTEM)),
      repeat('viewers', FOLLOW_SECONDS, log, () => house.forgetViewers(SYSTEM)),
      repeat('answers', ANSWER_SECONDS, log, () => house.forgetKeptAnswers()),
      repeat('exports', EXPORT_SECONDS, log, () => house.runDueExports(SYSTEM)),
      repeat('digest', DIGEST_SECONDS, log, () => house.writeRightsDigest(SYSTEM)),
      repeat('tasks', DIGEST_SECONDS, log, () => house.writeTaskLetters(SYSTEM)),
      repeat('letters', LETTER_SECONDS, log, (signal) => sendLetters(house, letterMail, log, signal)),
    ]

    if (config.inbox !== null) {
      const inbox = await inboxAt(config.inbox)
      background.push(repeat('inbox', INBOX_SECONDS, log, (signal) => readInbox(house, inbox, log, signal)))
    }

    if (config.watch !== null) {
      const look = watchFolder(config.watch)
      background.push(repeat('watch', WATCH_SECONDS, log, (signal) => look(house, { origin, signal })))
    }

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

/**
 * What only the very first start does: the owner, and the demonstration house. A note in the data folder stands for a
 * demonstration house that is not finished, so that a first start which was cut short goes on at the next.
 */
async function firstStart(config: Config, house: House, parts: StartParts): Promise<void> {
  const words = serverWords[parts.locale].start
  const unfinished = dataPaths(config.dataFolder).unfinished
  if ((await house.listUsers(SYSTEM)).length === 0) {
    if (config.demonstration) writeFileSync(unfinished, '')
    await house.addUser(SYSTEM, { name: config.ownerEmail.split('@')[0] ?? 'Owner', email: config.ownerEmail, role: 'owner' })
  }
  if (existsSync(unfinished)) {
    const {
      settings,
      collections,
      films,
      featured,
      paintPictures,
      entries,
      lists,
      entriesSince,
      companies,
      tasks,
      markets,
      requests,
      deals,
      seats,
      accounts,
    } = await import('@vitrine/demonstration')
    await house.seedDemonstration(SYSTEM, {
      demonstration: {
        settings,
        collections,
        films,
        featured,
        paintPictures,
        entries,
        lists,
        entriesSince,
        companies,
        tasks,
        markets,
        requests,
        deals,
        seats,
        accounts,
      },
      onProgress: ({ done, total }) => parts.progress?.(words.painting, done, total),
    })
    // Also where this start packages nothing: a later one may.
    writeFileSync(dataPaths(config.dataFolder).unshown, '')
    rmSync(unfinished)
  }
}

async function ownerLink(config: Config, signIn: SignIn, locale: Locale): Promise<string | null> {
  if (await signIn.hasSignedIn(config.ownerEmail)) return null
  return signIn.linkForMember(config.ownerEmail, locale)
}

async function chairs(config: Config, house: House, signIn: SignIn, locale: Locale): Promise<Chair[]> {
  if (!(await house.viewSettings(SYSTEM)).demonstration || (await signIn.hasSignedIn(config.ownerEmail))) return []
  const sitting = (await house.listUsers(SYSTEM)).filter(({ role, disabled }) => role !== 'owner' && !disabled)
  const found: Chair[] = []
  for (const { name, email, role } of sitting.slice(0, 8)) {
    const link = (await signIn.hasSignedIn(email)) ? null : await signIn.linkForMember(email, locale)
    if (link !== null) found.push({ name, email, role, link })
  }
  return found.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
}

/** Binds the port; when it is taken and was nobody's choice, the next ones are tried. */
async function listen(server: Server, config: Config, said: (taken: number, next: number) => void): Promise<number> {
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
async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), 10_000)
  await closed
  clearTimeout(patience)
}
