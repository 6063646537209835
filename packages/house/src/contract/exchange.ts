/** Films out of the house in the formats of the trade. What comes in is in intake.ts. */
import type { Converted } from '@vitrine/exchange/formats/convert'
import type { Finding } from '@vitrine/exchange/formats/finding'
import type { Validation } from '@vitrine/exchange/validate/validation'
import type { FormatId, Loss } from '@vitrine/exchange/formats/format'
import type { Locale } from '@vitrine/messages'
import type { Actor } from '../contract.ts'

/** How many films one file may hold: more go out as the complete export, or a theme at a time. */
export const MOST_FILMS_OUT = 10_000

export interface FormatLine {
  id: FormatId
  versions: string[]
  /** Films go out in it, come in by it. */
  out: boolean
  in: boolean
}

/** `xlsx` is one workbook of both sheets, each where there is something for it; `movies` and `tv` are one of them. */
export const AVAILS_KINDS = ['xml', 'xlsx', 'movies', 'tv'] as const

/** The file is whole when this is returned. */
export interface AvailsOut {
  fileName: string
  mediaType: string
  size: number
  /** To be read to its end or cancelled. */
  stream: ReadableStream<Uint8Array>
  /** How many the file holds. */
  avails: number
  /** How many are not of its sheet. */
  left: number
  /** What of which licence avails have no word for: media that no platform sells, parts of countries, prices, windows that wait for something. The first thousand. */
  unsaid: Finding[]
  /** How much is unsaid, by rule. */
  told: Record<string, number>
}

export interface ExchangeVerbs {
  /**
   * Signed licences of platforms as MovieLabs Avails: one document, or the spreadsheet, whole or of films or of series alone. Without a
   * licensee, of all of them.
   *
   * @throws HouseError `invalid-input` for a version that is not written, `not-found` when no licence is the licensee's
   */
  exportAvails(
    actor: Actor,
    args: { as: (typeof AVAILS_KINDS)[number]; version?: string | null; licensee?: string | null; locale: Locale },
  ): Promise<AvailsOut>
  /** What a file is and what is wrong with it, by rules that anyone can look up. Nothing is kept. */
  validateFile(actor: Actor, args: { bytes: Uint8Array; fileName?: string | null }): Promise<Validation>
  /**
   * A file of one format in another: films through their sheets, avails as they are. `losses` is what the format has no place for of
   * which film, `lost` of which avail; `doubts` is what was not understood of the file. Nothing is kept.
   *
   * @throws HouseError `unsupported-file`, `unreadable-file`, `no-film-found`, `too-large`, `invalid-input` for a format that does not go out, a version that it has not, or avails of a file without licences
   */
  convertFile(
    actor: Actor,
    args: { bytes: Uint8Array; fileName?: string | null; to: FormatId; version?: string | null; locale: Locale },
  ): Promise<Converted & { format: FormatId; version: string | null; doubts: Finding[] }>
  listFormats(actor: Actor): Promise<FormatLine[]>
  /**
   * Films as a file of a format. Without `ids`, every published one. `losses` says what of which film the format has no
   * place for. `columns` are those of a list (`title`, `year`…, TITLE_COLUMNS), in their order; without it, all.
   *
   * @throws HouseError `invalid-input` for a format that does not go out, a version that it has not or columns of what is no list, `not-found`, `limit-reached`
   */
  exportFilms(
    actor: Actor,
    args: {
      format: FormatId
      version?: string | null
      ids?: string[] | null
      columns?: string[] | null
      locale: Locale
    },
  ): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array; films: number; losses: Loss[] }>
  /**
   * One film as festivals and markets ask for it with an entry: texts at their usual lengths, credits, technical sheet,
   * pictures with captions, the one-sheet where there is a press, and the form's fields ready to paste, in an archive. `missing`
   * names what forms ask for and the film does not have, in the first of the languages.
   *
   * @throws HouseError `not-found`
   */
  packFestival(
    actor: Actor,
    args: { id: string; locales: Locale[] },
  ): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array; missing: string[] }>
  /**
   * Answers a harvester of archives by OAI-PMH 2.0, with what the public may see: `said` are the arguments of its request in
   * their order. Errors of the protocol are answers.
   */
  harvest(actor: Actor, args: { said: readonly (readonly [string, string])[] }): Promise<string>
}
