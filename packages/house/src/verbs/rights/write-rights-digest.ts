import { colon, formatDay, type Locale } from '@vitrine/messages'
import { afterWords } from '@vitrine/messages/after'
import { formatMoney } from '@vitrine/messages/money'
import { watchWords } from '@vitrine/messages/rights'
import { rightsDigest } from '@vitrine/messages/rights-digest'
import { isDigestTaken, takeDigest } from '@vitrine/store/rights/digests'
import { readSettings } from '@vitrine/store/settings/settings'
import { listMembers } from '@vitrine/store/users/members'
import type { HouseContext } from '../../context.ts'
import type { Actor, HouseSettings } from '../../contract.ts'
import type { DealWatchItem } from '../../contract/after.ts'
import { oweLetter } from '../../letters/owe-letter.ts'
import { wordLetter } from '../../letters/word-letter.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { watchDeals } from '../after/watch-deals.ts'
import { watchRights } from './watch-rights.ts'

const DAYS = 90
const DEAL_DAYS = 30
const MOST_LINES = 100

/**
 * Writes this week's letters about what is coming, to each in their own language: once, whichever server asks first. The week is taken and its letters are
 * written in one transaction. A week begins on the day that the house has chosen: a server that was down that day writes when
 * it is back.
 */
export async function writeRightsDigest(house: HouseContext, actor: Actor): Promise<number> {
  authorise(actor, 'writeRightsDigest')
  const settings = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  if (settings.digestDay === null) return 0
  const now = house.now()
  const day = dueDay(now, settings.digestDay)
  if (await isDigestTaken(house.db, house.houseId, day)) return 0
  const letters = await lettersOf(house, actor, settings)
  const at = now.toISOString()
  return house.writeTurn(() =>
    house.db.transaction().execute(async (trx) => {
      if (!(await takeDigest(trx, house.houseId, day, at))) return 0
      for (const letter of letters)
        await oweLetter(house, trx, { kind: 'digest', about: 'Digest', aboutId: day, at, ...letter }) // prettier-ignore
      return letters.length
    }),
  )
}

async function lettersOf(
  house: HouseContext,
  actor: Actor,
  { defaultLocale, name }: Pick<HouseSettings, 'defaultLocale' | 'name'>,
): Promise<{ to: string; locale: Locale; subject: string; text: string }[]> {
  const readers = (await listMembers(house.db, house.houseId)).filter(({ role, disabled }) => !disabled && (role === 'owner' || role === 'rights')) // prettier-ignore
  const byLocale = Map.groupBy(readers, ({ locale }) => locale ?? defaultLocale)
  const letters = []
  for (const [locale, of] of byLocale) {
    const letter = await letterIn(house, actor, locale, name)
    if (letter !== null) letters.push(...of.map(({ email }) => ({ to: email, locale, ...letter })))
  }
  return letters
}

/** The letter in one language; null where nothing is coming. */
async function letterIn(
  house: HouseContext,
  actor: Actor,
  locale: Locale,
  name: string,
): Promise<{ subject: string; text: string } | null> {
  const items = await watchRights(house, actor, { days: DAYS, locale })
  const deals = await watchDeals(house, actor, { days: DEAL_DAYS, locale })
  if (items.length + deals.length === 0) return null
  const words = rightsDigest[locale]
  const lines = items.slice(0, MOST_LINES).map(({ kind, day, entry, detail }) => {
    const who = entry.party === null ? '' : ` (${entry.party})`
    return `${day === null ? words.waiting : formatDay(locale, day)}  ${watchWords[locale].kinds[kind]}${colon(locale)} ${entry.title}${who}\n    ${detail}`
  })
  const more = items.length > MOST_LINES ? [words.more(items.length - MOST_LINES)] : []
  return wordLetter(house, house.db, 'digest', locale, {
    house: name,
    things: words.things(items.length + deals.length),
    rights: items.length === 0 ? null : [words.intro(DAYS), ...lines, ...more].join('\n\n'),
    deals: deals.length === 0 ? null : dealLines(deals, locale).join('\n\n'),
    link: `${house.origin}/${locale}/desk/rights/watch?months=3`,
  })
}

/** What of signed deals is to be delivered, invoiced, asked for or renewed. */
function dealLines(deals: readonly DealWatchItem[], locale: Locale): string[] {
  const words = afterWords[locale]
  const lines = deals.slice(0, MOST_LINES).map(({ kind, day, dealName, companyName, text, amount }) => {
    const sum = amount === null ? '' : `, ${formatMoney(locale, amount.minor, amount.currency)}`
    return `${day === null ? '' : formatDay(locale, day)}  ${words[`watch.${kind}`]}${colon(locale)} ${dealName} (${companyName})\n    ${text}${sum}`
  })
  const more = deals.length > MOST_LINES ? [rightsDigest[locale].more(deals.length - MOST_LINES)] : []
  return [words.digestDeals, ...lines, ...more]
}

/** The last day, today included, that was the wanted day of the week (1 is Monday, 7 Sunday). */
export function dueDay(now: Date, weekday: number): string {
  const since = (now.getUTCDay() - weekday + 7) % 7
  return new Date(now.getTime() - since * 86_400_000).toISOString().slice(0, 10)
}
