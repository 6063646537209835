/**
 * Every setting of the program, in one place: its variable, its flag, what it is when nothing is said, and what it does.
 * docs/configuration.md is this table in prose; a test holds the two together.
 */
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import type { S3Place } from '@vitrine/house'

export interface Setting {
  env: string
  /** The flag of `npm start --` and `vitrine serve`; null when a value has no place on a command line (secrets show in process lists). */
  flag: string | null
  fallback: string
  words: string
}

export const SETTINGS = [
  {
    env: 'PORT',
    flag: '--port',
    fallback: '3000',
    words: 'Port of the site. When it is taken and was not asked for, the next free one is used.',
  },
  {
    env: 'HOST',
    flag: '--host',
    fallback: '127.0.0.1',
    words: 'Address to listen on; 0.0.0.0 for every network of the machine.',
  },
  {
    env: 'VITRINE_DATA',
    flag: '--data',
    fallback: './data',
    words: 'Folder of the database (without DATABASE_URL), pictures, mails and keys.',
  },
  {
    env: 'DATABASE_URL',
    flag: null,
    fallback: '',
    words: 'PostgreSQL 15 or later, as postgres://user:password@host:5432/name. Empty: a database in the data folder.',
  },
  {
    env: 'VITRINE_ORIGIN',
    flag: '--origin',
    fallback: '',
    words: 'The address that people type, as https://films.example. Empty: http:// and the address listened on.',
  },
  {
    env: 'VITRINE_DEMONSTRATION',
    flag: '--demonstration',
    fallback: 'yes',
    words: 'Whether the first start makes the demonstration house: yes or no.',
  },
  {
    env: 'VITRINE_OWNER_EMAIL',
    flag: '--owner',
    fallback: 'owner@house.example',
    words: 'Mail address of the owner, whom the first start creates.',
  },
  { env: 'VITRINE_MAIL_FROM', flag: null, fallback: '', words: 'Sender of mails. Empty: vitrine@ and the host of the address.' },
  {
    env: 'VITRINE_SMTP_URL',
    flag: null,
    fallback: '',
    words: 'Mail server, as smtp://user:password@host:587. Empty: mails are written to the data folder and listed at the desk.',
  },
  {
    env: 'VITRINE_INBOX',
    flag: null,
    fallback: '',
    words: 'Where mail comes in: a folder of .eml files, or a mailbox, as imaps://user@host/Folder. Empty: none is read.',
  },
  {
    env: 'VITRINE_INBOX_PASSWORD',
    flag: null,
    fallback: '',
    words: 'Password of the mailbox.',
  },
  {
    env: 'VITRINE_INBOX_PASSWORD_FILE',
    flag: null,
    fallback: '',
    words: 'File that holds the password of the mailbox, instead of VITRINE_INBOX_PASSWORD.',
  },
  {
    env: 'VITRINE_WATCH',
    flag: null,
    fallback: '',
    words:
      'Folder in which files are dropped that are to come in: they are read, then moved to done or failed with a note. Empty: none.',
  },
  {
    env: 'VITRINE_SCHEMAS',
    flag: null,
    fallback: '',
    words:
      'Folder of the published schemas and vocabularies of MovieLabs, against which files are validated. Empty: by the rules that are built in.',
  },
  {
    env: 'VITRINE_SECRET',
    flag: null,
    fallback: '',
    words:
      'Key that signs sessions, 32 characters or more. Empty: made at the first start, kept in the data folder. Several servers need the same.',
  },
  {
    env: 'VITRINE_PROXIES',
    flag: null,
    fallback: '0',
    words: 'How many reverse proxies stand in front: that many last entries of X-Forwarded-For are believed.',
  },
  {
    env: 'VITRINE_COUNTRY_HEADER',
    flag: null,
    fallback: '',
    words:
      'Header in which the reverse proxy in front says the country of the asker (ISO 3166-1), as CF-IPCountry. Empty: not known, and screeners for some countries alone open nowhere.',
  },
  { env: 'VITRINE_UPLOAD_MB', flag: null, fallback: '40', words: 'Largest upload, in megabytes.' },
  { env: 'VITRINE_MASTER_GB', flag: null, fallback: '200', words: 'Largest master of a film, in gigabytes.' },
  {
    env: 'VITRINE_PACKAGING',
    flag: null,
    fallback: '1',
    words: 'How many films this server packages at once; 0: other machines do.',
  },
  {
    env: 'VITRINE_FILMS_S3_ENDPOINT',
    flag: null,
    fallback: '',
    words: 'S3 in which films are kept, as https://s3.eu-west-1.example, without the bucket. Empty: in the data folder.',
  },
  { env: 'VITRINE_FILMS_S3_BUCKET', flag: null, fallback: '', words: 'Bucket of films.' },
  {
    env: 'VITRINE_FILMS_S3_REGION',
    flag: null,
    fallback: 'us-east-1',
    words: 'Region of the bucket, as requests to it are signed.',
  },
  { env: 'VITRINE_FILMS_S3_KEY', flag: null, fallback: '', words: 'Access key of the bucket.' },
  { env: 'VITRINE_FILMS_S3_SECRET', flag: null, fallback: '', words: 'Secret of the access key.' },
  {
    env: 'VITRINE_FILMS_S3_PATH_STYLE',
    flag: null,
    fallback: 'yes',
    words: 'Whether the bucket stands in the path of addresses: yes, or no where it is a part of the host.',
  },
  {
    env: 'VITRINE_FFMPEG',
    flag: null,
    fallback: '',
    words:
      'ffmpeg that packages films, its ffprobe beside it. Empty: those on the PATH, else the library that comes with Vitrine.',
  },
  {
    env: 'VITRINE_REQUESTS_PER_MINUTE',
    flag: null,
    fallback: '600',
    words: 'API requests that one address or key may make a minute; 0 for no limit.',
  },
  {
    env: 'VITRINE_WEBHOOKS_PRIVATE',
    flag: null,
    fallback: 'no',
    words: 'Whether webhooks may lead to this machine and to private networks: yes or no.',
  },
  {
    env: 'VITRINE_LOG',
    flag: '--log',
    fallback: 'warn',
    words: 'What is written to the log (JSON lines on standard error): debug, info, warn, error or silent.',
  },
] as const satisfies readonly Setting[]

