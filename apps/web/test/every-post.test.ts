/** Everything that the pages can ask to be changed, tried by every role: the policy table says what must come of it. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { emptySheet } from '@vitrine/catalogue'
import { POLICY_ROLES, rulesFor, SYSTEM, type PolicyRole } from '@vitrine/house'
import type { Verb } from '@vitrine/house/policies/policy'
import { cookiesOf, cookiesOfRoles, openRooms, type Rooms } from './rooms.ts'

const ROUTES = fileURLToPath(new URL('../src/routes/', import.meta.url))

interface Asked {
  /** The verb of the house that it comes to; null: anybody may, signed in or not. */
  verb: Verb | null
  json?: unknown
  bytes?: string
  /** Of the bytes. */
  type?: string
  form?: Record<string, string>
  query?: string
}
const NONE = { sheet: emptySheet('x'), baseRevision: 1 }
const entry = (verb: string, does: Verb): Asked => ({
  verb: does,
  json: { verb, titleId: 'none', id: 'none', baseVersion: 1, entry: {}, text: 'x', lastDay: null },
})
const JSON_OF = (verb: Verb, json: unknown = {}): Asked[] => [{ verb, json }]

const CONTACT_VERBS = [
  'addCompany',
  'changeCompany',
  'removeCompany',
  'addContact',
  'changeContact',
  'removeContact',
  'addNote',
  'changeNote',
  'removeNote',
  'addTask',
  'changeTask',
  'removeTask',
  'chooseTaskLetters',
  'previewMerge',
  'mergeDuplicates',
  'undoMerge',
  'keepApart',
  'erasePerson',
  'saveMarket',
  'removeMarket',
  'saveMeeting',
  'removeMeeting',
  'noteMeeting',
  'seatBuyer',
  'unseatBuyer',
] as const satisfies readonly Verb[]

const REQUEST_VERBS = ['enterRequest', 'stepRequest', 'matchRequest', 'changeRequest'] as const satisfies readonly Verb[]
const DEAL_VERBS = [
  'openDeal',
  'changeDeal',
  'loseDeal',
  'reopenDeal',
  'checkOffer',
  'draftOffer',
  'redraftOffer',
  'sendOffer',
  'withdrawOffer',
  'declineOffer',
  'acceptOffer',
  'undoOffer',
  'counterOffer',
] as const satisfies readonly Verb[]

