/** From a configuration to a running server: listens first, opens the house behind it, and says what it does. */
import type { Server } from 'node:http'
import { SYSTEM, type House } from '@vitrine/house'
import { serverWords } from '@vitrine/messages/cli'
import type { Locale } from '@vitrine/messages'
import { everyRoute } from './api/every-route.ts'
import { startBackground } from './background.ts'
import { addressOf, dataPaths, type Config } from './config.ts'
import { type Chair, chairs, firstStart, ownerLink } from './first-start.ts'
import { originsFor, type Origins } from './http/address.ts'
import { closeServer, listen } from './http/listen.ts'
import { createListener, type Answering } from './http/listener.ts'
import { siteHandler } from './http/site-handler.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail/mail.ts'
import { openMails } from './mail/mails.ts'
import { createMediaRoom, type MediaRoom } from './media/media-room.ts'
import { tokenKey } from './media/tokens.ts'
import { once } from './once.ts'
import { openHouse, type OpenedHouse } from './open-house.ts'
import { forgetRunning, makeLocalToken, noteRunning } from './running.ts'
import { keptSecret } from './secret.ts'
import { createSignIn, type SignIn } from './sign-in/sign-in.ts'
import { AUTH_PATH } from './sign-in/terms.ts'
import { provideSite, type SiteContext } from './site-context.ts'
import { masterUploads } from './uploads/master-uploads.ts'
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
  const port = await listen(server, config, (taken, next) => say(serverWords[parts.locale].start.portTaken(taken, next)))
  origins = originsFor(config.origin, config.host, addressOf(config.host, port))
  try {
    return await openBehind({ server, answering, origins: () => origins, port }, config, parts)
  } catch (error) {
    await closeServer(server)
    throw error
  }
}

interface Front {
  server: Server
  answering: Answering
  origins: () => Origins
  port: number
}

/** Opens the house behind a server that listens already, and lets it answer part by part. */
async function openBehind(
  { server, answering, origins, port }: Front,
  config: Config,
  parts: StartParts,
): Promise<RunningServer> {
  const { log, say, locale } = parts
  const words = serverWords[locale].start
  const address = addressOf(config.host, port)
  const origin = config.origin ?? address
  const paths = dataPaths(config.dataFolder)

  const { house, database, films, migrated } = await (parts.open ?? openHouse)(config, origin)
  if (migrated.length > 0) say(words.migrated(migrated.length))
  const { mail, letterMail } = await openMails(config, origin, log)
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
  const houseLook = async () => {
    const { name, typeface, accent } = await house.viewSettings(SYSTEM)
    return { house: name, typeface, accent }
  }
  const trustedOrigins = trusted(config, origin, port)
  const signIn = createSignIn({ database: database.db as never, house, houseLook, origin, trustedOrigins, secret, mail, log })
  const localToken = makeLocalToken()
  const asker = { house, sessionActor: signIn.sessionActor, origins, localToken }
  const uploads = masterUploads({
    ...asker,
    folder: paths.uploads,
    settled: [films.masters.find, films.copies.find],
    forget: [films.masters.remove, films.copies.remove],
    mostBytes: config.masterBytes,
    log,
  })
  answering.api = everyRoute({ config, asker, signIn, uploads, origin, houseLook, log })

  const site = siteContextOf(config, { house, signIn, media, mail, origin })
  provideSite(site)
  const pages = await siteHandler(server, config, parts.withSite ?? true)
  answering.web = pages.handler

  await firstStart(config, house, parts)
  noteRunning(paths.running, { address, token: localToken, pid: process.pid })
  log.info('ready', { port })
  const background = await startBackground(config, { house, films, uploads, letterMail, origin, log, noEngine: () => say(words.noEngine) }) // prettier-ignore
  const stop = once(async () => {
    forgetRunning(paths.running)
    await background.stop()
    // Together: a developing browser holds a connection open that only the site's sources can close.
    await Promise.all([closeServer(server), pages.close()])
    await media.stop()
    await house.close()
  })
  return {
    address,
    port,
    house,
    site,
    signIn,
    ownerLink: () => ownerLink(config, signIn, locale),
    chairs: () => chairs(config, house, signIn, locale),
    stop,
  }
}

/** Where forms of ours may come from: a house without an address of its own is opened by any name of this machine. */
function trusted(config: Config, origin: string, port: number): string[] {
  if (config.origin !== null) return [origin]
  return [...new Set([origin, ...['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${port}`)])]
}

interface SiteParts {
  house: House
  signIn: SignIn
  media: MediaRoom
  mail: Mail
  origin: string
}

const siteContextOf = (config: Config, { house, signIn, media, mail, origin }: SiteParts): SiteContext => ({
  house,
  config: {
    origin,
    uploadBytes: config.uploadBytes,
    authPath: AUTH_PATH,
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
})
