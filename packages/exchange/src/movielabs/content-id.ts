/**
 * Ids of films in MovieLabs' form. They are made of the house and its own id, never of an EIDR that may come later: a platform
 * knows a film again by its ContentID, which must not change after the first delivery.
 */
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
export const idOf = (kind: 'cid' | 'alid' | 'imageid', house: Pick<Sender, 'url' | 'name'>, id: string): string =>
  `md:${kind}:org:${houseCode(house)}:${part(id)}`

const part = (text: string): string => text.replace(/[^A-Za-z0-9._~-]+/g, '-').replace(/^-+|-+$/g, '') || 'x'
