import { LETTER_TEMPLATES } from '@vitrine/messages/letter-templates'
import { putTemplate, templateVersions } from '@vitrine/store/mail/templates'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { LetterWords, MailTemplateVerbs, MailTemplateView } from '../../contract/mail-templates.ts'
import { HouseError } from '../../errors.ts'
import { LocaleOf, parse } from '../../input.ts'
import { reachTemplate, templateView } from '../../letters/template-view.ts'
import { holdWords, TemplateWords } from '../../letters/words-in.ts'
import { authorise } from '../../policies/authorise.ts'
import { write } from '../../write.ts'

/**
 * Saves the words of a letter as its next version, or gives it the built-in ones again. Words that say what the built-in ones say
 * are the built-in ones; what already stands is not saved twice.
 */
export async function saveMailTemplate(
  house: HouseContext,
  actor: Actor,
  args: Parameters<MailTemplateVerbs['saveMailTemplate']>[1],
): Promise<MailTemplateView> {
  authorise(actor, 'saveMailTemplate')
  const name = reachTemplate(args.name)
  const locale = parse(LocaleOf, args.locale)
  const asked = args.words === null ? null : parse(TemplateWords, args.words)
  if (asked !== null) holdWords(name, asked)
  const words = same(asked, LETTER_TEMPLATES[name].words[locale]) ? null : asked
  return write(house, actor, async ({ trx, at, audit }) => {
    const [newest] = await templateVersions(trx, house.houseId, name, locale)
    const known = newest?.version ?? 0
    if (args.baseVersion !== known) throw new HouseError('revision-changed', { revision: known, baseRevision: args.baseVersion })
    if (!same(words, newest?.words ?? null)) {
      const version = known + 1
      await putTemplate(trx, house.houseId, { name, locale, version, words, at, byId: actor.userId, byName: actor.name })
      audit({ verb: 'saveMailTemplate', subject: 'MailTemplate', subjectId: name, detail: { locale, version, builtIn: words === null } }) // prettier-ignore
    }
    return templateView(house, trx, name, locale)
  })
}

/** Whether they say the same; blank lines at the end are nothing. */
const same = (one: LetterWords | null, other: LetterWords | null): boolean =>
  one === null || other === null ? one === other : one.subject === other.subject && one.text.trimEnd() === other.text.trimEnd()
