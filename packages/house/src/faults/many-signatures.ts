/** Many licences that want the same few rights, signed one after the other by one of several servers. */
import { randomFrom } from '@vitrine/rights/testing/random-book'
import { SYSTEM } from '../actors.ts'
import type { House } from '../contract.ts'
import { isHouseError } from '../errors.ts'

const TERRITORIES = ['France', 'Poland', 'Baltics', 'DACH', 'Europe', 'Benelux']
const MEDIA = ['svod', 'free-tv', 'tv', 'svod, avod']

/** Says `signed ID` for what was acknowledged and `refused TITLE|TERRITORY|MEDIA|FROM|TO ID,ID` with what stood in the way. */
export async function signMany(
  house: House,
  titles: readonly string[],
  seed: number,
  count: number,
  say: (text: string) => void,
): Promise<void> {
  const random = randomFrom(seed)
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  for (let n = 0; n < count; n++) {
    const year = 2027 + Math.floor(random() * 4)
    const [titleId, territory, media, from, to] = [
      one(titles),
      one(TERRITORIES),
      one(MEDIA),
      `${year}-01-01`,
      `${year + Math.floor(random() * 2)}-12-31`,
    ]
    const entry = { kind: 'licence', exclusive: true, territory, media, from, to, party: `buyer ${seed}-${n}` }
    try {
      const { id } = await house.enterEntry(SYSTEM, { titleId, entry, locale: 'en' })
      say(`signed ${id}`)
    } catch (thrown) {
      if (!isHouseError(thrown) || thrown.code !== 'rights-conflict') throw thrown
      const objections = thrown.details['objections'] as { entries: string[] }[]
      say(`refused ${[titleId, territory, media, from, to].join('|')} ${objections.flatMap(({ entries }) => entries).join(',')}`)
    }
  }
}

/** What the book in this process's memory answers to a few questions, as one text. */
export async function compareBook(house: House): Promise<string> {
  const answers = []
  for (const territory of TERRITORIES)
    for (const media of ['svod', 'tv']) {
      const question = { territory, media, from: '2027-01-01', to: '2031-12-31', exclusive: true }
      const { rows } = await house.askAvailabilities(SYSTEM, { question, locale: 'en' })
      answers.push(rows.map(({ card, answer, share }) => `${card.id} ${answer} ${share}`).sort())
    }
  return JSON.stringify(answers)
}
