import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MailTemplateVerbs } from '../../contract/mail-templates.ts'
import { type DiffPart, wordDiff } from '../../editing/word-diff.ts'
import { LocaleOf, parse } from '../../input.ts'
import { reachTemplate, wordsOfVersion } from '../../letters/template-view.ts'
import { authorise } from '../../policies/authorise.ts'

const Version = z.int().min(0).max(2_147_483_647)

/** Two versions of a letter's words, word by word; 0 is the built-in wording. */
export async function compareMailTemplate(
  house: HouseContext,
  actor: Actor,
  args: Parameters<MailTemplateVerbs['compareMailTemplate']>[1],
): Promise<{ subject: DiffPart[]; text: DiffPart[] }> {
  authorise(actor, 'compareMailTemplate')
  const name = reachTemplate(args.name)
  const locale = parse(LocaleOf, args.locale)
  const before = await wordsOfVersion(house, name, locale, parse(Version, args.before))
  const after = await wordsOfVersion(house, name, locale, parse(Version, args.after))
  return { subject: wordDiff(before.subject, after.subject), text: wordDiff(before.text, after.text) }
}
