/** Asks better-auth as a request from outside would, with our own origin. */
import type { Library } from './library.ts'
import { AUTH_PATH } from './terms.ts'

export type AskLibrary = (method: 'GET' | 'POST', path: string, headers: Headers, body?: unknown) => Promise<Response>

const PASSED = ['cookie', 'user-agent', 'x-vitrine-address']

export function askLibrary(library: () => Promise<Library>, origin: string): AskLibrary {
  return async (method, path, headers, body) => {
    const passed = new Headers({ origin })
    for (const name of PASSED) {
      const value = headers.get(name)
      if (value !== null) passed.set(name, value)
    }
    if (body !== undefined) passed.set('content-type', 'application/json')
    const sent = { method, headers: passed, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    return (await library()).handler(new Request(`${origin}${AUTH_PATH}${path}`, sent))
  }
}
