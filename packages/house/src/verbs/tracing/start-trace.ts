import { findTrace, putTrace } from '@vitrine/store/reels/traces'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { TraceVerbs, TraceView } from '../../contract/traces.ts'
import { HouseError } from '../../errors.ts'
import { cleanText, parse } from '../../input.ts'
import { filmsOf } from '../../screening/reach-reel.ts'
import { reachTitle } from '../../titles/reach-title.ts'
import { toTraceView } from '../../tracing/reach-trace.ts'
import { countViewings, watchedReels } from '../../tracing/suspects.ts'
import { write } from '../../write.ts'

const HandedIn = z.object({
  id: z.string().regex(/^[0-9a-z]{26}$/),
  size: z.int().min(1),
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
})
const LONGEST = 2000

/** Takes in a copy that came whole. The file is moved within the transaction, as that of a master is. */
export async function startTrace(
  house: HouseContext,
  actor: Actor,
  args: Parameters<TraceVerbs['startTrace']>[1],
): Promise<TraceView> {
  const { copies } = filmsOf(house)
  await reachTitle(house, house.db, actor, 'startTrace', args.titleId) // before its bytes are sent anywhere
  await copies.carry(args.id, args.path)
  const started = await write(house, actor, async ({ trx, at, audit }) => {
    const title = await reachTitle(house, trx, actor, 'startTrace', args.titleId)
    const { id, size, checksum } = parse(HandedIn, { id: args.id, size: args.size, checksum: args.checksum })
    const known = await findTrace(trx, house.houseId, id)
    if (known !== null) {
      if (known.titleId !== title.id || known.checksum !== checksum) throw new HouseError('not-found', { subject: 'Trace' })
      return toTraceView(known)
    }
    const { viewings } = countViewings(await watchedReels(house, trx, title.id))
    if (viewings === 0) throw new HouseError('wrong-state', { subject: 'Trace', state: 'nobody-watched' })
    const trace = {
      id,
      size,
      checksum,
      titleId: title.id,
      fileName: cleanText(args.fileName).slice(-300) || 'copy',
      foundWhere: cleanText(args.foundWhere ?? '').trim().slice(0, LONGEST) || null, // prettier-ignore
      handedInAt: at,
      handedInBy: actor.name,
    }
    await putTrace(trx, house.houseId, trace)
    await copies.take(id, args.path)
    audit({ verb: 'startTrace', subject: 'Trace', subjectId: id, detail: { titleId: title.id, title: title.sheet.title, fileName: trace.fileName, size, checksum } }) // prettier-ignore
    return toTraceView((await findTrace(trx, house.houseId, id))!)
  })
  await copies.letGo(args.id, args.path)
  return started
}
