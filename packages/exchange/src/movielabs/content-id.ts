/**
 * Ids of films in MovieLabs' form. They are made of the house and its own id, never of an EIDR that may come later: a platform
 * knows a film again by its ContentID, which must not change after the first delivery. So a film that comes with one keeps it.
 */
import { readEidr } from '@vitrine/catalogue/identifiers/eidr'
import { slugOf } from '@vitrine/catalogue/model/slug'
import type { Sender } from '../formats/format.ts'

/** What stands for the house in ids: the host of its site, else its name in plain letters. */
export function houseCode({ url, name }: Pick<Sender, 'url' | 'name'>): string {
  const host = url === null ? null : URL.parse(url)?.hostname.replace(/^www\./, '')
  return part(host === undefined || host === null || host === '' ? slugOf(name) : host)
}

/**
 * @example
 * idOf('cid', { name: 'Lanterne', url: 'https://www.lanterne.example/' }, 'f1') // 'md:cid:org:lanterne.example:f1'
 */
export function idOf(kind: 'cid' | 'alid' | 'imageid', house: Pick<Sender, 'url' | 'name'>, id: string): string {
  const given = GIVEN.exec(id)?.[1]
  if (given !== undefined) return `md:${kind}:${given}`
  // What other formats call a film by may be its EIDR, which has a scheme of its own.
  const eidr = id.startsWith(EIDR) ? readEidr(id) : null
  return eidr === null ? `md:${kind}:org:${houseCode(house)}:${part(id)}` : `md:${kind}:eidr-s:${eidr.printed.slice(EIDR.length)}`
}

/** An id that is one in this form already, of whatever kind. */
const GIVEN = /^md:(?:cid|alid):([a-z][\w.-]*:[\w.:~-]+)$/i
const EIDR = '10.5240/'

/**
 * The id of what belongs to a film: a cut, an episode, a picture. An EIDR with more behind it is of the scheme that allows it.
 *
 * @example
 * idWithin('md:cid:org:lanterne.example:f1', 'cut-2') // 'md:cid:org:lanterne.example:f1:cut-2'
 */
export const idWithin = (id: string, own: string): string => `${id.replace(/^(md:\w+:)eidr-s:/i, '$1eidr-x:')}:${own}`

/** The end of an id, without what stands for its house: a name for the file of its film. */
export const endOf = (id: string): string =>
  id
    .replace(/^md:cid:(?:org:[^:]+|[^:]+):/i, '')
    .replaceAll(':', '-')
    .replace(/^\.+/, '')

const part = (text: string): string => text.replace(/[^A-Za-z0-9._~-]+/g, '-').replace(/^-+|-+$/g, '') || 'x'
