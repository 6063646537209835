/** Requests as the desk and the API show them. */
import type { Locale } from '@vitrine/messages'
import type { Asker } from '@vitrine/store/asker'
import { companiesLike, findRequest, type RequestRow, type Wishes } from '@vitrine/store/deals/requests'
import { type MailInRow, mailOfRequests } from '@vitrine/store/mail/mail-in'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../context.ts'
import type { RequestView } from '../contract/deals.ts'
import type { MailNote } from '../contract/inbox.ts'
import type { QuestionInWords } from '../contract/rights.ts'
import { dealReference } from '../deals/step-deal.ts'
import { HouseError, isHouseError } from '../errors.ts'
import { toQuestionInWords } from '../rights/in-words.ts'
import { readQuestionOf } from '../rights/read-input.ts'

/** Where everybody has an address: it says nothing of a company. */
const ANYBODYS = new Set(['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com', 'yahoo.fr', 'icloud.com', 'me.com', 'gmx.de', 'gmx.net', 'web.de', 'orange.fr', 'wanadoo.fr', 'free.fr', 'laposte.net', 'proton.me', 'protonmail.com', 'aol.com']) // prettier-ignore

export async function requestViews(
  house: HouseContext,
  db: Asker,
  rows: readonly RequestRow[],
  locale: Locale,
): Promise<RequestView[]> {
  const ids = [...new Set(rows.flatMap(({ titleIds }) => titleIds))]
  const titles = new Map((await findTitles(db, house.houseId, ids)).map((row) => [row.id, row.sheet.title]))
  const mail = await mailOfRequests(db, house.houseId, rows.map(({ id }) => id)) // prettier-ignore
  const views: RequestView[] = []
  for (const row of rows) {
    const domain = row.email?.split('@')[1]?.toLowerCase() ?? null
    const like = { domain: domain !== null && ANYBODYS.has(domain) ? null : domain, name: row.companyName }
    views.push({
      id: row.id,
      kind: row.kind,
      channel: row.channel,
      state: row.state,
      titles: row.titleIds.flatMap((id) => (titles.has(id) ? [{ id, title: titles.get(id)! }] : [])),
      wishes: row.wishes,
      wished: row.wishes === null ? null : inWords(row.wishes, locale),
      name: row.name,
      email: row.email,
      companyName: row.companyName,
      companyId: row.companyId,
      company: row.company,
      contactId: row.contactId,
      suggested:
        row.companyId === null && (like.domain ?? like.name) !== null ? await companiesLike(db, house.houseId, like) : [],
      subject: row.subject,
      message: row.message,
      locale: row.locale,
      ownerId: row.ownerId,
      owner: row.owner,
      deal: row.dealId === null || row.dealNumber === null ? null : { id: row.dealId, reference: dealReference({ number: row.dealNumber }) }, // prettier-ignore
      guesses: row.guesses,
      mail: mail.filter(({ requestId }) => requestId === row.id).map(mailNote),
      at: row.at,
      updatedAt: row.updatedAt,
    })
  }
  return views
}

export const mailNote = ({ id, was, fromName, fromEmail, subject, text, attachments, writtenAt, at }: MailInRow): MailNote =>
  ({ id, was, fromName, fromEmail, subject, text, attachments, writtenAt, at }) // prettier-ignore

/** What was readable once and is not any more (a territory's old name) is shown as it was written. */
function inWords(wishes: Wishes, locale: Locale): QuestionInWords | null {
  try {
    return toQuestionInWords(readQuestionOf(wishes), locale)
  } catch (thrown) {
    if (isHouseError(thrown)) return null
    throw thrown
  }
}

/** One request that must be there. */
export async function holdRequest(house: HouseContext, db: Asker, id: string): Promise<RequestRow> {
  const row = await findRequest(db, house.houseId, id)
  if (row === null) throw new HouseError('not-found', { subject: 'Request' })
  return row
}

export async function requestView(house: HouseContext, db: Asker, id: string, locale: Locale): Promise<RequestView> {
  return (await requestViews(house, db, [await holdRequest(house, db, id)], locale))[0]!
}
