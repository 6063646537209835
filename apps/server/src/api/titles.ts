/** Films: found, read, written, published, and everything that was ever written of them. */
import { FACETS, MOST_TITLES_AT_ONCE, type BrowseRequest, type Facet, type TitleView as View } from '@vitrine/house'
import { isHouseError } from '@vitrine/house/errors'
import { PICTURE_KINDS, TITLE_STATUSES } from '@vitrine/catalogue'
import { endpoint, revisionTag, seenRevision, type Asked } from './define.ts'
import { isWanted, PICTURES } from './kinds.ts'
import { Problem } from './problem.ts'
import * as shape from './shapes.ts'
import { bytesOf, originOf, pdf, worded } from './bodies.ts'

const { z } = shape
const tag = 'Titles'
const LD_JSON = 'application/ld+json'

interface BrowseQuery extends Partial<Record<Facet, string | string[]>> {
  q?: string
  sort?: NonNullable<BrowseRequest['sort']>
  limit?: number
  cursor?: string
}

function browseRequest({ query, locale }: { query: BrowseQuery; locale: 'en' | 'fr' }): BrowseRequest {
  const facets = Object.fromEntries(
    FACETS.flatMap((facet) => (query[facet] === undefined ? [] : [[facet, [query[facet]].flat()]])),
  )
  return {
    locale,
    facets,
    ...(query.q === undefined ? {} : { text: query.q }),
    ...(query.sort === undefined ? {} : { sort: query.sort }),
    ...(query.limit === undefined ? {} : { limit: query.limit }),
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
  }
}

/** A film by its id, or else by its slug. */
async function viewByIdOrSlug(
  asked: Pick<Asked<{ id: string }, unknown, unknown>, 'house' | 'actor' | 'locale' | 'params'>,
): Promise<View> {
  const { house, actor, locale, params } = asked
  try {
    return await house.viewTitle(actor, { id: params.id, locale })
  } catch (error) {
    if (!isHouseError(error) || error.code !== 'not-found') throw error
    return house.viewTitle(actor, { slug: params.id, locale })
  }
}

