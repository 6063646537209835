/** Every page and every file of the desk, asked for by every role: the policy table says who gets it. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { POLICY_ROLES, rulesFor, type PolicyRole } from '@vitrine/house'
import type { Verb } from '@vitrine/house/policies/policy'
import { cookiesOfRoles, openRooms, type Rooms } from './rooms.ts'

const DESK = fileURLToPath(new URL('../src/routes/[locale]/desk/', import.meta.url))

/** The verb of the house that a place at the desk comes to; null: all of the staff have it. A place without a line fails the first test. */
const EXPECTED: Record<string, Verb | null> = {
  '': null,
  '[...rest]': null,
  account: null,
  audit: 'readAudit',
  catalogue: 'printCatalogue',
  clauses: 'listClauses',
  'clauses/[id]': 'viewClause',
  collections: 'saveCollection',
  'collections/[slug]': 'saveCollection',
  contacts: 'listCompanies',
  'contacts/companies/[id]': 'openCompany',
  'contacts/day': 'listTasks',
  'contacts/day/export': 'exportTasks',
  'contacts/duplicates': 'findDuplicates',
  'contacts/export': 'exportContacts',
  'contacts/import': 'importContacts',
  'contacts/people': 'listContacts',
  'contacts/people/[id]': 'openContact',
  'contacts/people/[id]/everything': 'exportPerson',
  'contacts/rows.json': 'listCompanies',
  deals: 'listDeals',
  'deals/[id]': 'changeDeal',
  'deals/[id]/deliverables': 'viewDeliverables',
  'deals/[id]/deliverables/[item]/files/[file]': 'openDeliverableFile',
  'deals/[id]/history': 'viewDeal',
  'deals/[id]/money': 'viewMoney',
  'deals/[id]/offers': 'compareOffers',
  'deals/[id]/offers/draft': 'draftOffer',
  'deals/[id]/papers': 'listPapers',
  'deals/[id]/papers/[paper]': 'viewPaper',
  'deals/[id]/papers/[paper]/[file].pdf': 'openPaperFile',
  'deals/export': 'exportDeals',
  'deals/new': 'openDeal',
  'deals/rows.json': 'listDeals',
  deliverables: 'listDeliverables',
  'deliverables/export': 'exportDeliverables',
  drop: 'listDroppedSheets',
  exports: 'listExportSchedules',
  'exports/[id]': 'listExportRuns',
  'exports/[id]/[run]': 'openExportRun',
  figures: 'viewFigures',
  'figures/export': 'exportFigures',
  'figures/rates': 'viewRates',
  intake: 'listIntakes',
  'intake/[id]': 'openIntake',
  'intake/[id]/licences': 'viewIntakeLicences',
  'intake/twins': 'findTwins',
  invoices: 'listInvoices',
  'invoices/[id]': 'viewInvoice',
  'invoices/[id]/paper': 'printInvoice',
  'invoices/[id]/xml': 'openInvoiceXml',
  'invoices/export': 'exportInvoices',
  keys: 'issueKey',
  mail: 'listLetters',
  'mail/templates': 'listMailTemplates',
  'mail/templates/[name]': 'viewMailTemplate',
  markets: 'listMarkets',
  'markets/[id]': 'openMarket',
  'markets/[id]/contact-cards.pdf': 'printContactCards',
  'markets/[id]/export': 'exportMeetings',
  'markets/[id]/meetings.pdf': 'printMeetings',
  'markets/[id]/meetings/[meeting]': 'openMeeting',
  'markets/export': 'exportMarkets',
  match: 'matchTitles',
  'names.json': null,
  people: 'addUser',
  requests: 'listRequests',
  'requests/export': 'exportRequests',
  rights: 'askAvailabilities',
  'rights/ask.json': 'askAvailabilities',
  'rights/entries': 'listEntries',
  'rights/entries/[id]': 'viewEntry',
  'rights/entries/[id]/change': 'viewEntry',
  'rights/entries/[id]/documents/[document]': 'openEntryDocument',
  'rights/entries/export': 'exportRights',
  'rights/entries/new': 'draftEntry',
  'rights/entries/rows.json': 'listEntries',
  'rights/import': 'importRights',
  'rights/lists': 'listSentLists',
  'rights/lists/[id]': 'compareSentList',
  'rights/lists/new': 'sendAvailabilities',
  'rights/titles/[id]': 'viewAvailability',
  'rights/titles/[id]/grid.[format]': 'exportAvailability',
  'rights/titles/[id]/regions.[format]': 'exportAvailability',
  'rights/watch': 'watchRights',
  'rights/world.json': 'viewAvailability',
  screenings: 'listScreeners',
  'screenings/export': 'exportScreeners',
  'screenings/viewings': 'exportViewings',
  settings: 'changeSettings',
  'settings/accounts': 'changeAccounts',
  'sheets/[id]': 'openDroppedSheet',
  'titles.json': 'listTitles',
  'titles/[id]': 'openTitle',
  'titles/[id]/festival-pack.zip': 'packFestival',
  'titles/[id]/history': 'listRevisions',
  'titles/[id]/screening': 'listReels',
  'titles/[id]/traces': 'listTraces',
  'titles/[id]/traces/[trace]': 'viewTrace',
  webhooks: 'addWebhook',
  'webhooks/[id]': 'changeWebhook',
}

