/** A stored film as its page shows it: one language chosen for each text, facts in the order of end credits. */
import type { Contact, LanguageVersion, Picture, TextByLanguage, TitleSheet } from '@vitrine/catalogue'
import { otherTitlesOf } from '@vitrine/catalogue/model/other-titles'
import { versionsOfCut } from '@vitrine/catalogue/model/versions'
import type { PictureRef, TitleView } from '@vitrine/house'
import {
  capitalise,
  countryName,
  formatCut,
  formatDay,
  formatPeriod,
  languageName,
  LOCALES,
  type Locale,
} from '@vitrine/messages'
import type { SiteWords } from '@vitrine/messages/site'
import { nameOf } from '@vitrine/messages/vocabulary'

/** A text in the language asked for, else in another of its languages, which the page must name (`lang`). */
export interface Told {
  text: string
  lang: string | null
}

export function told(locale: Locale, texts: TextByLanguage): Told | null {
  const own = texts[locale]
  if (own !== undefined) return { text: own, lang: null }
  const other = Object.entries(texts)[0]
  return other === undefined ? null : { lang: other[0], text: other[1] }
}

export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

export function pictureRef(locale: Locale, picture: Picture): PictureRef {
  const { id, width, height, colour, focus, credit, caption } = picture
  return { id, width, height, colour, focus, credit, alt: caption[locale] ?? Object.values(caption)[0] ?? '' }
}

/** Every other title of the film, each once, with its language where that is known. */
export function otherTitles(locale: Locale, sheet: TitleSheet): { text: string; lang: string | null; language: string | null }[] {
  return otherTitlesOf(sheet, [sheet.titles[locale] ?? sheet.title, sheet.originalTitle]).map(({ title, language }) => ({
    text: title,
    lang: language,
    language: language === null ? null : languageName(locale, language),
  }))
}

/** The texts of a film in a language that the site itself does not speak. */
export interface Elsewhere {
  lang: string
  language: string
  texts: { label: string; text: string; writtenOn: string | null }[]
}

/** What the sheet says in languages that have no pages of their own here, so that nobody has to ask for it. */
export function textsElsewhere(locale: Locale, w: SiteWords, sheet: TitleSheet): Elsewhere[] {
  const lead = Object.fromEntries(Object.entries(sheet.lead).map(([lang, { text }]) => [lang, text]))
  const fields: [string, TextByLanguage][] = [
    [w.lead, lead],
    [w.logline, sheet.logline],
    [w.shortSynopsis, sheet.shortSynopsis],
    [w.synopsis, sheet.synopsis],
    [w.directorsNote, sheet.directorsNote],
    [w.biography, sheet.biography],
  ]
  const languages = unique(fields.flatMap(([, texts]) => Object.keys(texts))).filter(
    (lang) => !LOCALES.some((one) => one === lang),
  )
  return languages.map((lang) => ({
    lang,
    language: capitalise(locale, languageName(locale, lang)),
    texts: fields.flatMap(([label, texts]) => {
      const day = texts === lead ? (sheet.lead[lang]?.writtenOn ?? null) : null
      return texts[lang] === undefined
        ? []
        : [{ label, text: texts[lang], writtenOn: day === null ? null : formatDay(locale, day) }]
    }),
  }))
}

/** A contact as one line of words and addresses. */
export function contactLine(contact: Contact): { role: string | null; parts: { text: string; href?: string }[] } {
  const { name, company, phone, email, url } = contact
  const parts = [
    ...[name, company].map((text) => ({ text })),
    { text: phone, href: `tel:${phone?.replace(/[^\d+]/g, '')}` },
    { text: email, href: `mailto:${email}` },
    url !== null && /^https?:/i.test(url) ? { text: url, href: url } : { text: url },
  ]
  return { role: contact.role, parts: parts.flatMap((part) => (part.text === null ? [] : [{ ...part, text: part.text }])) }
}

export interface Fact {
  label: string
  values: { text: string; href?: string }[]
}

