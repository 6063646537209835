/** What the amendments of a deal change, in the words of their paper. */
import type { PaymentOfAmount } from '@vitrine/deals/after/amend-plan'
import type { PaperChange, PaperChangeRow, PaperContent } from '@vitrine/deals/papers/paper'
import { changesOf } from '@vitrine/deals/schedule/schedule-changes'
import { minorDigits } from '@vitrine/ledger/money/currency'
import { formatDay, type Locale } from '@vitrine/messages'
import { amountInWords, paperWords } from '@vitrine/messages/papers'
import { type AmendmentRow, amendmentsOfDeal } from '@vitrine/store/after/amendments'
import type { Asker } from '@vitrine/store/asker'
import { listPaperRows, paperVersions } from '@vitrine/store/papers/papers'
import type { HouseContext } from '../context.ts'

/** Amendments that stand on no executed paper yet, the oldest first. */
export async function amendmentsToPaper(house: HouseContext, db: Asker, dealId: string): Promise<AmendmentRow[]> {
  const papers = await listPaperRows(db, house.houseId, { dealId, state: 'executed', limit: 200 })
  const done = new Set<number>()
  for (const { id, kind, version } of papers) {
    if (kind !== 'amendment') continue
    const content = (await paperVersions(db, house.houseId, id)).find((one) => one.version === version)?.content
    for (const number of content?.amendments ?? []) done.add(number)
  }
  return (await amendmentsOfDeal(db, house.houseId, dealId)).filter(({ number }) => !done.has(number)).toReversed()
}

/** @param order the films by name, as the schedule has them */
export function changesOnPaper(
  amendments: readonly AmendmentRow[],
  locale: Locale,
  order: readonly string[],
): Pick<PaperContent, 'changes' | 'amendments'> {
  const words = paperWords[locale]
  const changes = amendments.map(({ number, effective, licences, price }): PaperChange => ({
    heading: words.change(number, effective && formatDay(locale, effective)),
    films: licences
      .toSorted((a, b) => order.indexOf(a.title) - order.indexOf(b.title))
      .map(({ title, before, after }) => ({
        title,
        rows: changesOf(before, after, locale).map(({ label, was, becomes }) => ({ label, was: was ?? words.nothing, becomes: becomes ?? words.nothing })), // prettier-ignore
      })),
    price: price === null ? [] : priceRows(price, locale),
  }))
  return { changes, amendments: amendments.map(({ number }) => number) }
}

function priceRows(price: NonNullable<AmendmentRow['price']>, locale: Locale): PaperChangeRow[] {
  const words = paperWords[locale]
  const amount = (minor: number): string => amountInWords(locale, price.currency, minor, minorDigits(price.currency))
  const payable = ({ minor, event, days, day }: PaymentOfAmount): string =>
    `${amount(minor)}, ${lower(event === 'day' ? words.onDay(formatDay(locale, day!)) : words.onEvent(words.event[event], days))}`
  const films = price.lines.length < 2 ? [] : price.lines.filter(({ before, after }) => before !== after)
  return [
    ...films.map(({ title, before, after }) => ({ label: title, was: amount(before), becomes: amount(after) })),
    { label: words.wholePrice, was: amount(price.before), becomes: amount(price.after) },
    ...(price.replaced ?? []).map((one) => ({ label: words.payable, was: payable(one), becomes: words.nothing })),
    ...price.instalments.map((one) => ({ label: words.payable, was: words.nothing, becomes: payable(one) })),
  ]
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
