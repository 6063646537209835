/** What a harvester asks, checked against OAI-PMH 2.0: its verb and arguments, or the error that they are. */
export const VERBS = ['Identify', 'ListMetadataFormats', 'ListSets', 'ListIdentifiers', 'ListRecords', 'GetRecord'] as const
export type OaiVerb = (typeof VERBS)[number]
export const PREFIXES = ['oai_dc', 'ebucore'] as const
export type Prefix = (typeof PREFIXES)[number]

export type OaiErrorCode =
  | 'badVerb'
  | 'badArgument'
  | 'badResumptionToken'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'
  | 'noSetHierarchy'

/** An error of the protocol; its text is English, as the protocol's answers are for programs. */
export class OaiError extends Error {
  readonly code: OaiErrorCode
  constructor(code: OaiErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** What a list is of, and where it goes on. Days and moments are inclusive, as the protocol has them. */
export interface Selection {
  prefix: Prefix
  from: string | null
  until: string | null
  set: string | null
  after: { at: string; id: string } | null
}

/** Arguments that each verb needs (true) or takes (false). */
const ARGUMENTS: Record<OaiVerb, Readonly<Record<string, boolean>>> = {
  Identify: {},
  ListMetadataFormats: { identifier: false },
  ListSets: { resumptionToken: false },
  ListIdentifiers: { metadataPrefix: true, from: false, until: false, set: false, resumptionToken: false },
  ListRecords: { metadataPrefix: true, from: false, until: false, set: false, resumptionToken: false },
  GetRecord: { identifier: true, metadataPrefix: true },
}

const WORD = String.raw`[A-Za-z0-9\-_.!~*'()]+`
/** The forms that OAI-PMH 2.0 gives arguments; identifiers are URIs. */
const FORMS: Readonly<Record<string, RegExp>> = {
  metadataPrefix: new RegExp(`^${WORD}$`),
  set: new RegExp(`^${WORD}(?::${WORD})*$`),
  identifier: /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2}){1,500}$/,
}

/**
 * The verb and its arguments, each said once and known to the verb.
 *
 * @throws OaiError `badVerb`, `badArgument`
 */
export function checkedArguments(said: readonly (readonly [string, string])[]): {
  verb: OaiVerb
  args: ReadonlyMap<string, string>
} {
  const verbs = said.filter(([name]) => name === 'verb')
  const verb = VERBS.find((one) => one === verbs[0]?.[1])
  if (verb === undefined || verbs.length > 1) throw new OaiError('badVerb', `The verb must be one of ${VERBS.join(', ')}, once`)
  const args = new Map<string, string>()
  for (const [name, value] of said) {
    if (name === 'verb') continue
    if (!Object.hasOwn(ARGUMENTS[verb], name)) throw new OaiError('badArgument', `${verb} takes no argument of that name`)
    if (args.has(name)) throw new OaiError('badArgument', `The argument ${name} stands twice`)
    args.set(name, value)
  }
  if (args.has('resumptionToken')) {
    if (args.size > 1) throw new OaiError('badArgument', 'A resumptionToken stands alone')
    return { verb, args }
  }
  // what an answer repeats must be of the form that its schema has
  for (const [name, form] of Object.entries(FORMS)) {
    const said = args.get(name)
    if (said !== undefined && !form.test(said)) throw new OaiError('badArgument', `The argument ${name} has not the form of one`)
  }
  for (const [name, needed] of Object.entries(ARGUMENTS[verb]))
    if (needed && !args.has(name)) throw new OaiError('badArgument', `${verb} needs the argument ${name}`)
  return { verb, args }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

function dateOf(text: string): string {
  const whole = DAY.test(text) ? `${text}T00:00:00Z` : text
  // a day that the calendar has not comes out as another, or not at all
  const read = MOMENT.test(whole) ? new Date(whole) : new Date(Number.NaN)
  if (Number.isNaN(read.getTime()) || !read.toISOString().startsWith(whole.slice(0, 19)))
    throw new OaiError('badArgument', 'Dates are YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ')
  return text
}

export function prefixOf(text: string): Prefix {
  const prefix = PREFIXES.find((one) => one === text)
  if (prefix === undefined) throw new OaiError('cannotDisseminateFormat', `Formats are ${PREFIXES.join(', ')}`)
  return prefix
}

/**
 * What a list is of, by its arguments or by the token that an earlier part of it ended with.
 *
 * @throws OaiError
 */
export function selectionOf(args: ReadonlyMap<string, string>): Selection {
  const token = args.get('resumptionToken')
  if (token !== undefined) return selectionFrom(token)
  const at = (name: string) => args.get(name) ?? null
  const [from, until] = [at('from'), at('until')].map((text) => (text === null ? null : dateOf(text))) as [
    string | null,
    string | null,
  ]
  if (from !== null && until !== null) {
    if (from.length !== until.length) throw new OaiError('badArgument', 'from and until must be both days or both moments')
    if (from > until) throw new OaiError('badArgument', 'from is after until')
  }
  return { prefix: prefixOf(args.get('metadataPrefix') ?? ''), from, until, set: at('set'), after: null }
}

/** Where a list goes on, as one opaque word. It holds all that the list is of: a server keeps nothing for a harvester. */
export const tokenOf = ({ prefix, from, until, set, after }: Selection): string =>
  Buffer.from(JSON.stringify([prefix, from, until, set, after?.at, after?.id])).toString('base64url')

function selectionFrom(token: string): Selection {
  const bad = new OaiError('badResumptionToken', 'This token is none of ours: begin the list anew')
  if (token.length > 2000 || !/^[\w-]+$/.test(token)) throw bad
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
  } catch {
    throw bad
  }
  if (!Array.isArray(parts) || parts.length !== 6) throw bad
  const [prefix, from, until, set, at, id] = parts as unknown[]
  const isText = (value: unknown) => value === null || (typeof value === 'string' && value.length < 300)
  if (![from, until, set].every(isText) || typeof at !== 'string' || typeof id !== 'string' || id.length > 100) throw bad
  if (Number.isNaN(Date.parse(at)) || !/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(at)) throw bad
  try {
    for (const date of [from, until]) if (date !== null) dateOf(date as string)
    return {
      prefix: prefixOf(String(prefix)),
      from: from as string | null,
      until: until as string | null,
      set: set as string | null,
      after: { at, id },
    }
  } catch {
    throw bad
  }
}
