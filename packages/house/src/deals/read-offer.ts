/** An offer as a form or a program gives it, read into terms; what is wrong with them, in words. */
import { type OfferFault, faultsOfOffer, MOST_LINES, unpriced } from '@vitrine/deals/offer/faults-of-offer'
import { DELIVERABLES, type OfferTerms, PAYMENT_EVENTS, spreadPackage } from '@vitrine/deals/offer/offer'
import { isCurrency } from '@vitrine/ledger/money/currency'
import { offerFault } from '@vitrine/messages/deals'
import type { Asker } from '@vitrine/store/asker'
import { findTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../context.ts'
import type { OfferInput } from '../contract/deals.ts'
import { HouseError, isHouseError } from '../errors.ts'
import { Id, parse } from '../input.ts'
import { DayText, readEntryInput } from '../rights/read-input.ts'

const Minor = z.int().min(0)
export const Words = z.string().max(4_000).nullable().optional()
const MOST_PAYMENTS = 24
const MOST_MATERIALS = 50

const Input = z.object({
  currency: z.string().max(3),
  lines: z
    .array(
      z.object({
        titleId: Id,
        rights: z.record(z.string(), z.unknown()),
        minor: Minor,
        materials: z
          .array(
            z.object({
              kind: z.enum(DELIVERABLES),
              detail: z.string().trim().max(200).nullable(),
              days: z.int().min(0).max(10_000).nullable(),
            }),
          )
          .max(MOST_MATERIALS)
          .optional(),
      }),
    )
    .max(MOST_LINES),
  package: z.object({ minor: Minor, spread: z.boolean().optional() }).nullable().optional(),
  payments: z
    .array(
      z.object({
        share: z.int().min(0).max(10_000),
        event: z.enum(PAYMENT_EVENTS),
        days: z.int().min(0).max(10_000),
        day: DayText.nullable(),
      }),
    )
    .max(MOST_PAYMENTS)
    .optional(),
  expires: DayText.nullable(),
  withholding: z.int().min(0).max(10_000).optional(),
  note: Words,
})

/**
 * Terms of an offer. Films must be there; to a film that is not `offerable` there is no way, as if it were not.
 *
 * @param offerable the films that may be offered, when not all: a buyer answers with those they were offered
 */
export async function readOffer(
  house: HouseContext,
  db: Asker,
  input: OfferInput,
  offerable?: ReadonlySet<string>,
): Promise<OfferTerms> {
  const { lines, package: whole = null, payments = [], withholding = 0, note = null, currency, expires } = parse(Input, input)
  if (!isCurrency(currency)) throw invalid('currency', 'currency')
  const titles = new Map(
    (await findTitles(db, house.houseId, [...new Set(lines.map(({ titleId }) => titleId))])).map((row) => [row.id, row.sheet.title]), // prettier-ignore
  )
  const terms: OfferTerms = {
    currency,
    lines: lines.map(({ titleId, rights, minor, materials = [] }, at) => {
      const title = titles.get(titleId)
      if (title === undefined || offerable?.has(titleId) === false) throw new HouseError('not-found', { subject: 'Title' })
      return { titleId, title, rights: readRights(rights, at), minor, materials }
    }),
    package: whole === null ? null : { minor: whole.minor },
    payments,
    expires,
    withholding,
    note,
  }
  return whole?.spread === true ? spreadPackage(terms) : terms
}

function readRights(rights: Readonly<Record<string, unknown>>, at: number) {
  try {
    return { ...readEntryInput({ ...rights, kind: 'licence' }), party: null, contract: null }
  } catch (thrown) {
    if (!isHouseError(thrown) || thrown.code !== 'invalid-input') throw thrown
    const issues = thrown.details['issues'] as { path: string }[]
    throw new HouseError('invalid-input', { issues: issues.map((one) => ({ ...one, path: `lines.${at}.rights.${one.path}` })) })
  }
}

const invalid = (path: string, code: OfferFault['code']): HouseError =>
  new HouseError('invalid-input', { issues: [{ path, code, message: offerFault({ path, code }, 'EUR', 'en'), messageFr: offerFault({ path, code }, 'EUR', 'fr') }] }) // prettier-ignore

/**
 * Fails with `invalid-input` when an offer cannot be sent as it is: it does not add up, has no end that is to come…
 *
 * @param free what has no price is meant to cost nothing
 */
export function holdOffer(terms: OfferTerms, today: string, free: boolean): void {
  const faults = [...faultsOfOffer(terms, today), ...(free ? [] : unpriced(terms))]
  if (faults.length === 0) return
  throw new HouseError('invalid-input', {
    issues: faults.map((fault) => ({
      path: fault.path,
      code: fault.code,
      message: offerFault(fault, terms.currency, 'en'),
      messageFr: offerFault(fault, terms.currency, 'fr'),
    })),
  })
}
