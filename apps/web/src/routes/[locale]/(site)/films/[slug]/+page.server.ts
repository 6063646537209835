import { error, redirect } from '@sveltejs/kit'
import { describedFilm } from '@vitrine/house/titles/described-film'
import { site as words } from '@vitrine/messages/site'
import { askHouse } from '#lib/server/ask-house.ts'
import { filmAvailability } from '#lib/server/rights/film-availability.ts'
import { answer, site } from '#lib/server/site.ts'
import {
  contactLine,
  credits,
  festivalLines,
  otherTitles,
  pictureRef,
  textsElsewhere,
  told,
  versionRows,
} from '#lib/titlePage.ts'
import { trailerOf } from '#lib/trailer.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, locals, url, parent }) => {
  const { locale, origin, house } = await parent()
  const view = await answer(site().house.viewTitle(locals.actor, { slug: params.slug, locale }))
  if (view.moved) redirect(301, `/${locale}/films/${view.slug}${url.search}`)
  if (view.status === 'withdrawn') error(410, { message: 'withdrawn' })

  const { sheet } = view
  const w = words[locale]
  const title = sheet.titles[locale] ?? sheet.title
  const stills = sheet.pictures.filter(({ kind }) => kind === 'still').map((picture) => pictureRef(locale, picture))
  const poster = sheet.pictures.find(({ kind }) => kind === 'poster')
  locals.accent = stills[0]?.colour ?? poster?.colour ?? null
  const lead = sheet.lead[locale] ?? Object.values(sheet.lead)[0]
  const short = told(locale, sheet.shortSynopsis)
  const synopsis = told(locale, sheet.synopsis) ?? short
  const pictures = (wanted: 'portrait' | 'logo') =>
    sheet.pictures.filter(({ kind }) => kind === wanted).map((picture) => pictureRef(locale, picture))
  return {
    id: view.id,
    slug: view.slug,
    status: view.status,
    title,
    originalTitle: sheet.originalTitle === title ? null : sheet.originalTitle,
    otherTitles: otherTitles(locale, sheet),
    year: sheet.year,
    cuts: sheet.cuts.map(({ minutes, episodes }) => ({ minutes, episodes })),
    countries: sheet.countries,
    directors: sheet.directors,
    lead:
      lead === undefined
        ? null
        : {
            text: lead.text,
            writtenOn: lead.writtenOn,
            lang: sheet.lead[locale] === undefined ? (Object.keys(sheet.lead)[0] ?? null) : null,
          },
    logline: told(locale, sheet.logline),
    synopsis,
    shortSynopsis: short?.text === synopsis?.text ? null : short,
    directorsNote: told(locale, sheet.directorsNote),
    biography: told(locale, sheet.biography),
    elsewhere: textsElsewhere(locale, w, sheet),
    quotes: sheet.pressQuotes,
    contacts: sheet.contacts.map(contactLine), // empty for those who may not know them: the house leaves them out
    portraits: pictures('portrait'),
    logos: pictures('logo'),
    hero: stills[0] ?? null,
    stills,
    poster: poster === undefined ? null : pictureRef(locale, poster),
    credits: credits(locale, w, view),
    versions: versionRows(locale, w, sheet),
    festivals: festivalLines(locale, view),
    trailer: sheet.trailer === null ? null : trailerOf(sheet.trailer.url),
    related: view.related,
    availability: await filmAvailability(locals.actor, view.id, locale, url),
    sent: url.searchParams.get('screener') === 'sent',
    description: describedFilm(view, { locale, origin, houseName: house.name }),
  }
}

export const actions: Actions = {
  screener: async (event) => {
    const { locale, actor } = event.locals
    const view = await answer(site().house.viewTitle(actor, { slug: event.params.slug, locale }))
    return askHouse(event, [view.id], `/${locale}/films/${view.slug}?screener=sent#screener`)
  },
}
