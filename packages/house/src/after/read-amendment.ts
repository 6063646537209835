/** An amendment as a form or a program gives it, read into what changes. */
import { addDays } from '@vitrine/deals/after/days'
import { AMENDED_HOW, type RightsChange } from '@vitrine/deals/after/amend-rights'
import { PAYMENT_EVENTS } from '@vitrine/deals/offer/offer'
import { dayOf } from '@vitrine/rights/days/day'
import { ExpressionError } from '@vitrine/rights/expression-error'
import { parseLanguages } from '@vitrine/rights/languages/parse'
import { parseMedia } from '@vitrine/rights/media/parse'
import { z } from 'zod'
import type { Amended, AmendmentToMake } from '../contract/after.ts'
import { HouseError } from '../errors.ts'
import { Id, parse, Revision } from '../input.ts'
import { DayText, readTerritories } from '../rights/read-input.ts'

const Expression = z.string().trim().min(1).max(4_000)
const Part = z.object({ how: z.enum(AMENDED_HOW), what: Expression })
const Minor = z.int().min(0)

const Args = z.object({
  id: Id,
  baseRevision: Revision,
  entryIds: z.array(Id).min(1).max(200),
  to: DayText.nullable().optional(),
  territory: z.union([Expression, Part]).optional(),
  media: Part.optional(),
  languages: Part.optional(),
  exclusive: z.boolean().optional(),
  runs: z
    .object({ count: z.int().min(1).max(100_000), catchUpDays: z.int().min(0).max(36_500) })
    .nullable()
    .optional(),
  price: z
    .object({
      minor: Minor,
      payments: z.array(z.object({ minor: z.int().min(1), event: z.enum(PAYMENT_EVENTS), days: z.int().min(0).max(10_000), day: DayText.nullable() })).max(24).optional(), // prettier-ignore
      credit: z.array(Id).max(50).optional(),
    })
    .optional(),
  effective: DayText.nullable(),
})

export type AmendmentRead = z.infer<typeof Args> & { rights: RightsChange | null }

/** @throws HouseError `invalid-input` for what cannot be read, and for an amendment that says nothing */
export function readAmendment(args: AmendmentToMake): AmendmentRead {
  const asked = parse(Args, args)
  const { to, territory, media, languages, exclusive, runs, price } = asked
  for (const [at, { event, day, days }] of (price?.payments ?? []).entries()) {
    if ((event === 'day') !== (day !== null)) throw amendmentFault(`price.payments.${at}.day`, 'Say the day on which it is paid', 'Dites le jour du paiement') // prettier-ignore
    if (day !== null && dayOf(addDays(day, days)) === null) throw amendmentFault(`price.payments.${at}.days`, 'That is after the year 9999', 'C’est après l’an 9999') // prettier-ignore
  }
  const said = [to, territory, media, languages, exclusive, runs].some((part) => part !== undefined)
  if (!said && price === undefined) throw saysNothing()
  const rights: RightsChange = {
    ...(to === undefined ? {} : { to }),
    ...(territory === undefined ? {} : { territory: readCountries(territory) }),
    ...(media === undefined ? {} : { media: { how: media.how, set: read('media', media, parseMedia) } }),
    ...(languages === undefined ? {} : { languages: { how: languages.how, set: read('languages', languages, parseLanguages) } }),
    ...(exclusive === undefined ? {} : { exclusive }),
    ...(runs === undefined ? {} : { runs }),
  }
  return { ...asked, rights: said ? rights : null }
}

export const amendmentFault = (path: string, message: string, messageFr: string): HouseError =>
  new HouseError('invalid-input', { issues: [{ path, message, messageFr }] })

/** Nothing is said, or nothing that is not so already. */
export const saysNothing = (): HouseError =>
  amendmentFault(
    'to',
    'Nothing changes: say another last day, territories, media, languages, exclusivity, runs or price',
    'Rien ne change : indiquez un autre dernier jour, d’autres territoires, médias, langues, passages, une autre exclusivité ou un autre prix',
  )

function readCountries(territory: string | Amended): NonNullable<RightsChange['territory']> {
  const { how, what } = typeof territory === 'string' ? { how: 'is' as const, what: territory } : territory
  return { how, set: readTerritories('territory', what), wording: what }
}

function read<T>(path: string, { what }: Amended, parser: (expression: string) => T): T {
  try {
    return parser(what)
  } catch (thrown) {
    if (thrown instanceof ExpressionError) throw amendmentFault(path, thrown.message, thrown.messageFr)
    throw thrown
  }
}
