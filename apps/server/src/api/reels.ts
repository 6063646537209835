/** Masters and the reels that are made of them. A master itself comes in by tus, at /api/uploads (docs/screening.md). */
import { z } from '@hono/zod-openapi'
import { REEL_FAILURES, REEL_STATES, type MasterView, type ReelRoom, type ReelView, type SubtitlesView } from '@vitrine/house'
import { Readable } from 'node:stream'
import { fileOf } from './bodies.ts'
import { endpoint } from './define.ts'
import * as shape from './shapes.ts'

const tag = 'Screening'
const instant = z.string().describe('ISO 8601')
const place = {
  cut: z.string().nullable().describe('As the rights book names it: `52`, `3x52`'),
  episode: z.int().nullable(),
}
const Finding = z
  .object({
    severity: z.enum(['warning', 'note']),
    rule: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .openapi('ScreeningFinding')
const failure = z.enum(REEL_FAILURES).nullable()
const Master = z
  .object({
    id: z.string(),
    ...place,
    fileName: z.string(),
    size: z.int(),
    checksum: z.string().describe('SHA-256'),
    uploadedAt: instant,
    uploadedBy: z.string(),
    report: z.looseObject({ seconds: z.number(), findings: z.array(Finding) }).nullable().describe('Null while nobody has looked, or when it cannot be read'), // prettier-ignore
    failure,
  } satisfies Record<keyof MasterView, unknown>)
  .openapi('Master')
const Reel = z
  .object({
    id: z.string(),
    titleId: z.string(),
    masterId: z.string(),
    ...place,
    state: z.enum(REEL_STATES),
    stateSince: instant,
    progress: z.number().describe('From 0 to 1'),
    attempts: z.int(),
    failure,
    languages: z.array(z.string()).describe('ISO 639-3, one a sound track'),
    marked: z.boolean(),
    reel: z
      .looseObject({ format: z.literal(1), seconds: z.number() })
      .nullable()
      .describe('What it is made of'),
    bytes: z.int().nullable(),
    orderedAt: instant,
    orderedBy: z.string(),
    readyAt: instant.nullable(),
    restorableUntil: instant.nullable(),
  } satisfies Record<keyof ReelView, unknown>)
  .openapi('Reel')
const Subtitles = z
  .object({
    id: z.string(),
    ...place,
    language: z.string(),
    sdh: z.boolean(),
    fileName: z.string(),
    format: z.string(),
    cues: z.int(),
    findings: z.array(Finding),
    addedAt: instant,
    addedBy: z.string(),
  } satisfies Record<keyof SubtitlesView, unknown>)
  .openapi('Subtitles')

export const reels = [
  endpoint('get', '/titles/{id}/reels', {
    verb: 'listReels',
    tag,
    summary: 'What was handed in of a film, and what is made of it',
    params: shape.Id,
    gives: z.object({
      titleId: z.string(),
      title: z.string(),
      cuts: z.array(z.string()),
      masters: z.array(Master),
      reels: z.array(Reel),
      subtitles: z.array(Subtitles),
    } satisfies Record<keyof ReelRoom, unknown>),
    run: async ({ house, actor, params }) => ({ value: await house.listReels(actor, { titleId: params.id }) }),
  }),
  endpoint('get', '/masters/{id}', {
    verb: 'readReport',
    tag,
    summary: 'A master with its technical report',
    params: shape.Id,
    gives: Master,
    run: async ({ house, actor, params }) => ({ value: await house.readReport(actor, { masterId: params.id }) }),
  }),
  endpoint('put', '/masters/{id}/cut', {
    verb: 'placeMaster',
    tag,
    summary: 'Say which cut a master is',
    params: shape.Id,
    body: z.object({ cut: z.string().nullable(), episode: z.int().nullable().default(null) }),
    status: 204,
    run: async ({ house, actor, params, body }) => {
      await house.placeMaster(actor, { masterId: params.id, ...body })
      return null
    },
  }),
  endpoint('delete', '/masters/{id}', {
    verb: 'removeMaster',
    tag,
    summary: 'Delete the file of a master; its reels stay',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.removeMaster(actor, { masterId: params.id })
      return null
    },
  }),
  endpoint('post', '/masters/{id}/reels', {
    verb: 'orderReel',
    tag,
    summary: 'Order a reel of a master',
    description: 'The same order while one waits or is being made is that one.',
    params: shape.Id,
    body: z.object({
      marked: z.boolean().default(true).describe('Whether a copy shall name who it was for'),
      languages: z.array(z.string()).max(64).optional().describe('ISO 639-3, one a sound track; otherwise as the master says'),
    }),
    status: 201,
    gives: z.object({ id: z.string() }),
    run: async ({ house, actor, params, body }) => {
      const { marked, languages } = body
      const ordered = await house.orderReel(actor, { masterId: params.id, marked, ...(languages ? { languages } : {}) })
      return { status: 201, value: ordered }
    },
  }),
  endpoint('post', '/titles/{id}/subtitles', {
    verb: 'addSubtitles',
    tag,
    summary: 'Hand subtitles of a cut in, in place of those it has in this language',
    description: 'SRT, WebVTT, EBU STL or TTML, told apart by what is in them. Every reel of the cut carries them at once.',
    params: shape.Id,
    query: z.object({
      language: z.string().describe('ISO 639-3'),
      sdh: z.enum(['true', 'false']).default('false').describe('For the deaf and hard of hearing'),
      cut: z.string().optional(),
      episode: shape.whole(1, shape.MOST_NUMBER).optional(),
      fileName: z.string().max(300).optional(),
    }),
    file: 'The subtitles.',
    status: 201,
    gives: Subtitles,
    run: async ({ house, actor, params, query, context }) => {
      const { bytes, fileName } = await fileOf(context)
      const { language, cut = null, episode = null } = query
      const given = { titleId: params.id, language, cut, episode, sdh: query.sdh === 'true', bytes }
      return { status: 201, value: await house.addSubtitles(actor, { ...given, fileName: query.fileName ?? fileName ?? '' }) }
    },
  }),
  endpoint('delete', '/subtitles/{id}', {
    verb: 'removeSubtitles',
    tag,
    summary: 'Take subtitles away, from every reel of their cut too',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.removeSubtitles(actor, params)
      return null
    },
  }),
  endpoint('get', '/reels/{id}', {
    verb: 'viewReel',
    tag,
    summary: 'A reel: its state, and how far it is',
    params: shape.Id,
    gives: Reel,
    run: async ({ house, actor, params }) => ({ value: await house.viewReel(actor, params) }),
  }),
  ...(['cancel', 'retry', 'restore'] as const).map((step) =>
    endpoint('post', `/reels/{id}/${step}`, {
      verb: `${step}Reel`,
      tag,
      summary: {
        cancel: 'A reel is not to be made after all',
        retry: 'Have a reel made that failed or was cancelled',
        restore: 'Bring a reel back that was removed within the last ten minutes',
      }[step],
      params: shape.Id,
      status: 204,
      run: async ({ house, actor, params }) => {
        await house[`${step}Reel`](actor, params)
        return null
      },
    }),
  ),
  endpoint('delete', '/reels/{id}', {
    verb: 'removeReel',
    tag,
    summary: 'Remove a reel; its files go ten minutes later',
    params: shape.Id,
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.removeReel(actor, params)
      return null
    },
  }),
  endpoint('get', '/reels/{id}/poster.jpg', {
    verb: 'openReelPicture',
    tag,
    summary: 'The poster of a reel',
    params: shape.Id,
    givesType: 'image/jpeg',
    run: async ({ house, actor, params }) => jpeg(await house.openReelPicture(actor, { ...params, picture: 'poster' })),
  }),
  endpoint('get', '/reels/{id}/storyboard/{sheet}', {
    verb: 'openReelPicture',
    tag,
    summary: 'A sheet of the storyboard of a reel',
    params: shape.Id.extend({ sheet: shape.whole(0, 100_000) }),
    givesType: 'image/jpeg',
    run: async ({ house, actor, params }) => jpeg(await house.openReelPicture(actor, { id: params.id, picture: params.sheet })),
  }),
]

function jpeg(file: { size: number; stream(): Readable }): Response {
  const headers = { 'content-type': 'image/jpeg', 'content-length': String(file.size), 'cache-control': 'private, max-age=300' }
  return new Response(Readable.toWeb(file.stream()) as ReadableStream<Uint8Array>, { headers })
}