export type SettingName = (typeof SETTINGS)[number]['env']
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export interface Config {
  port: number
  /** The port was asked for: when it is taken, the server says so and stops instead of taking the next one. */
  portChosen: boolean
  host: string
  dataFolder: string
  databaseUrl: string | null
  /** Null: follows the address that is listened on. */
  origin: string | null
  demonstration: boolean
  ownerEmail: string
  mailFrom: string | null
  smtpUrl: string | null
  inbox: InboxPlace | null
  watch: string | null
  schemas: string | null
  secret: string | null
  proxies: number
  /** In lower case; null: nobody says where askers are. */
  countryHeader: string | null
  uploadBytes: number
  masterBytes: number
  /** Films packaged at once; 0: by other machines. */
  packaging: number
  /** Where packaged films are kept; null: in the data folder. */
  filmsS3: S3Place | null
  requestsPerMinute: number
  webhooksPrivate: boolean
  logLevel: LogLevel
  dev: boolean
}

export type InboxPlace = { kind: 'folder'; folder: string } | MailboxPlace
/** A folder of a mailbox. The password is given, or in a file that is read whenever the mailbox is. */
export interface MailboxPlace {
  kind: 'imap'
  host: string
  port: number
  secure: boolean
  user: string
  password: string | null
  passwordFile: string | null
  mailbox: string
}

/** A setting that cannot be right; the message names it and says what is expected. */
export class ConfigError extends Error {
  readonly setting: string
  constructor(setting: string, message: string) {
    super(`${setting}: ${message}`)
    this.setting = setting
  }
}

/**
 * Variables that look like settings and are none: a name that is spelt wrongly would change nothing and say nothing.
 *
 * @example
 * unknownSettings({ VITRINE_PORT: '4000' }) // [{ name: 'VITRINE_PORT', meant: 'PORT' }]
 */
export function unknownSettings(
  env: Readonly<Record<string, string | undefined>>,
): { name: string; meant: SettingName | null }[] {
  const known = new Set<string>(SETTINGS.map((setting) => setting.env))
  return Object.keys(env)
    .filter((name) => /^VITRINE_(?!TEST_|WEB_)/.test(name) && !known.has(name))
    .toSorted()
    .map((name) => ({ name, meant: SETTINGS.find((setting) => letters(setting.env) === letters(name))?.env ?? null }))
}

