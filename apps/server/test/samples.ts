/** For every endpoint one request that is right in form: parameters, query, body. A test fails when an endpoint has none. */
import { emptySheet } from '@vitrine/catalogue'

export interface Sample {
  path: string
  body?: unknown
  bytes?: string
  headers?: Record<string, string>
}

const sheet = emptySheet('The Salt Road')
const question = { territory: 'Poland', media: 'svod', from: '2027-01-01', to: '2029-12-31', exclusive: true }
const entry = { kind: 'licence', exclusive: true, territory: 'Poland', media: 'svod', from: '2027-01-01', to: '2029-12-31' }
const revision = { 'if-match': '"r1"' }

/** By `method path` of the endpoint. `{id}` and the like are ids that do not exist. */
export const SAMPLES: Record<string, Sample> = {
  'get /titles': { path: '/titles?limit=5&theme=water&theme=ocean&q=salt' },
  'get /suggest': { path: '/suggest?q=sal' },
  'get /titles/{id}': { path: '/titles/nothing' },
  'get /titles/{id}/json-ld': { path: '/titles/nothing/json-ld' },
  'get /titles/{id}/one-sheet.pdf': { path: '/titles/nothing/one-sheet.pdf' },
  'post /titles': { path: '/titles', body: { sheet } },
  'put /titles/{id}': { path: '/titles/nothing', body: { sheet }, headers: revision },
  'post /titles/{id}/publish': { path: '/titles/nothing/publish', headers: revision },
  'post /titles/{id}/withdraw': { path: '/titles/nothing/withdraw', headers: revision },
  'put /titles/{id}/slug': { path: '/titles/nothing/slug', body: { slug: 'salt-road' } },
  'get /titles/{id}/revisions': { path: '/titles/nothing/revisions' },
  'get /titles/{id}/revisions/{revision}': { path: '/titles/nothing/revisions/1' },
  'get /titles/{id}/changes': { path: '/titles/nothing/changes?from=1&to=1' },
  'post /titles/{id}/revisions/{revision}/restore': { path: '/titles/nothing/revisions/1/restore', headers: revision },
  'post /titles/{id}/pictures': { path: '/titles/nothing/pictures?kind=still', bytes: 'no picture', headers: revision },
  'get /titles/{id}/sheet': { path: '/titles/nothing/sheet' },
  'get /desk/titles': { path: '/desk/titles' },
  'post /desk/titles/turn': {
    path: '/desk/titles/turn',
    body: { to: 'published', titles: [{ id: 'nothing', baseRevision: 1 }] },
  },
  'post /desk/titles/turn-back': {
    path: '/desk/titles/turn-back',
    body: { titles: [{ id: 'nothing', revision: 1, before: 'draft' }] },
  },
  'get /desk/titles/{id}': { path: '/desk/titles/nothing' },
  'get /desk/titles/{id}/drafts': { path: '/desk/titles/nothing/drafts' },
  'delete /desk/titles/{id}/drafts/{draftId}': { path: '/desk/titles/nothing/drafts/none' },
  'post /desk/titles/{id}/presence': { path: '/desk/titles/nothing/presence' },
  'get /desk/titles/{id}/producers': { path: '/desk/titles/nothing/producers' },
  'put /desk/titles/{id}/producers': { path: '/desk/titles/nothing/producers', body: { userIds: [] } },
  'get /home': { path: '/home' },
  'get /names/{kind}': { path: '/names/person' },
  'get /people/{slug}': { path: '/people/nobody' },
  'get /companies/{slug}': { path: '/companies/none' },
  'get /festivals/{slug}': { path: '/festivals/none' },
  'get /collections': { path: '/collections' },
  'get /collections/{slug}': { path: '/collections/none' },
  'put /collections/{slug}': { path: '/collections/water-wars', body: { name: { en: 'Water wars', fr: 'Guerres de l’eau' } } },
  'delete /collections/{slug}': { path: '/collections/none' },
  'get /sitemap': { path: '/sitemap' },
  'get /pictures/{id}': { path: '/pictures/none' },
  'post /shortlists': { path: '/shortlists', body: { titleIds: [] } },
  'get /shortlists/{token}': { path: '/shortlists/none' },
  'patch /shortlists/{token}': { path: '/shortlists/none', body: { name: 'MIPDOC' }, headers: { 'x-edit-key': 'none' } },
  'get /shortlists/{token}/shortlist.pdf': { path: '/shortlists/none/shortlist.pdf' },
  'post /screener-requests': { path: '/screener-requests', body: { name: 'A buyer', email: 'buyer@channel.example' } },
  'get /screener-requests': { path: '/screener-requests' },
  'patch /screener-requests/{id}': { path: '/screener-requests/none', body: { state: 'answered' } },
  'post /sheets': { path: '/sheets?fileName=sheet.txt', bytes: 'The Salt Road\n\nDuration: 52 min\nYear: 2020\n' },
  'get /sheets': { path: '/sheets' },
  'get /sheets/{id}': { path: '/sheets/none' },
  'post /sheets/{id}/accept': { path: '/sheets/none/accept', body: { sheet } },
  'delete /sheets/{id}': { path: '/sheets/none' },
  'post /sheets/{id}/restore': { path: '/sheets/none/restore' },
  'post /sheets/read': { path: '/sheets/read', bytes: 'The Salt Road\n\nDuration: 52 min\nYear: 2020\n' },
  'post /sheets/check': { path: '/sheets/check', bytes: 'The Salt Road\n\nDuration: 52 min\nYear: 2020\n' },
  'post /desk/check': { path: '/desk/check', body: { sheet } },
  'post /import': { path: '/import', bytes: '' },
  'get /export': { path: '/export' },
  'post /availabilities': { path: '/availabilities', body: { question } },
  'post /availabilities/answers': { path: '/availabilities/answers', body: { question } },
  'post /titles/{id}/availability': { path: '/titles/nothing/availability', body: { question } },
  'post /rights/question': { path: '/rights/question', body: { line: 'SVOD Poland' } },
  'post /rights/clause': { path: '/rights/clause', body: { text: 'SVOD in Poland' } },
  'get /rights/entries': { path: '/rights/entries' },
  'get /rights/entries/{id}': { path: '/rights/entries/none' },
  'post /titles/{id}/rights/drafts': { path: '/titles/nothing/rights/drafts', body: { entry } },
  'post /titles/{id}/rights/entries': { path: '/titles/nothing/rights/entries', body: { entry } },
  'post /rights/entries/{id}/sign': { path: '/rights/entries/none/sign', body: { baseVersion: 1 } },
  'post /rights/entries/{id}/amend': { path: '/rights/entries/none/amend', body: { baseVersion: 1, entry, effective: null } },
  'post /rights/entries/{id}/end': { path: '/rights/entries/none/end', body: { baseVersion: 1, lastDay: null } },
  'post /titles/{id}/rights/check': { path: '/titles/nothing/rights/check', body: { entry } },
  'post /titles/{id}/rights/simulation': { path: '/titles/nothing/rights/simulation', body: { entry } },
  'get /rights/watch': { path: '/rights/watch' },
  'get /settings': { path: '/settings' },
  'patch /settings': { path: '/settings', body: { accent: '#336699' } },
  'put /settings/logo': { path: '/settings/logo', bytes: 'no picture' },
  'get /users': { path: '/users' },
  'post /users': { path: '/users', body: { name: 'Somebody', email: 'owner@house.example', role: 'sales' } },
  'patch /users/{id}': { path: '/users/nobody', body: { name: 'Another' } },
  'patch /me': { path: '/me', body: { name: 'Another' } },
  'get /keys': { path: '/keys' },
  'post /keys': { path: '/keys', body: { name: 'script', scopes: ['titles:read'] } },
  'delete /keys/{id}': { path: '/keys/none' },
  'get /audit': { path: '/audit' },
  'get /audit/verify': { path: '/audit/verify' },
}

export function requestOf(method: string, sample: Sample, headers: Record<string, string>): RequestInit {
  const body = sample.bytes ?? (sample.body === undefined ? undefined : JSON.stringify(sample.body))
  const type = sample.body === undefined ? 'application/octet-stream' : 'application/json'
  return {
    method: method.toUpperCase(),
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...sample.headers, ...headers },
    ...(body === undefined ? {} : { body }),
  }
}