/** The facts of a film like the credits that roll at its end: role, then names, in the trade's order. */
export function credits(locale: Locale, w: SiteWords, view: TitleView): Fact[] {
  const { sheet } = view
  const person = (name: string) => link(name, view.people.find((one) => one.name === name)?.slug, `/${locale}/people/`)
  const organisation = (name: string) =>
    link(name, view.companies.find((one) => one.name === name)?.slug, `/${locale}/companies/`)
  const company = ({ name, country }: { name: string; country: string | null }) => {
    const known = organisation(name)
    return country === null ? known : { ...known, text: `${name} (${countryName(locale, country)})` }
  }
  const text = (value: string) => ({ text: value })
  const browse = (facet: string, value: string, name: string) => ({
    text: name,
    href: `/${locale}/films?${facet}=${encodeURIComponent(value)}`,
  })
  const facts: Fact[] = [
    { label: w.directedBy, values: sheet.directors.map(person) },
    ...sheet.credits
      .filter(({ role }) => role === 'co-director' || role === 'writer')
      .map((credit) => ({ label: creditLabel(locale, credit), values: credit.names.map(person) })),
    { label: w.producer, values: sheet.producers.map(person) },
    { label: w.production, values: sheet.productionCompanies.map(company) },
    { label: w.coProduction, values: sheet.coProducers.map(company) },
    { label: w.broadcasters, values: sheet.broadcasters.map(organisation) },
    { label: w.supporters, values: sheet.supporters.map(organisation) },
    ...sheet.credits
      .filter(({ role }) => role !== 'co-director' && role !== 'writer')
      .map((credit) => ({ label: creditLabel(locale, credit), values: credit.names.map(person) })),
    { label: w.year, values: sheet.year === null ? [] : [browse('year', String(sheet.year), String(sheet.year))] },
    { label: w.length, values: sheet.cuts.map((cut) => text(formatCut(cut))) },
    { label: w.country, values: sheet.countries.map((code) => browse('country', code, countryName(locale, code))) },
    {
      label: w.originalLanguage,
      values: sheet.originalLanguages.map((language) => text(capitalise(locale, languageName(locale, language)))),
    },
    { label: w.genre, values: sheet.genres.map((genre) => browse('genre', genre, nameOf(locale, 'genre', genre))) },
    { label: w.theme, values: sheet.themes.map((theme) => browse('theme', theme, nameOf(locale, 'theme', theme))) },
    {
      label: w.keywords,
      values: sheet.keywords.map((word) => ({ text: word, href: `/${locale}/films?q=${encodeURIComponent(word)}` })),
    },
    { label: w.places, values: sheet.places.map((place) => text(/^[A-Z]{2}$/.test(place) ? countryName(locale, place) : place)) },
    {
      label: w.period,
      values: sheet.period === null ? [] : [text(formatPeriod(sheet.period))].filter((value) => value.text !== ''),
    },
    { label: w.formats, values: sheet.formats.length === 0 ? [] : [text(sheet.formats.join(', '))] },
    { label: w.ratings, values: sheet.ratings.map(({ system, value }) => text(`${system} ${value}`)) },
    { label: w.advisories, values: sheet.advisories.map(text) },
    { label: w.pictures, values: unique(sheet.pictures.flatMap(({ credit }) => credit ?? [])).map(text) },
    {
      label: w.collections,
      values: view.collections.map(({ slug, name }) => ({ text: name, href: `/${locale}/collections/${slug}` })),
    },
    { label: 'ISAN', values: present(sheet.identifiers.isan) },
    { label: 'EIDR', values: present(sheet.identifiers.eidr) },
    {
      label: 'IMDb',
      values: linked(sheet.identifiers.imdb, (id) => `https://www.imdb.com/title/${encodeURIComponent(id)}/`),
    },
    {
      label: 'TMDB',
      values: linked(sheet.identifiers.tmdb, (id) => `https://www.themoviedb.org/${id.startsWith('tv/') ? id : `movie/${id}`}`),
    },
    {
      label: 'Wikidata',
      values: linked(sheet.identifiers.wikidata, (id) => `https://www.wikidata.org/entity/${encodeURIComponent(id)}`),
    },
    { label: w.reference, values: present(sheet.identifiers.reference) },
  ]
  return facts.filter(({ values }) => values.length > 0)
}

