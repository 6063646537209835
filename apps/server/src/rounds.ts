/** What the server looks after again and again, without being asked, and how often. */
import { SYSTEM, type House } from '@vitrine/house'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { inboxAt, readInbox } from './mail/inbox.ts'
import type { Mail } from './mail/mail.ts'
import { sendLetters } from './mail/send-letters.ts'
import { repeat } from './repeat.ts'
import type { masterUploads } from './uploads/master-uploads.ts'
import { watchFolder } from './watch/watch-folder.ts'
import { deliverDue } from './webhooks/deliver.ts'

/** One thing that goes on in the background until the server stops. */
export interface Going {
  stop(): Promise<unknown>
}

interface Round {
  name: string
  seconds: number
  go(signal: AbortSignal): Promise<unknown>
}

export async function startRounds(
  config: Config,
  parts: { house: House; mail: Mail; uploads: Pick<ReturnType<typeof masterUploads>, 'tidy'>; origin: string; log: Log },
): Promise<Going[]> {
  const { house, mail, uploads, origin, log } = parts
  const rounds: Round[] = [
    // How soon a reel, a trace, a copy whose worker died is taken up again, beyond its half minute.
    { name: 'reels', seconds: 10, go: () => house.tidyReels(SYSTEM) },
    { name: 'traces', seconds: 10, go: () => house.tidyTraces(SYSTEM) },
    { name: 'copies', seconds: 10, go: () => house.tidyMarkedCopies(SYSTEM) },
    // What a worker that was killed left lies still; it is only large.
    { name: 'films', seconds: 3600, go: () => house.tidyFilms(SYSTEM) },
    { name: 'uploads', seconds: 600, go: () => uploads.tidy() },
    { name: 'webhooks', seconds: 5, go: (signal) => deliverDue(house, { allowPrivate: config.webhooksPrivate, signal }) },
    // An offer that somebody looks at is ended there and then: this is for those nobody looks at.
    { name: 'offers', seconds: 300, go: () => house.expireOffers(SYSTEM) },
    // An answer is waited for by days.
    { name: 'viewings', seconds: 3600, go: () => house.followViewings(SYSTEM) },
    { name: 'viewers', seconds: 3600, go: () => house.forgetViewers(SYSTEM) },
    // Their times are months; a server that is started anew each day comes to them all the same.
    { name: 'requests', seconds: 3600, go: () => house.closeStaleRequests(SYSTEM) },
    { name: 'visitors', seconds: 3600, go: () => house.forgetVisitors(SYSTEM) },
    // An answer that is kept a day may stay an hour longer: it is not said any more.
    { name: 'answers', seconds: 3600, go: () => house.forgetKeptAnswers() },
    { name: 'exports', seconds: 60, go: () => house.runDueExports(SYSTEM) },
    { name: 'digest', seconds: 600, go: () => house.writeRightsDigest(SYSTEM) },
    { name: 'tasks', seconds: 600, go: () => house.writeTaskLetters(SYSTEM) },
    { name: 'letters', seconds: 3, go: (signal) => sendLetters(house, mail, log, signal) },
  ]
  if (config.inbox !== null) {
    const inbox = await inboxAt(config.inbox)
    rounds.push({ name: 'inbox', seconds: 60, go: (signal) => readInbox(house, inbox, log, signal) })
  }
  if (config.watch !== null) {
    const look = watchFolder(config.watch)
    rounds.push({ name: 'watch', seconds: 5, go: (signal) => look(house, { origin, signal }) })
  }
  return rounds.map(({ name, seconds, go }) => repeat(name, seconds, log, go))
}
