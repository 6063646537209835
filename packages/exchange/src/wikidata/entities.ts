/** Entities of a Wikidata dump, and what their statements say. */
import { at, fields, items, textOf } from '../json/look.ts'

export interface Statement {
  value: unknown
  qualifiers: unknown
}

export class Entities {
  readonly #byId = new Map<string, unknown>()

  /** Takes `{ entities: { Q1: … } }`, one entity, or a list of either. */
  constructor(document: unknown) {
    for (const part of items(document)) {
      const inside = fields(at(part, 'entities'))
      for (const entity of inside === null ? [part] : Object.values(inside)) {
        const id = textOf(at(entity, 'id'))
        if (id !== null && /^Q\d{1,12}$/.test(id)) this.#byId.set(id, entity)
      }
    }
  }

  all(): unknown[] {
    return [...this.#byId.values()]
  }

  get(id: string): unknown {
    return this.#byId.get(id)
  }

  /** Its name, in English where it has one, else in the language of all, else in any. */
  nameOf(id: string): string | null {
    const labels = at(this.#byId.get(id), 'labels')
    const known = [at(labels, 'en'), at(labels, 'mul'), ...Object.values(fields(labels) ?? {})]
    return known.flatMap((label) => textOf(at(label, 'value')) ?? [])[0] ?? null
  }
}

/** What is said of a property: the preferred statements where there are some, and none that is deprecated or unknown. */
export function statements(entity: unknown, property: string): Statement[] {
  const known = items(at(entity, 'claims', property)).filter(
    (one) => at(one, 'rank') !== 'deprecated' && snakValue(at(one, 'mainsnak')) !== undefined,
  )
  const preferred = known.filter((one) => at(one, 'rank') === 'preferred')
  return (preferred.length > 0 ? preferred : known).map((one) => ({
    value: snakValue(at(one, 'mainsnak')),
    qualifiers: at(one, 'qualifiers'),
  }))
}

const snakValue = (snak: unknown): unknown => at(snak, 'datavalue', 'value')
/** The first value of a qualifier. */
export const qualifier = (of: Statement, property: string): unknown => snakValue(items(at(of.qualifiers, property))[0])

/** The id of the item that a value is; null for a value of another kind. */
export function itemId(value: unknown): string | null {
  const id = textOf(at(value, 'id'))
  if (id !== null && /^Q\d{1,12}$/.test(id)) return id
  const number = at(value, 'numeric-id')
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? `Q${number}` : null
}

/** The year of a time: `+2019-11-20T00:00:00Z`. */
export const timeYear = (value: unknown): number | null => {
  const year = Number(/^\+(\d{4})-/.exec(textOf(at(value, 'time')) ?? '')?.[1] ?? 0)
  return year >= 1880 && year <= 2200 ? year : null
}

const UNITS: Record<string, number> = { Q7727: 1, Q25235: 60, Q11574: 1 / 60 }

/** Whole minutes of a quantity of time; without a unit they are minutes. */
export function quantityMinutes(value: unknown): number | null {
  const amount = Number(textOf(at(value, 'amount')) ?? Number.NaN)
  const unit = /Q\d+$/.exec(textOf(at(value, 'unit')) ?? '')?.[0]
  const minutes = Math.round(amount * (unit === undefined ? 1 : (UNITS[unit] ?? Number.NaN)))
  return minutes >= 1 && minutes <= 6000 ? minutes : null
}