const stored = (title: { revision: number }, status: 200 | 201 = 200) => ({
  status,
  value: title,
  etag: revisionTag(title.revision),
})
export const titles = [
  endpoint('get', '/titles', {
    verb: 'browse',
    tag,
    summary: 'Browse and search the published catalogue',
    query: shape.BrowseQuery,
    gives: shape.BrowseResult,
    run: async ({ house, actor, locale, query }) => ({
      value: await house.browse(actor, browseRequest({ query: query as BrowseQuery, locale })),
    }),
  }),
  endpoint('get', '/suggest', {
    verb: 'suggest',
    tag,
    summary: 'Suggestions while somebody types',
    query: shape.LocaleQuery.extend({ q: z.string().max(200), limit: shape.whole(1, 20).optional() }),
    gives: z.array(shape.Suggestion),
    run: async ({ house, actor, locale, query }) => ({
      value: await house.suggest(actor, { text: query.q, locale, ...(query.limit === undefined ? {} : { limit: query.limit }) }),
    }),
  }),
  endpoint('get', '/titles/{id}', {
    verb: 'viewTitle',
    tag,
    summary: 'A film, by its id or slug',
    params: shape.Id,
    query: shape.LocaleQuery,
    gives: shape.TitleView,
    description: '`moved` says that it was asked for under a former slug.',
    run: async (asked) => {
      const view = await viewByIdOrSlug(asked)
      // The page around the sheet changes without the sheet; only the sheet's own tag serves for If-Match.
      return { value: view, headers: { 'x-title-etag': revisionTag(view.revision) } }
    },
  }),
  endpoint('get', '/titles/{id}/json-ld', {
    verb: 'describeTitle',
    tag,
    summary: 'A film as schema.org Movie',
    params: shape.Id,
    query: shape.LocaleQuery,
    gives: z.record(z.string(), z.unknown()),
    givesType: [LD_JSON, 'application/json'],
    run: async (asked) => {
      const { slug } = await viewByIdOrSlug(asked)
      const { house, actor, locale, context } = asked
      return {
        value: await house.describeTitle(actor, { slug, locale, origin: originOf(context.req) }),
        headers: isWanted(context.req.header('accept'), [LD_JSON]) ? { 'content-type': `${LD_JSON}; charset=utf-8` } : {},
      }
    },
  }),
  endpoint('get', '/titles/{id}/one-sheet.pdf', {
    verb: 'printOneSheet',
    tag,
    summary: 'The one-sheet, printed',
    params: shape.Id,
    query: shape.LocaleQuery.extend(shape.PaperQuery.shape),
    givesType: 'application/pdf',
    run: async (asked) => {
      const { slug } = await viewByIdOrSlug(asked)
      const { house, actor, locale, query, context } = asked
      return pdf(
        context,
        await house.printOneSheet(actor, { slug, locale, paper: query.paper, forPrinters: query.for === 'printers' }),
      )
    },
  }),
  endpoint('post', '/titles', {
    verb: 'createTitle',
    tag,
    summary: 'Make a draft',
    body: shape.WriteTitle,
    status: 201,
    gives: shape.Title,
    run: async ({ house, actor, body }) => {
      const title = await house.createTitle(actor, { sheet: body.sheet, note: body.note ?? null })
      return { ...stored(title, 201), headers: { location: `/api/v1/desk/titles/${title.id}` } }
    },
  }),
  endpoint('put', '/titles/{id}', {
    verb: 'editTitle',
    tag,
    summary: 'Save a film’s sheet',
    ifMatch: true,
    params: shape.Id,
    body: shape.WriteTitle,
    gives: shape.Title,
    description:
      'The whole sheet, with `If-Match` and the ETag that was read. 412 when somebody else saved meanwhile: `details` holds their changes and yours, and yours are kept as a draft.',
    run: async ({ house, actor, params, body, context }) => {
      const answer = await house.editTitle(actor, {
        id: params.id,
        baseRevision: seenRevision(context),
        sheet: body.sheet,
        note: body.note ?? null,
      })
      if (answer.outcome !== 'conflict') return stored(answer.title)
      const { by, at, theirs, mine, clashing, savedDraftId, title } = answer
      throw new Problem(
        'edit-conflict',
        { by, at, theirs, mine, clashing, savedDraftId, revision: title.revision },
        { etag: revisionTag(title.revision) },
      )
    },
  }),
  endpoint('post', '/titles/{id}/publish', {
    verb: 'publishTitle',
    tag,
    summary: 'Publish',
    ifMatch: true,
    params: shape.Id,
    gives: shape.Title,
    run: async ({ house, actor, params, context }) =>
      stored(await house.publishTitle(actor, { id: params.id, baseRevision: seenRevision(context) })),
  }),
  endpoint('post', '/titles/{id}/withdraw', {
    verb: 'withdrawTitle',
    tag,
    summary: 'Withdraw from the site',
    ifMatch: true,
    params: shape.Id,
    gives: shape.Title,
    run: async ({ house, actor, params, context }) =>
      stored(await house.withdrawTitle(actor, { id: params.id, baseRevision: seenRevision(context) })),
  }),
  endpoint('put', '/titles/{id}/slug', {
    verb: 'renameSlug',
    tag,
    summary: 'Give another address; the former one redirects',
    params: shape.Id,
    body: z.strictObject({
      slug: z
        .string()
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        .max(120),
    }),
    gives: shape.Title,
    run: async ({ house, actor, params, body }) => stored(await house.renameSlug(actor, { id: params.id, slug: body.slug })),
  }),
  endpoint('get', '/titles/{id}/revisions', {
    verb: 'listRevisions',
    tag,
    summary: 'Everything that was saved of a film',
    params: shape.Id,
    gives: z.array(shape.Revision),
    run: async ({ house, actor, params }) => ({ value: await house.listRevisions(actor, params) }),
  }),
  endpoint('get', '/titles/{id}/revisions/{revision}', {
    verb: 'viewRevision',
    tag,
    summary: 'A film as it once was',
    params: shape.Id.extend({ revision: shape.whole(1, shape.MOST_NUMBER) }),
    gives: z.object({ revision: shape.Revision, sheet: shape.Sheet }),
    run: async ({ house, actor, params }) => ({ value: await house.viewRevision(actor, params) }),
  }),
  endpoint('get', '/titles/{id}/changes', {
    verb: 'compareRevisions',
    tag,
    summary: 'What changed between two revisions',
    params: shape.Id,
    query: z.object({ from: shape.whole(1, shape.MOST_NUMBER), to: shape.whole(1, shape.MOST_NUMBER) }),
    gives: z.array(shape.FieldChange),
    run: async ({ house, actor, params, query }) => ({ value: await house.compareRevisions(actor, { ...params, ...query }) }),
  }),
  endpoint('post', '/titles/{id}/revisions/{revision}/restore', {
    verb: 'restoreRevision',
    tag,
    summary: 'Bring a former revision back, as a new one',
    ifMatch: true,
    params: shape.Id.extend({ revision: shape.whole(1, shape.MOST_NUMBER) }),
    gives: shape.Title,
    run: async ({ house, actor, params, context }) =>
      stored(await house.restoreRevision(actor, { ...params, baseRevision: seenRevision(context) })),
  }),
  endpoint('post', '/titles/{id}/pictures', {
    verb: 'addPicture',
    tag,
    summary: 'Add a poster, still, portrait or logo',
    ifMatch: true,
    params: shape.Id,
    bytes: 'The picture: JPEG, PNG, WebP or AVIF.',
    kinds: PICTURES,
    status: 201,
    query: z.object({
      kind: z.enum(PICTURE_KINDS),
      credit: z.string().max(300).optional(),
      caption: z.string().max(1000).optional(),
      language: z
        .string()
        .regex(/^[a-z]{2,3}$/)
        .default('en'),
    }),
    gives: shape.Title,
    run: async ({ house, actor, params, query, context }) => {
      const title = await house.addPicture(actor, {
        id: params.id,
        baseRevision: seenRevision(context),
        bytes: await bytesOf(context),
        kind: query.kind,
        caption: query.caption ? { [query.language]: query.caption } : {},
        credit: query.credit ?? null,
      })
      return stored(title, 201)
    },
  }),
  endpoint('get', '/titles/{id}/sheet', {
    verb: 'writeSheet',
    tag,
    summary: 'The sheet written out: text, Markdown or HTML',
    params: shape.Id,
    query: z.object({
      format: z.enum(['text', 'markdown', 'html']).default('text'),
      language: z
        .string()
        .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
        .default('en'),
    }),
    givesType: ['text/plain', 'text/markdown', 'text/html'],
    run: async ({ house, actor, params, query }) => {
      const type = { text: 'text/plain', markdown: 'text/markdown', html: 'text/html' }[query.format]
      return new Response(await house.writeSheet(actor, { ...params, ...query }), {
        headers: { 'content-type': `${type}; charset=utf-8` },
      })
    },
  }),
  endpoint('get', '/desk/titles', {
    verb: 'listTitles',
    tag: 'Desk',
    summary: 'Every film, drafts included',
    query: shape.BrowseQuery,
    gives: shape.BrowseResult,
    run: async ({ house, actor, locale, query }) => ({
      value: await house.listTitles(actor, browseRequest({ query: query as BrowseQuery, locale })),
    }),
  }),
  endpoint('post', '/desk/titles/turn', {
    verb: 'turnTitles',
    tag: 'Desk',
    summary: 'Publish or withdraw many films at once',
    description:
      'Each is judged alone: `held` ones stay as they were, for the `reasons` named. Send the `turned` ones to `/desk/titles/turn-back` to undo it.',
    body: z.strictObject({
      to: z.enum(['published', 'withdrawn']),
      titles: z
        .array(z.strictObject({ id: z.string().max(100), baseRevision: z.int().min(1) }))
        .min(1)
        .max(MOST_TITLES_AT_ONCE),
    }),
    gives: z.array(shape.TurnedTitle),
    run: async ({ house, actor, body }) => ({ value: await house.turnTitles(actor, body) }),
  }),
  endpoint('post', '/desk/titles/turn-back', {
    verb: 'turnTitlesBack',
    tag: 'Desk',
    summary: 'Undo the publishing or withdrawing of many films',
    description: 'What somebody saved since stays as they left it: `left` counts those.',
    body: z.strictObject({
      titles: z
        .array(z.strictObject({ id: z.string().max(100), revision: z.int().min(1), before: z.enum(TITLE_STATUSES) }))
        .min(1)
        .max(MOST_TITLES_AT_ONCE),
    }),
    gives: z.object({ back: z.int(), left: z.int() }),
    run: async ({ house, actor, body }) => ({ value: await house.turnTitlesBack(actor, body) }),
  }),
  endpoint('get', '/desk/titles/{id}', {
    verb: 'openTitle',
    tag: 'Desk',
    summary: 'A film with what the copy desk says of it; its ETag is the one to save with',
    params: shape.Id,
    gives: shape.OpenedTitle,
    run: async ({ house, actor, params }) => stored(await house.openTitle(actor, params)),
  }),
  endpoint('get', '/desk/titles/{id}/drafts', {
    verb: 'listUnsavedDrafts',
    tag: 'Desk',
    summary: 'Edits that lost against somebody else’s, kept',
    params: shape.Id,
    gives: z.array(shape.UnsavedDraft),
    run: async ({ house, actor, params }) => ({ value: await house.listUnsavedDrafts(actor, params) }),
  }),
  endpoint('delete', '/desk/titles/{id}/drafts/{draftId}', {
    verb: 'discardUnsavedDraft',
    tag: 'Desk',
    summary: 'Let such an edit go, once it is merged or not wanted',
    params: shape.Id.extend({ draftId: z.string().min(1).max(100) }),
    status: 204,
    run: async ({ house, actor, params }) => {
      await house.discardUnsavedDraft(actor, params)
      return null
    },
  }),
  endpoint('post', '/desk/titles/{id}/presence', {
    verb: 'notePresence',
    tag: 'Desk',
    summary: 'Say that you have a film open, and hear who else has',
    description:
      'Forgotten after a minute of silence: repeat it while the film stays open. Only people are present, so no key may.',
    params: shape.Id,
    gives: z.array(z.object({ name: z.string(), since: z.string() })),
    run: async ({ house, actor, params }) => ({ value: await house.notePresence(actor, params) }),
  }),
  endpoint('get', '/desk/titles/{id}/producers', {
    verb: 'listProducers',
    tag: 'Desk',
    summary: 'Whose own film it is',
    params: shape.Id,
    gives: z.array(z.object({ id: z.string(), name: z.string() })),
    run: async ({ house, actor, params }) => ({ value: await house.listProducers(actor, params) }),
  }),
  endpoint('put', '/desk/titles/{id}/producers', {
    verb: 'assignProducer',
    tag: 'Desk',
    summary: 'Say whose own film it is: these producers see it in any state',
    description: 'The whole list; an empty one makes it nobody’s.',
    params: shape.Id,
    body: z.strictObject({ userIds: z.array(z.string().max(100)).max(50) }),
    status: 204,
    run: async ({ house, actor, params, body }) => {
      await house.assignProducer(actor, { ...params, ...body })
      return null
    },
  }),
  endpoint('post', '/desk/check', {
    verb: 'checkSheet',
    tag: 'Desk',
    summary: 'What a copy editor would correct in a record',
    description:
      'As for a file (`/sheets/check`), with places in the texts of the record, and the facts that a buyer would miss.',
    body: z.strictObject({ sheet: shape.Sheet }),
    gives: z.object({ findings: z.array(shape.CopyFinding), missing: z.array(z.string()) }),
    run: async ({ house, actor, body, locale }) => {
      const { findings, missing } = await house.checkSheet(actor, body)
      return { value: { findings: worded(findings, locale), missing } }
    },
  }),
]
