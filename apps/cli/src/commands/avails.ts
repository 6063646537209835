/** `vitrine avails`: what can be had, of a rights book in a file or of the house's own. */
import { answersOf, type ContractedAnswer, type ContractedRegion } from '@vitrine/rights/contracted/write-answer'
import { readDay, readRequest, type WrittenRequest } from '@vitrine/rights/contracted/read-request'
import type { RightsBook } from '@vitrine/rights/book/read-book'
import { CutSet } from '@vitrine/rights/box/cut-set'
import type { Request } from '@vitrine/rights/book/line'
import { type Day, dayOf } from '@vitrine/rights/days/day'
import { LanguageSet } from '@vitrine/rights/languages/language-set'
import { mediaOf } from '@vitrine/rights/media/media-set'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'
import { boxInWords } from '@vitrine/rights/words/box-in-words'
import { parseLanguages } from '@vitrine/rights/languages/parse'
import type { RightsQuestion } from '@vitrine/house/contract/rights'
import type { Run } from '../main.ts'
import { CommandError, harmless, type Printer } from '../print.ts'
import { bookOf, refusing } from '../book-file.ts'
import { today as todayHere } from '../source.ts'

export interface AvailsOptions {
  territory?: string
  media?: string
  language: string
  cut?: string
  from: string
  to: string
  exclusive: boolean
  today?: string
  recordedAt?: string
  asOf?: string
  title: string[]
}

export async function avails(run: Run, file: string | undefined, options: AvailsOptions): Promise<number> {
  const { printer } = run
  const written: WrittenRequest = {
    territory: options.territory,
    media: options.media,
    languages: options.language,
    cut: options.cut ?? null,
    from: options.from,
    to: options.to,
    exclusive: options.exclusive,
  }
  const request = refusing(printer, () => readRequest(written))
  const when = whenOf(printer, options, file !== undefined)
  const today = when.today === undefined ? undefined : refusing(printer, () => readDay('today', when.today!))
  const only = [...new Set(options.title)]
  const answers =
    file === undefined
      ? await fromHouse(run, written, only, when)
      : await fromFile(printer, file, request, only, today ?? readDay('today', todayHere()))
  const answered = new Set(answers.titles.map(({ title }) => title))
  for (const id of only) if (!answered.has(id)) throw new CommandError(printer.words.avails.noTitle(id), 2)
  if (printer.json) printer.out(JSON.stringify(answers, null, 2))
  else for (const title of answers.titles) tell(printer, title, names(answers, title))
  return 0
}

/** The day of asking, and the moment as which the house's book is read. */
interface AsOf {
  today?: string
  recordedAt?: string
}

function whenOf(printer: Printer, { today, recordedAt, asOf }: AvailsOptions, inFile: boolean): AsOf {
  const words = printer.words.avails
  if (inFile && (recordedAt ?? asOf) !== undefined) throw new CommandError(words.onlyHouse(recordedAt === undefined ? '--as-of' : '--recorded-at'), 2) // prettier-ignore
  if (asOf !== undefined && (today ?? recordedAt) !== undefined) throw new CommandError(words.oneOfAsOf, 2)
  if (asOf !== undefined) {
    refusing(printer, () => readDay('as-of', asOf))
    return { today: asOf, recordedAt: endOf(asOf) }
  }
  if (recordedAt === undefined) return today === undefined ? {} : { today }
  const moment = dayOf(recordedAt) === null ? instantOf(recordedAt) : endOf(recordedAt)
  if (moment === null) throw new CommandError(words.badOption('--recorded-at', words.notAMoment), 2)
  return { ...(today !== undefined && { today }), recordedAt: moment }
}

const endOf = (day: string): string => `${day}T23:59:59.999Z`

/** A moment that says its place on the clock; one without is in UTC, as the house writes them. */
function instantOf(text: string): string | null {
  const [, day, rest, zone] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? []
  if (day === undefined || dayOf(day) === null) return null
  const moment = new Date(`${day}${rest}${zone ?? 'Z'}`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

interface Answers {
  asOf: string
  titles: (ContractedAnswer & { name?: string })[]
  book?: RightsBook
}

async function fromFile(printer: Printer, file: string, request: Request, only: readonly string[], today: Day): Promise<Answers> {
  const book = await bookOf(printer, file)
  const answers = answersOf(book, request, today, only.length === 0 ? null : new Set(only), printer.json ? 'en' : printer.locale)
  // what is printed is exactly what is contracted; the book itself is only there to name things to a person
  return Object.defineProperty(answers as Answers, 'book', { value: book, enumerable: false })
}

/** As many titles as the house answers for at once. */
const MOST_TITLES = 500

async function fromHouse(run: Run, question: WrittenRequest, only: readonly string[], when: AsOf): Promise<Answers> {
  const { reachHouse } = await import('../reach.ts')
  const house = await reachHouse(run)
  const asked = { question: question as RightsQuestion, ...when }
  const packets = Array.from({ length: Math.ceil(only.length / MOST_TITLES) }, (_, at) =>
    only.slice(at * MOST_TITLES, (at + 1) * MOST_TITLES),
  )
  try {
    const titles: Answers['titles'] = []
    let asOf = ''
    for (const packet of packets.length === 0 ? [null] : packets) {
      let cursor: string | null = null
      do {
        const request = { ...asked, ...(packet === null ? {} : { titleIds: packet }), cursor }
        const page: Awaited<ReturnType<typeof house.answerAvailabilities>> = await house.answerAvailabilities(request)
        titles.push(...page.titles)
        asOf = page.asOf
        cursor = page.nextCursor
      } while (cursor !== null)
    }
    return { asOf, titles }
  } finally {
    await house.close()
  }
}

const names = ({ book }: Answers, { title, name }: Answers['titles'][number]): string =>
  name ?? book?.titles.find(({ id }) => id === title)?.name ?? title

const MARK = { full: '●', partial: '◐', none: '○' } as const

function tell(printer: Printer, title: ContractedAnswer, name: string): void {
  const words = printer.words.avails
  const share = title.answer === 'partial' ? ` (${words.share(title.share)})` : ''
  printer.out(`${MARK[title.answer]} ${printer.bold(harmless(name))}  ${words.answers[title.answer]}${share}`)
  for (const region of title.regions) {
    const because = region.because.length > 0 && region.status !== 'available' ? printer.dim(`  ${region.because.map(harmless).join(', ')}`) : '' // prettier-ignore
    printer.out(`    ${words.statuses[region.status].padEnd(words.width)}  ${regionInWords(region, printer.locale)}${because}`)
  }
  if (title.answer !== 'full')
    printer.out(`    ${title.firstFullyMet === null ? words.never : words.soonest(title.firstFullyMet)}`)
  for (const repair of title.repairs) printer.out(`    ${printer.dim('→')} ${String(repair['text'])}`)
}

const regionInWords = (region: ContractedRegion, locale: Printer['locale']): string =>
  boxInWords(
    {
      territories: TerritorySet.of(region.territories),
      media: mediaOf(region.media),
      languages: region.languagesExcept === undefined ? LanguageSet.of(region.languages) : LanguageSet.all.minus(parseLanguages(region.languagesExcept)), // prettier-ignore
      cuts: region.cutsExcept !== undefined ? CutSet.all.minus(CutSet.of(region.cutsExcept)) : region.cuts === undefined ? CutSet.all : CutSet.of(region.cuts), // prettier-ignore
      from: dayOf(region.from!)!,
      to: dayOf(region.to!)!,
    },
    locale,
  )
