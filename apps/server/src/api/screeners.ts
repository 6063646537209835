/** Screeners: leave to watch by a link, and who watched how much. The films themselves run at /media (docs/screening.md). */
import type { FilmWatched, ScreenerFilmView, ScreenerView, ViewingView, WatchedView } from '@vitrine/house'
import { COPY_STATES } from '@vitrine/house'
import { DOWNLOADS } from '@vitrine/store/screening/screeners'
import { DEVICES } from '@vitrine/store/screening/viewings'
import { endpoint } from './define.ts'
import { plain } from './plain.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Screening'
const instant = z.string().describe('ISO 8601')
const id = z.string().min(1).max(64)
const Stretch = z.object({ from: z.int(), to: z.int() }).describe('In milliseconds of the film')

const Film = z.object({
  reelId: z.string(),
  titleId: z.string(),
  title: z.string(),
  slug: z.string(),
  cut: z.string().nullable(),
  episode: z.int().nullable(),
  languages: z.array(z.string()).describe('ISO 639-3'),
  seconds: z.number().nullable().describe('Null while it cannot be watched'),
} satisfies Record<keyof ScreenerFilmView, unknown>)
const fields = {
  id: z.string(),
  audience: z.enum(['person', 'company', 'anybody']),
  contactId: z.string().nullable(),
  companyId: z.string().nullable(),
  company: z.string().nullable(),
  toName: z.string(),
  toEmail: z.string().nullable(),
  locale: z.enum(['en', 'fr']),
  message: z.string().nullable(),
  films: z.array(Film),
  expiresAt: instant,
  viewingsAllowed: z.int().nullable().describe('Null: as many as they like'),
  devicesAtOnce: z.int(),
  countries: z.array(z.string()).describe('ISO 3166-1; none: anywhere'),
  visibleMark: z.boolean(),
  download: z.enum(DOWNLOADS).describe('Whether the viewer may keep a copy with their name in the picture'),
  requestId: z.string().nullable(),
  state: z.enum(['open', 'revoked', 'expired']),
  madeAt: instant,
  madeBy: z.string(),
  openedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  restorableUntil: instant.nullable(),
  sharedAt: instant.nullable().describe('When the link was first used in more places at once than one person is in'),
  shared: z.object({ devices: z.int(), places: z.int(), countries: z.array(z.string()) }).nullable(),
  viewings: z.int(),
  lastHeardAt: instant.nullable(),
  letter: z.looseObject({ state: z.string() }).nullable().describe('The one that brought it'),
} satisfies Record<keyof ScreenerView, unknown>
const Screener = z.object(fields).openapi('Screener')
const Watched = z
  .object({
    lengthMs: z.int(),
    seenMs: z.int().describe('Each part of the film once'),
    ranMs: z.int().describe('Everything that ran'),
    times: z.number(),
    speed: z.number(),
    skipped: z.array(Stretch),
    repeated: z.array(Stretch),
    unwitnessedMs: z.int().describe('Reported, and never served: in no other figure'),
    heat: z.array(z.number()).describe('How often each of 52 equal parts ran'),
  } satisfies Record<keyof WatchedView, unknown>)
  .openapi('Watched')
export const Viewing = z
  .object({
    id: z.string(),
    screenerId: z.string(),
    titleId: z.string(),
    title: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    company: z.string().nullable(),
    device: z.enum(DEVICES),
    country: z.string().nullable().describe('Where it was watched last; null where the server is not told'),
    countries: z.array(z.string()).describe('Everywhere that it was watched, in that order'),
    startedAt: instant,
    heardAt: instant,
    on: z.boolean(),
    language: z.string().nullable(),
    subtitles: z.string().nullable(),
    watched: Watched,
    copy: z
      .object({ state: z.enum(COPY_STATES), askedAt: instant, fetchedAt: instant.nullable() })
      .nullable()
      .describe('A copy to keep that was asked for, and when it was first downloaded; null for what was streamed'),
  } satisfies Record<keyof ViewingView, unknown>)
  .openapi('Viewing')
