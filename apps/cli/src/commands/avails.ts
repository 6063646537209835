/** `vitrine avails`: what can be had, of a rights book in a file or of the house's own. */
import { answersOf, type ContractedAnswer, type ContractedRegion } from '@vitrine/rights/contracted/write-answer'
import { readDay, readRequest, RequestError, type WrittenRequest } from '@vitrine/rights/contracted/read-request'
import { BookError, readBook, type RightsBook } from '@vitrine/rights/book/read-book'
import { CutSet } from '@vitrine/rights/box/cut-set'
import type { Request } from '@vitrine/rights/book/line'
import { dayOf } from '@vitrine/rights/days/day'
import { LanguageSet } from '@vitrine/rights/languages/language-set'
import { mediaOf } from '@vitrine/rights/media/media-set'
import { TerritorySet } from '@vitrine/rights/territories/territory-set'
import { boxInWords } from '@vitrine/rights/words/box-in-words'
import { parseLanguages } from '@vitrine/rights/languages/parse'
import type { Run } from '../main.ts'
import { CommandError, harmless, type Printer } from '../print.ts'
import { bytesOf, today as todayHere } from '../source.ts'

export interface AvailsOptions {
  territory?: string
  media?: string
  language: string
  cut?: string
  from: string
  to: string
  exclusive: boolean
  today?: string
  title: string[]
}

export async function avails(run: Run, file: string | undefined, options: AvailsOptions): Promise<number> {
  const { printer } = run
  const written: WrittenRequest = {
    territory: options.territory,
    media: options.media,
    languages: options.language,
    cut: options.cut?.split(',').map((cut) => cut.trim().replace(/['’′]$/, '')),
    from: options.from,
    to: options.to,
    exclusive: options.exclusive,
  }
  const request = refusing(printer, () => readRequest(written))
  const answers = file === undefined ? await fromHouse(run, written, options) : await fromFile(printer, file, request, options)
  if (printer.json) printer.out(JSON.stringify(answers, null, 2))
  else for (const title of answers.titles) tell(printer, title, names(answers, title))
  return 0
}

/** A mistake in an option or in the book is told in one line, and nothing is printed of the rest. */
function refusing<T>(printer: Printer, read: () => T): T {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof RequestError) throw new CommandError(printer.words.avails.badOption(`--${OPTIONS[thrown.field] ?? thrown.field}`, thrown.message.replace(`${thrown.field}: `, '')), 2) // prettier-ignore
    if (thrown instanceof BookError) throw new CommandError(printer.words.avails.badBook(thrown.message), 2)
    throw thrown
  }
}
const OPTIONS: Readonly<Record<string, string>> = { languages: 'language' }

interface Answers {
  asOf: string
  titles: (ContractedAnswer & { name?: string })[]
  book?: RightsBook
}

async function fromFile(printer: Printer, file: string, request: Request, options: AvailsOptions): Promise<Answers> {
  const bytes = await bytesOf(printer, file)
  const book = refusing(printer, () => readBook(parseJson(printer, bytes)))
  const today = options.today ?? todayHere()
  const day = refusing(printer, () => readDay('today', today))
  const known = new Set(book.titles.map(({ id }) => id))
  for (const id of options.title) if (!known.has(id)) throw new CommandError(printer.words.avails.noTitle(id), 2)
  const answers = answersOf(
    book,
    request,
    day,
    options.title.length === 0 ? null : new Set(options.title),
    printer.json ? 'en' : printer.locale,
  )
  // what is printed is exactly what is contracted; the book itself is only there to name things to a person
  return Object.defineProperty(answers as Answers, 'book', { value: book, enumerable: false })
}

function parseJson(printer: Printer, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (thrown) {
    throw new CommandError(printer.words.avails.badBook(thrown instanceof Error ? thrown.message : String(thrown)), 2)
  }
}

async function fromHouse(run: Run, question: WrittenRequest, options: AvailsOptions): Promise<Answers> {
  const { reachHouse } = await import('../reach.ts')
  const house = await reachHouse(run)
  try {
    const titles: Answers['titles'] = []
    let asOf = ''
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof house.answerAvailabilities>> = await house.answerAvailabilities({
        question: {
          ...question,
          territory: options.territory,
          media: options.media,
          languages: options.language,
          cut: options.cut ?? null,
        },
        ...(options.title.length === 0 ? {} : { titleIds: options.title }),
        ...(options.today === undefined ? {} : { today: options.today }),
        cursor,
      })
      titles.push(...page.titles)
      asOf = page.asOf
      cursor = page.nextCursor
    } while (cursor !== null)
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
      cuts: region.cuts === undefined ? CutSet.all : CutSet.of(region.cuts),
      from: dayOf(region.from!)!,
      to: dayOf(region.to!)!,
    },
    locale,
  )
