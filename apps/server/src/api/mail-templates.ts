/** The words of letters: what is sent, what the house has put in its place, and every version of it. */
import type { MailTemplateSummary, MailTemplateView } from '@vitrine/house'
import { LOCALES } from '@vitrine/messages'
import { TEMPLATE_NAMES } from '@vitrine/messages/letter-templates'
import { endpoint } from './define.ts'
import * as shape from './shapes.ts'

const { z } = shape
const tag = 'Letters'
const instant = z.string().describe('ISO 8601')
const name = z.enum([...TEMPLATE_NAMES, 'sign-in'])
const locale = z.enum(LOCALES)

const Words = z
  .object({
    subject: z.string().max(10_000).describe('One line, at most 200 characters; {{name}} stands for a variable'),
    text: z.string().max(100_000).describe('Paragraphs parted by empty lines, at most 8,000 characters'),
  })
  .openapi('LetterWords')

const summary = {
  name,
  locale,
  state: z
    .enum(['built-in', 'own', 'unfit', 'fixed'])
    .describe('unfit: the house’s words no longer fit, and the built-in ones are sent; fixed: no house changes them'),
  subject: z.string().describe('What is sent stands under this subject'),
  version: z.int().describe('0: the house has never changed it'),
  updatedAt: instant.nullable(),
  byName: z.string().nullable(),
} satisfies Record<keyof MailTemplateSummary, unknown>
const Summary = z.object(summary).openapi('MailTemplateSummary')
const Template = z
  .object({
    ...summary,
    words: Words.describe('The house’s words, or the built-in ones where it has none'),
    builtIn: Words,
    faults: z.array(
      z.object({
        field: z.enum(['subject', 'text']),
        code: z.string(),
        start: z.int(),
        end: z.int(),
        text: z.string(),
        suggestion: z.string().nullable(),
      }),
    ),
    variables: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['words', 'part']).describe('part: alone in its paragraph'),
        needed: z.boolean().optional(),
        mayBeEmpty: z.boolean().optional().describe('Its paragraph is left out where there is nothing to say'),
        example: z.string(),
      }),
    ),
    versions: z.array(z.object({ version: z.int(), words: Words.nullable().describe('null: the built-in ones'), at: instant, byName: z.string() })), // prettier-ignore
    preview: z.object({ subject: z.string(), text: z.string(), html: z.string() }).describe('With example values, as it would be sent'),
  } satisfies Record<keyof MailTemplateView, unknown>)
  .openapi('MailTemplate') // prettier-ignore

const Named = z.object({ name, locale })

export const mailTemplates = [
  endpoint('get', '/mail-templates', {
    verb: 'listMailTemplates',
    tag,
    summary: 'Every letter that the house sends, in each language',
    gives: z.object({ items: z.array(Summary) }),
    run: async ({ house, actor }) => ({ value: { items: await house.listMailTemplates(actor) } }),
  }),
  endpoint('get', '/mail-templates/{name}/{locale}', {
    verb: 'viewMailTemplate',
    tag,
    summary: 'The words of a letter, what may stand open in them, and every version',
    params: Named,
    gives: Template,
    run: async ({ house, actor, params }) => ({ value: await house.viewMailTemplate(actor, params) }),
  }),
  endpoint('put', '/mail-templates/{name}/{locale}', {
    verb: 'saveMailTemplate',
    tag,
    summary: 'Put the house’s own words in place of those of a letter, or the built-in ones back',
    description:
      'Words with a fault are refused with `invalid-input`, each fault with its place. `baseVersion` is the version that was read: `revision-changed` where there is a newer one. The sign-in link is `not-found` here: nobody changes its words.',
    params: Named,
    body: z.object({ baseVersion: z.int().min(0), words: Words.nullable().describe('null: the built-in words') }),
    gives: Template,
    run: async ({ house, actor, params, body }) => ({ value: await house.saveMailTemplate(actor, { ...params, ...body }) }),
  }),
]
