import { paperWords } from '@vitrine/messages/papers'
import { giveUpLetters } from '@vitrine/store/letters/letters'
import { putCode } from '@vitrine/store/papers/signing'
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { HouseError } from '../../errors.ts'
import { oweLetter } from '../../letters/owe-letter.ts'
import { wordLetter } from '../../letters/word-letter.ts'
import { paperReference } from '../../papers/reach-paper.ts'
import { MOST_CODES, newCode, SECONDS_BETWEEN_CODES, signingOf } from '../../papers/signing-link.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { write } from '../../write.ts'

/** Mails a code to the person whom a link is for; the one before it no longer works. `limit-reached`: too soon, or too often. */
export async function sendSigningCode(house: HouseContext, actor: Actor, args: { token: string }): Promise<void> {
  authorise(actor, 'sendSigningCode')
  await write(house, actor, async (writing) => {
    const { trx, at } = writing
    const { link, paper } = await signingOf(house, trx, args.token)
    // a clock that was put back must not keep anybody waiting until it has caught up
    const since = link.codeSentAt === null ? Infinity : Math.abs(Date.parse(at) - Date.parse(link.codeSentAt))
    if (link.codesSent >= MOST_CODES || since < SECONDS_BETWEEN_CODES * 1000) throw new HouseError('limit-reached', { limit: MOST_CODES, seconds: SECONDS_BETWEEN_CODES }) // prettier-ignore
    const { code, hash } = newCode(args.token)
    await putCode(trx, house.houseId, link.id, { hash, at })
    await giveUpLetters(trx, house.houseId, 'SigningCode', link.id, at)
    const { name } = withDefaults((await readSettings(trx, house.houseId))?.settings)
    const letter = await wordLetter(house, trx, 'signing-code', paper.locale, { house: name, paper: `${paperWords[paper.locale].kind[paper.kind]} ${paperReference(paper)}`, code: `    ${code}` }) // prettier-ignore
    await oweLetter(house, trx, { kind: 'signing-code', locale: paper.locale, about: 'SigningCode', aboutId: link.id, to: link.email, at, ...letter }) // prettier-ignore
    writing.audit({ verb: 'sendSigningCode', subject: 'Paper', subjectId: paper.id, detail: { link: link.id } })
  })
}