const OfFilm = z.object({
  titleId: z.string(),
  title: z.string(),
  viewings: z.int(),
  lastAt: instant,
  watched: Watched,
} satisfies Record<keyof FilmWatched, unknown>)

export const screeners = [
  endpoint('post', '/screeners', {
    verb: 'makeScreener',
    tag,
    summary: 'Give leave to watch films by a link, to a person, a company or whoever has it; mailed with `send`',
    description:
      'The address is answered here once and kept nowhere. 409 `rights-conflict` names films that the house does not hold, or not there.',
    body: z.object({
      contactId: id.nullable().optional(),
      companyId: id.nullable().optional(),
      toName: z.string().max(200).optional(),
      toEmail: z.email().max(254).nullable().optional(),
      titleIds: z.array(id).max(50).optional().describe('Of each the reel that suits the language is taken'),
      reelIds: z.array(id).max(50).optional(),
      through: z.string().describe('The last day, YYYY-MM-DD'),
      viewingsAllowed: z.int().min(1).max(10_000).nullable().optional(),
      devicesAtOnce: z.int().min(1).max(100).optional(),
      countries: z.array(z.string()).max(250).optional(),
      visibleMark: z.boolean().optional(),
      download: z.enum(DOWNLOADS).optional().describe('Never, unless said'),
      message: z.string().max(4_000).nullable().optional(),
      locale: z.enum(['en', 'fr']).optional().describe('The language of the page and the letter; otherwise Accept-Language'),
      requestId: id.nullable().optional().describe('The request that it answers'),
      marketId: id.nullable().optional(),
      send: z.boolean().optional(),
    }),
    status: 201,
    gives: z.object({ ...fields, url: z.url() }),
    run: async ({ house, actor, locale, body }) => {
      const value = await house.makeScreener(actor, { screener: { locale, ...plain(body) } })
      return { status: 201, value, headers: { location: `/api/v1/screeners/${value.id}` } }
    },
  }),
  endpoint('get', '/screeners', {
    verb: 'listScreeners',
    tag,
    summary: 'Screeners, the newest first: all, or of a film or a company',
    query: shape.CursorQuery.extend({
      state: z.enum(['open', 'over']).optional(),
      titleId: id.optional(),
      companyId: id.optional(),
    }),
    gives: shape.pageOf(Screener),
    run: async ({ house, actor, query }) => ({ value: await house.listScreeners(actor, plain(query)) }),
  }),
  endpoint('get', '/screeners/{id}', {
    verb: 'viewScreener',
    tag,
    summary: 'A screener',
    params: shape.Id,
    gives: Screener,
    run: async ({ house, actor, params }) => ({ value: await house.viewScreener(actor, params) }),
  }),
  endpoint('post', '/screeners/{id}/revoke', {
    verb: 'revokeScreener',
    tag,
    summary: 'End a screener: the next segment is refused',
    params: shape.Id,
    gives: Screener,
    run: async ({ house, actor, params }) => ({ value: await house.revokeScreener(actor, params) }),
  }),
  endpoint('post', '/screeners/{id}/restore', {
    verb: 'restoreScreener',
    tag,
    summary: 'Take a revocation back, within ten minutes',
    params: shape.Id,
    gives: Screener,
    run: async ({ house, actor, params }) => ({ value: await house.restoreScreener(actor, params) }),
  }),
  endpoint('get', '/viewings', {
    verb: 'readViewings',
    tag,
    summary: 'Who watched and how much of it: of a screener, a film, a company or a person',
    query: z.object({
      screenerId: id.optional(),
      titleId: id.optional(),
      companyId: id.optional(),
      contactId: id.optional(),
    }),
    gives: z.object({ viewings: z.array(Viewing), films: z.array(OfFilm) }),
    run: async ({ house, actor, query }) => ({ value: await house.readViewings(actor, plain(query)) }),
  }),
]
