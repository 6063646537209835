import { MAIL_LIMITS, MailError } from '@vitrine/exchange/mail/limits'
import type { Mail } from '@vitrine/exchange/mail/message'
import { readMail } from '@vitrine/exchange/mail/read-mail'
import { ownWords } from '@vitrine/deals/request/own-words'
import type { Asker } from '@vitrine/store/asker'
import { changeRequestRow, putRequest } from '@vitrine/store/deals/requests'
import { letterNamed, returnLetter } from '@vitrine/store/letters/letters'
import { markAddress } from '@vitrine/store/mail/addresses'
import { type MailKind, putMail, requestOfThread, sameMail, touchDeal } from '@vitrine/store/mail/mail-in'
import { canonical, sha256 } from '../../canonical.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { InboxVerbs, TakenMail } from '../../contract/inbox.ts'
import { noteDeal } from '../../deals/step-deal.ts'
import { HouseError } from '../../errors.ts'
import { newId, newToken } from '../../ids.ts'
import { authorise } from '../../policies/authorise.ts'
import { type GuessedRequest, guessRequest } from '../../requests/guess-request.ts'
import { languageOf } from '../../requests/language-of.ts'
import { senderOf } from '../../requests/read-request.ts'
import { holdRequest } from '../../requests/request-view.ts'
import { write, type Writing } from '../../write.ts'

/** Where a message belongs: the letter of ours that it answers, the deal of that letter, the request it goes on from. */
interface Thread {
  letterId: string | null
  dealId: string | null
  requestId: string | null
}

/** Takes one message. A sender can be forged, so nothing is decided by mail: it makes a request, or a note, and moves nothing else. */
export async function takeMail(
  house: HouseContext,
  actor: Actor,
  args: Parameters<InboxVerbs['takeMail']>[1],
): Promise<TakenMail> {
  authorise(actor, 'takeMail')
  const mail = await read(args.bytes)
  const words = ownWords(mail.text)
  const hash = sha256(canonical([mail.from.email, mail.date, mail.subject, mail.text, mail.attachments]))
  const known = await takenBefore(house, house.db, mail, hash)
  if (known !== null) return known
  const guessed = mail.automatic ? null : await guessRequest(house, mail.subject, words)
  return write(house, actor, async (writing) => {
    const { trx, at } = writing
    const again = await takenBefore(house, trx, mail, hash) // another server may have been quicker
    if (again !== null) return again
    const id = newId(Date.parse(at))
    const thread = await threadOf(house, trx, mail)
    const was = await kindOf(house, writing, mail, thread)
    const requestId =
      was === 'request' && guessed !== null ? await newRequest(house, writing, mail, guessed, actor) : thread.requestId
    await putMail(trx, house.houseId, {
      id, was, why: null, messageId: mail.messageId, hash, fromName: mail.from.name, fromEmail: mail.from.email.toLowerCase(), subject: mail.subject,
      text: was === 'reply' ? words : null, attachments: mail.attachments, writtenAt: mail.date, letterId: thread.letterId, requestId, dealId: thread.dealId, at,
    }) // prettier-ignore
    if (was === 'reply' && thread.requestId !== null) await waitsAgain(house, writing, thread.requestId)
    if (thread.dealId !== null && was !== 'own') {
      await noteDeal(house, writing, actor, thread.dealId, 'takeMail', { mailId: id, was })
      await touchDeal(trx, house.houseId, thread.dealId, at)
    }
    writing.audit({ verb: 'takeMail', subject: 'Request', subjectId: requestId, detail: { mailId: id, was } })
    return { id, was, known: false, requestId, dealId: thread.dealId }
  })
}

async function read(bytes: Uint8Array): Promise<Mail> {
  try {
    return await readMail(bytes)
  } catch (thrown) {
    if (!(thrown instanceof MailError)) throw thrown
    if (thrown.code === 'too-large') throw new HouseError('too-large', { limit: MAIL_LIMITS.bytes, reason: thrown.code }, thrown)
    throw new HouseError('unreadable-file', { reason: thrown.code }, thrown)
  }
}

