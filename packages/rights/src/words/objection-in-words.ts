/** Why an entry may not stand, said to a person. */
import type { Objection, ObjectionCode } from '../check/check-entry.ts'
import { boxInWords, cutInWords, type WordsLocale } from './box-in-words.ts'

/**
 * An objection as one sentence.
 *
 * @param names what the entries in the way are called (a party, a contract), in their order
 */
export function objectionInWords(objection: Objection, names: readonly string[], locale: WordsLocale): string {
  const told = objection.cuts?.map(cutInWords) ?? names
  const who = told.length > 0 ? ` (${told.join(', ')})` : ''
  const colon = locale === 'fr' ? '\u00a0: ' : ': '
  return `${SENTENCES[locale][objection.code]}${who}${colon}${boxInWords(objection.box, locale)}`
}

const SENTENCES: Readonly<Record<WordsLocale, Readonly<Record<ObjectionCode, string>>>> = {
  en: {
    'not-owned': 'The house does not hold this',
    'grant-ends': 'The house’s own rights end before',
    sold: 'Sold exclusively',
    'sold-beside': 'Sold already, not exclusively: it can no longer be sold exclusively',
    'granted-beside': 'The house holds this without exclusivity',
    'held-back': 'Held back',
    optioned: 'Somebody has a live option',
    'promises-what-is-sold': 'Would hold back what is sold already',
    'promises-what-is-optioned': 'Would hold back what somebody has a live option on: they could not take it up',
    'overlapping-grant': 'Another grant covers the same',
    'leaves-uncovered': 'Sold, and covered by no grant any more',
    'begins-in-the-past': 'Begins before today',
    undated: 'Rests on a window that waits for an event',
    'unknown-cut': 'The film’s sheet lists other cuts',
  },
  fr: {
    'not-owned': 'La maison ne détient pas ces droits',
    'grant-ends': 'Les droits de la maison prennent fin avant',
    sold: 'Vendu en exclusivité',
    'sold-beside': 'Déjà vendu sans exclusivité : ne peut plus être vendu en exclusivité',
    'granted-beside': 'La maison détient ces droits sans exclusivité',
    'held-back': 'Réservé',
    optioned: 'Une option est en cours',
    'promises-what-is-sold': 'Réserverait ce qui est déjà vendu',
    'promises-what-is-optioned': 'Réserverait ce sur quoi une option est en cours : elle ne pourrait plus être levée',
    'overlapping-grant': 'Un autre mandat couvre la même chose',
    'leaves-uncovered': 'Vendu, et ne serait plus couvert par aucun mandat',
    'begins-in-the-past': 'Commence avant aujourd’hui',
    undated: 'Repose sur une fenêtre qui attend un événement',
    'unknown-cut': 'La fiche du film indique d’autres montages',
  },
}
