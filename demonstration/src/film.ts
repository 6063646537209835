/** What a film of the demonstration house is made of, and the short forms its file is written in. */
import { emptySheet } from '@vitrine/catalogue'
import { formatEidr } from '@vitrine/catalogue/identifiers/eidr'
import { formatIsan } from '@vitrine/catalogue/identifiers/isan'
import type {
  Credit,
  CreditRole,
  Cut,
  FestivalEntry,
  LanguageVersion,
  Picture,
  TextByLanguage,
  TitleSheet,
} from '@vitrine/catalogue'
import { salesContact } from './house.ts'
import { typeset } from './typeset.ts'

/** One picture to be painted: everything of `Picture` but the id that the house gives it, and the name the art goes by. */
export interface PictureSpec extends Omit<Picture, 'id'> {
  name: string // poster, still-1, still-2, …
}

export interface DemonstrationFilm {
  slug: string
  /** The sheet without pictures: they are painted at first start and attached then. */
  sheet: TitleSheet
  pictures: PictureSpec[]
  publishedOn: string // YYYY-MM-DD
}

interface Both {
  en: string
  fr: string
}
type Scene = Both & { focus?: [number, number]; colour?: string }

type Written = Partial<
  Omit<TitleSheet, 'title' | 'titles' | 'lead' | 'identifiers' | 'pictures' | 'logline' | 'shortSynopsis' | 'synopsis'>
> & {
  slug: string
  reference: string
  publishedOn: string
  title: string
  titles: Both
  lead: { writtenOn: string; en: string; fr: string }
  logline: Both
  short: Both
  synopsis: Both
  year: number
  registered?: boolean // it has an EIDR and an ISAN, as films have that were sold to television
  art: { colour: string; poster: Scene; stills: Scene[]; credit?: string }
}

const set = (texts: TextByLanguage): TextByLanguage =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, typeset(language, text)]))

/** Makes the film of its file: texts typeset, picture specifications filled in. */
export function film(written: Written): DemonstrationFilm {
  const {
    slug,
    reference,
    publishedOn,
    lead,
    logline,
    short,
    synopsis,
    registered = false,
    art,
    titles,
    directorsNote,
    biography,
    ...facts
  } = written
  const spec = (name: string, kind: Picture['kind'], scene: Scene, width: number, height: number): PictureSpec => ({
    name,
    kind,
    caption: set({ en: scene.en, fr: scene.fr }),
    credit: art.credit ?? facts.productionCompanies?.[0]?.name ?? null,
    focus: scene.focus ? { x: scene.focus[0], y: scene.focus[1] } : { x: 0.5, y: kind === 'poster' ? 0.4 : 0.5 },
    width,
    height,
    colour: scene.colour ?? art.colour,
  })
  return {
    slug,
    publishedOn,
    sheet: {
      ...emptySheet(written.title),
      contacts: [salesContact],
      ...facts,
      title: typeset('en', written.title),
      titles: set({ ...titles }),
      lead: {
        en: { text: typeset('en', lead.en), writtenOn: lead.writtenOn },
        fr: { text: typeset('fr', lead.fr), writtenOn: lead.writtenOn },
      },
      logline: set({ ...logline }),
      shortSynopsis: set({ ...short }),
      synopsis: set({ ...synopsis }),
      directorsNote: set(directorsNote ?? {}),
      biography: set(biography ?? {}),
      identifiers: {
        isan: null,
        eidr: null,
        imdb: null,
        tmdb: null,
        wikidata: null,
        ...(registered ? inventedNumbers(reference) : {}),
        reference,
      },
    },
    pictures: [
      spec('poster', 'poster', art.poster, 1600, 2400),
      ...art.stills.map((scene, i) => spec(`still-${i + 1}`, 'still', scene, 1920, 1080)),
    ],
  }
}

/** Numbers that no register has given to anybody: the last of their range. The check characters are the right ones. */
function inventedNumbers(reference: string): { eidr: string; isan: string } {
  const own = reference.slice('VIT-'.length)
  return { eidr: formatEidr(`FFFF-FFFF-FFFF-FFFF-${own}`), isan: formatIsan(`FFFF-FFFF-${own}-0000`) }
}

// ---------------------------------------------------------------- short forms

const versions = (use: LanguageVersion['use'], languages: string[]): LanguageVersion[] =>
  languages.map((language) => ({ language, use, hardOfHearing: false }))
export const original = (...languages: string[]) => versions('original', languages)
export const subtitled = (...languages: string[]) => versions('subtitled', languages)
export const dubbed = (...languages: string[]) => versions('dubbed', languages)
export const voiceOver = (...languages: string[]) => versions('voice-over', languages)
/** Subtitles for the deaf and hard of hearing. */
export const captioned = (...languages: string[]): LanguageVersion[] =>
  languages.map((language) => ({ language, use: 'subtitled', hardOfHearing: true }))

export const cut = (minutes: number, ...of: LanguageVersion[][]): Cut => ({ minutes, episodes: null, versions: of.flat() })
export const series = (episodes: number, minutes: number, ...of: LanguageVersion[][]): Cut => ({
  minutes,
  episodes,
  versions: of.flat(),
})

export const credit = (role: CreditRole, ...names: string[]): Credit => ({ role, label: null, names })

export const selected = (
  festival: string,
  year: number,
  city: string,
  country: string,
  more: Partial<FestivalEntry> = {},
): FestivalEntry => ({
  festival,
  year,
  city,
  country,
  section: null,
  award: null,
  premiere: null,
  ...more,
})

export const quote = (source: string, author: string, language: string, text: string) => ({
  source,
  author,
  language,
  text: typeset(language, text),
})
