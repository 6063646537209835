/**
 * How well a film fits a buyer, and why: their slots, languages and what they bought before. Values alone; whether it can be had
 * is asked of the rights book beside it. A suggestion without a reason is none.
 */
import type { Slot } from '../company/profile.ts'

export interface FilmTraits {
  readonly id: string
  /** Of its cuts; episodes are those of a series. */
  readonly cuts: readonly { readonly minutes: number; readonly episodes: number | null }[]
  readonly genres: readonly string[]
  readonly themes: readonly string[]
  /** Languages it is on offer in, as codes without their use. */
  readonly languages: readonly string[]
  readonly year: number | null
}

/** What is known of a buyer's taste. */
export interface Taste {
  readonly slots: readonly Slot[]
  /** Languages they show films in; null: not said. */
  readonly languages: readonly string[] | null
  /** Of films they bought or asked for: how often each theme and genre. */
  readonly liked: ReadonlyMap<string, number>
  /** This year: what is new is told by it. */
  readonly year: number
}

export type FitReason =
  | { readonly code: 'slot'; readonly slot: string; readonly minutes: number }
  | { readonly code: 'slot-subject'; readonly slot: string; readonly subjects: readonly string[] }
  | { readonly code: 'language'; readonly languages: readonly string[] }
  | { readonly code: 'liked'; readonly subjects: readonly string[]; readonly films: number }
  | { readonly code: 'new'; readonly year: number }

export interface Fit {
  /** 0 to 100; what each reason weighs is `WEIGHTS`. */
  readonly score: number
  /** The heaviest first. */
  readonly reasons: readonly FitReason[]
}

/** What each reason can add, together 100. A slot of the right length about the right thing is most of it: it is what buyers are paid to fill. */
export const WEIGHTS = { slot: 35, 'slot-subject': 30, language: 15, liked: 15, new: 5 } as const satisfies Record<FitReason['code'], number> // prettier-ignore

/** A film that scores less is no suggestion: that it is new, or like one thing that was bought once, is not enough. */
export const LEAST = 10

/** A film that is a little longer or shorter than the slot is recut or padded: so many minutes either way, and it counts for half. */
const NEAR = 4
/** A theme they bought so often counts in full. */
const OFTEN = 3
/** So many subjects are told. */
const MOST_TOLD = 3
/** Made this year or the one before. */
const NEW = 1

/**
 * @example
 * fitOf(film, { slots: [fiftyTwo], languages: ['pl'], liked: new Map(), year: 2026 })
 * // { score: 80, reasons: [{ code: 'slot', slot: "52' history", minutes: 52 }, …] }
 */
export function fitOf(film: FilmTraits, taste: Taste): Fit {
  const found: { reason: FitReason; weight: number }[] = []
  const slot = bestSlot(film, taste.slots)
  if (slot !== null) {
    if (slot.length > 0) found.push({ reason: { code: 'slot', slot: slot.slot.text, minutes: slot.minutes }, weight: WEIGHTS.slot * slot.length }) // prettier-ignore
    if (slot.subjects.length > 0) found.push({ reason: { code: 'slot-subject', slot: slot.slot.text, subjects: slot.subjects }, weight: WEIGHTS['slot-subject'] }) // prettier-ignore
  }
  const languages = taste.languages === null ? [] : film.languages.filter((language) => taste.languages!.includes(language))
  if (languages.length > 0) found.push({ reason: { code: 'language', languages }, weight: WEIGHTS.language })
  const liked = [...new Set([...film.themes, ...film.genres])]
    .filter((subject) => taste.liked.has(subject))
    .toSorted((a, b) => taste.liked.get(b)! - taste.liked.get(a)!)
    .slice(0, MOST_TOLD)
  const films = Math.max(0, ...liked.map((subject) => taste.liked.get(subject)!))
  if (films > 0) found.push({ reason: { code: 'liked', subjects: liked, films }, weight: (WEIGHTS.liked * Math.min(films, OFTEN)) / OFTEN }) // prettier-ignore
  if (film.year !== null && film.year >= taste.year - NEW) found.push({ reason: { code: 'new', year: film.year }, weight: WEIGHTS.new }) // prettier-ignore
  found.sort((a, b) => b.weight - a.weight)
  return { score: Math.round(found.reduce((sum, { weight }) => sum + weight, 0)), reasons: found.map(({ reason }) => reason) }
}

/**
 * The score alone, the same as that of `fitOf`: made for every film of a catalogue, of which few are looked at closer.
 *
 * @example
 * scoreOf(film, taste) === fitOf(film, taste).score
 */
export function scoreOf(film: FilmTraits, { slots, languages, liked, year }: Taste): number {
  let sum = 0
  for (const slot of slots) {
    const about = shares(slot.genres, film.genres) || shares(slot.themes, film.themes)
    for (const { minutes, episodes } of film.cuts) {
      if (slot.series !== (episodes !== null && episodes > 1)) continue
      const length = lengthFit(slot, minutes)
      if (length !== null) sum = Math.max(sum, WEIGHTS.slot * length + (about ? WEIGHTS['slot-subject'] : 0))
    }
  }
  if (languages !== null && shares(languages, film.languages)) sum += WEIGHTS.language
  if (liked.size > 0) {
    let films = 0
    for (const subject of film.themes) films = Math.max(films, liked.get(subject) ?? 0)
    for (const subject of film.genres) films = Math.max(films, liked.get(subject) ?? 0)
    sum += (WEIGHTS.liked * Math.min(films, OFTEN)) / OFTEN
  }
  if (film.year !== null && film.year >= year - NEW) sum += WEIGHTS.new
  return Math.round(sum)
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  for (const one of some) if (others.includes(one)) return true
  return false
}

interface SlotFit {
  slot: Slot
  /** The cut's. */
  minutes: number
  /** 1 within the slot, ½ beside it, 0 where the slot names no length. */
  length: number
  subjects: string[]
}

/** The slot that a film fits best: one whose length it has before one whose subject it has. A length that is wrong is no fit. */
function bestSlot(film: FilmTraits, slots: readonly Slot[]): SlotFit | null {
  let best: SlotFit | null = null
  for (const slot of slots) {
    const subjects = [...slot.genres.filter((genre) => film.genres.includes(genre)), ...slot.themes.filter((theme) => film.themes.includes(theme))] // prettier-ignore
    for (const { minutes, episodes } of film.cuts) {
      if (slot.series !== (episodes !== null && episodes > 1)) continue
      const length = lengthFit(slot, minutes)
      if (length === null || (length === 0 && subjects.length === 0)) continue
      const fit = { slot, minutes, length, subjects }
      if (best === null || worth(fit) > worth(best)) best = fit
    }
  }
  return best
}

const worth = ({ length, subjects }: SlotFit): number =>
  WEIGHTS.slot * length + (subjects.length > 0 ? WEIGHTS['slot-subject'] : 0)

function lengthFit({ from, to }: Slot, minutes: number): number | null {
  if (from === null || to === null) return 0
  if (minutes >= from && minutes <= to) return 1
  return minutes >= from - NEAR && minutes <= to + NEAR ? 0.5 : null
}
