/** What stands around the films: names, collections, shortlists, pictures, questions from buyers. */
import { endpoint } from './define.ts'
import { notModified } from './etag.ts'
import { pdf } from './bodies.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Site'
const Person = z.object({
  slug: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  cards: z.array(shape.Card),
  biography: z.string().nullable(),
})
const Company = z.object({ slug: z.string(), name: z.string(), cards: z.array(shape.Card) })
const Festival = z.object({
  slug: z.string(),
  name: z.string(),
  entries: z.array(
    z.object({ card: shape.Card, year: z.int().nullable(), section: z.string().nullable(), award: z.string().nullable() }),
  ),
})
const Home = z.object({
  featured: z.array(shape.Card),
  newest: z.array(shape.Card),
  collections: z.array(shape.Collection),
  total: z.int(),
})
const ids = z.array(z.string().max(100)).max(500)

export const site = [
  endpoint('get', '/home', {
    verb: 'home',
    tag,
    summary: 'What the home page shows',
    query: shape.LocaleQuery,
    gives: Home,
    run: async ({ house, actor, locale }) => ({ value: await house.home(actor, { locale }) }),
  }),
  endpoint('get', '/names/{kind}', {
    verb: 'listNames',
    tag,
    summary: 'Every person, company or festival of the published catalogue',
    query: shape.LocaleQuery,
    params: z.object({ kind: z.enum(['person', 'company', 'festival']) }),
    gives: z.array(z.object({ name: z.string(), slug: z.string(), count: z.int() })),
    run: async ({ house, actor, locale, params }) => ({ value: await house.listNames(actor, { ...params, locale }) }),
  }),
  endpoint('get', '/people/{slug}', {
    verb: 'viewPerson',
    tag,
    summary: 'A person and their films',
    params: shape.Slug,
    query: shape.LocaleQuery,
    gives: Person,
    run: async ({ house, actor, locale, params }) => ({ value: await house.viewPerson(actor, { ...params, locale }) }),
  }),
  endpoint('get', '/companies/{slug}', {
    verb: 'viewCompany',
    tag,
    summary: 'A company and its films',
    params: shape.Slug,
    query: shape.LocaleQuery,
    gives: Company,
    run: async ({ house, actor, locale, params }) => ({ value: await house.viewCompany(actor, { ...params, locale }) }),
  }),
  endpoint('get', '/festivals/{slug}', {
    verb: 'viewFestival',
    tag,
    summary: 'A festival and the films it showed',
    params: shape.Slug,
    query: shape.LocaleQuery,
    gives: Festival,
    run: async ({ house, actor, locale, params }) => ({ value: await house.viewFestival(actor, { ...params, locale }) }),
  }),
  endpoint('get', '/collections', {
    verb: 'listCollections',
    tag,
    summary: 'The collections',
    query: shape.LocaleQuery,
    gives: z.array(shape.Collection),
    run: async ({ house, actor, locale }) => ({ value: await house.listCollections(actor, { locale }) }),
  }),
  endpoint('get', '/collections/{slug}', {
    verb: 'viewCollection',
    tag,
    summary: 'A collection and its films',
    params: shape.Slug,
    query: shape.LocaleQuery,
    gives: shape.Collection.extend({ cards: z.array(shape.Card) }),
    run: async ({ house, actor, locale, params }) => ({ value: await house.viewCollection(actor, { ...params, locale }) }),
  }),
  endpoint('put', '/collections/{slug}', {
    verb: 'saveCollection',
    tag: 'Desk',
    summary: 'Make or change a collection',
    gives: shape.Collection,
    params: z.object({
      slug: z
        .string()
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        .max(120),
    }),
    body: z.strictObject({
      position: z.int().min(0).max(1_000_000).optional(),
      name: z.partialRecord(z.enum(['en', 'fr']), z.string().trim().min(1).max(200)),
      intro: z.partialRecord(z.enum(['en', 'fr']), z.string().max(10_000)).default({}),
      pictureId: z.string().max(100).nullable().default(null),
    }),
    run: async ({ house, actor, params, body }) => ({
      value: await house.saveCollection(actor, { collection: { slug: params.slug, ...body } as never }),
    }),
  }),
  endpoint('delete', '/collections/{slug}', {
    verb: 'deleteCollection',
    tag: 'Desk',
    summary: 'Delete a collection; its films stay. Put what is answered, with its `position`, and it is back',
    params: shape.Slug,
    gives: shape.Collection.pick({ slug: true, name: true, intro: true }).extend({
      pictureId: z.string().nullable(),
      position: z.int(),
    }),
    run: async ({ house, actor, params }) => ({ value: await house.deleteCollection(actor, params) }),
  }),
  endpoint('get', '/sitemap', {
    verb: 'listForSitemap',
    tag,
    summary: 'Every public page, with when it changed',
    gives: z.array(
      z.object({
        kind: z.enum(['title', 'person', 'company', 'festival', 'collection']),
        slug: z.string(),
        updatedAt: z.string(),
      }),
    ),
    run: async ({ house, actor }) => ({ value: await house.listForSitemap(actor) }),
  }),
  endpoint('get', '/pictures/{id}', {
    verb: 'openPicture',
    tag,
    summary: 'A picture at a width, in a format',
    params: shape.Id,
    givesType: 'image/*',
    query: z.object({
      width: shape.whole(16, 4096).default(1200),
      format: z.enum(['avif', 'webp', 'jpeg']).default('webp'),
    }),
    run: async ({ house, actor, params, query, context }) => {
      const picture = await house.openPicture(actor, { ...params, ...query })
      const etag = picture.etag.includes('"') ? picture.etag : `"${picture.etag}"`
      if (notModified(context.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers: { etag } })
      return new Response(picture.bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': picture.mediaType, etag } })
    },
  }),

  endpoint('post', '/shortlists', {
    verb: 'startShortlist',
    tag: 'Shortlists',
    summary: 'Start a shortlist; `editKey` is told once',
    status: 201,
    body: z.strictObject({ name: z.string().max(200).nullable().default(null), titleIds: ids }),
    gives: z.object({ token: z.string(), editKey: z.string() }),
    run: async ({ house, actor, body }) => ({ status: 201, value: await house.startShortlist(actor, body) }),
  }),
  endpoint('get', '/shortlists/{token}', {
    verb: 'viewShortlist',
    tag: 'Shortlists',
    summary: 'A shortlist',
    params: shape.Token,
    query: shape.LocaleQuery,
    gives: shape.Shortlist,
    description: 'With the header `X-Edit-Key`, `mine` says whether the key is right.',
    run: async ({ house, actor, locale, params, context }) => ({
      value: await house.viewShortlist(actor, { ...params, locale, editKey: context.req.header('x-edit-key') ?? null }),
    }),
  }),
  endpoint('patch', '/shortlists/{token}', {
    verb: 'changeShortlist',
    tag: 'Shortlists',
    summary: 'Change a shortlist; needs the header `X-Edit-Key`',
    params: shape.Token,
    status: 204,
    body: z.strictObject({
      add: ids.optional(),
      remove: ids.optional(),
      name: z.string().max(200).nullable().optional(),
      note: z.string().max(5000).nullable().optional(),
    }),
    run: async ({ house, actor, params, body, context }) => {
      const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
      await house.changeShortlist(actor, { ...params, editKey: context.req.header('x-edit-key') ?? '', ...given })
      return null
    },
  }),
  endpoint('get', '/shortlists/{token}/shortlist.pdf', {
    verb: 'printShortlist',
    tag: 'Shortlists',
    summary: 'A shortlist, printed',
    params: shape.Token,
    givesType: 'application/pdf',
    query: shape.LocaleQuery.extend(shape.PaperQuery.shape),
    run: async ({ house, actor, locale, params, query, context }) =>
      pdf(
        context,
        await house.printShortlist(actor, { ...params, locale, paper: query.paper, forPrinters: query.for === 'printers' }),
      ),
  }),
]
