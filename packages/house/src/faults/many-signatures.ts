/** Many signatures that want the same few rights, all begun at once in one of several servers. */
import { randomFrom } from '@vitrine/rights/testing/random-book'
import { SYSTEM } from '../actors.ts'
import type { House } from '../contract.ts'
import { isHouseError } from '../errors.ts'

const TERRITORIES = ['France', 'Poland', 'Baltics', 'DACH', 'Europe', 'Benelux']
const MEDIA = ['svod', 'free-tv', 'tv', 'svod, avod']
const NEXT_YEAR = new Date().getFullYear() + 1

/** What somebody wants to sign, and how. */
export interface Wanted {
  readonly titleId: string
  readonly entry: Readonly<Record<string, unknown>>
  readonly acceptWarnings: boolean
  /** Written as a draft first, which is then signed; else entered at once. */
  readonly drafted: boolean
}

/** What a server says of one signature. `by`: the objections of that severity, each with the entries behind it. */
export interface Refusal {
  readonly wanted: Wanted
  readonly code: 'rights-conflict' | 'rights-warnings'
  readonly by: readonly (readonly string[])[]
}

/** What a seed wants: mostly licences, alone or beside others, some with a holdback for the buyer; options and holdbacks between them. */
export function drawWanted(titles: readonly string[], seed: number, count: number): Wanted[] {
  const random = randomFrom(seed)
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const box = () => {
    const year = NEXT_YEAR + Math.floor(random() * 4)
    const [territory, media] = [one(TERRITORIES), one(MEDIA)]
    return { territory, media, from: `${year}-01-01`, to: `${year + Math.floor(random() * 2)}-12-31` }
  }
  return Array.from({ length: count }, (_, at) => {
    const kind = one(['licence', 'licence', 'licence', 'option', 'holdback'])
    const more =
      kind === 'option'
        ? { expires: '2099-12-31' }
        : kind === 'licence'
          ? { exclusive: random() < 0.6, ...(random() < 0.2 && { holdbacks: [box()] }) }
          : {}
    const entry = { kind, ...box(), party: `buyer ${seed}-${at}`, ...more }
    return { titleId: one(titles), entry, acceptWarnings: random() < 0.5, drafted: random() < 0.4 }
  })
}

/**
 * Begins everything at once, shared out among houses that are open side by side on one pool of connections. Says `drafted ID` and
 * `signed ID` for what was acknowledged, and `refused` with a `Refusal` for what was not.
 */
export async function signMany(houses: readonly House[], wanted: readonly Wanted[], say: (text: string) => void): Promise<void> {
  await Promise.all(
    wanted.map(async (one, at) => {
      const { titleId, entry, acceptWarnings, drafted } = one
      const house = houses[at % houses.length]!
      try {
        if (drafted) {
          const draft = await house.draftEntry(SYSTEM, { titleId, entry, locale: 'en' })
          say(`drafted ${draft.id}`)
          await house.signEntry(SYSTEM, { id: draft.id, baseVersion: draft.version, acceptWarnings, locale: 'en' })
          say(`signed ${draft.id}`)
        } else {
          const { id } = await house.enterEntry(SYSTEM, { titleId, entry, acceptWarnings, locale: 'en' })
          say(`signed ${id}`)
        }
      } catch (thrown) {
        if (!isHouseError(thrown) || (thrown.code !== 'rights-conflict' && thrown.code !== 'rights-warnings')) throw thrown
        const objections = thrown.details['objections'] as { severity: string; entries: string[] }[]
        const severity = thrown.code === 'rights-conflict' ? 'refused' : 'warning'
        const by = objections.filter((objection) => objection.severity === severity).map(({ entries }) => entries)
        say(`refused ${JSON.stringify({ wanted: one, code: thrown.code, by } satisfies Refusal)}`)
      }
    }),
  )
}

/** What the book in this process's memory answers to a few questions, as one text. */
export async function compareBook(house: House): Promise<string> {
  const answers = []
  for (const territory of TERRITORIES)
    for (const media of ['svod', 'tv'])
      for (const exclusive of [true, false]) {
        const question = { territory, media, from: `${NEXT_YEAR}-01-01`, to: `${NEXT_YEAR + 4}-12-31`, exclusive }
        const { rows } = await house.askAvailabilities(SYSTEM, { question, locale: 'en' })
        answers.push(rows.map(({ card, answer, share }) => `${card.id} ${answer} ${share}`).sort())
      }
  return JSON.stringify(answers)
}
