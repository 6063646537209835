/** The house itself: settings, members, keys, and the trail of who did what. */
import { PICTURES } from './kinds.ts'
import { endpoint } from './define.ts'
import { bytesOf } from './bodies.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'House'
const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

export const house = [
  endpoint('get', '/settings', {
    verb: 'viewSettings',
    tag,
    summary: 'The house’s settings',
    gives: shape.Settings,
    run: async ({ house: verbs, actor }) => ({ value: await verbs.viewSettings(actor) }),
  }),
  endpoint('patch', '/settings', {
    verb: 'changeSettings',
    tag,
    summary: 'Change settings',
    body: shape.ChangeSettings,
    gives: shape.Settings,
    run: async ({ house: verbs, actor, body }) => ({
      value: await verbs.changeSettings(actor, { settings: defined(body) as never }),
    }),
  }),
  endpoint('put', '/settings/logo', {
    verb: 'storeLogo',
    tag,
    summary: 'Store the logo',
    bytes: 'The logo: PNG, JPEG, WebP or AVIF.',
    kinds: PICTURES,
    gives: shape.Settings,
    run: async ({ house: verbs, actor, context }) => ({ value: await verbs.storeLogo(actor, { bytes: await bytesOf(context) }) }),
  }),
  endpoint('get', '/users', {
    verb: 'listUsers',
    tag,
    summary: 'The members',
    gives: z.array(shape.User),
    run: async ({ house: verbs, actor }) => ({ value: await verbs.listUsers(actor) }),
  }),
  endpoint('post', '/users', {
    verb: 'addUser',
    tag,
    summary: 'Add a member; they can sign in with their mail address at once',
    body: shape.AddUser,
    status: 201,
    gives: shape.User,
    run: async ({ house: verbs, actor, body }) => ({ status: 201, value: await verbs.addUser(actor, body) }),
  }),
  endpoint('patch', '/users/{id}', {
    verb: 'changeUser',
    tag,
    summary: 'Change a member’s name or role, or shut them out',
    params: shape.Id,
    body: shape.ChangeUser,
    gives: shape.User,
    run: async ({ house: verbs, actor, params, body }) => ({
      value: await verbs.changeUser(actor, { ...params, ...defined(body) } as never),
    }),
  }),
  endpoint('patch', '/me', {
    verb: 'renameMyself',
    tag,
    summary: 'Change one’s own name',
    description: 'For people who are signed in; a key has no name of its own.',
    body: shape.RenameMyself,
    gives: shape.User,
    run: async ({ house: verbs, actor, body }) => ({ value: await verbs.renameMyself(actor, body) }),
  }),
  endpoint('put', '/me/language', {
    verb: 'chooseMyLanguage',
    tag,
    summary: 'Choose the language in which one is written to',
    description: 'For people who are signed in. null: that of the house.',
    body: z.strictObject({ locale: z.enum(['en', 'fr']).nullable() }),
    gives: shape.User,
    run: async ({ house: verbs, actor, body }) => ({ value: await verbs.chooseMyLanguage(actor, body) }),
  }),
  endpoint('get', '/keys', {
    verb: 'listKeys',
    tag,
    summary: 'API keys',
    gives: z.array(shape.Key),
    run: async ({ house: verbs, actor }) => ({ value: await verbs.listKeys(actor) }),
  }),
  endpoint('post', '/keys', {
    verb: 'issueKey',
    tag,
    summary: 'Issue a key; `secret` is told once',
    body: shape.IssueKey,
    status: 201,
    gives: z.object({ key: shape.Key, secret: z.string() }),
    run: async ({ house: verbs, actor, body }) => ({
      status: 201,
      value: await verbs.issueKey(actor, body),
      headers: { 'cache-control': 'no-store' },
    }),
  }),
  endpoint('delete', '/keys/{id}', {
    verb: 'revokeKey',
    tag,
    summary: 'Revoke a key',
    params: shape.Id,
    status: 204,
    run: async ({ house: verbs, actor, params }) => {
      await verbs.revokeKey(actor, params)
      return null
    },
  }),
  endpoint('get', '/audit', {
    verb: 'readAudit',
    tag,
    summary: 'Who did what',
    gives: shape.pageOf(shape.AuditLine),
    query: shape.CursorQuery.extend({
      subjectId: z.string().max(100).optional(),
      verb: z.string().max(100).optional(),
      limit: shape.whole(1, 200).optional(),
    }),
    run: async ({ house: verbs, actor, query }) => ({ value: await verbs.readAudit(actor, defined(query)) }),
  }),
  endpoint('get', '/audit/verify', {
    verb: 'verifyAudit',
    tag,
    summary: 'Whether the trail is as it was written',
    description:
      'Walks every line from the first: each carries the seal of the one before it, and that of the sheet it speaks of.',
    gives: shape.AuditVerdict,
    run: async ({ house: verbs, actor }) => ({ value: await verbs.verifyAudit(actor) }),
  }),
]
