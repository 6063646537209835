/** Asks the API as a program does, and holds what it answers to the shape that the OpenAPI document promises. */
import assert from 'node:assert/strict'
import type { z } from '@hono/zod-openapi'
import { ENDPOINTS } from '../src/api/app.ts'
import type { TestServer } from './server.ts'

/** Sends JSON, and holds a successful answer to the shape that the OpenAPI document promises. */
export function caller(server: TestServer, headers: Record<string, string>) {
  return async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const answer = await server.fetch(`/api/v1${path}`, {
      method,
      headers: { ...headers, ...more, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const json: unknown = text === '' || !answer.headers.get('content-type')?.includes('json') ? text : JSON.parse(text)
    if (answer.ok && answer.status !== 204) keepsPromise(method, path, answer.status, json)
    return { status: answer.status, headers: answer.headers, json: json as never }
  }
}

function keepsPromise(method: string, path: string, status: number, json: unknown): void {
  const plain = path.split('?', 1)[0]!
  const endpoint = ENDPOINTS.filter(
    (one) => one.method === method.toLowerCase() && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(plain),
  ).sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0]
  assert.ok(endpoint, `${method} ${plain} is not in the document`)
  const response = endpoint.route.responses[status] as { content?: Record<string, { schema: z.ZodType }> } | undefined
  assert.ok(response, `${method} ${plain}: ${status} is not in the document`)
  const schema = response.content?.['application/json']?.schema
  if (schema === undefined) return
  const parsed = schema.safeParse(json)
  assert.ok(parsed.success, `${method} ${plain}: ${parsed.success ? '' : JSON.stringify(parsed.error.issues)}`)
}
