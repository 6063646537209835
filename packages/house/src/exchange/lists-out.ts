/** The lists that can go out by themselves: by which verb, which is also whose to take. */
import type { ListOut } from '@vitrine/messages/list-formats'
import type { FigureTable } from '../contract/after.ts'
import type { Actor } from '../contract.ts'
import type { TakenAway } from '../contract/rights.ts'
import type { HouseContext } from '../context.ts'
import type { Leaving, ListAsked } from '../lists/list-table.ts'
import { exportFigures } from '../verbs/after/export-figures.ts'
import { exportInvoices } from '../verbs/after/export-invoices.ts'
import { exportContacts } from '../verbs/contacts/export-contacts.ts'
import { exportDeals } from '../verbs/lists/export-deals.ts'
import { exportDeliverables } from '../verbs/lists/export-deliverables.ts'
import { exportMarkets } from '../verbs/lists/export-markets.ts'
import { exportMeetings } from '../verbs/lists/export-meetings.ts'
import { exportRequests } from '../verbs/lists/export-requests.ts'
import { exportScreeners } from '../verbs/lists/export-screeners.ts'
import { exportTasks } from '../verbs/lists/export-tasks.ts'
import { exportViewings } from '../verbs/lists/export-viewings.ts'
import { exportRights } from '../verbs/rights/export-rights.ts'

type Asked = ListAsked & { table: FigureTable }

/** Each list whole, as the command line and the API give it without a filter. */
export const LIST_VERBS = {
  contacts: { verb: 'exportContacts', take: exportContacts },
  rights: { verb: 'exportRights', take: exportRights },
  deals: { verb: 'exportDeals', take: exportDeals },
  requests: { verb: 'exportRequests', take: exportRequests },
  tasks: { verb: 'exportTasks', take: exportTasks },
  deliverables: { verb: 'exportDeliverables', take: exportDeliverables },
  invoices: { verb: 'exportInvoices', take: exportInvoices },
  figures: { verb: 'exportFigures', take: exportFigures },
  screeners: { verb: 'exportScreeners', take: exportScreeners },
  viewings: { verb: 'exportViewings', take: exportViewings },
  markets: { verb: 'exportMarkets', take: exportMarkets },
  meetings: { verb: 'exportMeetings', take: exportMeetings },
} as const satisfies Record<
  ListOut,
  { verb: string; take: (house: HouseContext, actor: Actor, asked: Asked, leaving: Leaving) => Promise<TakenAway> }
>
