import { colon, type Locale } from '@vitrine/messages'

/**
 * What a control is called for whoever hears it without what stands around it: its word, and then which row, film or company it is of.
 *
 * @example
 * saidOf('fr', 'Comparer', 'Kanal Ost') // 'Comparer : Kanal Ost'
 */
export const saidOf = (locale: Locale, word: string, ...of: (string | null | undefined)[]): string => {
  const told = of.filter((one) => one !== null && one !== undefined && one !== '')
  return told.length === 0 ? word : `${word}${colon(locale)} ${told.join(', ')}`
}
