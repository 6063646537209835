/** The outbox: letters that the house owes and how they fare; and the link by which a receiver ends them. */
import type { LetterFate } from '@vitrine/house'
import { endpoint } from './define.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Letters'
const instant = z.string().describe('ISO 8601')

const Letter = z
  .object({
    id: z.string(),
    kind: z.string(),
    to: z.string(),
    subject: z.string(),
    state: z.enum(['waiting', 'sent', 'given-up']),
    attempts: z.int(),
    dueAt: instant.describe('When it is tried (again), while it waits'),
    lastStatus: z.string().nullable().describe('The code of the last answer, or why it was not sent'),
    at: instant,
    doneAt: instant.nullable(),
    kept: z.boolean().describe('Whether its words are still there, so that it can be tried again'),
  } satisfies Record<keyof LetterFate, unknown>)
  .openapi('Letter')

export const letters = [
  endpoint('get', '/letters', {
    verb: 'listLetters',
    tag,
    summary: 'Letters that the house owes or has sent, the newest first',
    query: shape.CursorQuery.extend({ state: z.enum(['waiting', 'sent', 'given-up']).optional() }),
    gives: shape.pageOf(Letter).extend({
      counts: z.object({ waiting: z.int(), givenUp: z.int() }),
      places: z.array(
        z.object({
          place: z.enum(['outbox', 'inbox']),
          triedAt: instant,
          workedAt: instant.nullable(),
          fault: z.string().nullable().describe('A code; null where it works'),
        }),
      ),
    }),
    run: async ({ house, actor, query }) => ({
      value: await house.listLetters(actor, { cursor: query.cursor ?? null, state: query.state ?? null }),
    }),
  }),
  endpoint('post', '/letters/{id}/retry', {
    verb: 'retryLetter',
    tag,
    summary: 'Try a letter again now',
    params: shape.Id,
    gives: Letter,
    run: async ({ house, actor, params }) => ({ value: await house.retryLetter(actor, params) }),
  }),
  endpoint('post', '/letters/{id}/give-up', {
    verb: 'giveUpLetter',
    tag,
    summary: 'Give up a letter that waits',
    params: shape.Id,
    gives: Letter,
    run: async ({ house, actor, params }) => ({ value: await house.giveUpLetter(actor, params) }),
  }),
  endpoint('get', '/letters/stop/{token}', {
    verb: 'viewStop',
    tag,
    summary: 'Leads to the page on which letters like the one with this link are ended',
    params: shape.Token,
    run: async ({ house, actor, params, locale, context }) => {
      await house.viewStop(actor, params)
      return context.redirect(`/${locale}/letters/stop/${params.token}`, 303)
    },
  }),
  endpoint('post', '/letters/stop/{token}', {
    verb: 'stopLetters',
    tag,
    summary: 'End letters beyond business for the receiver of this link: what mail programs do with one click (RFC 8058)',
    params: shape.Token,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.stopLetters(actor, params)
      return null
    },
  }),
]
