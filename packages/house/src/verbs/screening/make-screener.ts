import { mayStep } from '@vitrine/deals/states/machine'
import { REQUEST } from '@vitrine/deals/states/machines'
import { formatDay } from '@vitrine/messages'
import { filmsInShort } from '@vitrine/messages/deals'
import { leavesOfCountry } from '@vitrine/rights/territories/leaves'
import { reachCompany } from '@vitrine/store/contacts/companies'
import { findContact } from '@vitrine/store/contacts/contacts'
import { findMarket } from '@vitrine/store/contacts/markets'
import { changeRequestRow, contactsByEmail, findRequest } from '@vitrine/store/deals/requests'
import { DOWNLOADS, putScreener, type ReadyReel, readyReels } from '@vitrine/store/screening/screeners'
import { readSettings } from '@vitrine/store/settings/settings'
import { findTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ScreenerVerbs, ScreenerView } from '../../contract/screeners.ts'
import { HouseError } from '../../errors.ts'
import { newId, newToken } from '../../ids.ts'
import { Email, Id, LocaleOf, OneLine, parse } from '../../input.ts'
import { oweLetter } from '../../letters/owe-letter.ts'
import { wordLetter } from '../../letters/word-letter.ts'
import { authorise } from '../../policies/authorise.ts'
import { DayText } from '../../rights/read-input.ts'
import { endOfDay, mayShow } from '../../screening/may-show.ts'
import { secretHash } from '../../screening/screener-secret.ts'
import { screenerView } from '../../screening/screener-view.ts'
import { suitingReels } from '../../screening/suiting-reel.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { write } from '../../write.ts'

const MOST_FILMS = 50

const Country = z.string().regex(/^[A-Z]{2}$/).refine((code) => leavesOfCountry(code) !== undefined, 'Not a country') // prettier-ignore
const Screener = z
  .object({
    contactId: Id.nullable().default(null),
    companyId: Id.nullable().default(null),
    toName: OneLine.optional(),
    toEmail: Email.nullable().default(null),
    titleIds: z.array(Id).max(MOST_FILMS).default([]),
    reelIds: z.array(Id).max(MOST_FILMS).default([]),
    through: DayText,
    viewingsAllowed: z.int().min(1).max(10_000).nullable().default(null),
    devicesAtOnce: z.int().min(1).max(100).optional(),
    countries: z.array(Country).max(250).default([]),
    visibleMark: z.boolean().default(true),
    download: z.enum(DOWNLOADS).default('never'),
    message: z.string().trim().max(4_000).nullable().default(null),
    locale: LocaleOf,
    requestId: Id.nullable().default(null),
    marketId: Id.nullable().default(null),
    send: z.boolean().default(false),
  })
  .refine(({ titleIds, reelIds }) => titleIds.length + reelIds.length > 0, { path: ['titleIds'], message: 'No film' })

/**
 * Makes a screener: leave to watch one film or a room of them, by a link. Its address is answered once and kept nowhere; it is mailed where
 * that is asked. One that answers a request answers it. `rights-conflict` names films that the house does not hold, or not there.
 */
export async function makeScreener(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ScreenerVerbs['makeScreener']>[1],
): Promise<ScreenerView & { url: string }> {
  authorise(actor, 'makeScreener')
  const asked = parse(Screener, args.screener)
  const secret = newToken()
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const { houseId } = house
    const expiresAt = endOfDay(asked.through)
    if (expiresAt <= at) throw invalid('through', 'Over already')
    const to = await receiverOf(house, writing.trx, asked)
    const request = asked.requestId === null ? null : await findRequest(trx, houseId, asked.requestId)
    if (asked.requestId !== null && request === null) throw new HouseError('not-found', { subject: 'Request' })
    if (asked.marketId !== null && (await findMarket(trx, houseId, asked.marketId)) === null) throw new HouseError('not-found', { subject: 'Market' }) // prettier-ignore
    const reels = await reelsOf(house, trx, asked)
    if (reels.length > MOST_FILMS) throw invalid('titleIds', `At most ${MOST_FILMS} films and episodes in one link`)
    await holdRights(house, trx, reels, asked.countries)
    const id = newId(Date.parse(at))
    await putScreener(trx, houseId, {
      id,
      secretHash: secretHash(secret),
      ...to,
      locale: asked.locale,
      message: asked.message || null,
      expiresAt,
      viewingsAllowed: asked.viewingsAllowed,
      devicesAtOnce: asked.devicesAtOnce ?? (to.audience === 'person' ? 1 : 5),
      countries: [...new Set(asked.countries)].toSorted(),
      visibleMark: asked.visibleMark,
      download: asked.download,
      requestId: asked.requestId,
      marketId: asked.marketId,
      ownerId: request?.ownerId ?? actor.userId,
      madeAt: at,
      madeById: actor.userId,
      madeBy: actor.name,
      reelIds: reels.map(({ id: reelId }) => reelId),
    })
    writing.audit({ verb: 'makeScreener', subject: 'Screener', subjectId: id, detail: { reels: reels.length, audience: to.audience, ...(asked.download === 'never' ? {} : { download: asked.download }) } })
    if (request !== null && mayStep(REQUEST, request.state, 'answered') && request.state !== 'answered') {
      await changeRequestRow(trx, houseId, request.id, { ...request, state: 'answered', ownerId: request.ownerId ?? actor.userId, at })
      writing.audit({ verb: 'stepRequest', subject: 'Request', subjectId: request.id, detail: { from: request.state, to: 'answered' } })
    }
    const url = `${house.origin}/${asked.locale}/watch/${secret}`
    if (asked.send) {
      if (to.toEmail === null) throw invalid('toEmail', 'No mail address')
      const { name } = withDefaults((await readSettings(trx, houseId))?.settings)
      const titles = (await findTitles(trx, houseId, [...new Set(reels.map(({ titleId }) => titleId))])).map(({ sheet }) => sheet.titles[asked.locale] ?? sheet.title)
      const letter = await wordLetter(house, trx, 'screener', asked.locale, {
        to: to.toName,
        by: actor.name,
        house: name,
        film: filmsInShort(asked.locale, titles),
        expires: formatDay(asked.locale, asked.through),
        message: asked.message || null,
        link: url,
      })
      await oweLetter(house, trx, { kind: 'screener', locale: asked.locale, about: 'Screener', aboutId: id, to: to.toEmail, at, ...letter })
    }
    return { ...(await screenerView(house, trx, id)), url }
  })
} // prettier-ignore

