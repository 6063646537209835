/**
 * Rating systems of the countries that documentaries are sold to most, with their values as the Common Metadata Ratings name
 * them. Systems and values are facts; what is not here is left out of a file that would be refused for it.
 */
interface RatingSystem {
  country: string
  values: readonly string[]
  /** Printed with a minus in its own country: "-12". */
  minus?: true
}

const values = (text: string): string[] => text.split(' ')
const SYSTEMS: Record<string, RatingSystem> = {
  CSA: { country: 'FR', values: values('10 12 16 18'), minus: true },
  CNC: { country: 'FR', values: values('T 12 16 18'), minus: true },
  FSK: { country: 'DE', values: values('0 6 12 16 18') },
  FSF: { country: 'DE', values: values('0 6 12 16 18') },
  BBFC: { country: 'GB', values: values('U PG 12 12A 15 18 R18') },
  MPAA: { country: 'US', values: values('G PG PG-13 R NC-17') },
  TVPG: { country: 'US', values: values('TV-Y TV-G TV-Y7 TV-Y7-FV TV-PG TV-14 TV-MA') },
  ICAA: { country: 'ES', values: values('APTA ER 7 12 13 16 18 X') },
  AGCOM: { country: 'IT', values: values('T VM6 VM14 VM18') },
  MBACT: { country: 'IT', values: values('T VM6 VM14 VM16 VM18') },
  Kijkwijzer: { country: 'NL', values: values('AL 6 9 12 14 16 18') },
  CICF: { country: 'BE', values: values('E KT/EA KNT/ENA') },
  IFCO: { country: 'IE', values: values('G PG 12 15 18') },
  CCE: { country: 'PT', values: values('A M/3 M/4 M/6 M/12 M/14 M/16 M/18') },
  BMUKK: { country: 'AT', values: values('AA 6 8 10 12 14 16') },
  MEKU: { country: 'FI', values: values('S 7 12 16 18') },
  MCCYP: { country: 'DK', values: values('A 7 11 15') },
  'SM-SA': { country: 'SE', values: values('Barntillåten 7 11 15') },
  Medietilsynet: { country: 'NO', values: values('A 6 9 12 15 18') },
  'NBC-PL': { country: 'PL', values: values('I II III IV 18+') },
}

/**
 * A rating as the registry writes it; null where it does not know the system or the value.
 *
 * @example
 * registeredRating({ system: 'CSA', value: '-12' }) // { country: 'FR', system: 'CSA', value: '12' }
 */
export function registeredRating(rating: {
  system: string
  value: string
}): { country: string; system: string; value: string } | null {
  const system = Object.keys(SYSTEMS).find((name) => name.toLowerCase() === rating.system.toLowerCase())
  if (system === undefined) return null
  const { country, values: known, minus } = SYSTEMS[system]!
  const value = minus === true ? rating.value.replace(/^[-–−]\s?/, '') : rating.value
  return known.includes(value) ? { country, system, value } : null
}

/** A registered rating as its own country prints it. */
export const printedRating = (system: string, value: string): { system: string; value: string } => ({
  system,
  value: SYSTEMS[system]?.minus === true && /^\d+$/.test(value) ? `-${value}` : value,
})
