import type { EntryTerms } from '@vitrine/rights/book/entry'
import { moveInstalmentsOfEntry } from '../../after/move-instalments.ts'
import { listVersions } from '@vitrine/store/rights/entries'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { EntryView, RightsVerbs } from '../../contract/rights.ts'
import { HouseError } from '../../errors.ts'
import { parse } from '../../input.ts'
import { entryView, holdStatus, holdVersion, reachEntry } from '../../rights/reach-entry.ts'
import { DayText } from '../../rights/read-input.ts'
import { recordEntry } from '../../rights/record-entry.ts'
import { write } from '../../write.ts'

/**
 * Says that the event happened which a window waits for, or that a run was broadcast. Both can only make the window smaller than what the
 * book held free for it, so nothing needs to be checked. What was amended from a day on still holds from that day on.
 */
export async function dateEntry(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['dateEntry']>[1],
): Promise<EntryView> {
  return write(house, actor, async (writing) => {
    const before = await reachEntry(house, writing.trx, actor, 'dateEntry', args.id)
    holdVersion(before, args.baseVersion)
    holdStatus(before, 'signed')
    const { id, titleId } = before
    const terms = dated(before.terms, args)
    const { effective } = (await listVersions(writing.trx, house.houseId, { entryId: id })).at(-1)!
    await recordEntry(house, writing, actor, { id, titleId, before, status: 'signed', terms, effective, verb: 'dateEntry', note: args.eventDate ?? args.broadcast ?? null }) // prettier-ignore
    await moveInstalmentsOfEntry(house, writing, actor, id)
    return entryView(house, writing.trx, id, args.locale)
  })
}

function dated(terms: EntryTerms, { eventDate, broadcast }: { eventDate?: string; broadcast?: string }): EntryTerms {
  const refuse = (path: string, message: string, messageFr: string): never => {
    throw new HouseError('invalid-input', { issues: [{ path, message, messageFr }] })
  }
  if (eventDate !== undefined) {
    const date = parse(DayText, eventDate)
    if (terms.event === null) return refuse('eventDate', 'This entry waits for no event', 'Cette entrée n’attend aucun événement')
    if (terms.boxes.some(({ from, to }) => (from !== null && date < from) || (to !== null && date > to)))
      return refuse(
        'eventDate',
        'Outside the window that was kept for it: amend the entry instead',
        'En dehors de la fenêtre réservée : modifiez plutôt l’entrée',
      )
    return { ...terms, event: { ...terms.event, date } }
  }
  if (broadcast === undefined) return refuse('eventDate', 'Say a day', 'Indiquez un jour')
  const day = parse(DayText, broadcast)
  if (terms.runs === null) return refuse('broadcast', 'This entry counts no runs', 'Cette entrée ne compte pas de diffusions')
  if (terms.runs.broadcasts.length >= terms.runs.count)
    return refuse('broadcast', 'All runs are used', 'Toutes les diffusions sont utilisées')
  return { ...terms, runs: { ...terms.runs, broadcasts: [...terms.runs.broadcasts, day].sort() } }
}