type Trx = Parameters<typeof putScreener>[0]

/** Whom it is for: a contact of the house, by id or by the address that they alone have; a company; somebody by name and address; or whoever has the link. */
async function receiverOf(house: HouseContext, trx: Trx, asked: z.infer<typeof Screener>) {
  const known = asked.contactId === null && asked.companyId === null && asked.toEmail !== null ? await contactsByEmail(trx, house.houseId, asked.toEmail) : []
  const contactId = asked.contactId ?? (known.length === 1 ? known[0]!.id : null)
  if (contactId !== null) {
    const contact = await findContact(trx, house.houseId, contactId)
    if (contact === null || contact.erasedAt !== null) throw new HouseError('not-found', { subject: 'Contact' })
    return { audience: 'person' as const, contactId: contact.id, companyId: contact.companyId, toName: contact.name, toEmail: asked.toEmail ?? contact.email }
  }
  const company = asked.companyId === null ? null : await reachCompany(trx, house.houseId, asked.companyId)
  if (asked.companyId !== null && company === null) throw new HouseError('not-found', { subject: 'Company' })
  if (company !== null && asked.toName === undefined) return { audience: 'company' as const, contactId: null, companyId: company.id, toName: company.name, toEmail: asked.toEmail }
  if (asked.toName !== undefined && asked.toEmail !== null) return { audience: 'person' as const, contactId: null, companyId: company?.id ?? null, toName: asked.toName, toEmail: asked.toEmail }
  return { audience: 'anybody' as const, contactId: null, companyId: company?.id ?? null, toName: asked.toName ?? '', toEmail: asked.toEmail }
} // prettier-ignore

/** The reels of the films, in their order: those that suit the receiver's language, then those that were named. */
async function reelsOf(house: HouseContext, trx: Trx, asked: z.infer<typeof Screener>): Promise<ReadyReel[]> {
  const ofTitles = await readyReels(trx, house.houseId, { titleIds: asked.titleIds })
  const named = new Map((await readyReels(trx, house.houseId, { ids: asked.reelIds })).map((reel) => [reel.id, reel]))
  const chosen = asked.titleIds.flatMap((titleId) => {
    const suiting = suitingReels(ofTitles.filter((reel) => reel.titleId === titleId), asked.locale) // prettier-ignore
    if (suiting.length === 0) throw new HouseError('not-found', { subject: 'Reel', titleId })
    return suiting
  })
  for (const id of asked.reelIds) {
    const reel = named.get(id)
    if (reel === undefined) throw new HouseError('not-found', { subject: 'Reel', id })
    chosen.push(reel)
  }
  return [...new Map(chosen.map((reel) => [reel.id, reel])).values()]
}

async function holdRights(
  house: HouseContext,
  trx: Trx,
  reels: readonly ReadyReel[],
  countries: readonly string[],
): Promise<void> {
  const titles = new Map((await findTitles(trx, house.houseId, [...new Set(reels.map(({ titleId }) => titleId))])).map((row) => [row.id, row])) // prettier-ignore
  const objections: { code: 'not-owned' | 'withdrawn'; titleId: string; title: string; countries: readonly string[] }[] = []
  for (const reel of reels) {
    const title = titles.get(reel.titleId)
    if (title === undefined) throw new HouseError('not-found', { subject: 'Title' })
    const about = { titleId: title.id, title: title.sheet.title }
    if (title.status === 'withdrawn') objections.push({ ...about, code: 'withdrawn', countries: [] })
    else {
      const against = await mayShow(house, trx, reel, countries)
      if (against !== null) objections.push({ ...about, code: 'not-owned', countries: against === 'not-there' ? countries : [] }) // prettier-ignore
    }
  }
  if (objections.length > 0) throw new HouseError('rights-conflict', { objections })
}

const invalid = (path: string, message: string): HouseError => new HouseError('invalid-input', { issues: [{ path, message }] })