/** A name without its first word and without what is easily left out. */
const letters = (name: string): string => name.replace(/^VITRINE_/, '').replaceAll(/[_S]/g, '')

/**
 * Reads the settings from flags, then from the environment, then from the defaults.
 *
 * @param args command line without program names: `['--port', '4000']` or `['--port=4000']`
 * @throws {ConfigError} for a flag that does not exist or a value that cannot be right
 * @example
 * readConfig(['--port', '4000'], {}).port // 4000
 */
export function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  folder = process.cwd(),
): Config {
  const flags = readFlags(args)
  const given = (name: SettingName): string | null => flags.values.get(name) ?? (env[name]?.trim() ? env[name].trim() : null)
  const value = (name: SettingName): string => given(name) ?? SETTINGS.find((setting) => setting.env === name)!.fallback
  const optional = (name: SettingName): string | null => (value(name) === '' ? null : value(name))
  checkFfmpeg(optional('VITRINE_FFMPEG'))

  return {
    port: wholeNumber('PORT', value('PORT'), 0, 65_535),
    portChosen: given('PORT') !== null,
    host: value('HOST'),
    dataFolder: resolve(folder, value('VITRINE_DATA')),
    databaseUrl: databaseUrl(optional('DATABASE_URL')),
    origin: origin(optional('VITRINE_ORIGIN')),
    demonstration: yesOrNo('VITRINE_DEMONSTRATION', value('VITRINE_DEMONSTRATION')),
    ownerEmail: email('VITRINE_OWNER_EMAIL', value('VITRINE_OWNER_EMAIL')),
    mailFrom: optional('VITRINE_MAIL_FROM'),
    smtpUrl: smtpUrl(optional('VITRINE_SMTP_URL')),
    inbox: inbox(optional('VITRINE_INBOX'), optional('VITRINE_INBOX_PASSWORD'), optional('VITRINE_INBOX_PASSWORD_FILE'), folder),
    watch: optional('VITRINE_WATCH') === null ? null : resolve(folder, value('VITRINE_WATCH')),
    schemas: optional('VITRINE_SCHEMAS'),
    secret: secret(optional('VITRINE_SECRET')),
    proxies: wholeNumber('VITRINE_PROXIES', value('VITRINE_PROXIES'), 0, 10),
    countryHeader: headerName(
      optional('VITRINE_COUNTRY_HEADER'),
      wholeNumber('VITRINE_PROXIES', value('VITRINE_PROXIES'), 0, 10),
    ),
    uploadBytes: wholeNumber('VITRINE_UPLOAD_MB', value('VITRINE_UPLOAD_MB'), 1, 2000) * 1024 * 1024,
    masterBytes: wholeNumber('VITRINE_MASTER_GB', value('VITRINE_MASTER_GB'), 1, 100_000) * 1024 ** 3,
    packaging: wholeNumber('VITRINE_PACKAGING', value('VITRINE_PACKAGING'), 0, 64),
    filmsS3: filmsS3({
      endpoint: optional('VITRINE_FILMS_S3_ENDPOINT'),
      bucket: optional('VITRINE_FILMS_S3_BUCKET'),
      region: value('VITRINE_FILMS_S3_REGION'),
      key: optional('VITRINE_FILMS_S3_KEY'),
      secret: optional('VITRINE_FILMS_S3_SECRET'),
      pathStyle: yesOrNo('VITRINE_FILMS_S3_PATH_STYLE', value('VITRINE_FILMS_S3_PATH_STYLE')),
    }),
    requestsPerMinute: wholeNumber('VITRINE_REQUESTS_PER_MINUTE', value('VITRINE_REQUESTS_PER_MINUTE'), 0, 10_000_000),
    webhooksPrivate: yesOrNo('VITRINE_WEBHOOKS_PRIVATE', value('VITRINE_WEBHOOKS_PRIVATE')),
    logLevel: oneOf('VITRINE_LOG', value('VITRINE_LOG'), LOG_LEVELS),
    dev: flags.dev,
  }
}

const SHOWN_AS_LOCALHOST = new Set(['', '0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'])

