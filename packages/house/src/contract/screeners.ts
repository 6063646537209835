/** Screeners: who may watch what, by a link; who did, how much of it, and what the house remembers of that. */
import type { Locale } from '@vitrine/messages'
import type { Reel, Variant } from '@vitrine/screening'
import type { Stretch } from '@vitrine/screening/watching/intervals'
import type { CopyState } from '@vitrine/screening/copy/states'
import type { Audience, Download, Shared } from '@vitrine/store/screening/screeners'
import type { Device, ScreenerRefusal, ViewingOver } from '@vitrine/store/screening/viewings'
import type { Actor, Page } from '../contract.ts'
import type { LetterFate } from './letters.ts'

export { DOWNLOADS } from '@vitrine/store/screening/screeners'
export type { Audience, Device, Download, ScreenerRefusal, Shared, ViewingOver }

/** What a screener is asked to be. */
export interface ScreenerInput {
  /** A person, a company, or, with neither, whoever has the link. */
  contactId?: string | null | undefined
  companyId?: string | null | undefined
  /** As the link is made out, where no contact is named. */
  toName?: string | undefined
  toEmail?: string | null | undefined
  /** Films by their titles (the reel that suits the receiver is taken) or reels by their ids; in their order. */
  titleIds?: string[] | undefined
  reelIds?: string[] | undefined
  /** The last day on which it can be watched. */
  through: string
  viewingsAllowed?: number | null | undefined
  devicesAtOnce?: number | undefined
  /** ISO 3166-1; none: anywhere. */
  countries?: string[] | undefined
  visibleMark?: boolean | undefined
  /** Whether its viewer may keep a copy with their name in the picture; never unless said. */
  download?: Download | undefined
  message?: string | null | undefined
  locale: Locale
  /** The request that it answers: it is then answered. */
  requestId?: string | null | undefined
  marketId?: string | null | undefined
  /** Whether the link is mailed to the address of whom it is for. */
  send?: boolean | undefined
}

export type ScreenerState = 'open' | 'revoked' | 'expired'
export interface ScreenerFilmView {
  reelId: string
  titleId: string
  title: string
  slug: string
  cut: string | null
  episode: number | null
  languages: string[]
  /** Of the film, in seconds; null while it cannot be watched. */
  seconds: number | null
}
export interface ScreenerView {
  id: string
  audience: Audience
  contactId: string | null
  companyId: string | null
  company: string | null
  toName: string
  toEmail: string | null
  locale: Locale
  message: string | null
  films: ScreenerFilmView[]
  expiresAt: string
  viewingsAllowed: number | null
  devicesAtOnce: number
  countries: string[]
  visibleMark: boolean
  download: Download
  requestId: string | null
  state: ScreenerState
  madeAt: string
  madeBy: string
  openedAt: string | null
  revokedAt: string | null
  /** Until when a revocation can be taken back. */
  restorableUntil: string | null
  /** Its link is used in more places at once than one person is in. */
  sharedAt: string | null
  shared: Shared | null
  viewings: number
  lastHeardAt: string | null
  letter: LetterFate | null
}

/** What was watched, in milliseconds of the film; each figure counts only what was also served. */
export interface WatchedView {
  lengthMs: number
  seenMs: number
  ranMs: number
  times: number
  speed: number
  skipped: Stretch[]
  repeated: Stretch[]
  unwitnessedMs: number
  /** How often each of `HEAT_PARTS` equal parts of the film ran. */
  heat: number[]
}
export interface ViewingView {
  id: string
  screenerId: string
  titleId: string
  title: string
  name: string
  email: string | null
  company: string | null
  device: Device
  /** Where it was watched last; null: the server is not told. */
  country: string | null
  /** Everywhere that it was watched, in that order. */
  countries: string[]
  startedAt: string
  heardAt: string
  /** Somebody watches at this moment. */
  on: boolean
  language: string | null
  subtitles: string | null
  watched: WatchedView
  /** It is a copy to keep that was asked for, and nothing that ran; when it was first downloaded, if it was. */
  copy: { state: CopyState; askedAt: string; fetchedAt: string | null } | null
}
/** Everything that one person, or somebody of one company, watched of one film. */
export interface FilmWatched {
  titleId: string
  title: string
  viewings: number
  lastAt: string
  watched: WatchedView
}

// ---------------------------------------------------------------- whoever has the link

/** What the page of a link shows before anything runs. */
export interface OpenedScreener {
  id: string
  house: string
  by: string
  locale: Locale
  message: string | null
  audience: Audience
  /** Of whom it was made out to; null: they say who they are. */
  name: string | null
  films: (ScreenerFilmView & {
    logline: string | null
    /** Where this viewer was, in seconds; null: not begun. */
    at: number | null
  })[]
  expiresAt: string
  visibleMark: boolean
  download: Download
  /** For so many days the file of a copy is there. */
  daysKept: number
  /** The picture of one of its films names whom a copy was for. */
  marked: boolean
  /** Why nobody is let in now. `country`: not from here; `rights`: the house may not show it there. */
  refused: ScreenerRefusal | 'country' | 'rights' | null
}
export interface StartedViewing {
  id: string
  reelId: string
  title: string
  name: string
  positionMs: number
  /** When its page was opened last: a goodbye of a page before that one ends nothing. */
  openedAt: string
  reel: Reel
  /** The tracks that this viewer goes on with, by their names; `again`: they had them when they watched last. */
  chosen: { sound: string | null; subtitles: string | null; again: boolean }
  /** What a player asks for before the first segment, below the address of the viewing. */
  asksFirst: string[]
  visibleMark: boolean
  download: Download
  expiresAt: string
}
/** Where somebody is who opens a link: as far as the server knows. */
export interface Whereabouts {
  address: string | null
  country: string | null
  /** What the browser keeps, so that one device is known again. */
  device: string
  agent: string | null
}

