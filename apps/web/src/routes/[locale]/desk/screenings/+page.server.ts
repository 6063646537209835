import { fail } from '@sveltejs/kit'
import type { Actor, ScreenerView } from '@vitrine/house'
import { compareText, countryName, type Locale } from '@vitrine/messages'
import { COUNTRIES } from '@vitrine/rights/territories/phrases'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { filmsToShow } from '#lib/server/films-to-show.ts'
import { isRefused, orRefused, textOf } from '#lib/server/refused.ts'
import { answer, site } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

const DAYS = 30

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'listScreeners')
  const { house } = site()
  const [chosen, requestId, titleId, companyId] = ['screener', 'request', 'title', 'company'].map((name) => url.searchParams.get(name)) // prettier-ignore
  const byName = compareText(locale)
  const [filmId, personId, buyerId] = ['film', 'person', 'buyer'].map((name) => url.searchParams.get(name))
  const [{ items, nextCursor }, showable, request, company, collections] = await Promise.all([
    answer(house.listScreeners(actor, { cursor: url.searchParams.get('cursor'), ...(titleId ? { titleId } : {}) })),
    answer(house.listShowable(actor)),
    requestId ? answer(house.viewRequest(actor, { id: requestId, reader: locale })) : null,
    companyId ? answer(house.openCompany(actor, { id: companyId })) : null,
    answer(house.listCollections(actor, { locale })),
  ])
  const id = chosen ?? items[0]?.id
  return {
    screeners: items,
    nextCursor,
    showable,
    taken: await answer(filmsToShow(actor, url.searchParams, showable, locale)),
    asked: { collection: url.searchParams.get('collection') ?? '', list: url.searchParams.get('list') ?? '' },
    collections: collections
      .filter(({ count }) => count > 0)
      .map(({ slug, name }) => [slug, name[locale] ?? Object.values(name)[0] ?? slug] as const),
    chosen: id === undefined ? null : (items.find((one) => one.id === id) ?? (await answer(house.viewScreener(actor, { id })))),
    all: filmId || personId || buyerId ? await everythingOf(actor, { filmId, personId, buyerId }, locale) : null,
    watched: id === undefined ? null : await answer(house.readViewings(actor, { screenerId: id })),
    request: request === null ? null : { id: request.id, name: request.name, email: request.email, locale: request.locale, titleIds: request.titles.map((title) => title.id) }, // prettier-ignore
    company: company === null ? null : { id: company.company.id, name: company.company.name, people: company.people?.map(({ id: person, name }) => ({ id: person, name })) ?? [] }, // prettier-ignore
    countries: COUNTRIES.map((code) => [code, countryName(locale, code)] as const).toSorted(([, a], [, b]) => byName(a, b)),
    through: new Date(Date.now() + DAYS * 86_400_000).toISOString().slice(0, 10),
  }
}

/** What was watched of a film, by a person or by a company, whatever the link. */
async function everythingOf(
  actor: Actor,
  { filmId, personId, buyerId }: Record<'filmId' | 'personId' | 'buyerId', string | null | undefined>,
  locale: Locale,
) {
  const { house } = site()
  const of = async (): Promise<[name: string, asked: Parameters<typeof house.readViewings>[1]]> => {
    if (filmId) return [(await answer(house.viewTitle(actor, { id: filmId, locale }))).sheet.title, { titleId: filmId }]
    if (personId) return [(await answer(house.openContact(actor, { id: personId }))).contact.name, { contactId: personId }]
    return [(await answer(house.openCompany(actor, { id: buyerId! }))).company.name, { companyId: buyerId! }]
  }
  const [name, asked] = await of()
  return { name, ...(await answer(house.readViewings(actor, asked))) }
}

const number = (text: string): number | null => (text === '' ? null : Number(text))

export const actions: Actions = {
  make: async ({ locals, url, params, request, setHeaders }) => {
    const locale = localeOf(params)
    const actor = allowed(staff(locals.actor, url, locale), 'makeScreener')
    const form = await request.formData()
    const [toName, toEmail, message, requestId, contact, company] = ['name', 'email', 'message', 'request', 'contact', 'company'].map((name) => textOf(form, name)) as [string, string, string, string, string, string] // prettier-ignore
    const all = (name: string): string[] => form.getAll(name).filter((one) => typeof one === 'string')
    const made = await orRefused(
      locale,
      site().house.makeScreener(actor, {
        screener: {
          ...(toName === '' ? {} : { toName }),
          toEmail: toEmail === '' ? null : toEmail,
          contactId: contact === '' ? null : contact,
          companyId: company === '' ? null : company,
          titleIds: [...new Set(all('title'))],
          countries: all('country'),
          through: textOf(form, 'through'),
          viewingsAllowed: number(textOf(form, 'viewings')),
          ...(textOf(form, 'devices') === '' ? {} : { devicesAtOnce: Number(textOf(form, 'devices')) }),
          visibleMark: form.get('mark') === 'on',
          download: textOf(form, 'download') === 'watermarked' ? 'watermarked' : 'never',
          message: message === '' ? null : message,
          locale: textOf(form, 'locale') === 'fr' ? 'fr' : 'en',
          ...(requestId === '' ? {} : { requestId }),
          send: form.get('send') === 'on',
        },
      }),
    )
    if (isRefused(made)) return fail(made.status, { ...made.data, typed: Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<string, string>, titles: all('title'), countries: all('country') }) // prettier-ignore
    setHeaders({ 'cache-control': 'private, no-store' })
    const { url: link, toEmail: to, id, letter } = made as ScreenerView & { url: string }
    return { made: { link, id, mailed: letter === null ? null : to } }
  },
  revoke: async ({ locals, url, params, request }) => {
    const actor = allowed(staff(locals.actor, url, localeOf(params)), 'revokeScreener')
    const done = await orRefused(
      localeOf(params),
      site().house.revokeScreener(actor, { id: textOf(await request.formData(), 'id') }),
    )
    return isRefused(done) ? done : { revoked: (done as ScreenerView).id }
  },
  restore: async ({ locals, url, params, request }) => {
    const actor = allowed(staff(locals.actor, url, localeOf(params)), 'restoreScreener')
    const done = await orRefused(localeOf(params), site().house.restoreScreener(actor, { id: textOf(await request.formData(), 'id') })) // prettier-ignore
    return isRefused(done) ? done : { restored: (done as ScreenerView).id }
  },
}