/**
 * The address of a server, as a person types it. This machine is "localhost": a passkey can be bound to a name, never to a number.
 *
 * @example
 * addressOf('127.0.0.1', 3000) // "http://localhost:3000"
 */
export function addressOf(host: string, port: number): string {
  const shown = SHOWN_AS_LOCALHOST.has(host) ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host
  return `http://${shown}:${port}`
}

/** Where things lie in the data folder. */
export function dataPaths(dataFolder: string) {
  return {
    database: join(dataFolder, 'database'),
    files: join(dataFolder, 'files'),
    /** Films packaged for streaming, masters as they were handed in, and uploads of them that are not whole yet. */
    reels: join(dataFolder, 'reels'),
    masters: join(dataFolder, 'masters'),
    uploads: join(dataFolder, 'uploads'),
    /** Copies that turned up, while they are traced. */
    copies: join(dataFolder, 'copies'),
    /** Copies to keep that were made for viewers, until they lay long enough. */
    marked: join(dataFolder, 'marked'),
    mail: join(dataFolder, 'mail'),
    secret: join(dataFolder, 'secret'),
    /** The private key and certificate that signed papers are sealed with. */
    seal: join(dataFolder, 'seal.pem'),
    /** There while the demonstration house is being made. */
    unfinished: join(dataFolder, 'demonstration-unfinished'),
    /** There until the film of the demonstration house is handed in. */
    unshown: join(dataFolder, 'demonstration-film-unfinished'),
    /** Written while a server runs, readable by its user only: how the command line on this machine reaches it. */
    running: join(dataFolder, 'running.json'),
  }
}

function readFlags(args: readonly string[]): { values: Map<SettingName, string>; dev: boolean } {
  const values = new Map<SettingName, string>()
  let dev = false
  for (let i = 0; i < args.length; i++) {
    const [flag, inline] = splitFlag(args[i]!)
    if (flag === '--dev') {
      dev = true
      continue
    }
    const setting = SETTINGS.find((candidate) => candidate.flag === flag)
    const known = SETTINGS.flatMap((candidate) => candidate.flag ?? []).join(', ')
    if (setting === undefined) throw new ConfigError(flag, `there is no such flag. Known: ${known}.`)
    const text = inline ?? args[++i]
    if (text === undefined || text === '') throw new ConfigError(flag, 'a value must follow.')
    values.set(setting.env, text)
  }
  return { values, dev }
}

function splitFlag(arg: string): [string, string | null] {
  const equals = arg.indexOf('=')
  return equals === -1 ? [arg, null] : [arg.slice(0, equals), arg.slice(equals + 1)]
}

function wholeNumber(name: SettingName, text: string, least: number, most: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new ConfigError(name, `a whole number from ${least} to ${most} is expected, not "${text}".`)
  }
  return number
}

function yesOrNo(name: SettingName, text: string): boolean {
  if (/^(yes|true|1|on)$/i.test(text)) return true
  if (/^(no|false|0|off)$/i.test(text)) return false
  throw new ConfigError(name, `yes or no is expected, not "${text}".`)
}

function oneOf<const T extends string>(name: SettingName, text: string, values: readonly T[]): T {
  const found = values.find((value) => value === text)
  if (found === undefined) throw new ConfigError(name, `one of ${values.join(', ')} is expected, not "${text}".`)
  return found
}

/** The engine takes it from the environment itself (packages/screening); here it is only refused in time. */
function checkFfmpeg(path: string | null): void {
  if (path === null || /(^|[\\/])ffmpeg(\.exe)?$/.test(path)) return
  throw new ConfigError('VITRINE_FFMPEG', `the path of a program called ffmpeg is expected, not "${path}".`)
}

function email(name: SettingName, text: string): string {
  if (!/^[^\s@]+@[^\s@]+$/.test(text)) throw new ConfigError(name, `a mail address is expected, not "${text}".`)
  return text.toLowerCase()
}

/** A header is believed only of a proxy of ours: anybody can send one. */
function headerName(text: string | null, proxies: number): string | null {
  if (text === null) return null
  if (!/^[a-z0-9-]{1,64}$/i.test(text))
    throw new ConfigError('VITRINE_COUNTRY_HEADER', 'the name of a header is expected, as CF-IPCountry.')
  if (proxies === 0)
    throw new ConfigError('VITRINE_COUNTRY_HEADER', 'only a reverse proxy can say where askers are: set VITRINE_PROXIES too.')
  return text.toLowerCase()
}

