import { PERPETUITY, writeDay } from '@vitrine/rights/days/day'
import { mediaLeaves } from '@vitrine/rights/media/media-set'
import { sentListWords } from '@vitrine/messages/sent-lists'
import { readSettings } from '@vitrine/store/settings/settings'
import { putList } from '@vitrine/store/rights/availability-lists'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { RightsVerbs, SentListView } from '../../contract/rights.ts'
import { newId, newToken } from '../../ids.ts'
import { Email, Id, OneLine, parse } from '../../input.ts'
import { oweLetter } from '../../letters/owe-letter.ts'
import { wordLetter } from '../../letters/word-letter.ts'
import { authorise } from '../../policies/authorise.ts'
import { listRows, MOST_TITLES } from '../../rights/list-rows.ts'
import { readQuestionOf } from '../../rights/read-input.ts'
import type { KeptAnswer, KeptQuestion } from '../../rights/stale-lists.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { todayOf } from '../../rights/today.ts'
import { write } from '../../write.ts'
import { sentListView } from '../../rights/sent-list-view.ts'

const Sent = z.object({
  titleIds: z.array(Id).min(1).max(MOST_TITLES),
  toName: OneLine,
  toCompany: OneLine.nullable().optional(),
  toEmail: Email.nullable().optional(),
  message: z.string().max(4_000).nullable().optional(),
  locale: z.enum(['en', 'fr']),
})

/** Keeps a list of availabilities as a buyer gets it, under a link of its own, with the letter that brings it. What is kept is never written to again. */
export async function sendAvailabilities(
  house: HouseContext,
  actor: Actor,
  args: Parameters<RightsVerbs['sendAvailabilities']>[1],
): Promise<SentListView> {
  authorise(actor, 'sendAvailabilities')
  const request = readQuestionOf(args.question)
  const {
    titleIds,
    toName,
    toCompany = null,
    toEmail = null,
    message = null,
    locale,
  } = parse(Sent, { ...args, question: undefined })
  return write(house, actor, async (writing) => {
    const rows = await listRows(writing.trx, house.houseId, { request, titleIds, locale, today: todayOf(house) })
    const { box, exclusive } = request
    const question: KeptQuestion = {
      territory: box.territories.leaves(),
      media: mediaLeaves(box.media),
      languages: box.languages.leaves(),
      cut: box.cuts.isAll ? null : box.cuts.named.join(', '),
      from: writeDay(box.from)!,
      to: box.to >= PERPETUITY ? null : writeDay(box.to),
      exclusive,
    }
    const head = await readSettings(writing.trx, house.houseId)
    const answer: KeptAnswer = { rows, house: withDefaults(head?.settings).name }
    const list = { id: newId(Date.parse(writing.at)), token: newToken(), toName, toCompany, toEmail, locale, message, question, answer, titleIds: rows.map(({ titleId }) => titleId), changeSeq: head?.changeSeq ?? 0, at: writing.at, byId: actor.userId, byName: actor.name } // prettier-ignore
    await putList(writing.trx, house.houseId, list)
    writing.audit({
      verb: 'sendAvailabilities',
      subject: 'AvailabilityList',
      subjectId: list.id,
      detail: { titles: rows.length },
    })
    const view = sentListView({ ...list, recalledAt: null, openedAt: null })
    if (toEmail === null) return view
    const letter = await wordLetter(house, writing.trx, 'sent-list', locale, {
      to: toName,
      by: list.byName,
      house: answer.house,
      films: sentListWords[locale].films(rows.length),
      message,
      link: `${house.origin}/${locale}/availabilities/${list.token}`,
    })
    await oweLetter(house, writing.trx, { kind: 'sent-list', locale, about: 'AvailabilityList', aboutId: list.id, to: toEmail, at: writing.at, ...letter }) // prettier-ignore
    return view
  })
}
