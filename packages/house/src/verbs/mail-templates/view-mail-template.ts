import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MailTemplateVerbs, MailTemplateView } from '../../contract/mail-templates.ts'
import { LocaleOf, parse } from '../../input.ts'
import { reachTemplate, signInView, templateView } from '../../letters/template-view.ts'
import { authorise } from '../../policies/authorise.ts'

/** One letter in one language: its words, what may stand open in them, every version, and how it reads with example values. */
export async function viewMailTemplate(
  house: HouseContext,
  actor: Actor,
  args: Parameters<MailTemplateVerbs['viewMailTemplate']>[1],
): Promise<MailTemplateView> {
  authorise(actor, 'viewMailTemplate')
  const locale = parse(LocaleOf, args.locale)
  return args.name === 'sign-in' ? signInView(house, locale) : templateView(house, house.db, reachTemplate(args.name), locale)
}
