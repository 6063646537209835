/** Programs that are told of changes (docs/api.md, "Webhooks"). */
import { endpoint } from './define.ts'
import * as book from './rights-shapes.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Webhooks'

export const webhooks = [
  endpoint('get', '/webhooks', {
    verb: 'listWebhooks',
    tag,
    summary: 'Programs that are told when availabilities change',
    gives: z.array(book.Webhook),
    run: async ({ house, actor }) => ({ value: await house.listWebhooks(actor) }),
  }),
  endpoint('post', '/webhooks', {
    verb: 'addWebhook',
    tag,
    summary: 'Tell a program from now on; `secret` is told once',
    body: z.strictObject({ url: z.string().max(2_000) }),
    status: 201,
    gives: z.object({ webhook: book.Webhook, secret: z.string() }),
    run: async ({ house, actor, body }) => ({
      status: 201,
      value: await house.addWebhook(actor, body),
      headers: { 'cache-control': 'no-store' },
    }),
  }),
  endpoint('get', '/webhooks/{id}', {
    verb: 'viewWebhook',
    tag,
    summary: 'One program that is told',
    params: shape.Id,
    gives: book.Webhook,
    run: async ({ house, actor, params }) => ({ value: await house.viewWebhook(actor, params) }),
  }),
  endpoint('patch', '/webhooks/{id}', {
    verb: 'changeWebhook',
    tag,
    summary: 'Another address, off, or on again; what is left out stays. Going off drops what waits',
    params: shape.Id,
    body: z.strictObject({ url: z.string().max(2_000).optional(), on: z.boolean().optional() }),
    gives: book.Webhook,
    run: async ({ house, actor, params, body }) => ({ value: await house.changeWebhook(actor, { ...params, ...body }) }),
  }),
  endpoint('post', '/webhooks/{id}/secret', {
    verb: 'renewWebhookSecret',
    tag,
    summary: 'A new `secret`, told once; with `keepOld` messages are signed with the old one too for 24 hours',
    params: shape.Id,
    body: z.strictObject({ keepOld: z.boolean().default(true) }),
    gives: z.object({ webhook: book.Webhook, secret: z.string() }),
    run: async ({ house, actor, params, body }) => ({
      value: await house.renewWebhookSecret(actor, { ...params, ...body }),
      headers: { 'cache-control': 'no-store' },
    }),
  }),
  endpoint('delete', '/webhooks/{id}', {
    verb: 'removeWebhook',
    tag,
    summary: 'Tell a program no more, for good',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.removeWebhook(actor, params)
      return null
    },
  }),
  endpoint('get', '/webhooks/{id}/deliveries', {
    verb: 'listDeliveries',
    tag,
    summary: 'What a program was told and how it answered, the newest first',
    params: shape.Id,
    query: shape.CursorQuery,
    gives: shape.pageOf(book.Delivery),
    run: async ({ house, actor, params, query }) => ({
      value: await house.listDeliveries(actor, { ...params, cursor: query.cursor ?? null }),
    }),
  }),
  endpoint('post', '/webhooks/{id}/test', {
    verb: 'testWebhook',
    tag,
    summary: 'Send a program an event that tells of nothing; its delivery shows how it answered',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.testWebhook(actor, params)
      return null
    },
  }),
]
