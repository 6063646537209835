/**
 * Which addresses a webhook may lead to. Whoever may add webhooks must not be able to make the server speak to itself, to its
 * neighbours or to the metadata service of a cloud (server-side request forgery; IANA special-purpose address registries).
 */
import { lookup as resolve, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const NOT_PUBLIC = new BlockList()
for (const range of '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'.split(
  ' ',
)) {
  // prettier-ignore
  const [net, bits] = range.split('/') as [string, string]
  NOT_PUBLIC.addSubnet(net, Number(bits), 'ipv4')
}
// Only 2000::/3 is given out to anybody: what lies outside it is local, mapped or translated.
const GLOBAL = new BlockList()
GLOBAL.addSubnet('2000::', 3, 'ipv6')
for (const range of '2001::/23 2001:db8::/32 2002::/16 3fff::/20'.split(' ')) {
  const [net, bits] = range.split('/') as [string, string]
  NOT_PUBLIC.addSubnet(net, Number(bits), 'ipv6')
}

/**
 * Whether an IP address is one of the internet's.
 *
 * @example
 * isPublicAddress('169.254.169.254') // false
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !NOT_PUBLIC.check(address, 'ipv4')
  return version === 6 && GLOBAL.check(address, 'ipv6') && !NOT_PUBLIC.check(address, 'ipv6')
}

export class NotPublic extends Error {
  constructor() {
    super('private address')
    this.name = 'NotPublic'
  }
}

/** Looks a name up for a connection and refuses what is not public: the address that was looked at is the one connected to. */
export const publicLookup: LookupFunction = (name, options, answer) => {
  resolve(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error !== null) return answer(error, '', 0)
    if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address))) return answer(new NotPublic(), '', 0)
    if (options.all === true) return answer(null, found)
    answer(null, found[0]!.address, found[0]!.family)
  })
}
