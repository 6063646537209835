/**
 * A request that its asker named with a key is done once, and its answer said again whenever it is repeated. Where it changes something,
 * that is written down in the same transaction (write.ts): whatever breaks between the change and its answer, nothing is done twice.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  endRequest,
  findKept,
  forgetAnswers,
  holdOn,
  keptBeside,
  noteDone,
  takeOn,
  type Allowance,
  type KeptRequest,
  type RequestKey,
} from '@vitrine/store/answers/answers'
import type { Asker } from '@vitrine/store/asker'
import type { HouseContext } from './context.ts'
import { HouseError } from './errors.ts'
import { openKey, sealKey } from './screening/sealed-key.ts'

const DAY = 86_400_000
/** Whoever runs a request says so every third of this; when nothing was said for as long, they are gone. */
const HELD = 60_000

/** What is kept for each asker: whoever asks without end neither fills the house nor makes it slow. */
export const MOST_KEPT: Allowance = { requests: 10_000, bytes: 64 * 1024 * 1024 }

/** What came of a request, and what of it is to be said again. */
export interface RunAnswer {
  kept: string | null
  refused: boolean
  /** It broke off, nobody knows where: whatever it has changed by then may not be all. */
  brokeOff?: boolean
}

/** A request under its asker's own key. `print`: what tells it from any other, so that a key is not used for two. */
export interface KeyedRequest extends RequestKey {
  print: string
}

interface InHand {
  request: RequestKey
  claim: string
  over: boolean
}

const inHand = new AsyncLocalStorage<InHand>()

let claims = 0

/**
 * Runs the request, or says what was answered to it before.
 *
 * @param run gives what is to be said again: null when that cannot be kept, and then what was done is not done again either. What was
 *   `refused` and changed nothing may be asked again.
 * @throws HouseError `key-in-use`, `still-running`, `answer-lost`, `outcome-unknown`, `too-many-keys`
 */
export async function answerOnce<T extends RunAnswer>(
  house: HouseContext,
  request: KeyedRequest,
  run: () => Promise<T>,
): Promise<T | { replayed: string }> {
  const { db, houseId } = house
  const claim = `${house.process}.${++claims}`
  const process = house.alone ? house.process : null // what another process of before held, nobody holds
  const now = house.now().getTime()
  const [at, heldUntil, forgottenBefore] = [now, now + HELD, now - DAY].map((moment) => new Date(moment).toISOString()) as [string, string, string] // prettier-ignore
  if (
    !(await takeOn(db, houseId, request, {
      print: request.print,
      claim,
      at,
      heldUntil,
      forgottenBefore,
      process,
      allowance: MOST_KEPT,
    }))
  ) {
    const known = await findKept(db, houseId, request, { at, process })
    if (known !== null && !isFree(known)) return { replayed: knownAnswer(house, request, known) }
    const { oldest, requests, bytes } = await keptBeside(db, houseId, request, forgottenBefore)
    // refused or forgotten between the looks: it may be asked again
    if (oldest === null || (requests < MOST_KEPT.requests && bytes < MOST_KEPT.bytes))
      throw new HouseError('still-running', { seconds: 1 })
    const seconds = Math.max(1, Math.ceil((Date.parse(oldest) + DAY - now) / 1000))
    throw new HouseError('too-many-keys', { limit: MOST_KEPT.requests, megabytes: MOST_KEPT.bytes / 1024 / 1024, seconds })
  }

  const hand: InHand = { request, claim, over: false }
  const holding = setInterval(() => {
    void holdOn(db, houseId, request, claim, new Date(house.now().getTime() + HELD).toISOString()).catch(() => {})
  }, HELD / 3)
  holding.unref()
  let ran: RunAnswer = { kept: null, refused: true, brokeOff: true }
  try {
    const answer = await inHand.run(hand, run)
    ran = answer
    return answer
  } finally {
    hand.over = true
    clearInterval(holding)
    const answer = ran.kept === null ? null : sealKey(house.sealing, aboutOf(request), Buffer.from(ran.kept))
    const ended = { answer, refused: ran.refused, whole: ran.brokeOff !== true, at: house.now().toISOString() }
    // An answer that cannot be kept is still an answer: whoever hears it need not ask again.
    await endRequest(db, houseId, request, claim, ended).catch(() => {})
  }
}

/** Nobody runs it any more, and it changed nothing: it would be done, were there room. */
const isFree = ({ answer, held, wrote }: KeptRequest): boolean => answer === null && held <= 0 && !wrote

function knownAnswer(house: HouseContext, request: KeyedRequest, known: KeptRequest): string {
  if (known.print !== request.print) throw new HouseError('key-in-use')
  if (known.answer !== null) {
    const opened = openKey(house.sealing, aboutOf(request), known.answer)
    if (opened !== null) return Buffer.from(opened).toString()
  } else if (known.held > 0) throw new HouseError('still-running', { seconds: known.wrote ? 1 : Math.min(5, known.held) })
  throw new HouseError(known.whole ? 'answer-lost' : 'outcome-unknown', { done: known.done })
}

const aboutOf = ({ asker, key }: RequestKey): string => `answer ${asker} ${key}`

/**
 * In a writing transaction: the request in hand, if it has a key, has changed something.
 *
 * @throws HouseError `still-running`: somebody has taken the request over, and what is in hand is undone
 */
export async function noteRequest(trx: Asker, houseId: string, done: KeptRequest['done']): Promise<void> {
  const hand = inHand.getStore()
  if (hand === undefined || hand.over) return
  if (!(await noteDone(trx, houseId, hand.request, hand.claim, done))) throw new HouseError('still-running', { seconds: 5 })
}

/** Forgets what was answered more than a day ago. */
export async function forgetKeptAnswers(house: HouseContext): Promise<number> {
  const before = new Date(house.now().getTime() - DAY).toISOString()
  return house.writeTurn(() => forgetAnswers(house.db, house.houseId, before))
}
