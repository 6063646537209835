/** An offer as its form holds it, all of it text, and the same as the house takes it. */
import type { EntryInput, OfferInput, OfferView } from '@vitrine/house'
import type { DeliverableKind, PaymentEvent } from '@vitrine/deals/offer/offer'
import type { Locale } from '@vitrine/messages'
import { emptyEntry, type EntryFields, entryOf, fieldsOf } from '../rights/entry-fields.ts'
import { priceIn, priceText, shareIn, shareText } from './amount.ts'

export interface LineFields {
  titleId: string
  title: string
  price: string
  rights: EntryFields
  materials: { kind: DeliverableKind; detail: string; days: string }[]
}
export interface OfferFields {
  currency: string
  lines: LineFields[]
  package: boolean
  packagePrice: string
  spread: boolean
  payments: { share: string; event: PaymentEvent; days: string; day: string }[]
  expires: string
  withholding: string
  note: string
  message: string
}

/** A film with the rights of the line before it: films of one offer are mostly sold alike. */
export function lineFor(
  film: { id: string; title: string },
  like: LineFields | undefined,
  wished: EntryInput | null,
): LineFields {
  const rights = like === undefined ? (wished === null ? emptyEntry() : fieldsOf(wished)) : structuredClone(like.rights)
  return { titleId: film.id, title: film.title, price: '', rights, materials: structuredClone(like?.materials ?? []) }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0)

/** The fields whose text is no amount, by their path. */
export function wrongAmounts(fields: OfferFields): string[] {
  return [
    ...fields.lines.flatMap(({ price }, at) => (priceIn(price, fields.currency) === null ? [`lines[${at}].minor`] : [])),
    ...(fields.package && priceIn(fields.packagePrice, fields.currency) === null ? ['package'] : []),
    ...fields.payments.flatMap(({ share }, at) => (shareIn(share) === null ? [`payments[${at}].share`] : [])),
    ...(shareIn(fields.withholding) === null ? ['withholding'] : []),
  ]
}

/** What has no price yet, by its film's name; `null` is the package. An offer for nothing says 0: a field that was left empty is no gift. */
export function unpriced(fields: OfferFields): (string | null)[] {
  if (fields.package) return fields.packagePrice.trim() === '' ? [null] : []
  return fields.lines.flatMap(({ title, price }) => (price.trim() === '' ? [title] : []))
}

/** What is no amount counts as nothing; the form says so beside it and sends nothing. */
export function offerInput(fields: OfferFields): OfferInput {
  const price = (text: string) => priceIn(text, fields.currency) ?? 0
  return {
    currency: fields.currency,
    lines: fields.lines.map((line) => ({
      titleId: line.titleId,
      rights: { ...entryOf(line.rights), kind: 'licence' },
      minor: price(line.price),
      materials: line.materials.map(({ kind, detail, days }) => ({ kind, detail: orNull(detail), days: orNull(days) === null ? null : whole(days) })), // prettier-ignore
    })),
    package: fields.package ? { minor: price(fields.packagePrice), spread: fields.spread } : null,
    payments: fields.payments.map(({ share, event, days, day }) => ({ share: shareIn(share) ?? 0, event, days: whole(days), day: event === 'day' ? orNull(day) : null })), // prettier-ignore
    expires: orNull(fields.expires),
    withholding: shareIn(fields.withholding) ?? 0,
    note: orNull(fields.note),
  }
}

/** A version as a form: `rights` are its lines' rights as texts that mean the same. */
export function offerFields(offer: OfferView, rights: readonly EntryInput[], locale: Locale): OfferFields {
  const { currency, terms } = offer
  // of a draft nobody can tell a price of nothing from one that is not written yet
  const price = (minor: number) => (offer.state === 'draft' && minor === 0 ? '' : priceText(locale, minor, currency))
  return {
    currency,
    lines: terms.lines.map((line, at) => ({
      titleId: line.titleId,
      title: line.title,
      price: price(line.minor),
      rights: fieldsOf(rights[at]!),
      materials: line.materials.map(({ kind, detail, days }) => ({ kind, detail: detail ?? '', days: days === null ? '' : String(days) })), // prettier-ignore
    })),
    package: terms.package !== null,
    packagePrice: terms.package === null ? '' : price(terms.package.minor),
    // Shares that make up the price are its spread by themselves: another price, or a film less, goes the same way.
    spread: terms.package !== null && terms.lines.reduce((sum, { minor }) => sum + minor, 0) === terms.package.minor,
    payments: terms.payments.map(({ share, event, days, day }) => ({ share: shareText(locale, share), event, days: String(days), day: day ?? '' })), // prettier-ignore
    expires: terms.expires ?? '',
    withholding: shareText(locale, terms.withholding),
    note: terms.note ?? '',
    message: offer.state === 'draft' ? (offer.message ?? '') : '', // what came with another version, from either side, was said then
  }
}
