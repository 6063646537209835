/** Films as their producers are told them: what the house tells is its own choice (ProducerSettings), whose film it is is not. */
import { writeDay } from '@vitrine/rights/days/day'
import type { Locale } from '@vitrine/messages'
import { correctionsBy } from '@vitrine/store/producers/corrections'
import { companiesThatAsked, licencesOfFilms, type OfferOfFilm, offersForFilms, requestsForFilms, type SaleOfEntry, salesOfFilm } from '@vitrine/store/producers/own-films' // prettier-ignore
import { type EntryRow, listEntryRows } from '@vitrine/store/rights/entries'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { cardOf, toTitleCard } from '../cards/card.ts'
import type { HouseContext } from '../context.ts'
import type { OwnFilm, OwnFilmView, OwnOffer, OwnSale, ProducerSettings } from '../contract/producers.ts'
import { dealReference } from '../deals/step-deal.ts'
import { termBoxInWords, termsInWords, termsSummary } from '../rights/in-words.ts'
import { todayOf } from '../rights/today.ts'

/** So many licences, and so many who asked, are shown of one film. */
const MOST = 500

/** Films with how they fare, asked of the database together. */
export async function ownFilms(
  house: HouseContext,
  films: readonly TitleRow[],
  told: ProducerSettings,
  locale: Locale,
): Promise<OwnFilm[]> {
  const { db, houseId } = house
  const ids = films.map(({ id }) => id)
  if (ids.length === 0) return []
  const [requests, offers, licences] = await Promise.all([
    requestsForFilms(db, houseId, ids),
    told.offers ? offersForFilms(db, houseId, ids, writeDay(todayOf(house))!) : null,
    licencesOfFilms(db, houseId, ids),
  ])
  return films.map((row) => {
    const asked = (kind: 'screener' | 'terms') => requests.find((one) => one.titleId === row.id && one.kind === kind)?.count ?? 0
    return {
      card: toTitleCard({ ...row, card: cardOf(row.sheet) }, locale),
      selections: row.sheet.festivals,
      asked: { screener: asked('screener'), terms: asked('terms') },
      offers: offers === null ? null : offers.filter(({ titleId }) => titleId === row.id).length,
      sales: licences.get(row.id) ?? 0,
    }
  }) // prettier-ignore
}

/** One film whole, for the producer whose own it is. */
export async function ownFilm(house: HouseContext, film: TitleRow, told: ProducerSettings, userId: string, locale: Locale): Promise<OwnFilmView> {
  const { db, houseId } = house
  const today = writeDay(todayOf(house))!
  const [[summary], askers, offers, entries, sales, corrections] = await Promise.all([
    ownFilms(house, [film], told, locale),
    told.askers ? companiesThatAsked(db, houseId, film.id, MOST) : null,
    told.offers ? offersForFilms(db, houseId, [film.id], today) : null,
    listEntryRows(db, houseId, { titleId: film.id, kind: 'licence', limit: MOST }),
    salesOfFilm(db, houseId, film.id),
    correctionsBy(db, houseId, film.id, userId, MOST),
  ])
  const sold = entries
    .filter(({ status }) => status === 'signed' || status === 'terminated')
    .map((entry) => saleOf(entry, sales.get(entry.id) ?? null, told, locale))
  return {
    ...summary!,
    publishedAt: film.publishedAt,
    revision: film.revision,
    updatedAt: film.updatedAt,
    askers: askers?.map(({ kind, company, at }) => ({ kind, company, day: at.slice(0, 10) })) ?? null,
    offersNow: offers?.map((offer) => offerOf(offer, told, locale)) ?? null,
    sold: sold.toSorted((a, b) => dayOfSale(b).localeCompare(dayOfSale(a))),
    corrections,
    today,
  }
} // prettier-ignore

const dayOfSale = ({ signedOn, firstDay }: OwnSale): string => signedOn ?? firstDay ?? ''

function saleOf(entry: EntryRow, sale: SaleOfEntry | null, told: ProducerSettings, locale: Locale): OwnSale {
  const { terms } = entry
  const { what, exclusive, party, contract } = termsSummary(terms, locale)
  const priced = told.salePrices ? sale : null
  return {
    id: entry.id,
    company: party,
    reference: sale === null ? contract : dealReference(sale),
    signedOn: sale?.signedOn ?? null,
    exclusive,
    runs: terms.runs?.count ?? null,
    what,
    boxes: terms.boxes.map((box) => termBoxInWords(box, terms, locale)),
    firstDay: entry.firstDay,
    lastDay: entry.lastDay,
    undated: entry.undated,
    ended: entry.status === 'terminated',
    price: priced === null ? null : { currency: priced.currency, minor: priced.minor },
    instalments: priced?.instalments ?? [],
  }
}

function offerOf({ titleId, state, company, terms, sentAt, settledAt }: OfferOfFilm, told: ProducerSettings, locale: Locale): OwnOffer {
  const agreed = state === 'accepted'
  return {
    company,
    agreed,
    day: ((agreed ? settledAt : sentAt) ?? sentAt ?? '').slice(0, 10),
    expires: terms.expires,
    lines: terms.lines
      .filter((line) => line.titleId === titleId)
      .map(({ rights, minor }) => ({ text: termsInWords(rights, locale), exclusive: rights.exclusive, runs: rights.runs?.count ?? null, minor: told.offerPrices ? minor : null })), // prettier-ignore
    currency: told.offerPrices ? terms.currency : null,
  }
} // prettier-ignore
