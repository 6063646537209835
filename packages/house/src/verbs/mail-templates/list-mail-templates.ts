import { LOCALES } from '@vitrine/messages'
import { TEMPLATE_NAMES } from '@vitrine/messages/letter-templates'
import { listTemplateRows } from '@vitrine/store/mail/templates'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MailTemplateSummary } from '../../contract/mail-templates.ts'
import { signInSummary, summaryOf } from '../../letters/template-view.ts'
import { authorise } from '../../policies/authorise.ts'

/** Every letter that the house sends, in each language; the sign-in link last, which nobody changes. */
export async function listMailTemplates(house: HouseContext, actor: Actor): Promise<MailTemplateSummary[]> {
  authorise(actor, 'listMailTemplates')
  const rows = await listTemplateRows(house.db, house.houseId)
  const own = TEMPLATE_NAMES.flatMap((name) => LOCALES.map((locale) => summaryOf(name, locale, rows.find((row) => row.name === name && row.locale === locale)))) // prettier-ignore
  return [...own, ...LOCALES.map(signInSummary)]
}
