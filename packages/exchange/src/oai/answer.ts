/**
 * OAI-PMH 2.0, the protocol by which archives harvest catalogues: what is asked, answered as XML. It reads only; whoever
 * has the films (`Repository`) gives what the public may see.
 */
import type { Locale } from '@vitrine/messages/locale'
import { DC, OAI_DC } from '../dublin-core/carries.ts'
import { dublinCore } from '../dublin-core/write-dublin-core.ts'
import { EBUCORE } from '../ebucore/carries.ts'
import { coreMetadata } from '../ebucore/write-ebucore.ts'
import type { FilmOut, Sender } from '../formats/format.ts'
import { element, writeXml, type Element } from '../xml/write-xml.ts'
import { checkedArguments, OaiError, type OaiVerb, type Prefix, prefixOf, type Selection, selectionOf, tokenOf } from './asked.ts'

/** A film that is public, or was and is no longer. */
export interface OaiItem {
  id: string
  /** ISO 8601 in UTC. */
  changedAt: string
  sets: readonly string[]
  /** Null where it was withdrawn: harvesters hear that they must forget it. */
  film: FilmOut | null
}

export interface Repository {
  /** Of the house, `https://…/oai`. */
  address: string
  sender: Sender
  locale: Locale
  /** The moment of the answer. */
  now: string
  earliest(): Promise<string | null>
  sets(): Promise<{ slug: string; name: string }[]>
  /** In order of their last change; `more`: there are others after the last of these. */
  list(selection: Selection): Promise<{ items: OaiItem[]; more: boolean }>
  find(id: string): Promise<OaiItem | null>
}