/** Every place that is looked at: pages, and files that are answered. */
function placesThatAreLookedAt(): string[] {
  return readdirSync(DESK, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    if (path.endsWith('+page.svelte')) return [path.replace(/\/?\+page\.svelte$/, '')]
    if (!path.endsWith('+server.ts')) return []
    const answers = /export (?:const|(?:async )?function) (?:GET|fallback)\b/.test(readFileSync(DESK + path, 'utf8'))
    return answers ? [path.replace(/\/?\+server\.ts$/, '')] : []
  })
}

const STAFF: PolicyRole[] = ['owner', 'editor', 'sales', 'rights']
const ASKING = POLICY_ROLES.filter((role) => role !== 'system')
const mayLook = (role: PolicyRole, verb: Verb | null) =>
  STAFF.includes(role) && (verb === null || rulesFor(role, verb).length > 0)

let rooms: Rooms
let cookies: Awaited<ReturnType<typeof cookiesOfRoles>>
before(async () => {
  rooms = await openRooms()
  cookies = await cookiesOfRoles(rooms)
})
after(async () => {
  await rooms?.close()
})

/** The address of a place. A film is one that there is, everything else is named `none`: who may not look is refused before it is sought. */
function addressOf(place: string): string {
  const filled = place
    .replace(/\btitles\/\[id\]/, `titles/${rooms.ids['the-ferry-log']}`)
    .replaceAll('[format]', 'csv')
    .replaceAll(/\[(?:\.{3})?\w+\]/g, 'none')
  return `${rooms.address}/en/desk${filled === '' ? '' : `/${filled}`}`
}
const asked = (address: string, role: (typeof ASKING)[number]) =>
  fetch(address, { redirect: 'manual', headers: { cookie: cookies[role] } })

test('every place of the desk has its line, and every line a place', () => {
  assert.deepEqual(placesThatAreLookedAt().toSorted(), Object.keys(EXPECTED).toSorted())
})

describe('every place of the desk, every role', () => {
  for (const [place, verb] of Object.entries(EXPECTED))
    test(`/desk/${place}${verb === null ? '' : `: ${verb}`}`, async () => {
      for (const role of ASKING) {
        const answer = await asked(addressOf(place), role)
        const to = answer.headers.get('location') ?? ''
        const said = `${role}: ${answer.status} ${to} ${(await answer.text()).slice(0, 300)}`
        if (mayLook(role, verb)) {
          assert.ok(![401, 403, 405].includes(answer.status) && answer.status < 500 && !to.includes('/sign-in'), said)
          if (!place.includes('[')) assert.ok(answer.status < 400, said)
        } else if (role === 'visitor') assert.ok(answer.status === 303 && to.startsWith('/en/sign-in?next='), said)
        else assert.ok(answer.status === 403 || (place === '' && answer.status === 303 && to === '/en/room?from=desk'), said)
      }
    })

  // The framework lets a page say which of its loads to run again: one that leans on the layout above it would stand open.
  const loads = Object.entries(EXPECTED).filter(([place]) => existsSync(`${DESK}${place}/+page.server.ts`))
  for (const [place, verb] of loads)
    test(`/desk/${place}: its data alone, without the layouts that stand before it`, async () => {
      for (const role of ASKING.filter((each) => !mayLook(each, verb))) {
        for (const mask of ['1', '01', '001', '0001', '00001', '000001']) {
          const answer = await asked(`${addressOf(place)}/__data.json?x-sveltekit-invalidated=${mask}`, role)
          const text = await answer.text()
          const nodes = text.startsWith('{')
            ? ((JSON.parse(text.split('\n')[0]!) as { nodes?: ({ type: string } | null)[] }).nodes ?? [])
            : []
          assert.equal(
            nodes.at(mask.length - 1)?.type === 'data' && mask.length === nodes.length,
            false,
            `${role} ${mask}: ${text.slice(0, 300)}`,
          )
        }
      }
    })
})