async function takenBefore(house: HouseContext, db: Asker, { messageId }: Mail, hash: string): Promise<TakenMail | null> {
  const same = await sameMail(db, house.houseId, messageId, hash)
  return same === null ? null : { id: same.id, was: same.was, known: true, requestId: same.requestId, dealId: same.dealId }
}

/** The letter of ours under a Message-ID is named by its first half: 80 random bits that only its receiver was sent. */
const letterOf = (house: HouseContext, db: Asker, messageId: string) =>
  letterNamed(db, house.houseId, messageId.split('@', 1)[0]!.slice(0, 64))

async function threadOf(house: HouseContext, trx: Asker, mail: Mail): Promise<Thread> {
  const about = mail.report === null ? mail.answers.slice(0, 20) : mail.report.about === null ? [] : [mail.report.about]
  for (const messageId of about) {
    const letter = await letterOf(house, trx, messageId)
    if (letter !== null) return { letterId: letter.id, dealId: letter.dealId, requestId: null }
  }
  const requestId = await requestOfThread(trx, house.houseId, mail.answers)
  if (requestId === null) return { letterId: null, dealId: null, requestId: null }
  return { letterId: null, dealId: (await holdRequest(house, trx, requestId)).dealId, requestId }
}

async function kindOf(house: HouseContext, writing: Writing, mail: Mail, thread: Thread): Promise<MailKind> {
  if (mail.messageId !== null && (await letterOf(house, writing.trx, mail.messageId)) !== null) return 'own'
  if (mail.report !== null && (await takeReport(house, writing, mail.report))) return 'bounce'
  if (mail.automatic) return 'automatic'
  return thread.dealId !== null || thread.requestId !== null ? 'reply' : 'request'
}

/** There is no such mailbox, and will be none (RFC 3463, §3.2 and §3.3); a full one or a filter says something else. */
const NO_SUCH_MAILBOX = /^5\.1\.|^5\.2\.1$/

/** A report is believed where it quotes a letter of ours; the address is marked where it is the one the letter went to. */
async function takeReport(
  house: HouseContext,
  { trx, at }: Writing,
  { about, receivers }: NonNullable<Mail['report']>,
): Promise<boolean> {
  const letter = about === null ? null : await letterOf(house, trx, about)
  if (letter === null || letter.state === 'waiting') return false
  const gone = receivers.find(({ action, status }) => action === 'failed' && status?.startsWith('5.') === true)
  if (gone === undefined || gone.status === null) return true // put off, or delivered after all: nothing to do
  await returnLetter(trx, house.houseId, letter.id, gone.status, at)
  if (letter.to !== '' && gone.emails.includes(letter.to.toLowerCase()) && NO_SUCH_MAILBOX.test(gone.status))
    await markAddress(trx, house.houseId, { email: letter.to, token: newToken(), state: 'bounced', why: gone.status, at })
  return true
}

async function newRequest(
  house: HouseContext,
  writing: Writing,
  mail: Mail,
  guessed: GuessedRequest,
  actor: Actor,
): Promise<string> {
  const { trx, at } = writing
  const id = newId(Date.parse(at))
  const email = mail.from.email.toLowerCase()
  await putRequest(trx, house.houseId, {
    id, ...guessed, channel: 'mail', state: 'new', name: mail.from.name || email.split('@')[0]!, email, companyName: null,
    ...(await senderOf(house, trx, email)), subject: mail.subject === '' ? null : mail.subject, message: mail.text === '' ? null : mail.text,
    locale: languageOf(`${mail.subject}\n${mail.text}`), userId: actor.userId, ownerId: null, at,
  }) // prettier-ignore
  return id
}

/** Whoever writes again about what was answered or closed waits for an answer again; a request that became a deal is seen to there. */
async function waitsAgain(house: HouseContext, { trx, at }: Writing, id: string): Promise<void> {
  const request = await holdRequest(house, trx, id)
  if (request.dealId !== null || request.state === 'new' || request.state === 'taken') return
  const state = request.state === 'closed' && request.ownerId === null ? 'new' : 'taken'
  await changeRequestRow(trx, house.houseId, id, { ...request, state, at })
}
