/** A paper as the desk and the buyer's room show it. */
import { approvalNeeded } from '@vitrine/deals/papers/approval'
import { money } from '@vitrine/ledger/money/money'
import { convert } from '@vitrine/ledger/rates/rates'
import { ratesFor } from '@vitrine/store/after/rates'
import type { Asker } from '@vitrine/store/asker'
import { lettersAbout } from '@vitrine/store/letters/letters'
import { offersOfDeal } from '@vitrine/store/deals/offers'
import { signatoriesOf } from '@vitrine/store/papers/buyer'
import { approvalsOf, paperFiles, type PaperFileRow, type PaperRow, paperVersions } from '@vitrine/store/papers/papers'
import { linksOfPaper, signaturesOf } from '@vitrine/store/papers/signing'
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../context.ts'
import type { Actor } from '../contract.ts'
import type { ApprovalJudged, PaperView } from '../contract/papers.ts'
import { HouseError } from '../errors.ts'
import { can } from '../policies/table.ts'
import { withDefaults } from '../settings/defaults.ts'
import { toPaperSummary } from './reach-paper.ts'
import { isForgotten, whenDeclined } from './signing-link.ts'

/** A buyer is not shown what the house says to itself: approvals, links, other people of the company. */
export async function paperView(house: HouseContext, db: Asker, actor: Actor, row: PaperRow): Promise<PaperView> {
  const { houseId } = house
  const ofHouse = actor.role !== 'buyer'
  const versions = await paperVersions(db, houseId, row.id)
  const current = versions.find(({ version }) => version === row.version)
  if (current === undefined) throw new HouseError('not-found', { subject: 'Paper' })
  const [link] = ofHouse ? await linksOfPaper(db, houseId, row.id) : []
  const offers = ofHouse ? await offersOfDeal(db, houseId, row.dealId) : []
  const accepted = offers.find(({ state }) => state === 'accepted')
  return {
    ...toPaperSummary(row),
    offerId: row.offerId,
    content: current.content,
    sha256: current.sha256,
    versions: (ofHouse ? versions : [current]).map(({ version, at, byName, sha256 }) => ({ version, at, byName, sha256 })),
    approvals: ofHouse ? (await approvalsOf(db, houseId, row.id)).map(({ version, decision, note, at, byName }) => ({ version, decision, note, at, byName })) : [], // prettier-ignore
    approval: {
      ...(ofHouse ? await needOf(house, db, row) : { needed: 'none' as const, limit: null, converted: null, rateDay: null }),
      mine: ofHouse && mayBeSecond(actor, row),
    },
    signatures: (await signaturesOf(db, houseId, row.id)).map(({ side, name, email, at }) => ({ side, name, email: ofHouse || side === 'buyer' ? email : null, at })), // prettier-ignore
    link:
      link === undefined || isForgotten(link)
        ? null
        : { name: link.name, email: link.email, expiresAt: link.expiresAt, openedAt: link.openedAt, endedAt: link.endedAt, declinedAt: row.state === 'void' ? await whenDeclined(house, db, row) : null, letter: (await lettersAbout(db, houseId, 'Paper', link.id))[0] ?? null }, // prettier-ignore
    files: (await paperFiles(db, houseId, row.id)).map(toPaperFile),
    signatories: ofHouse ? (await signatoriesOf(db, houseId, row.companyId)).map(({ id, name, email, role }) => ({ id, name, email: email!, role })) : [], // prettier-ignore
    outdated: accepted !== undefined && accepted.id !== row.offerId && row.state !== 'executed' && row.state !== 'void',
  }
}

export const toPaperFile = ({ kind, fileName, sha256, bytes, at }: PaperFileRow): PaperView['files'][number] => ({ kind, fileName, sha256, bytes, at }) // prettier-ignore

/**
 * Whether the house's limit asks for a second person, and what was compared: the price in the limit's currency at the last rates
 * on or before today. Rates older than ten days are none, as for the figures (ratesFor).
 */
export async function needOf(
  house: HouseContext,
  db: Asker,
  row: Pick<PaperRow, 'currency' | 'totalMinor'>,
): Promise<ApprovalJudged> {
  const { papers } = withDefaults((await readSettings(db, house.houseId))?.settings)
  const limit = papers.approvalAbove
  if (limit === null) return { needed: 'none', limit, converted: null, rateDay: null }
  const today = house.now().toISOString().slice(0, 10)
  const rates = await ratesFor(db, house.houseId, [row.currency, limit.currency], today)
  const found = convert(money(row.currency, row.totalMinor), limit.currency, today, rates)
  const converted = found?.amount ?? null
  return { needed: approvalNeeded(limit, converted), limit, converted, rateDay: row.currency === limit.currency ? null : (found?.day ?? null) } // prettier-ignore
}

/** Whoever drew a paper up cannot be the one who lets it out as well. */
export const mayBeSecond = (actor: Actor, row: PaperRow): boolean =>
  can(actor, 'approvePaper') && (row.draftedBy === null || actor.userId !== row.draftedBy)
