import { mailTemplateWords } from '@vitrine/messages/mail-templates'
import { lettersAbout } from '@vitrine/store/letters/letters'
import { readSettings } from '@vitrine/store/settings/settings'
import { findMember } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MailTemplateVerbs } from '../../contract/mail-templates.ts'
import { HouseError } from '../../errors.ts'
import { LocaleOf, parse } from '../../input.ts'
import { exampleStop, exampleValues } from '../../letters/example-values.ts'
import { fillWords } from '../../letters/fill-words.ts'
import { oweLetter } from '../../letters/owe-letter.ts'
import { readWords, variablesOf } from '../../letters/read-words.ts'
import { reachTemplate } from '../../letters/template-view.ts'
import { holdWords, TemplateWords } from '../../letters/words-in.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { write } from '../../write.ts'

/** Tests that one person is sent within an hour. */
const MOST = 20

/** Writes a letter with example values to whoever asks, as it would be sent, saved or not. `limit-reached`: too many of them. */
export async function testMailTemplate(
  house: HouseContext,
  actor: Actor,
  args: Parameters<MailTemplateVerbs['testMailTemplate']>[1],
): Promise<{ to: string }> {
  authorise(actor, 'testMailTemplate')
  const name = reachTemplate(args.name)
  const locale = parse(LocaleOf, args.locale)
  const words = parse(TemplateWords, args.words)
  holdWords(name, words)
  return write(house, actor, async ({ trx, at, audit }) => {
    const me = actor.userId === null ? null : await findMember(trx, house.houseId, actor.userId)
    if (me === null) throw new HouseError('not-found', { subject: 'Member' })
    const since = Date.parse(at) - 3_600_000
    const lately = (await lettersAbout(trx, house.houseId, 'MailTemplate', me.id)).filter((one) => Date.parse(one.at) > since)
    if (lately.length >= MOST) throw new HouseError('limit-reached', { limit: MOST })
    const settings = withDefaults((await readSettings(trx, house.houseId))?.settings)
    const { subject, text } = fillWords(readWords(name, words), variablesOf(name), exampleValues(house, settings, name, locale))
    await oweLetter(house, trx, {
      kind: 'template-test',
      locale,
      about: 'MailTemplate',
      aboutId: me.id,
      to: me.email,
      subject: mailTemplateWords[locale].testSubject(subject),
      text,
      exampleStop: exampleStop(house, name, locale),
      at,
    })
    audit({ verb: 'testMailTemplate', subject: 'MailTemplate', subjectId: name, detail: { locale } })
    return { to: me.email }
  })
}
