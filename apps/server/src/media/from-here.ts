/** Whether a viewing may be watched from where it is asked for: asked of the house once for a country, and kept in memory for a while. */
import { isHouseError, SYSTEM, type House } from '@vitrine/house'
import { describeError, type Log } from '../log.ts'

/** What was allowed is asked again after this, so that rights that change are seen. */
const ALLOWED_FOR = 10 * 60_000
/** What was refused is asked again after this: a page that was opened by another server, or a screener that was made wider, is seen. */
const REFUSED_FOR = 15_000

/** Why a viewing may not be watched from a country; null: it may. */
export type Refused = Awaited<ReturnType<House['moveViewing']>>['refused']

/** Of one viewing, by country (null: nobody says which): the answer, or that it is being asked, and since when. */
export type Answers = Map<string | null, { at: number; refused: Refused | Promise<Refused> }>

/** Nobody waits for an answer that is known. Throws `not-found` where the viewing is gone. */
export type RefusedFrom = (id: string, answers: Answers, country: string | null) => Refused | Promise<Refused>

export function fromHere(house: Pick<House, 'moveViewing'>, log: Log, now: () => number): RefusedFrom {
  return (id, answers, country) => {
    const [at, known] = [now(), answers.get(country)]
    const holds = typeof known?.refused === 'string' ? REFUSED_FOR : ALLOWED_FOR
    if (known !== undefined && Math.abs(at - known.at) < holds) return known.refused
    // What came in the place of this question, or took it away, is newer than its answer.
    const settle = (refused: Refused | undefined): void => {
      if (answers.get(country) !== asking) return
      if (refused === undefined) answers.delete(country)
      else answers.set(country, { at, refused })
    }
    const asked = house.moveViewing(SYSTEM, { id, country }).then(
      ({ refused }) => (settle(refused), refused),
      async (error: unknown) => {
        const before = await known?.refused
        const isGone = isHouseError(error) && error.code === 'not-found'
        // A film that runs is not cut because the database is away; from elsewhere it does not go on before it was asked.
        settle(isGone ? undefined : before)
        if (isGone || before === undefined) throw error
        log.error('media', describeError(error))
        return before
      },
    )
    const asking = { at, refused: asked }
    answers.set(country, asking)
    return asked
  }
}

/** Opened anew, it is asked again where it was refused, also where the question is still under way. */
export function forgetRefusals(answers: Answers): void {
  for (const [country, { refused }] of answers) if (refused !== null) answers.delete(country)
}

/** The same for viewings that are not watched here and now: copies to keep. */
export interface CopiesFrom {
  refused(id: string, country: string | null): Refused | Promise<Refused>
  /** It was opened anew. */
  admit(id: string): void
}

export function copiesFrom(refusedFrom: RefusedFrom, now: () => number): CopiesFrom {
  const known = new Map<string, Answers>()
  return {
    refused(id, country) {
      const answers = known.get(id) ?? new Map()
      if (!known.has(id)) for (const [other, those] of known) if (isStale(those, now())) known.delete(other)
      known.set(id, answers)
      return refusedFrom(id, answers, country)
    },
    admit(id) {
      forgetRefusals(known.get(id) ?? new Map())
    },
  }
}

const isStale = (answers: Answers, at: number): boolean =>
  answers.values().every((known) => Math.abs(at - known.at) >= ALLOWED_FOR)
