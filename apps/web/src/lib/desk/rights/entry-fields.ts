/** An entry as a form holds it, all of it text, and the same as the house takes it. */
import type { EntryInput } from '@vitrine/house'

export interface BoxFields {
  territory: string
  media: string
  languages: string
  cuts: string
  from: string
  to: string
}
export interface EntryFields {
  kind: string
  exclusive: boolean
  party: string
  contract: string
  clause: string
  expires: string
  runs: string
  catchUpDays: string
  broadcasts: string[]
  eventKind: string
  eventDate: string
  eventMonths: string
  boxes: BoxFields[]
  holdbacks: BoxFields[]
  /** Of a licence: what a platform pays or charges. */
  price: string
  note: string
}

export const EVENT_KINDS = ['signature', 'delivery', 'acceptance', 'first-broadcast', 'release', 'payment'] as const
export const emptyBox = (): BoxFields => ({ territory: '', media: '', languages: '', cuts: '', from: '', to: '' })
export const emptyEntry = (): EntryFields => ({
  kind: 'licence',
  exclusive: true,
  party: '',
  contract: '',
  clause: '',
  expires: '',
  runs: '',
  catchUpDays: '',
  broadcasts: [],
  eventKind: '',
  eventDate: '',
  eventMonths: '',
  boxes: [emptyBox()],
  holdbacks: [],
  price: '',
  note: '',
})

const or = (text: string): string | null => (text.trim() === '' ? null : text.trim())
/** What is no number goes as it is: the house says what is wrong with it, by field. */
const number = (text: string): number | string | null => {
  const said = or(text)
  return said === null ? null : /^\d+$/.test(said) ? Number(said) : said
}
const boxInput = (box: BoxFields): Record<string, unknown> => ({
  territory: box.territory.trim(),
  media: box.media.trim(),
  languages: or(box.languages) ?? 'all',
  cuts: or(box.cuts.replaceAll(/['’′]/g, '')),
  from: or(box.from),
  to: or(box.to),
})

/**
 * The entry of a form. One box stands in the entry itself, so that a mistake is named by its plain field.
 *
 * @example
 * entryOf({ ...emptyEntry(), boxes: [{ ...emptyBox(), territory: 'France', media: 'svod' }] })
 */
export function entryOf(fields: EntryFields): EntryInput {
  const { boxes } = fields
  return {
    kind: fields.kind,
    exclusive: (fields.kind === 'grant' || fields.kind === 'licence') && fields.exclusive,
    ...(boxes.length === 1 ? boxInput(boxes[0]!) : { boxes: boxes.map(boxInput) }),
    party: or(fields.party),
    contract: or(fields.contract),
    clause: or(fields.clause),
    expires: fields.kind === 'option' ? or(fields.expires) : null,
    runs: number(fields.runs),
    catchUpDays: number(fields.catchUpDays),
    broadcasts: fields.broadcasts,
    event:
      fields.eventKind === '' ? null : { kind: fields.eventKind, date: or(fields.eventDate), months: number(fields.eventMonths) },
    holdbacks: fields.holdbacks.map(boxInput),
    price: fields.kind === 'licence' ? or(fields.price) : null,
    note: or(fields.note),
  }
}

const text = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.map(String).join(', ')
      : typeof value === 'object'
        ? ''
        : String(value)
const list = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? (value as Readonly<Record<string, unknown>>[]) : []
const boxFields = (box: Readonly<Record<string, unknown>>): BoxFields => ({
  territory: text(box['territory']),
  media: text(box['media']),
  languages: text(box['languages']) === 'all' ? '' : text(box['languages']),
  cuts: text(box['cuts']),
  from: text(box['from']),
  to: text(box['to']),
})

/** The form of an entry; what the entry does not say, the form keeps from `before`. */
export function fieldsOf(entry: EntryInput, before: EntryFields = emptyEntry()): EntryFields {
  const event = (entry['event'] ?? null) as Readonly<Record<string, unknown>> | null
  return {
    kind: text(entry['kind']) || before.kind,
    exclusive: entry['exclusive'] === true,
    party: text(entry['party']) || before.party,
    contract: text(entry['contract']) || before.contract,
    clause: text(entry['clause']) || before.clause,
    expires: text(entry['expires']),
    runs: text(entry['runs']),
    catchUpDays: text(entry['catchUpDays']),
    broadcasts: list(entry['broadcasts']).map(String),
    eventKind: text(event?.['kind']),
    eventDate: text(event?.['date']),
    eventMonths: text(event?.['months']),
    boxes: entry['boxes'] === undefined ? [boxFields(entry)] : list(entry['boxes']).map(boxFields),
    holdbacks: list(entry['holdbacks']).map(boxFields),
    price: text(entry['price']) || before.price,
    note: text(entry['note']) || before.note,
  }
}
