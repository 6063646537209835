/** Which methods a path of the API takes: said when another one is tried (RFC 9110 §15.5.6), and to whoever asks with OPTIONS. */
import type { Endpoint } from './define.ts'

const SIMPLE = ['/openapi.json', '/docs', '/']

/**
 * The methods of a path below /api/v1, in the order in which they stand in the document; none when the API has no such path.
 *
 * @example
 * methodsOf(ENDPOINTS)('/titles') // ['GET', 'HEAD', 'POST', 'OPTIONS']
 */
export function methodsOf(endpoints: readonly Pick<Endpoint, 'path' | 'method'>[]): (path: string) => string[] {
  const known = [...SIMPLE.map((path) => ({ path, method: 'get' as const })), ...endpoints].map(({ path, method }) => ({
    method,
    path: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }))
  return (path) => {
    const methods = new Set(known.filter((one) => one.path.test(path)).map(({ method }) => method.toUpperCase()))
    if (methods.size === 0) return []
    return [...methods].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).concat('OPTIONS')
  }
}
