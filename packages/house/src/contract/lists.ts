/** Lists of the desk as files: CSV or XLSX, with the columns that were chosen. Those who may look at a list may take it. */
import type { Actor } from '../contract.ts'
import type { MarketFilter } from './contacts.ts'
import type { DealFilter, RequestVerbs } from './deals.ts'
import type { TakenAway } from './rights.ts'
import type { ListAsked } from '../lists/list-table.ts'

export type { ListAsked }

export interface ListVerbs {
  exportDeals(actor: Actor, args: ListAsked & DealFilter): Promise<TakenAway>
  exportRequests(
    actor: Actor,
    args: ListAsked & Omit<Parameters<RequestVerbs['listRequests']>[1], 'cursor' | 'limit' | 'reader'>,
  ): Promise<TakenAway>
  /** What is still to be done: one's own and nobody's, or everybody's; through a day, or whenever. */
  exportTasks(actor: Actor, args: ListAsked & { whose?: 'mine' | 'all'; through?: string | null }): Promise<TakenAway>
  exportDeliverables(actor: Actor, args: ListAsked & { shelf?: 'open' | 'sent' | 'done' | 'all' }): Promise<TakenAway>
  /** Whom screeners went to, without their links, which are secrets. */
  exportScreeners(
    actor: Actor,
    args: ListAsked & { state?: 'open' | 'over'; titleId?: string; companyId?: string },
  ): Promise<TakenAway>
  /** Who watched what and how much of it: all of it, or of one screener, film, company or person. */
  exportViewings(
    actor: Actor,
    args: ListAsked & { screenerId?: string; titleId?: string; companyId?: string; contactId?: string },
  ): Promise<TakenAway>
  exportMarkets(actor: Actor, args: ListAsked & MarketFilter): Promise<TakenAway>
  /** Of one market, or of all of them. */
  exportMeetings(actor: Actor, args: ListAsked & { marketId?: string }): Promise<TakenAway>
}
