/** One event on its way to one program: signed, within ten seconds, to the address that was given and no other. */
import { createHmac } from 'node:crypto'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP } from 'node:net'
import type { WebhookDelivery } from '@vitrine/house'
import { isPublicAddress, NotPublic, publicLookup } from './public-address.ts'

const PATIENCE = 10_000

/**
 * What a receiver holds against its own sum: HMAC-SHA256 of the second it was sent, a full stop and the body, once under each secret.
 *
 * @example
 * signatureOf(['secret'], 1_700_000_000, '{}') // "t=1700000000,v1=6d6f…"
 */
const signatureOf = (secrets: readonly string[], second: number, body: string): string =>
  [
    `t=${second}`,
    ...secrets.map((secret) => `v1=${createHmac('sha256', secret).update(`${second}.${body}`).digest('hex')}`),
  ].join(',')

/** Sends; answers with what came back in a word, and whether that means that it was taken (any 2xx). A redirect is not followed. */
export async function postEvent(
  delivery: WebhookDelivery,
  { allowPrivate, signal, patience = PATIENCE }: { allowPrivate: boolean; signal: AbortSignal; patience?: number },
): Promise<{ taken: boolean; status: string }> {
  const url = new URL(delivery.url)
  const body = JSON.stringify(delivery.body)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) return { taken: false, status: 'private address' }
  const send = url.protocol === 'https:' ? overHttps : overHttp
  try {
    const code = await new Promise<number>((answer, fail) => {
      const request = send(
        url,
        {
          method: 'POST',
          agent: false,
          signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'user-agent': 'Vitrine',
            'x-vitrine-event': delivery.event,
            'x-vitrine-delivery': delivery.id,
            'x-vitrine-signature': signatureOf(delivery.secrets, Math.floor(Date.now() / 1000), body),
          },
          ...(allowPrivate ? {} : { lookup: publicLookup }),
        },
        (response) => {
          answer(response.statusCode ?? 0)
          response.destroy() // what else it says is not read
        },
      )
      request.on('error', fail)
      request.end(body)
    })
    return { taken: code >= 200 && code < 300, status: String(code) }
  } catch (error) {
    return { taken: false, status: wordFor(error) }
  }
}

/** A word for what went wrong; never the words of the other side. */
function wordFor(error: unknown): string {
  if (error instanceof NotPublic) return 'private address'
  const { name, code } = error as { name?: string; code?: string }
  return name === 'AbortError' || name === 'TimeoutError' ? 'timeout' : (code ?? 'failed')
}