/** What is sent to each route, by its method and its place among the routes; `?/name` for a form's action. A route without a line fails the first test. */
const EXPECTED: Record<string, Asked[]> = {
  'POST (site)/shortlist?/save': [{ verb: 'changeShortlist', form: { name: 'x' } }],
  'POST (site)/shortlist/add': [{ verb: 'startShortlist', form: { id: 'none' } }],
  'POST (site)/shortlist/remove': [{ verb: 'changeShortlist', form: { id: 'none' } }],
  'POST (site)/films/[slug]?/screener': [{ verb: 'sendRequest', form: {} }],
  'POST (site)/shortlist?/ask': [{ verb: 'sendRequest', form: {} }],
  'POST (site)/about?/ask': [{ verb: 'sendRequest', form: {} }],
  'POST (site)/room/papers?/sign': [{ verb: 'openOwnSigning', form: { id: 'none' } }],
  'POST (site)/room/offers/[id]?/accept': [{ verb: 'acceptOffer', form: { sure: 'yes' } }],
  'POST (site)/room/offers/[id]?/decline': [{ verb: 'declineOffer', form: {} }],
  'POST (site)/room/offers/[id]?/withdraw': [{ verb: 'withdrawOffer', form: {} }],
  'POST (site)/room/offers/[id]?/undo': [{ verb: 'undoOffer', form: {} }],
  'POST (site)/room/offers/[id]?/counter': [{ verb: 'counterOffer', form: { 'price-0': '1' } }],
  'POST (site)/room/deliverables?/answer': [
    { verb: 'answerDeliverable', form: { id: 'none', revision: '1', answer: 'accepted' } },
  ],
  'POST (site)/room/people?/seat': [{ verb: 'seatBuyer', form: { name: '', email: 'x' } }],
  'POST (site)/room/people?/unseat': [{ verb: 'unseatBuyer', form: { id: 'none' } }],
  'POST (site)/room/films/[id]/sheet?/propose': [{ verb: 'proposeCorrection', form: { text: 'x' } }],
  'POST (site)/sign-in?/default': [{ verb: null, form: { email: '' } }],
  'POST appearance': [{ verb: null, form: { look: 'dark' } }],
  'POST interest': [{ verb: 'changeInterest', form: { territory: 'France', media: '' } }],
  'POST desk/titles/[id]/screening/change': [
    { verb: 'placeMaster', json: { verb: 'placeMaster', id: 'none', cut: null } },
    { verb: 'orderReel', json: { verb: 'orderReel', id: 'none', marked: true } },
    ...(['retryMaster', 'removeMaster', 'removeSubtitles', 'cancelReel', 'retryReel', 'removeReel', 'restoreReel'] as const).map((verb) => ({ verb, json: { verb, id: 'none' } })), // prettier-ignore
  ],
  'POST desk/titles/[id]/traces/change': (['cancelTrace', 'deleteTrace'] as const).map((verb) => ({ verb, json: { verb, id: 'none' } })), // prettier-ignore
  'POST desk/titles/[id]/screening/subtitles': [{ verb: 'addSubtitles', bytes: 'x', type: 'application/octet-stream', query: '?language=fra' }], // prettier-ignore
  'POST desk/turn': [
    { verb: 'turnTitles', json: { verb: 'turn', to: 'withdrawn', titles: [] } },
    { verb: 'turnTitlesBack', json: { verb: 'back', titles: [] } },
  ],
  'POST desk/export': [{ verb: 'exportFilms', form: { format: 'titles-csv' } }],
  'POST (site)/sign/[token]?/code': [{ verb: 'sendSigningCode', form: {} }],
  'POST (site)/sign/[token]?/decline': [{ verb: 'declinePaper', form: {} }],
  'POST (site)/sign/[token]?/sign': [{ verb: 'signPaper', form: { name: 'x', consent: 'on' } }],
  'POST desk/catalogue/print': JSON_OF('printCatalogue', { market: 'x', ids: ['none'], locale: 'en', paper: 'a4', perPage: 1, forPrinters: false }), // prettier-ignore
  'POST desk/clauses/write': [
    { verb: 'checkClause', json: { verb: 'check', en: '', fr: '' } },
    { verb: 'saveClause', json: { verb: 'save', terms: {} } },
    { verb: 'retireClause', json: { verb: 'retire', id: 'none', baseVersion: 1 } },
  ],
  'POST desk/mail/templates/write': [
    { verb: 'checkMailTemplate', json: { verb: 'checkMailTemplate', name: 'none' } },
    { verb: 'compareMailTemplate', json: { verb: 'compareMailTemplate', name: 'none' } },
    { verb: 'saveMailTemplate', json: { verb: 'saveMailTemplate', name: 'none', words: null } },
    { verb: 'testMailTemplate', json: { verb: 'testMailTemplate', name: 'none' } },
  ],
  'POST desk/deals/[id]/papers?/draw': [{ verb: 'draftPaper', form: {} }],
  'POST desk/deals/[id]/papers/[paper]?/redraft': [{ verb: 'redraftPaper', form: {} }],
  'POST desk/deals/[id]/papers/[paper]?/submit': [{ verb: 'submitPaper', form: {} }],
  'POST desk/deals/[id]/papers/[paper]?/approve': [{ verb: 'approvePaper', form: {} }],
  'POST desk/deals/[id]/papers/[paper]?/giveBack': [{ verb: 'returnPaper', form: {} }],
  'POST desk/deals/[id]/papers/[paper]?/send': [{ verb: 'sendPaper', form: {} }],
  'POST desk/deals/[id]/papers/[paper]?/takeBack': [{ verb: 'voidPaper', form: {} }],
  'POST desk/deals/[id]/papers/[paper]?/countersign': [{ verb: 'countersignPaper', form: {} }],
  'POST desk/deals/[id]/papers/[paper]?/upload': [{ verb: 'uploadPaper', form: {} }],
  'POST desk/rights/watch?/calendar': [{ verb: 'startRightsCalendar', form: {} }],
  'DELETE desk/rights/entries/[id]/documents/[document]': [{ verb: 'removeEntryDocument' }],
  'POST desk/rights/entries/[id]/documents': [{ verb: 'addEntryDocument', bytes: 'x', query: '?name=x.pdf' }],
  'POST desk/rights/entries/write': [
    entry('read', 'readClause'),
    entry('check', 'checkRights'),
    entry('simulate', 'simulateRights'),
    entry('draft', 'draftEntry'),
    entry('enter', 'enterEntry'),
    entry('redraft', 'redraftEntry'),
    entry('sign', 'signEntry'),
    entry('amend', 'amendEntry'),
    entry('terminate', 'terminateEntry'),
    entry('date', 'dateEntry'),
  ],
  'POST desk/rights/lists/new?/default': [{ verb: 'sendAvailabilities', form: {} }],
  'POST desk/rights/lists/[id]?/recall': [{ verb: 'recallSentList', form: {} }],
  'POST desk/rights/import/read': [
    { verb: 'previewRightsImport', bytes: 'x', query: '?name=x.csv' },
    { verb: 'importRights', bytes: 'x', query: '?name=x.csv&write=1' },
  ],
  'POST desk/audit/verify': JSON_OF('verifyAudit'),
  'POST desk/account/rename': JSON_OF('renameMyself', { name: '' }),
  'POST desk/account/language': JSON_OF('chooseMyLanguage', { locale: 'none' }),
  'POST desk/settings/logo': [{ verb: 'storeLogo', bytes: 'x' }],
  'POST desk/deals/[id]/deliverables/write': [
    { verb: 'addDeliverable', json: { verb: 'add', titleId: null, kind: 'cut', detail: null, dueOn: null } },
    { verb: 'stepDeliverables', json: { verb: 'step', items: [{ id: 'none', revision: 1 }], to: 'sent' } },
    { verb: 'answerDeliverable', json: { verb: 'answer', id: 'none', revision: 1, answer: 'accepted' } },
    { verb: 'changeDeliverable', json: { verb: 'change', id: 'none', revision: 1 } },
    { verb: 'removeDeliverableFile', json: { verb: 'restore-file', id: 'none', fileId: 'none' } },
  ],
  'POST desk/deals/[id]/deliverables/[item]/files': [{ verb: 'addDeliverableFile', bytes: 'x', query: '?name=x.txt' }],
  'DELETE desk/deals/[id]/deliverables/[item]/files/[file]': [{ verb: 'removeDeliverableFile' }],
  'POST desk/invoices/write': [
    { verb: 'previewInvoice', json: { verb: 'preview', dealId: 'none', instalmentIds: ['none'] } },
    { verb: 'issueInvoice', json: { verb: 'issue', dealId: 'none', instalmentIds: ['none'] } },
    { verb: 'creditInvoice', json: { verb: 'credit', id: 'none', reason: 'x' } },
    { verb: 'notePayment', json: { verb: 'pay', invoiceId: 'none', receivedOn: '2027-01-01', minor: 1 } },
    { verb: 'undoPayment', json: { verb: 'unpay', invoiceId: 'none', id: 'none' } },
    { verb: 'draftReminder', json: { verb: 'draft', invoiceId: 'none' } },
    { verb: 'sendReminder', json: { verb: 'remind', invoiceId: 'none', level: 1, to: 'a@b.example', subject: 'x', text: 'x' } },
    { verb: 'changeBilling', json: { verb: 'billing', companyId: 'none', billing: {} } },
    { verb: 'dateInstalment', json: { verb: 'date', id: 'none', dueOn: null } },
    { verb: 'terminateDeal', json: { verb: 'terminate', id: 'none', baseRevision: 1, lastDay: null } },
    { verb: 'amendDeal', json: { verb: 'amend', id: 'none', baseRevision: 1, entryIds: ['none'], to: null, effective: null } },
    { verb: 'renewDeal', json: { verb: 'renew', id: 'none' } },
  ],
  'POST desk/figures/rates/import': [{ verb: 'importRates', bytes: 'x' }],
  'POST desk/settings/accounts/save': JSON_OF('changeAccounts', { currency: 'no currency' }),
  'POST desk/settings/save': JSON_OF('changeSettings', { accent: 'no colour' }),
  'POST desk/requests/mail': [{ verb: 'takeMail', type: 'message/rfc822', bytes: 'From: Ana <ana@kanal.example>\r\n\r\nHello' }],
  'POST desk/requests/write': REQUEST_VERBS.map((verb) => ({
    verb,
    json: { verb, id: 'none', from: 'new', state: 'taken', companyId: null, change: {}, request: { kind: 'other', name: '' } },
  })),
  'POST desk/deals/write': DEAL_VERBS.map((verb) => ({
    verb,
    json: { verb, id: 'none', dealId: 'none', revision: 1, deal: { companyId: 'none' }, change: {}, reason: 'price', terms: { currency: 'EUR', lines: [], expires: null } }, // prettier-ignore
  })),
  'POST desk/drop/read': [{ verb: 'dropSheet', bytes: '' }],
  'POST desk/contacts/write': CONTACT_VERBS.map((verb) => ({
    verb,
    json: {
      verb,
      id: 'none',
      from: {},
      to: {},
      company: {},
      contact: {},
      text: '',
      removed: true,
      kind: 'company',
      seat: {},
      userId: 'none',
    },
  })),
  'POST desk/contacts/import/read': [
    { verb: 'previewContacts', bytes: 'x' },
    { verb: 'importContacts', bytes: 'x', query: '?write=1' },
  ],
  'POST desk/intake/receive': [{ verb: 'receiveFile', bytes: '{"a":', query: '?name=x.json' }],
  'POST desk/intake/[id]/change': [
    { verb: 'decideIntake', json: { verb: 'decide', choices: [] } },
    { verb: 'takeIntake', json: { verb: 'take' } },
    { verb: 'undoIntake', json: { verb: 'undo' } },
    { verb: 'discardIntake', json: { verb: 'discard', discarded: true } },
    { verb: 'mapIntake', json: { verb: 'map', columns: ['title'] } },
  ],
  'POST desk/intake/[id]/licences/change': [
    { verb: 'takeIntakeLicences', json: { verb: 'take', as: 'draft' } },
    { verb: 'undoIntakeLicences', json: { verb: 'undo' } },
  ],
  'POST desk/intake/undo-import': JSON_OF('undoImport', { id: 'none' }),
  'POST desk/exports?/default': [
    { verb: 'saveExportSchedule', form: { name: 'Weekly', format: 'mec', every: 'day', hour: '6' } },
  ],
  'POST desk/exports/change': [
    {
      verb: 'saveExportSchedule',
      json: { verb: 'save', name: 'Weekly', what: { format: 'mec', version: null, locale: 'en', collection: null, licensee: null }, rhythm: { every: 'day', hour: 6 }, on: false }, // prettier-ignore
    },
    { verb: 'runExport', json: { verb: 'run', id: 'none' } },
    { verb: 'removeExportSchedule', json: { verb: 'remove', id: 'none' } },
  ],
  'POST desk/mail/change': [
    { verb: 'retryLetter', json: { verb: 'retryLetter', id: 'none' } },
    { verb: 'giveUpLetter', json: { verb: 'giveUpLetter', id: 'none' } },
    { verb: 'clearMailAddress', json: { verb: 'clearMailAddress', email: 'x' } },
  ],
  'POST (site)/watch/[secret]/start': [{ verb: 'startViewing', form: { reel: 'none' } }],
  'POST (site)/watch/[secret]/[viewing]/copy': [
    { verb: 'orderMarkedCopy', form: { do: 'order' } },
    { verb: 'cancelMarkedCopy', form: { do: 'cancel' } },
    { verb: 'viewMarkedCopy', form: { do: 'fetch' } },
  ],
  'POST desk/screenings?/make': [{ verb: 'makeScreener', form: { title: 'none', through: '2030-12-31' } }],
  'POST desk/screenings?/revoke': [{ verb: 'revokeScreener', form: { id: 'none' } }],
  'POST desk/screenings?/restore': [{ verb: 'restoreScreener', form: { id: 'none' } }],
  'POST (site)/letters/stop/[token]?/default': [{ verb: 'stopLetters', form: {} }],
  'POST desk/webhooks?/add': [{ verb: 'addWebhook', form: { url: 'x' } }],
  'POST desk/webhooks/[id]?/address': [{ verb: 'changeWebhook', form: { url: 'x' } }],
  'POST desk/webhooks/[id]?/switch': [{ verb: 'changeWebhook', form: { on: 'no' } }],
  'POST desk/webhooks/[id]?/secret': [{ verb: 'renewWebhookSecret', form: { keep: 'yes' } }],
  'POST desk/webhooks/[id]?/test': [{ verb: 'testWebhook', form: {} }],
  'POST desk/webhooks/[id]?/end': [{ verb: 'removeWebhook', form: {} }],
  'POST desk/keys/change': [
    { verb: 'issueKey', json: { verb: 'issue', name: '', scopes: [] } },
    { verb: 'revokeKey', json: { verb: 'revoke', id: 'none' } },
  ],
  'POST desk/sheets/[id]/accept': JSON_OF('acceptDroppedSheet', { sheet: NONE.sheet, intoTitleId: null }),
  'POST desk/sheets/[id]/aside': [
    { verb: 'discardDroppedSheet', json: { discard: true } },
    { verb: 'restoreDroppedSheet', json: { discard: false } },
  ],
  'POST desk/titles/[id]/history/restore': JSON_OF('restoreRevision', { revision: 1, baseRevision: 1 }),
  'POST desk/titles/[id]/pictures': [{ verb: 'addPicture', bytes: 'x', query: '?revision=1' }],
  'POST desk/titles/[id]/save': [
    { verb: 'editTitle', json: { verb: 'save', ...NONE } },
    { verb: 'publishTitle', json: { verb: 'publish', ...NONE } },
    { verb: 'withdrawTitle', json: { verb: 'withdraw', ...NONE } },
    { verb: 'renameSlug', json: { verb: 'rename', slug: 'x' } },
    { verb: 'assignProducer', json: { verb: 'producers', userIds: [] } },
    { verb: 'notePresence', json: { verb: 'presence' } },
    { verb: 'checkSheet', json: { verb: 'check', ...NONE } },
    { verb: 'discardUnsavedDraft', json: { verb: 'let-go', draftId: 'none' } },
    { verb: 'settleCorrection', json: { verb: 'settle', correctionId: 'none', done: true } },
  ],
  'POST desk/collections/[slug]/delete': JSON_OF('deleteCollection'),
  'POST desk/collections/[slug]/save': JSON_OF('saveCollection', { name: {}, intro: {}, pictureId: 'none' }),
  'POST desk/people/change': [
    { verb: 'addUser', json: { verb: 'add', name: '', email: '', role: 'owner' } },
    { verb: 'changeUser', json: { verb: 'change', id: 'none', role: 'owner' } },
  ],
  'POST sign-out': [{ verb: null, form: {} }],
}

