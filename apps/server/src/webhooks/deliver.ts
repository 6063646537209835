/** Deliveries that are due go out; how each went is noted. Several servers may do this at once: each takes its own. */
import { SYSTEM, type House } from '@vitrine/house'
import { postEvent } from './post-event.ts'

/** One round. Answers how many were tried. What a stop cuts short is not noted: its lease runs out, and it is tried again. */
export async function deliverDue(
  house: House,
  options: { allowPrivate: boolean; signal: AbortSignal; patience?: number },
): Promise<number> {
  const due = await house.takeDeliveries(SYSTEM)
  await Promise.all(
    due.map(async (delivery) => {
      const outcome = await postEvent(delivery, options)
      if (options.signal.aborted && !outcome.taken) return
      await house.noteDelivery(SYSTEM, { id: delivery.id, attempts: delivery.attempts, ...outcome })
    }),
  )
  return due.length
}
