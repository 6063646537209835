/** A counter-offer as its form gives it: our terms, with another price, other days or another territory. */
import type { OfferInput, OfferView } from '@vitrine/house'

type Line = OfferView['terms']['lines'][number]

export interface CounterFields {
  prices: (number | null)[]
  from: string
  to: string
  territory: string
  note: string
}

/** What of our terms the form may change, as it stands: of a line whose boxes differ, the first. */
export function counterDefaults({ lines }: OfferView['terms']): Omit<CounterFields, 'prices' | 'note'> {
  const box = lines[0]?.rights.boxes[0]
  return { from: box?.from ?? '', to: box?.to ?? '', territory: box?.territory ?? '' }
}

/** Our terms with what the form says otherwise; a field that was left as it stood changes nothing. */
export function counterTerms(offer: OfferView, fields: CounterFields): OfferInput {
  const usual = counterDefaults(offer.terms)
  const other = (name: 'from' | 'to' | 'territory') =>
    fields[name] === '' || fields[name] === usual[name] ? undefined : fields[name]
  const { currency, package: whole, payments, expires, withholding } = offer.terms
  const lines = offer.terms.lines.map((line, at) => ({
    titleId: line.titleId,
    minor: fields.prices[at] ?? line.minor,
    materials: [...line.materials],
    rights: rightsOf(line, { from: other('from'), to: other('to'), territory: other('territory') }),
  }))
  return {
    currency,
    lines,
    package: whole === null ? null : { minor: lines.reduce((sum, { minor }) => sum + minor, 0) },
    payments: [...payments],
    expires,
    withholding,
    note: fields.note === '' ? offer.terms.note : fields.note,
  }
}

function rightsOf({ rights }: Line, other: Partial<Record<'from' | 'to' | 'territory', string | undefined>>) {
  const boxOf = (box: Line['rights']['boxes'][number]) => ({ territory: box.territories, wording: box.territory, media: box.media, languages: box.languages, cuts: box.cuts, from: box.from, to: box.to }) // prettier-ignore
  return {
    exclusive: rights.exclusive,
    clause: rights.clause,
    note: rights.note,
    event: rights.event,
    ...(rights.runs === null ? {} : { runs: rights.runs.count, catchUpDays: rights.runs.catchUpDays }),
    holdbacks: rights.imposes.map(boxOf),
    boxes: rights.boxes.map((box) => ({
      ...boxOf(box),
      ...(other.territory === undefined ? {} : { territory: other.territory, wording: other.territory }),
      ...(other.from === undefined ? {} : { from: other.from }),
      ...(other.to === undefined ? {} : { to: other.to }),
    })),
  }
}
