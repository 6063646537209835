import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { LetterFault, LetterPreview, MailTemplateVerbs } from '../../contract/mail-templates.ts'
import { LocaleOf, parse } from '../../input.ts'
import { previewOf } from '../../letters/example-values.ts'
import { readWords } from '../../letters/read-words.ts'
import { reachTemplate } from '../../letters/template-view.ts'
import { TemplateWords } from '../../letters/words-in.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'

/** What is wrong with the words of a letter, while they are written, and how they read with example values. */
export async function checkMailTemplate(
  house: HouseContext,
  actor: Actor,
  args: Parameters<MailTemplateVerbs['checkMailTemplate']>[1],
): Promise<{ faults: LetterFault[]; preview: LetterPreview }> {
  authorise(actor, 'checkMailTemplate')
  const name = reachTemplate(args.name)
  const locale = parse(LocaleOf, args.locale)
  const words = parse(TemplateWords, args.words)
  const settings = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  return { faults: [...readWords(name, words).faults], preview: previewOf(house, settings, name, locale, words) }
}
