/** What can be wrong with one field of a title, an entry or a request, said in both languages of the house. */
import type { Advice } from '../expression-error.ts'

const shown = (value: unknown): string => (JSON.stringify(value) ?? 'null').slice(0, 80)
const expected = (en: string, fr: string, value: unknown): Advice => ({
  en: `${en} is expected, not ${shown(value)}`,
  fr: `${fr} est attendu ici, et non ${shown(value)}`,
})

/** @example FAULTS.day('2027-02-30').en // 'a day of the calendar (YYYY-MM-DD) is expected, not "2027-02-30"' */
export const FAULTS = {
  object: (value: unknown) => expected('an object', 'un objet', value),
  list: (value: unknown) => expected('a list', 'une liste', value),
  text: (value: unknown) => expected('a text', 'un texte', value),
  flag: (value: unknown) => expected('true or false', 'true ou false', value),
  whole: (value: unknown, least: number) =>
    expected(`a whole number from ${least}`, `un nombre entier à partir de ${least}`, value),
  day: (value: unknown) => expected('a day of the calendar (YYYY-MM-DD)', 'un jour du calendrier (AAAA-MM-JJ)', value),
  oneOf: (allowed: readonly string[], value: unknown) =>
    expected(`one of ${allowed.join(', ')}`, `un mot parmi ${allowed.join(', ')}`, value),
  twoTitles: () => ({ en: 'two titles have this id', fr: 'deux titres ont cet identifiant' }),
  twoEntries: () => ({ en: 'two entries have this id', fr: 'deux entrées ont cet identifiant' }),
  noTitle: (id: string) => ({
    en: `there is no title ${shown(id)} in this book`,
    fr: `il n’y a pas de titre ${shown(id)} dans ce livre`,
  }),
  noBox: () => ({ en: 'an entry has at least one box', fr: 'une entrée a au moins une part' }),
  noExpiry: () => ({
    en: 'an option says through which day it lives',
    fr: 'une option dit jusqu’à quel jour inclus elle vit',
  }),
  reversed: (from: string, to: string) => ({
    en: `${to} is before ${from}: the window ends before it begins`,
    fr: `${to} précède ${from} : la fenêtre finit avant de commencer`,
  }),
  otherHistory: () => ({
    en: 'does not end with what the entry says; leave it out, or end it with the same status and terms',
    fr: 'ne finit pas par ce que dit l’entrée ; à laisser vide, ou à finir par le même état et les mêmes termes',
  }),
  noCut: () => ({
    en: 'names no cut; leave it out for all cuts',
    fr: 'ne nomme aucun montage ; à laisser vide pour tous les montages',
  }),
  noOuterDates: () => ({
    en: 'a window that waits for an event needs its earliest start (from) and its outer date (to)',
    fr: 'une fenêtre qui attend un événement a besoin de son premier jour possible (début) et de sa date butoir (fin)',
  }),
} as const satisfies Record<string, (...values: never[]) => Advice>
