/**
 * What follows from a signature, in its own transaction: each room that lays something out when a sale is signed adds its step
 * here. A step that fails undoes the signature too, so it must refuse nothing that could be refused before.
 */
import type { DealRow } from '@vitrine/store/deals/deals'
import type { OfferRow } from '@vitrine/store/deals/offers'
import { layOutDeliverables } from '../after/lay-out-deliverables.ts'
import { layOutInstalments } from '../after/lay-out-instalments.ts'
import { recordSale } from '../after/record-sale.ts'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { Writing } from '../write.ts'

export interface SignedSale {
  deal: DealRow
  offer: OfferRow
  /** The licences in the rights book, in the order of the offer's lines. */
  licences: readonly string[]
  /** The day of the signature, `YYYY-MM-DD`. */
  day: string
}

export type StepWhenSigned = (house: HouseContext, writing: Writing, actor: Actor, sale: SignedSale) => Promise<void>

export const WHEN_SIGNED: readonly StepWhenSigned[] = [layOutDeliverables, layOutInstalments, recordSale]