const OAI = 'http://www.openarchives.org/OAI/2.0/'
const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
const FORMATS: Record<Prefix, { schema: string; namespace: string }> = {
  oai_dc: { schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd', namespace: OAI_DC },
  ebucore: { schema: 'https://www.ebu.ch/metadata/schemas/EBUCore/ebucore.xsd', namespace: EBUCORE },
}

/**
 * Answers what a harvester says, in the order that it said it. Errors of the protocol are answers too.
 *
 * @example
 * await answerOai([['verb', 'Identify']], repository) // '<?xml version="1.0" …'
 */
export async function answerOai(said: readonly (readonly [string, string])[], repository: Repository): Promise<string> {
  let asked: Record<string, string> = {}
  const content = await (async (): Promise<Element> => {
    try {
      const { verb, args } = checkedArguments(said)
      asked = { verb, ...Object.fromEntries(args) }
      return element(verb, {}, await ANSWERS[verb](args, repository))
    } catch (error) {
      if (!(error instanceof OaiError)) throw error
      if (error.code === 'badVerb' || error.code === 'badArgument') asked = {}
      return element('error', { code: error.code }, error.message)
    }
  })()
  return writeXml(
    element(
      'OAI-PMH',
      { xmlns: OAI, 'xmlns:xsi': XSI, 'xsi:schemaLocation': `${OAI} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd` },
      element('responseDate', {}, seconds(repository.now)),
      element('request', asked, repository.address),
      content,
    ),
  )
}

const seconds = (instant: string): string => `${instant.slice(0, 19)}Z`
const host = ({ address }: Repository): string => new URL(address).hostname
/** What the schema takes for an address has a dot behind its @, which a house on this machine alone has not. */
function mailOf(repository: Repository): string {
  const { email } = repository.sender
  if (email !== null && email !== undefined && /^\S+@(?:\S+\.)+\S+$/.test(email)) return email
  return `postmaster@${host(repository).includes('.') ? host(repository) : `${host(repository)}.invalid`}`
}
const identifierOf = (id: string, repository: Repository): string => `oai:${host(repository)}:${id}`

const ANSWERS: Record<OaiVerb, (args: ReadonlyMap<string, string>, repository: Repository) => Promise<Element[]>> = {
  async Identify(_, repository) {
    return [
      element('repositoryName', {}, repository.sender.name),
      element('baseURL', {}, repository.address),
      element('protocolVersion', {}, '2.0'),
      // mandatory; every domain that takes mail has this box (RFC 2142)
      element('adminEmail', {}, mailOf(repository)),
      element('earliestDatestamp', {}, seconds((await repository.earliest()) ?? repository.now)),
      element('deletedRecord', {}, 'persistent'),
      element('granularity', {}, 'YYYY-MM-DDThh:mm:ssZ'),
    ]
  },

  async ListMetadataFormats(args, repository) {
    const identifier = args.get('identifier')
    if (identifier !== undefined) await find(identifier, repository)
    return Object.entries(FORMATS).map(([prefix, { schema, namespace }]) =>
      element(
        'metadataFormat',
        {},
        element('metadataPrefix', {}, prefix),
        element('schema', {}, schema),
        element('metadataNamespace', {}, namespace),
      ),
    )
  },

  async ListSets(args, repository) {
    if (args.has('resumptionToken')) throw new OaiError('badResumptionToken', 'The list of sets is whole: it has no token')
    const sets = await repository.sets()
    if (sets.length === 0) throw new OaiError('noSetHierarchy', 'This catalogue has no collections')
    return sets.map(({ slug, name }) => element('set', {}, element('setSpec', {}, slug), element('setName', {}, name)))
  },

  ListIdentifiers: (args, repository) => list(args, repository, (item) => header(item, repository)),
  ListRecords: (args, repository) => list(args, repository, (item, prefix) => record(item, prefix, repository)),

  async GetRecord(args, repository) {
    const prefix = prefixOf(args.get('metadataPrefix') ?? '')
    return [record(await find(args.get('identifier') ?? '', repository), prefix, repository)]
  },
}

async function list(
  args: ReadonlyMap<string, string>,
  repository: Repository,
  write: (item: OaiItem, prefix: Prefix) => Element,
): Promise<Element[]> {
  const selection = selectionOf(args)
  const { items, more } = await repository.list(selection)
  const last = items.at(-1)
  if (last === undefined && selection.after === null)
    throw new OaiError('noRecordsMatch', 'Nothing of this catalogue is in that list')
  // the last part of a list that came in parts ends with an empty token
  const token =
    more && last !== undefined
      ? [element('resumptionToken', {}, tokenOf({ ...selection, after: { at: last.changedAt, id: last.id } }))]
      : selection.after === null
        ? []
        : [element('resumptionToken', {})]
  return [...items.map((item) => write(item, selection.prefix)), ...token]
}

async function find(identifier: string, repository: Repository): Promise<OaiItem> {
  const [, at, id] = /^oai:([^:]+):([\w-]{1,100})$/.exec(identifier) ?? []
  const item = at === host(repository) ? await repository.find(id!) : null
  if (item === null) throw new OaiError('idDoesNotExist', 'There is no record of that identifier')
  return item
}

const header = ({ id, changedAt, sets, film }: OaiItem, repository: Repository): Element =>
  element(
    'header',
    { status: film === null ? 'deleted' : null },
    element('identifier', {}, identifierOf(id, repository)),
    element('datestamp', {}, seconds(changedAt)),
    sets.map((set) => element('setSpec', {}, set)),
  )

const record = (item: OaiItem, prefix: Prefix, repository: Repository): Element =>
  element(
    'record',
    {},
    header(item, repository),
    item.film === null ? null : element('metadata', {}, METADATA[prefix](item.film, repository)),
  )

const METADATA: Record<Prefix, (film: FilmOut, repository: Repository) => Element> = {
  oai_dc: (film, { locale, sender }) => dublinCore(film, { locale, sender }),
  ebucore: (film) =>
    element(
      'ebucore:ebuCoreMain',
      {
        'xmlns:ebucore': EBUCORE,
        'xmlns:dc': DC,
        'xmlns:xsi': XSI,
        // the protocol asks it of every record
        'xsi:schemaLocation': `${EBUCORE} ${FORMATS.ebucore.schema}`,
        version: '1.10',
      },
      coreMetadata(film),
    ),
}
