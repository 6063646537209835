import { followedUp } from '@vitrine/messages/screeners'
import { putTask } from '@vitrine/store/contacts/tasks'
import { noteFollowed } from '@vitrine/store/screening/screeners'
import { unansweredScreeners } from '@vitrine/store/screening/unanswered'
import { listViewingRows } from '@vitrine/store/screening/viewings'
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { newId } from '../../ids.ts'
import { authorise } from '../../policies/authorise.ts'
import { viewingViews } from '../../screening/watched-view.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { write } from '../../write.ts'

/** After so many days without a word of them, whoever sees to a screener is reminded to ask. */
const DAYS_TO_ANSWER = 5
const MOST = 50
/** Milliseconds of a film, in one viewing: who saw less is not asked, and may yet watch it. */
const WORTH_ASKING = 60_000

/**
 * Writes a task for each screener that was watched and that nobody has answered for days: “Ana Nowak (Kanal Ost) watched 47 of 52 minutes
 * of Salt, twice. No answer for 5 days.” Each screener is followed once. Answers how many were.
 */
export async function followViewings(house: HouseContext, actor: Actor): Promise<number> {
  authorise(actor, 'followViewings')
  const { houseId } = house
  const now = house.now().getTime()
  const asked = {
    before: new Date(now - DAYS_TO_ANSWER * 86_400_000).toISOString(),
    after: new Date(now - 60 * 86_400_000).toISOString(),
    atLeastMs: WORTH_ASKING,
    limit: MOST,
  }
  if ((await unansweredScreeners(house.db, houseId, { ...asked, limit: 1 })).length === 0) return 0
  const { defaultLocale } = withDefaults((await readSettings(house.db, houseId))?.settings)
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    let written = 0
    const found = await unansweredScreeners(trx, houseId, asked) // with the house held: another server may have followed them
    for (const screener of found) {
      const rows = await listViewingRows(trx, houseId, { screenerIds: [screener.id] }, 200)
      const { viewings, films } = await viewingViews(house, trx, rows)
      const watched = films.filter((film) => film.watched.seenMs >= WORTH_ASKING)
      const last = viewings[0]
      if (last === undefined || watched.length === 0) continue
      await noteFollowed(trx, houseId, screener.id, at)
      const days = Math.floor((now - Date.parse(screener.heardAt)) / 86_400_000)
      const names = [...new Set(viewings.map(({ name }) => name))]
      const who = screener.company === null ? names.join(', ') : `${names.join(', ')} (${screener.company})`
      const subject = screener.contactId !== null ? { kind: 'contact', id: screener.contactId } : screener.companyId !== null ? { kind: 'company', id: screener.companyId } : null // prettier-ignore
      const id = newId(Date.parse(at))
      await putTask(trx, houseId, {
        id,
        subjectKind: subject?.kind ?? null,
        subjectId: subject?.id ?? null,
        text: followedUp[defaultLocale](
          who,
          watched.map(({ title, watched: { seenMs, lengthMs, times } }) => ({ title, seen: minutes(seenMs), of: minutes(lengthMs), times: Math.round(times) })),
          days,
        ),
        due: at.slice(0, 10),
        ownerId: screener.ownerId,
        revision: 1,
        byName: actor.name,
        createdAt: at,
        doneAt: null,
        removedAt: null,
      })
      writing.audit({ verb: 'addTask', subject: 'Task', subjectId: id, detail: { screener: screener.id } })
      written += 1
    }
    return written
  })
} // prettier-ignore

const minutes = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / 60_000))
