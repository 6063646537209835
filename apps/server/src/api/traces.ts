/** Traces: whose a copy is that turned up. The copy itself comes in by tus, at /api/uploads (docs/tracing.md). */
import { REEL_FAILURES, TRACE_STATES, type NamedViewing, type TracedReel, type TraceFound, type TraceReading, type TraceRoom, type TraceView } from '@vitrine/house' // prettier-ignore
import { endpoint } from './define.ts'
import { Viewing } from './screeners.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Screening'
const instant = z.string().describe('ISO 8601')

const view = {
  id: z.string(),
  titleId: z.string(),
  fileName: z.string(),
  size: z.int(),
  checksum: z.string().describe('SHA-256 of the copy'),
  foundWhere: z.string().nullable().describe('In the words of whoever handed it in'),
  handedInAt: instant,
  handedInBy: z.string(),
  state: z.enum(TRACE_STATES),
  stateSince: instant,
  progress: z.number().describe('From 0 to 1'),
  attempts: z.int(),
  failure: z.enum(REEL_FAILURES).nullable(),
  named: z.int().nullable().describe('How many viewings it names; 0: nobody; null while it is not done'),
  copyDeletedAt: instant.nullable().describe('A copy is deleted as soon as its trace is over'),
} satisfies Record<keyof TraceView, unknown>
const Trace = z.object(view).openapi('Trace')

const Standing = z
  .looseObject({
    id: z.string().describe('The viewing'),
    story: z.string().describe('How the copy was made, as far as the readings tell'),
    score: z.number(),
    logBound: z.number().nullable().describe('Natural logarithm of the bound on one innocent viewing scoring as high'),
    overall: z.number().describe('The same over all viewings, all stories and all reels'),
    share: z.number().describe('Of invented innocent viewings, the share that scores as high'),
    round: z.int().nullable().describe('In which it was named; null: it is not named'),
    agrees: z.int(),
    of: z.int().describe('Clear segments'),
  })
  .openapi('TraceStanding')
const Report = z
  .looseObject({
    format: z.literal(1),
    files: z.array(z.object({ role: z.enum(['clip', 'film']), name: z.string(), bytes: z.number(), sha256: z.string() })),
    custody: z.array(z.looseObject({ at: instant, who: z.string(), what: z.string() })),
    clip: z.looseObject({ found: z.enum(['in the film', 'not in time', 'not in the picture']) }),
    segments: z.array(z.looseObject({ index: z.int(), level: z.number(), deviation: z.number(), variant: z.enum(['a', 'b']).nullable() })), // prettier-ignore
    verdict: z.looseObject({
      verdict: z.enum(['named', 'nobody']),
      because: z.enum(['named', 'nothing read', 'no mark', 'thin evidence']),
      named: z.array(Standing),
      nearest: z.array(Standing),
      candidates: z.int(),
      segments: z.int(),
      promised: z.number(),
    }),
    limits: z.array(z.string()),
  })
  .openapi('TraceReport')
const Found = z.object({
  format: z.literal(1),
  at: instant,
  reels: z.array(
    z.object({
      reelId: z.string(),
      cut: z.string().nullable(),
      episode: z.int().nullable(),
      languages: z.array(z.string()),
      report: Report,
    } satisfies Record<keyof TracedReel, unknown>),
  ),
  unweighed: z.int().describe('Viewings that could not be weighed: nothing of their reel is left, or their key does not open'),
} satisfies Record<keyof TraceFound, unknown>)

export const traces = [
  endpoint('get', '/titles/{id}/traces', {
    verb: 'listTraces',
    tag,
    summary: 'The traces of a film, and how many viewings a copy could be traced to',
    params: shape.Id,
    gives: z.object({
      titleId: z.string(),
      title: z.string(),
      viewings: z.int(),
      beyond: z.int().describe('Viewings of reels of which nothing is left'),
      traces: z.array(Trace),
    } satisfies Record<keyof TraceRoom, unknown>),
    run: async ({ house, actor, params }) => ({ value: await house.listTraces(actor, { titleId: params.id }) }),
  }),
  endpoint('get', '/traces/{id}', {
    verb: 'viewTrace',
    tag,
    summary: 'A trace: how far it is, and what it found',
    description: 'A copy is handed in by tus, at /api/uploads, with the metadata `purpose trace` and `titleId`.',
    params: shape.Id,
    gives: z.object({
      ...view,
      title: z.string(),
      found: Found.nullable(),
      reportHash: z.string().nullable().describe('SHA-256 of `found` as JSON with its keys sorted; the trail holds it too'),
      namedViewings: z.array(
        z.object({
          reelId: z.string(),
          standing: Standing,
          viewing: Viewing,
          sent: z.int().describe('Of the segments that were read, those that had been sent to this viewing'),
          read: z.int(),
        } satisfies Record<keyof NamedViewing, unknown>),
      ),
    } satisfies Record<keyof TraceReading, unknown>),
    run: async ({ house, actor, params }) => ({ value: await house.viewTrace(actor, params) }),
  }),
  endpoint('post', '/traces/{id}/cancel', {
    verb: 'cancelTrace',
    tag,
    summary: 'Break a trace off; its copy is deleted',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.cancelTrace(actor, params)
      return null
    },
  }),
  endpoint('delete', '/traces/{id}', {
    verb: 'deleteTrace',
    tag,
    summary: 'Delete a trace that is over, with its report',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.deleteTrace(actor, params)
      return null
    },
  }),
]