// ---------------------------------------------------------------- serving

/** What serving a viewing takes, for the server alone. */
export interface ServedViewing {
  id: string
  screenerId: string
  reelId: string
  reel: Reel
  /** Which variant of each segment this viewing gets. */
  variants: Variant[]
  /** The tracks that stand first in its playlist. */
  chosen: { sound: string | null; subtitles: string | null }
}
/** What the server heard of a viewing since it last said so. */
export interface ViewingReport {
  id: string
  at: string
  /** The page that reports, by a name that it gave itself; null: files were sent, and nothing was reported. */
  page: string | null
  /** Which of its reports this is: where an older one is written later, the film stands where the newer one says; 0 tells what ran alone. */
  report: number
  /** Milliseconds of film that had run on the page before `played`: what is written already of that is not written twice. */
  before: number
  left: boolean
  /** When that page was opened, as it was told in `openedAt`; null: it does not say. */
  openedAt: string | null
  /** Where it was watched last, of the countries that it was let go on from; null: as before. */
  country: string | null
  positionMs: number
  language: string | null
  subtitles: string | null
  /** In milliseconds of the film, as it was told: what there was no time for is left out when it is written. */
  played: { from: number; to: number; speed: number; language: string | null; subtitles: string | null }[]
  /** Segments of the picture that were sent. */
  segments: number[]
  bytes: number
}

export interface ScreenerVerbs {
  /** Makes a screener; its address is answered once and kept nowhere. `rights-conflict` where the house does not hold the film. */
  makeScreener(actor: Actor, args: { screener: ScreenerInput }): Promise<ScreenerView & { url: string }>
  /** Films of which a reel is ready. */
  listShowable(actor: Actor): Promise<{ titleId: string; title: string; reels: number }[]>
  listScreeners(
    actor: Actor,
    args: { state?: 'open' | 'over'; titleId?: string; companyId?: string; cursor?: string | null; limit?: number },
  ): Promise<Page<ScreenerView>>
  viewScreener(actor: Actor, args: { id: string }): Promise<ScreenerView>
  /** The next segment is refused. */
  revokeScreener(actor: Actor, args: { id: string }): Promise<ScreenerView>
  /** Takes a revocation back, for ten minutes. */
  restoreScreener(actor: Actor, args: { id: string }): Promise<ScreenerView>
  /** Who watched: of one screener, one film, one company or one person; the newest first, at most 200. */
  readViewings(
    actor: Actor,
    args: { screenerId?: string; titleId?: string; companyId?: string; contactId?: string },
  ): Promise<{ viewings: ViewingView[]; films: FilmWatched[] }>

  openScreener(
    actor: Actor,
    args: { secret: string; locale: Locale; country?: string | null; device?: string | null },
  ): Promise<OpenedScreener>
  /** Begins to watch a film of the link, or goes on with it on the same device. */
  startViewing(
    actor: Actor,
    args: { secret: string; reelId: string; name?: string; email?: string | null; where: Whereabouts },
  ): Promise<StartedViewing>
  /** One's own viewing, for the page that plays it and for whoever asks what was recorded of them; the film by its name in `locale`. */
  viewOwnViewing(
    actor: Actor,
    args: { secret: string; id: string; device: string; locale?: Locale },
  ): Promise<Omit<StartedViewing, 'openedAt'> & { viewing: ViewingView }>

  takeViewing(actor: Actor, args: { id: string }): Promise<ServedViewing>
  /** For the server: WebVTT of subtitles that a reel names. */
  readSubtitleText(actor: Actor, args: { id: string }): Promise<string>
  /** Of these viewings, those that are over, and why. */
  endedViewings(actor: Actor, args: { ids: string[] }): Promise<{ id: string; why: ViewingOver }[]>
  /** Answers how much of what ran on each page that reported is written now, in milliseconds of film; nothing of a viewing that is gone. */
  reportViewings(actor: Actor, args: { reports: ViewingReport[] }): Promise<{ id: string; page: string; told: number }[]>
  /**
   * Whether a viewing may go on from a country, null where the server is not told: for a copy to keep too. A change is recorded, and the first of each
   * country stands in the trail, without it: who watched from where can be forgotten. `not-found`: there is no such viewing.
   */
  moveViewing(actor: Actor, args: { id: string; country: string | null }): Promise<{ refused: 'country' | 'rights' | null }>
  /** Writes the tasks that follow: somebody watched, and nobody has answered for days. Answers how many. */
  followViewings(actor: Actor): Promise<number>
  /** Forgets who watched who is no contact of the house, after three years, and from which network anybody did, after thirty days. */
  forgetViewers(actor: Actor): Promise<{ places: number; people: number }>
}
