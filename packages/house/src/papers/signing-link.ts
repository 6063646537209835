/** A link by which one person signs, found by its address; and the codes that confirm who has it. */
import { randomInt } from 'node:crypto'
import { findPaper, type PaperRow, paperVersions, type PaperVersionRow } from '@vitrine/store/papers/papers'
import { dealEvents } from '@vitrine/store/deals/events'
import { findLink, type SigningLinkRow } from '@vitrine/store/papers/signing'
import type { Asker } from '@vitrine/store/asker'
import { sha256 } from '../canonical.ts'
import type { HouseContext } from '../context.ts'
import { HouseError } from '../errors.ts'

export const CODE_MINUTES = 10
export const MOST_TRIES = 5
export const MOST_CODES = 10
export const SECONDS_BETWEEN_CODES = 30
/** So often in a day somebody can have the link made anew by themselves. */
export const MOST_OWN_LINKS = 5

export interface SigningInHand {
  link: SigningLinkRow
  paper: PaperRow
  version: PaperVersionRow
  /** They said that they do not sign it. */
  declined: boolean
}

/** Whether somebody who is signed in is the person to whom a link was given: the code goes to the very address they signed in with. */
export const isSignatory = (link: Pick<SigningLinkRow, 'email'>, member: { email: string; disabled: boolean }): boolean =>
  !member.disabled && link.email.toLowerCase() === member.email.toLowerCase()

export const isOpen = ({ endedAt, expiresAt }: Pick<SigningLinkRow, 'endedAt' | 'expiresAt'>, at: string): boolean =>
  endedAt === null && Date.parse(expiresAt) > Date.parse(at)

export const tokenHash = (token: string): string => sha256(`signing ${token}`)

/** A code of six digits, and what is kept of it: with the address of the link, which is kept nowhere, it cannot be guessed from the database. */
export function newCode(token: string): { code: string; hash: string } {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  return { code, hash: codeHash(token, code) }
}
export const codeHash = (token: string, code: string): string => sha256(`code ${token} ${code}`)

/**
 * What a link leads to. Fails with `not-found` for an address that is none, with `link-over` when it has run out, was replaced,
 * or its paper was taken back or declined (`declined`: by another link of it, or by this one).
 *
 * @param whenAnswered also for a paper that this person has signed or declined to sign: the page then says so
 */
export async function signingOf(house: HouseContext, db: Asker, token: string, whenAnswered = false): Promise<SigningInHand> {
  const link = token.length > 64 ? null : await findLink(db, house.houseId, tokenHash(token))
  const paper = link === null ? null : await findPaper(db, house.houseId, link.paperId)
  if (link === null || paper === null) throw new HouseError('not-found', { subject: 'Paper' })
  const signed = paper.state === 'countersigning' || paper.state === 'executed'
  const open = paper.state === 'out' && isOpen(link, house.now().toISOString())
  const mine = signed && !isForgotten(link) && (link.endedAt === null || link.endedAt === paper.executedAt)
  if (signed && mine && !whenAnswered) throw new HouseError('wrong-state', { subject: 'Paper', state: paper.state })
  const declinedAt = paper.state === 'void' ? await whenDeclined(house, db, paper) : null
  const declined = whenAnswered && !isForgotten(link) && declinedAt !== null && declinedAt === link.endedAt
  if (!open && !mine && !declined) throw new HouseError('link-over', { state: paper.state, declined: declinedAt !== null })
  const version = (await paperVersions(db, house.houseId, paper.id)).find((one) => one.version === paper.version)
  if (version === undefined) throw new HouseError('not-found', { subject: 'Paper' })
  return { link, paper, version, declined }
}

/** Whoever was asked to sign, and did not, was erased since. */
export const isForgotten = (link: Pick<SigningLinkRow, 'email'>): boolean => link.email === ''

/** When a buyer declined to sign a paper, as it stands on the deal's page; the link by which they did ended at that moment. Null: nobody did. */
export async function whenDeclined(
  house: HouseContext,
  db: Asker,
  paper: Pick<PaperRow, 'id' | 'dealId'>,
): Promise<string | null> {
  const events = await dealEvents(db, house.houseId, paper.dealId)
  return events.find(({ what, detail }) => what === 'declinePaper' && detail['paper'] === paper.id)?.at ?? null
}

/** a•••@company.example: enough to know one's own address by, nothing for whoever has the link alone. */
export const hiddenAddress = (email: string): string => email.replace(/^(.).*(?=@)/u, '$1•••')