// The values of these may hold passwords: their messages never repeat them.
function urlWith(name: SettingName, text: string, protocols: readonly string[], example: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !protocols.includes(url.protocol)) throw new ConfigError(name, `an address such as ${example} is expected.`)
  return url
}

function databaseUrl(text: string | null): string | null {
  if (text !== null) urlWith('DATABASE_URL', text, ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/name')
  return text
}

function smtpUrl(text: string | null): string | null {
  if (text !== null) urlWith('VITRINE_SMTP_URL', text, ['smtp:', 'smtps:'], 'smtp://user:password@host:587')
  return text
}

type Nullable<T> = { [name in keyof T]: T[name] | null }

/** All of an S3 or nothing: half a bucket would be a folder that somebody takes for one. */
function filmsS3(said: Nullable<S3Place>): S3Place | null {
  const { endpoint, bucket, region, key, secret, pathStyle } = said
  if ([endpoint, bucket, key, secret].every((one) => one === null)) return null
  const needed = (name: SettingName, text: string | null): string => {
    if (text === null) throw new ConfigError(name, 'it is needed, for other settings of the bucket of films are there.')
    return text
  }
  const url = urlWith('VITRINE_FILMS_S3_ENDPOINT', needed('VITRINE_FILMS_S3_ENDPOINT', endpoint), ['https:', 'http:'], 'https://s3.eu-west-1.example') // prettier-ignore
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new ConfigError('VITRINE_FILMS_S3_ENDPOINT', 'an address without user, question or anchor is expected; the key has settings of its own.') // prettier-ignore
  const name = needed('VITRINE_FILMS_S3_BUCKET', bucket)
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name))
    throw new ConfigError('VITRINE_FILMS_S3_BUCKET', `the name of a bucket is expected, not "${name}".`)
  if (pathStyle === false && (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0 || isLoopback(url.hostname)))
    throw new ConfigError('VITRINE_FILMS_S3_PATH_STYLE', `a bucket cannot stand before ${url.hostname}: yes is expected.`)
  return {
    endpoint: url.href,
    bucket: name,
    region: region!,
    key: needed('VITRINE_FILMS_S3_KEY', key),
    secret: needed('VITRINE_FILMS_S3_SECRET', secret),
    pathStyle: pathStyle!,
  }
}

export const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

function inbox(text: string | null, password: string | null, passwordFile: string | null, folder: string): InboxPlace | null {
  if (text === null) return null
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return { kind: 'folder', folder: resolve(folder, text) }
  const url = urlWith('VITRINE_INBOX', text, ['imap:', 'imaps:'], 'imaps://user@host/Folder')
  const secure = url.protocol === 'imaps:'
  if (url.password !== '') throw new ConfigError('VITRINE_INBOX', 'a password is expected in VITRINE_INBOX_PASSWORD or in a file, not in the address.') // prettier-ignore
  if (url.username === '' || url.hostname === '') throw new ConfigError('VITRINE_INBOX', 'an address such as imaps://user@host/Folder is expected.') // prettier-ignore
  if (password === null && passwordFile === null) throw new ConfigError('VITRINE_INBOX_PASSWORD', 'the password of the mailbox is expected, or a file that holds it (VITRINE_INBOX_PASSWORD_FILE).') // prettier-ignore
  return {
    kind: 'imap',
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    user: decoded(url.username),
    password,
    passwordFile: password !== null || passwordFile === null ? null : resolve(folder, passwordFile),
    mailbox: decoded(url.pathname.replace(/^\//, '')) || 'INBOX',
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new ConfigError('VITRINE_INBOX', 'a % is written as %25.')
  }
}

function origin(text: string | null): string | null {
  if (text === null) return null
  const url = urlWith('VITRINE_ORIGIN', text, ['http:', 'https:'], 'https://films.example')
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new ConfigError('VITRINE_ORIGIN', 'only a protocol, a host and a port are expected, as https://films.example.')
  }
  return url.origin
}

function secret(text: string | null): string | null {
  if (text !== null && text.length < 32) throw new ConfigError('VITRINE_SECRET', '32 characters or more are expected.')
  return text
}
