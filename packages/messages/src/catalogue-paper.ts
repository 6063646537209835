/** The words of a printed catalogue for a market. */
import { inEveryLocale } from './locale.ts'

export const cataloguePaper = inEveryLocale(
  {
    catalogue: 'Catalogue',
    contents: 'Contents',
    index: 'Index',
    byCountry: 'By country',
    byDirector: 'By director',
    bySlot: 'By length',
    contacts: 'Contacts',
    meetUs: (market: string) => `Meet us at ${market}`,
    others: 'And also',
    films: (count: number) => (count === 1 ? '1 film' : `${count} films`),
    direction: 'Direction',
    sales: 'Sales',
  },
  {
    catalogue: 'Catalogue',
    contents: 'Sommaire',
    index: 'Index',
    byCountry: 'Par pays',
    byDirector: 'Par réalisation',
    bySlot: 'Par durée',
    contacts: 'Contacts',
    meetUs: (market) => `Rencontrons-nous : ${market}`,
    others: 'Et aussi',
    films: (count) => (count <= 1 ? `${count} film` : `${count} films`),
    direction: 'Direction',
    sales: 'Ventes',
  },
)
