/** The systems that a documentary meets most, as facts: what each can say, and where. Former ratings stand behind a slash. */
import type { RatingSystem, RatingSystems } from './rating-system.ts'

const TABLE: readonly (readonly [name: string, regions: string, ratings: string, reasons?: string])[] = [
  ['MPAA', 'US', 'G PG PG-13 R NC-17 / M GP X'],
  ['TVPG', 'US', 'TV-Y TV-Y7 TV-Y7-FV TV-G TV-PG TV-14 TV-MA', 'S V FV D L'],
  ['CHVRS', 'CA', 'G PG 14A 18A R E'],
  ['RCQ', 'CA-QC', 'G 13+ 16+ 18+ RC'],
  ['BBFC', 'GB', 'U PG 12 12A 15 18 R18', 'Drugs Discrimination Horror Behaviour Language Violence Sex Nudity Theme'],
  ['IFCO', 'IE', 'G PG 12 15 18', 'SC D V Theme L'],
  ['FSK', 'DE', '0 6 12 16 18 / Keine'],
  ['CNC', 'FR', 'T 12 16 18 interdiction'],
  ['CSA', 'FR', '10 12 16 18 interdiction'],
  ['CSA', 'BE-WAL', '10 12 16 18 interdiction'],
  ['CICF', 'BE', 'E KT/EA KNT/ENA'],
  ['Kijkwijzer', 'NL BE', 'AL 6 9 12 14 16 18'],
  ['ICAA', 'ES', 'APTA ER 7 12 16 18 X / 13'],
  ['AGCOM', 'IT', 'T VM6 VM14 VM18'],
  ['MBACT', 'IT', 'T VM6 VM14 VM18 / VM16'],
  ['Film', 'CH', '0 6 8 10 12 14 16 18'],
  ['Medietilsynet', 'NO', 'A 6 9 12 15 18 / 7 11'],
  ['EIRIN', 'JP', 'G PG12 R15+ R18+'],
  ['ACMA', 'AU', 'P C G PG M MA'],
]

const words = (text: string): ReadonlySet<string> => new Set(text.split(' ').filter((word) => word !== ''))

const SYSTEMS = new Map<string, RatingSystem[]>()
for (const [name, regions, ratings, reasons] of TABLE) {
  const [now, former = ''] = ratings.split(' /')
  const system = {
    regions: words(regions),
    ratings: words(`${now!}${former}`),
    former: words(former),
    reasons: reasons === undefined ? null : words(reasons),
  }
  SYSTEMS.set(name, [...(SYSTEMS.get(name) ?? []), system])
}

/** `Film` is the name of many systems of which one is here, so that what it does not know is not wrong. */
export const WELL_KNOWN: RatingSystems = { of: (name) => SYSTEMS.get(name) ?? [], complete: false }