/** Every route that changes something, as the files have them. */
function routesThatChange(): string[] {
  return readdirSync(ROUTES, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const place = path.replace(/^\[locale\]\//, '').replace(/\/?\+(page\.)?server\.ts$/, '')
    if (place === path || !path.endsWith('.ts')) return []
    const source = readFileSync(ROUTES + path, 'utf8')
    const methods = [...source.matchAll(/export (?:const|(?:async )?function) (POST|PUT|PATCH|DELETE|fallback)\b/g)].map(
      ([, method]) => `${method} ${place}`,
    )
    const actions = /export const actions\b[^{]*=\s*\{([\s\S]*)\n\}/.exec(source)?.[1]
    const names =
      actions === undefined
        ? []
        : [...actions.matchAll(/^ {2}(?:async )?(\w+)\s*[:(]/gm)].map(([, name]) => `POST ${place}?/${name}`)
    assert.ok(actions === undefined || names.length > 0, `no action was found in ${path}`)
    return [...methods, ...names]
  })
}

let rooms: Rooms
let cookies: Awaited<ReturnType<typeof cookiesOfRoles>>
const ASKING = POLICY_ROLES.filter((role) => role !== 'system')
before(async () => {
  rooms = await openRooms()
  cookies = await cookiesOfRoles(rooms)
  const company = (await rooms.house.addCompany(SYSTEM, { company: { name: 'Kanal Ost' } })).id
  const contact = { name: 'A buyer', companyId: company, email: 'buyer@house.example' }
  const contactId = (await rooms.house.addContact(SYSTEM, { contact })).id
  await rooms.house.seatBuyer(SYSTEM, { seat: { contactId, companyRole: 'lead' } })
})
after(async () => {
  await rooms?.close()
})

/** Sends what a page would send. `ids` stand where the route has its parameters. */
async function ask(route: string, asked: Asked, cookie: string, ids: Record<string, string> = {}, origin = rooms.address) {
  const [method = '', place = ''] = route.split(/ (.*)/)
  const [path = '', action] = place.replace(/^\(site\)\//, '').split('?')
  const address = path.replaceAll(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? (name === 'slug' ? 'the-ferry-log' : 'none'))
  const query = asked.query ?? (action === undefined || action === '/default' ? '' : `?${action}`)
  const [type, body] =
    asked.json !== undefined
      ? ['application/json', JSON.stringify(asked.json)]
      : asked.form !== undefined
        ? ['application/x-www-form-urlencoded', new URLSearchParams(asked.form).toString()]
        : [asked.type ?? 'application/octet-stream', asked.bytes ?? null]
  const answer = await fetch(`${rooms.address}/en/${address}${query}`, {
    method,
    redirect: 'manual',
    headers: { cookie, origin, 'content-type': type, accept: asked.form === undefined ? 'application/json' : 'text/html' },
    ...(method === 'DELETE' ? {} : { body }),
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}

test('every route that changes something has its line, and every line a route', () => {
  assert.deepEqual(routesThatChange().toSorted(), Object.keys(EXPECTED).toSorted())
})

const STAFF: PolicyRole[] = ['owner', 'editor', 'sales', 'rights']
const rows = Object.entries(EXPECTED).flatMap(([route, all]) => all.map((asked) => ({ route, asked })))

describe('every change, every role', () => {
  for (const { route, asked } of rows.filter((row) => row.route !== 'POST sign-out'))
    test(`${route}${asked.verb === null ? '' : `: ${asked.verb}`}`, async () => {
      const desk = route.includes(' desk/')
      // of those who buy, or who produced; the house has its desk
      const room = !route.includes('/room/') ? null : route.includes('/room/films/') ? 'producer' : 'buyer'
      for (const role of ASKING) {
        const { status, to, text } = await ask(route, asked, cookies[role])
        const may =
          asked.verb === null ||
          (rulesFor(role, asked.verb).length > 0 && (!desk || STAFF.includes(role)) && (room === null || role === room))
        const said = `${role}: ${status} ${to} ${text.slice(0, 300)}`
        const led = to.includes('/sign-in')
        if (may)
          assert.ok(
            ![401, 403, 405].includes(status) && (status !== 415 || text.includes('not-a-picture')) && status < 500 && !led,
            said,
          )
        else assert.ok(status === 403 || status === 401 || (role === 'visitor' && status === 303 && led), said)
      }
    })

  test('from a page of another site none is done, whoever is signed in', async () => {
    for (const { route, asked } of rows) {
      const { status, text } = await ask(route, asked, cookies.owner, {}, 'https://elsewhere.example')
      assert.ok([403, 415].includes(status), `${route}: ${status} ${text.slice(0, 200)}`)
    }
  })
})

describe('what is somebody else’s', () => {
  test('a draft is no film to a stranger: no screener of it, no place on a list', async () => {
    const draft = await rooms.house.createTitle(SYSTEM, { sheet: emptySheet('Quillfeather Road') })
    const form = { name: 'A', email: 'a@buyer.example', company: '', message: '' }
    for (const role of ['visitor', 'buyer', 'producer'] as const) {
      const screener = await ask('POST (site)/films/[slug]?/screener', { verb: 'sendRequest', form }, cookies[role], {
        slug: draft.slug,
      })
      assert.equal(screener.status, 404, role)
      const kept = await ask('POST (site)/shortlist/add', { verb: 'startShortlist', form: { id: draft.id } }, cookies[role])
      assert.ok(!kept.text.includes('Quillfeather'), role)
      assert.ok(!screener.text.includes('Quillfeather'), role)
    }
    assert.ok(
      (await rooms.house.listRequests(SYSTEM, { reader: 'en' })).items.every(({ titles }) =>
        titles.every(({ id }) => id !== draft.id),
      ),
    )
  })

  test('a key is its maker’s: another member does not take it away, an owner may', async () => {
    const owner = (await rooms.house.listUsers(SYSTEM)).find(({ email }) => email === 'editor@house.example')!
    const actor = (await rooms.house.actorForUser(owner.id))!
    const { id } = (await rooms.house.issueKey(actor, { name: 'Feed', scopes: ['titles:read'] })).key
    const revoke: Asked = { verb: 'revokeKey', json: { verb: 'revoke', id } }
    for (const role of ['sales', 'rights'] as const) {
      const { status } = await ask('POST desk/keys/change', revoke, cookies[role])
      assert.ok([403, 404].includes(status), `${role}: ${status}`)
    }
    assert.equal((await ask('POST desk/keys/change', revoke, cookies.owner)).status, 200)
  })

  test('a published film is not changed by sales, nor given to a producer', async () => {
    const id = rooms.ids['winter-station-02']!
    const before = await rooms.house.openTitle(SYSTEM, { id })
    for (const json of [
      { verb: 'save', baseRevision: before.revision, sheet: { ...before.sheet, year: 1999 } },
      { verb: 'withdraw', baseRevision: before.revision },
      { verb: 'rename', slug: 'taken-over' },
      { verb: 'producers', userIds: [] },
    ])
      for (const role of ['sales', 'rights', 'buyer', 'producer'] as const)
        assert.equal(
          (await ask('POST desk/titles/[id]/save', { verb: 'editTitle', json }, cookies[role], { id })).status,
          403,
          `${role}: ${json.verb}`,
        )
    const now = await rooms.house.openTitle(SYSTEM, { id })
    assert.deepEqual([now.revision, now.status, now.slug], [before.revision, 'published', before.slug])
  })
})

test('signing out ends one’s own session, and no other', async () => {
  const cookie = await cookiesOf(rooms, 'sales@house.example')
  assert.equal((await ask('POST sign-out', { verb: null, form: {} }, cookie)).status, 303)
  const rename: Asked = { verb: 'renameMyself', json: { name: '' } }
  assert.match((await ask('POST desk/account/rename', rename, cookie)).to, /sign-in/)
  assert.equal((await ask('POST desk/account/rename', rename, cookies.sales)).status, 422)
})