const present = (value: string | null) => (value === null ? [] : [{ text: value }])
const linked = (value: string | null, href: (id: string) => string) =>
  value === null ? [] : [{ text: value, href: href(value) }]

function link(text: string, slug: string | undefined, folder: string): { text: string; href?: string } {
  return slug === undefined ? { text } : { text, href: folder + encodeURIComponent(slug) }
}

function creditLabel(locale: Locale, credit: TitleSheet['credits'][number]): string {
  return credit.role === 'other' && credit.label !== null
    ? capitalise(locale, credit.label)
    : nameOf(locale, 'credit', credit.role)
}

export interface VersionRow {
  cut: string | null
  audio: string[]
  subtitles: string[]
}

/** Languages on offer, one row for each cut; a cut without versions of its own has those of the film. `cut` null: all of them alike. */
export function versionRows(locale: Locale, w: SiteWords, sheet: TitleSheet): VersionRow[] {
  const row = (cut: string | null, versions: LanguageVersion[]): VersionRow => ({
    cut,
    audio: unique(versions.filter(({ use }) => use !== 'subtitled').map((version) => versionText(locale, w, version))),
    subtitles: unique(versions.filter(({ use }) => use === 'subtitled').map((version) => versionText(locale, w, version))),
  })
  const rows = sheet.cuts.map((cut) => row(formatCut(cut), versionsOfCut(sheet, cut)))
  const same = rows.every(
    (one) => JSON.stringify([one.audio, one.subtitles]) === JSON.stringify([rows[0]?.audio, rows[0]?.subtitles]),
  )
  const all = rows.length === 0 ? [row(null, sheet.versions)] : same && rows.length > 1 ? [{ ...rows[0]!, cut: null }] : rows
  return all.filter(({ audio, subtitles }) => audio.length + subtitles.length > 0)
}

function versionText(locale: Locale, w: SiteWords, { language, use, hardOfHearing }: LanguageVersion): string {
  const how =
    use === 'dubbed' || use === 'voice-over' || use === 'original' ? nameOf(locale, 'use', use).toLocaleLowerCase(locale) : null
  const notes = [how, hardOfHearing ? w.hardOfHearing : null].filter((note) => note !== null)
  const name = languageName(locale, language)
  return notes.length === 0 ? name : `${name} (${notes.join(', ')})`
}

const unique = (texts: string[]) => [...new Set(texts)]

export interface FestivalLine {
  festival: string
  href: string | null
  year: number | null
  place: string
  lines: { text: string; prize: boolean }[]
}

/** Selections and prizes, one entry for each festival and year, prizes after their section. */
export function festivalLines(locale: Locale, view: TitleView): FestivalLine[] {
  const found = new Map<string, FestivalLine>()
  for (const { festival, year, city, country, section, award, premiere } of view.sheet.festivals) {
    const key = `${festival}\n${year}`
    const slug = view.festivalSlugs[festival]
    const place = [city, country === null ? null : countryName(locale, country)].filter((part) => part !== null).join(', ')
    const line = found.get(key) ?? {
      festival,
      href: slug === undefined ? null : `/${locale}/festivals/${encodeURIComponent(slug)}`,
      year,
      place,
      lines: [],
    }
    for (const one of [
      { text: section, prize: false },
      { text: premiere === null ? null : nameOf(locale, 'premiere', premiere), prize: false },
      { text: award, prize: true },
    ]) {
      if (one.text !== null && !line.lines.some(({ text }) => text === one.text))
        line.lines.push({ text: one.text, prize: one.prize })
    }
    found.set(key, line)
  }
  return [...found.values()].map((line) => ({ ...line, lines: line.lines.toSorted((a, b) => Number(a.prize) - Number(b.prize)) }))
}
