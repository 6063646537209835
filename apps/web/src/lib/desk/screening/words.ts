import { capitalise, formatCut, languageName, type Locale } from '@vitrine/messages'
import { deskReels, reelFailures } from '@vitrine/messages/desk-reels'
import { traceFailures } from '@vitrine/messages/desk-traces'
import type { ReelFailure } from '@vitrine/house'

/**
 * A cut as people read it.
 *
 * @example
 * cutName('en', '3x52') // "3 × 52′"
 */
export function cutName(locale: Locale, cut: string | null, episode: number | null = null): string {
  const [, episodes, minutes] = /^(?:(\d+)x)?(\d+)$/.exec(cut ?? '') ?? []
  const r = deskReels[locale]
  const name = minutes === undefined ? (cut ?? r.noCut) : formatCut({ minutes: Number(minutes), episodes: episodes === undefined ? null : Number(episodes) }) // prettier-ignore
  return episode === null ? name : `${name}, ${r.episode(episode)}`
}

/** Minutes that a cut should run, as the sheet says; null where it does not. */
export const minutesOf = (cut: string | null): number | null => Number(/(\d+)$/.exec(cut ?? '')?.[1] ?? 0) || null

/** A running time to the second: 52:08, 1:34:10. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, place) => (place === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

export const spoken = (locale: Locale, language: string | null): string =>
  language === null || language === 'und' ? deskReels[locale].unknownLanguage : capitalise(locale, languageName(locale, language))

/** What is offered first where a language is chosen; others come from the file itself. */
export const LANGUAGES = ['fra', 'eng', 'deu', 'spa', 'ita', 'por', 'nld', 'pol', 'rus', 'ara', 'zho', 'jpn']

export interface Place {
  key: string
  cut: string | null
  episode: number | null
}

/** The film without a cut being named. */
export const NO_CUT: Place = { key: '', cut: null, episode: null }

/** Every cut of a sheet, a series episode by episode. */
export function placesOf(cuts: readonly string[]): Place[] {
  return cuts.flatMap((cut): Place[] => {
    const episodes = Number(/^(\d+)x/.exec(cut)?.[1] ?? 0)
    if (episodes === 0) return [{ key: `${cut}|`, cut, episode: null }]
    return Array.from({ length: episodes }, (_, index) => ({ key: `${cut}|${index + 1}`, cut, episode: index + 1 }))
  })
}

/** @example placeOf('3x52|2') // { cut: '3x52', episode: 2 } */
export function placeOf(key: string): { cut: string | null; episode: number | null } {
  const [cut, episode] = key.split('|')
  return { cut: cut || null, episode: episode ? Number(episode) : null }
}

/** Why a copy could not be traced, in words. */
export const whyNot = (locale: Locale, failure: ReelFailure): string =>
  (traceFailures[locale] as Partial<Record<ReelFailure, string>>)[failure] ?? reelFailures[locale][failure]
