/** What an export that repeats can be narrowed to, in words. Keys are those of the API of each list. */
import { afterWords } from './after.ts'
import { stateWords } from './deals.ts'
import { deskContacts } from './desk-contacts.ts'
import { deskDeals } from './desk-deals.ts'
import { inEveryLocale, type Locale } from './locale.ts'
import { nameOf } from './vocabulary.ts'

export const exportFilters = inEveryLocale(
  {
    title: 'Only some of it',
    any: 'all',
    nobody: 'nobody’s',
    limit: 'at most',
    gone: (field: string, value: string) => `${field}: ${value} is not there any more`,
    'field.q': 'Words', 'field.status': 'State of the film', 'field.theme': 'Theme', 'field.genre': 'Genre', 'field.slot': 'Slot', 'field.year': 'Year', 'field.country': 'Country', 'field.version': 'Version', 'field.festival': 'Festival', 'field.director': 'Director', 'field.collection': 'Collection', 'field.state': 'State', 'field.kind': 'Kind', 'field.owner': 'Whose', 'field.companyId': 'Company', 'field.titleId': 'Film', 'field.contactId': 'Person', 'field.screenerId': 'Screener', 'field.marketId': 'Market', 'field.film': 'Words of a film', 'field.territory': 'Territory', 'field.from': 'From', 'field.to': 'Through', 'field.period': 'Period', 'field.shelf': 'Which', 'field.dueWithin': 'Due within days', 'field.by': 'Summed up by', 'field.due': 'Last day with the house',
    'period.this-month': 'this month', 'period.last-month': 'last month', 'period.this-quarter': 'this quarter', 'period.last-quarter': 'last quarter', 'period.this-year': 'this year', 'period.last-year': 'last year',
    'choice.waiting': 'Waiting', 'choice.open': 'Open', 'choice.over': 'Over', 'choice.all': 'All', 'choice.overdue': 'Overdue', 'choice.paid': 'Paid', 'choice.credited': 'Credited', 'choice.credit-notes': 'Credit notes', 'choice.true': 'past',
  },
  {
    title: 'Une partie seulement',
    any: 'tout',
    nobody: 'à personne',
    limit: 'au plus',
    gone: (field, value) => `${field} : ${value} n’existe plus`,
    'field.q': 'Mots', 'field.status': 'État du film', 'field.theme': 'Thème', 'field.genre': 'Genre', 'field.slot': 'Case', 'field.year': 'Année', 'field.country': 'Pays', 'field.version': 'Version', 'field.festival': 'Festival', 'field.director': 'Réalisation', 'field.collection': 'Collection', 'field.state': 'État', 'field.kind': 'Nature', 'field.owner': 'À qui', 'field.companyId': 'Société', 'field.titleId': 'Film', 'field.contactId': 'Personne', 'field.screenerId': 'Lien de visionnage', 'field.marketId': 'Marché', 'field.film': 'Mots d’un film', 'field.territory': 'Territoire', 'field.from': 'Du', 'field.to': 'Au', 'field.period': 'Période', 'field.shelf': 'Lesquels', 'field.dueWithin': 'À faire dans les jours', 'field.by': 'Somme par', 'field.due': 'Dernier jour dans la maison',
    'period.this-month': 'ce mois', 'period.last-month': 'le mois dernier', 'period.this-quarter': 'ce trimestre', 'period.last-quarter': 'le trimestre dernier', 'period.this-year': 'cette année', 'period.last-year': 'l’année dernière',
    'choice.waiting': 'En attente', 'choice.open': 'Ouvert', 'choice.over': 'Terminé', 'choice.all': 'Tout', 'choice.overdue': 'En retard', 'choice.paid': 'Payé', 'choice.credited': 'Crédité', 'choice.credit-notes': 'Avoirs', 'choice.true': 'passé',
  },
) // prettier-ignore

type Words = (typeof exportFilters)['en']
export type FilterKey = keyof Words extends infer Key ? (Key extends `field.${infer Field}` ? Field : never) : never

const wordOf = (locale: Locale, key: string): string | undefined => {
  const word = (exportFilters[locale] as unknown as Readonly<Record<string, unknown>>)[key]
  return typeof word === 'string' ? word : undefined
}

/** What a field of a filter is called; its key where it is none of ours. */
export const filterName = (locale: Locale, key: string): string => wordOf(locale, `field.${key}`) ?? key

/** A value that can be chosen, by the word that its page has for it. */
export function filterChoice(locale: Locale, list: string, key: string, value: string): string {
  if (key === 'status' || key === 'theme') return nameOf(locale, key, value)
  const after: Readonly<Record<string, unknown>> = afterWords[locale]
  const deals: Readonly<Record<string, unknown>> = deskDeals[locale]
  const contacts: Readonly<Record<string, unknown>> = deskContacts[locale]
  const states: Readonly<Record<string, string>> = list === 'deals' ? stateWords[locale].deal : stateWords[locale].request
  const word =
    key === 'by'
      ? after[`by.${value}`]
      : key === 'kind'
        ? list === 'contacts'
          ? contacts[`kind.${value}`]
          : list === 'markets'
            ? contacts[`marketKind.${value}`]
            : deals[`kind.${value}`]
        : key === 'shelf' && list === 'deliverables'
          ? after[`shelf.${value}`]
          : key === 'state' && list !== 'screeners'
            ? states[value]
            : wordOf(locale, `period.${value}`)
  return typeof word === 'string' ? word : (wordOf(locale, `choice.${value}`) ?? value)
}
