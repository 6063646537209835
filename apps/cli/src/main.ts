/** The `vitrine` command: what there is to type. Each command's own code is loaded only when it is asked for. */
import { fstatSync, readFileSync } from 'node:fs'
import { Argument, type Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { IdentifierKind } from '@vitrine/catalogue/identifiers/identifiers'
import type { FormatId } from '@vitrine/exchange/formats/format'
import { cliContacts } from '@vitrine/messages/cli-contacts'
import { cliExchange } from '@vitrine/messages/cli-exchange'
import { cliHouse } from '@vitrine/messages/cli-house'
import { cliScreening } from '@vitrine/messages/cli-screening'
import { cliSchedules } from '@vitrine/messages/cli-schedules'
import { FORMAT_NAMES } from '@vitrine/messages/format-names'
import { LIST_FORMATS } from '@vitrine/messages/list-formats'
import type { CatalogueOptions } from './commands/catalogue.ts'
import type { Paper, PrintOptions } from './commands/print-paper.ts'
import type { AvailsOptions } from './commands/avails.ts'
import type { ImportContactsOptions } from './commands/contacts-import.ts'
import type { AddOptions } from './commands/export-schedule.ts'
import type { StageOptions } from './commands/stage.ts'
import type { ImportRightsOptions } from './commands/rights-import.ts'
import type { ListOptions } from './commands/list-export.ts'
import type { RightsOutOptions } from './commands/rights-export.ts'
import type { WouldBeOptions } from './commands/rights-would-be.ts'
import type { TitlesOptions } from './commands/titles.ts'
import type { ValidateFilesOptions } from './commands/validate.ts'
import { helpIn } from './help.ts'
import { isLocale } from '@vitrine/messages/locale'
import { CommandError, createPrinter, localeFrom, type Printer } from './print.ts'
import { TypedCommand } from './typed-wrong.ts'

const args = process.argv.slice(2)
const locale = localeFrom(args, process.env)
const words = createPrinter(locale, false).words
const exchangeWords = cliExchange[locale]
const scheduleWords = cliSchedules[locale]
const contactWords = cliContacts[locale]
const houseWords = cliHouse[locale]
const screeningWords = cliScreening[locale]

/** The catalogue as this house keeps it; and the formats of the trade in which films go out. */
const FIGURES = ['period', 'agent', 'territory', 'title', 'company', 'forecast', 'funnel', 'lost']
const OWN = ['json', 'text', 'markdown', 'html', 'csv']
const ONLY_IN = ['mmc', 'tmdb', 'wikidata', 'vitrine']
const TRADE = Object.keys(FORMAT_NAMES).filter((format) => !ONLY_IN.includes(format))
type ExportOwn = { format: 'json' | 'text' | 'markdown' | 'html' | 'csv'; language?: string; out?: string }
type ExportTrade = { format: FormatId; formatVersion?: string; licensee?: string; id: string[]; column: string[]; out?: string }
/** One film as festivals ask for it. */
const PACK = 'festival-pack'
const isOwn = (options: ExportOwn | ExportTrade): options is ExportOwn => OWN.includes(options.format)

/** What the global options say, for a command that runs. */
export interface Run {
  printer: Printer
  /** Flags of the configuration that were typed: `['--data', './data']`. */
  flags: string[]
}

const program = new TypedCommand(words.typedWrong, 'vitrine')
program
  .description(words.about)
  .addOption(new Option('--lang <en|fr>', words.options.lang).argParser(knownLanguage))
  .addOption(new Option('--data <folder>', words.options.data))
  .helpOption('-h, --help', words.options.help)
  .helpCommand('help [command]', words.options.helpCommand)
  .version(versionText(), '-V, --version', words.options.version)
  .configureHelp(helpIn(words))
  .showHelpAfterError(false)
  .exitOverride()

// Help is put together at once; the settings are read only where they are told.
const serveHelp = args.includes('serve') ? (await import('./commands/serve-help.ts')).settingsHelp(words) : ''

/** An option that may be given several times. */
const many = (one: string, others: string[]): string[] => [...others, one]
/** As often as is needed. */
const filtered = () =>
  new Option('--filter <field=value>', scheduleWords.filter)
    .argParser((one: string, all: string[]) => [...all, one])
    .default([] as string[])
function knownLanguage(language: string): string {
  if (isLocale(language.slice(0, 2).toLowerCase())) return language
  throw new InvalidArgumentError('Allowed choices are en, fr.')
}
const json = () => new Option('--json', words.options.json)

/** Wraps a command's function: global options read, failures told in one line, exit code set. */
function runs<A extends unknown[]>(action: (run: Run, ...given: A) => Promise<number | void>) {
  return async (...given: [...A, Command]) => {
    const command = given.at(-1) as Command
    const options = command.optsWithGlobals<{ json?: boolean; data?: string }>()
    const printer = createPrinter(locale, options.json === true)
    const flags = options.data === undefined ? [] : ['--data', options.data]
    const code = await action({ printer, flags }, ...(given.slice(0, -1) as unknown as A))
    process.exitCode = code ?? 0
  }
}

/** The sheet that is named; without a name the one that comes through a pipe, or from a file that was led here. */
function sheetAt(file: string | undefined): string {
  if (file !== undefined) return file
  if (isLedHere()) return '-'
  throw new CommandError(words.typedWrong.noFile, 2)
}

function isLedHere(): boolean {
  try {
    const from = fstatSync(0)
    return from.isFIFO() || from.isSocket() || from.isFile()
  } catch {
    return false // closed
  }
}

const sheet = program.command('sheet').description(words.sheet.about)
sheet
  .command('read')
  .argument('[file]', words.sheet.file)
  .description(words.sheet.read)
  .addHelpText('after', `\n${words.sheet.readExit}`)
  .addOption(json())
  .option('--language <tag>', words.sheet.languageHint)
  .action(
    runs(async (run, file: string | undefined, options: { language?: string }) =>
      (await import('./commands/sheet-read.ts')).sheetRead(run, sheetAt(file), options),
    ),
  )
sheet
  .command('check')
  .argument('[file]', words.sheet.file)
  .description(words.sheet.check)
  .addHelpText('after', `\n${words.sheet.checkExit}`)
  .addOption(json())
  .option('--language <tag>', words.sheet.languageHint)
  .action(
    runs(async (run, file: string | undefined, options: { language?: string }) =>
      (await import('./commands/sheet-check.ts')).sheetCheck(run, sheetAt(file), options),
    ),
  )
sheet
  .command('split')
  .argument('[file]', words.sheet.file)
  .description(words.sheet.split)
  .addHelpText('after', `\n${words.sheet.splitExit}`)
  .addOption(json())
  .action(
    runs(async (run, file: string | undefined) => (await import('./commands/sheet-split.ts')).sheetSplit(run, sheetAt(file))),
  )
sheet
  .command('write')
  .argument('[file]', words.sheet.file)
  .description(words.sheet.write)
  .addHelpText('after', `\n${words.sheet.writeExit}`)
  .addOption(new Option('--format <format>', words.sheet.format).choices(['text', 'markdown', 'html']).default('text'))
  .option('--language <tag>', words.sheet.language)
  .action(
    runs(async (run, file: string | undefined, options: { format: 'text' | 'markdown' | 'html'; language?: string }) =>
      (await import('./commands/sheet-write.ts')).sheetWrite(run, sheetAt(file), options),
    ),
  )

program
  .command('import')
  .argument('<path...>', words.import.paths)
  .description(words.import.about)
  .addOption(json())
  .option('--publish', words.import.publish, false)
  .option('--update', exchangeWords.update, false)
  .addOption(new Option('--stage', exchangeWords.stage).default(false).conflicts(['publish', 'update']))
  .option('--take', exchangeWords.take, false)
  .addOption(new Option('--licences <as>', exchangeWords.licences).choices(['draft', 'signed']))
  .addHelpText('after', `\n${exchangeWords.importRules}\n\n${words.import.exit}`)
  .action(
    runs(async (run, paths: string[], options: StageOptions & { publish: boolean; update: boolean; stage: boolean }) =>
      (await import('./commands/import.ts')).importPaths(run, paths, options),
    ),
  )
program
  .command('import-undo <intake>')
  .description(exchangeWords.undoAbout)
  .addOption(json())
  .action(runs(async (run, id: string) => (await import('./commands/stage.ts')).undoIntake(run, id)))
const exporting = program
  .command('export')
  .description(words.export.about)
  .addOption(
    new Option('--format <format>', exchangeWords.exportFormat + [...TRADE, PACK].join(', '))
      .choices([...OWN, ...TRADE, PACK])
      .default('json'),
  )
  .option('--format-version <version>', exchangeWords.exportVersion)
  .option('--licensee <name>', exchangeWords.licensee)
  .option('--id <id>', exchangeWords.exportId, many, [] as string[])
  .option('--column <column>', exchangeWords.exportColumn, many, [] as string[])
  .option('--language <tag>', words.sheet.language)
  .option('--out <folder>', words.export.out)
  .action(
    runs(async (run, options: ExportOwn | ExportTrade) =>
      options.format === (PACK as string)
        ? (await import('./commands/pack-festival.ts')).packFestival(run, options as ExportTrade & { language?: string })
        : isOwn(options)
          ? (await import('./commands/export.ts')).exportCatalogue(run, options)
          : options.format === 'avails' || options.format === 'avails-xlsx'
            ? (await import('./commands/export-avails.ts')).exportAvails(run, options)
            : (await import('./commands/export-films.ts')).exportFilms(run, options),
    ),
  )
// What stands behind `export schedule` is that command's own, a --format too: `export` itself takes none of it.
const parseExport = exporting.parseOptions.bind(exporting)
const isSchedule = args[args.indexOf('export') + 1] === 'schedule'
exporting.parseOptions = (given) => (isSchedule ? { operands: [], unknown: given } : parseExport(given))
const schedule = exporting.command('schedule').description(scheduleWords.about)
schedule
  .command('list')
  .description(scheduleWords.list)
  .option('--ended', scheduleWords.listEnded, false)
  .addOption(json())
  .action(
    runs(async (run, options: { ended: boolean }) => (await import('./commands/export-schedule.ts')).listSchedules(run, options)),
  )
schedule
  .command('add')
  .description(scheduleWords.add)
  .requiredOption('--name <name>', scheduleWords.name)
  .addOption(
    new Option('--format <format>', scheduleWords.format + [...TRADE, ...LIST_FORMATS].join(', '))
      .choices([...TRADE, ...LIST_FORMATS])
      .makeOptionMandatory(),
  )
  .option('--format-version <version>', exchangeWords.exportVersion)
  .addOption(new Option('--every <rhythm>', scheduleWords.every).choices(['day', 'week', 'month']).default('week'))
  .option('--day <day>', scheduleWords.day)
  .option('--hour <hour>', scheduleWords.hour, '6')
  .option('--collection <slug>', scheduleWords.collection)
  .option('--licensee <name>', exchangeWords.licensee)
  .option('--columns <list>', exchangeWords.chosenColumns)
  .addOption(new Option('--table <table>', exchangeWords.listTable).choices(FIGURES))
  .addOption(filtered())
  .addOption(json())
  .action(runs(async (run, options: AddOptions) => (await import('./commands/export-schedule.ts')).addSchedule(run, options)))
schedule
  .command('end <id>')
  .description(scheduleWords.end)
  .addOption(json())
  .action(runs(async (run, id: string) => (await import('./commands/export-schedule.ts')).endSchedule(run, id, true)))
schedule
  .command('resume <id>')
  .description(scheduleWords.resume)
  .addOption(json())
  .action(runs(async (run, id: string) => (await import('./commands/export-schedule.ts')).endSchedule(run, id, false)))
schedule
  .command('run <id>')
  .description(scheduleWords.run)
  .option('--out <file>', scheduleWords.out)
  .addOption(json())
  .addHelpText('after', `\n${scheduleWords.runExit}`)
  .action(
    runs(async (run, id: string, options: { out?: string }) =>
      (await import('./commands/export-schedule.ts')).runSchedule(run, id, options),
    ),
  )
program
  .command('catalogue')
  .description(exchangeWords.catalogue)
  .requiredOption('--out <file>', exchangeWords.catalogueOut)
  .requiredOption('--market <name>', exchangeWords.catalogueMarket)
  .option('--where <text>', exchangeWords.catalogueWhere)
  .option('--year <year>', exchangeWords.catalogueYear)
  .option('--id <id>', exchangeWords.exportId, many, [] as string[])
  .option('--collection <slug>', exchangeWords.catalogueCollection)
  .option('--theme <code>', exchangeWords.catalogueTheme, many, [] as string[])
  .addOption(new Option('--paper <paper>', exchangeWords.cataloguePaper).choices(['a4', 'letter']).default('a4'))
  .addOption(new Option('--per-page <number>', exchangeWords.cataloguePerPage).choices(['1', '2']).default('1'))
  .addOption(new Option('--locale <language>', exchangeWords.catalogueLocale).choices(['en', 'fr']))
  .option('--for-printers', exchangeWords.cataloguePrinters, false)
  .action(runs(async (run, options: CatalogueOptions) => (await import('./commands/catalogue.ts')).catalogue(run, options)))
program
  .command('print')
  .description(exchangeWords.print)
  .addArgument(new Argument('<what>').choices(['one-sheet', 'shortlist', 'availabilities', 'cards'] satisfies Paper[]))
  .argument('<which>', exchangeWords.printWhich)
  .requiredOption('--out <file>', exchangeWords.catalogueOut)
  .addOption(new Option('--paper <paper>', exchangeWords.cataloguePaper).choices(['a4', 'letter']).default('a4'))
  .addOption(new Option('--each <number>', exchangeWords.printEach).choices(['1', '8']).default('8'))
  .addOption(new Option('--locale <language>', exchangeWords.catalogueLocale).choices(['en', 'fr']))
  .option('--for-printers', exchangeWords.cataloguePrinters, false)
  .action(
    runs(async (run, what: Paper, which: string, options: PrintOptions) =>
      (await import('./commands/print-paper.ts')).printPaper(run, what, which, options),
    ),
  )
program
  .command('convert <file>')
  .description(exchangeWords.convert)
  .addOption(new Option('--to <format>', exchangeWords.convertTo + TRADE.join(', ')).choices(TRADE).makeOptionMandatory())
  .option('--format-version <version>', exchangeWords.exportVersion)
  .option('--out <file>', exchangeWords.convertOut)
  .action(
    runs(async (run, file: string, options: { to: FormatId; formatVersion?: string; out?: string }) =>
      (await import('./commands/convert.ts')).convert(run, file, options),
    ),
  )
const identifier = program.command('identifier').description(words.identifier.about)
for (const ask of ['check', 'format', 'compute'] as const)
  identifier
    .command(`${ask} <value>`)
    .description(words.identifier[ask])
    .addOption(json())
    .addOption(
      new Option('--kind <kind>', words.identifier.kind).choices(['eidr', 'isan', 'imdb', 'tmdb', 'wikidata', 'reference']),
    )
    .addHelpText('after', `\n${words.identifier.exit}`)
    .action(
      runs(async (run, value: string, options: { kind?: IdentifierKind }) =>
        (await import('./commands/identifier.ts')).identifier(run, ask, value, options),
      ),
    )
program
  .command('validate <file...>')
  .description(words.validate.about)
  .addOption(json())
  .option('--sarif', words.validate.sarif, false)
  .option('--schemas <folder>', words.validate.schemas)
  .addHelpText('after', `\n${words.validate.exit}`)
  .action(
    runs(async (run, files: string[], options: ValidateFilesOptions) =>
      (await import('./commands/validate.ts')).validateFiles(run, files, options),
    ),
  )
program
  .command('titles [words...]')
  .description(words.titles.about)
  .addOption(json())
  .addOption(new Option('--status <status>', words.titles.status).choices(['draft', 'published', 'withdrawn']))
  .addOption(filtered())
  .option('--limit <number>', words.titles.limit, '50')
  .action(
    runs(async (run, search: string[], options: TitlesOptions) =>
      (await import('./commands/titles.ts')).listTitles(run, search, options),
    ),
  )
program
  .command('avails [book]')
  .description(words.avails.about)
  .addOption(json())
  .option('--territory <expression>', words.avails.territory)
  .option('--media <expression>', words.avails.media)
  .option('--language <expression>', words.avails.language, 'all')
  .option('--cut <cut>', words.avails.cut)
  .requiredOption('--from <day>', words.avails.from)
  .requiredOption('--to <day>', words.avails.to)
  .option('--exclusive', words.avails.exclusive, false)
  .option('--today <day>', words.avails.today)
  .option('--recorded-at <moment>', words.avails.recordedAt)
  .option('--as-of <day>', words.avails.asOf)
  .option('--title <id>', words.avails.title, many, [] as string[])
  .action(
    runs(async (run, book: string | undefined, options: AvailsOptions) =>
      (await import('./commands/avails.ts')).avails(run, book, options),
    ),
  )
const rights = program.command('rights').description(words.rights.about)
rights
  .command('import <file>')
  .description(words.rights.import.about)
  .addOption(json())
  .option('--columns <list>', words.rights.import.columns)
  .option('--film <name=id>', words.rights.import.film, many, [] as string[])
  .option('--dry-run', words.rights.import.dryRun, false)
  .option('--accept-warnings', words.rights.import.acceptWarnings, false)
  .addHelpText('after', `\n${words.rights.import.exit}`)
  .action(
    runs(async (run, file: string, options: ImportRightsOptions) =>
      (await import('./commands/rights-import.ts')).rightsImport(run, file, options),
    ),
  )
rights
  .command('export')
  .description(words.rights.export.about)
  .addOption(new Option('--format <format>', words.rights.export.format).choices(['json', 'csv', 'xlsx']).default('json'))
  .option('--title <id>', words.rights.export.title)
  .option('--columns <list>', exchangeWords.chosenColumns)
  .addOption(filtered())
  .option('--out <file>', words.rights.export.out)
  .action(
    runs(async (run, options: RightsOutOptions) => (await import('./commands/rights-export.ts')).rightsExport(run, options)),
  )
for (const verb of ['check', 'simulate'] as const)
  rights
    .command(`${verb} <file>`)
    .description(words.rights[verb].about)
    .addOption(json())
    .option('--book <file>', words.rights.check.book)
    .option('--title <id>', words.rights.check.title)
    .option('--replaces <id>', words.rights.check.replaces, many, [] as string[])
    .option('--effective <day>', words.rights.check.effective)
    .option('--today <day>', words.rights.check.today)
    .addHelpText('after', `\n${words.rights.check.example}\n\n${words.rights[verb].exit}`)
    .action(
      runs(async (run, file: string, options: WouldBeOptions) => {
        const { rightsCheck, rightsSimulate } = await import('./commands/rights-check.ts')
        return verb === 'check' ? rightsCheck(run, file, options) : rightsSimulate(run, file, options)
      }),
    )
const contacts = program.command('contacts').description(contactWords.about)
contacts
  .command('import <file>')
  .description(contactWords.import)
  .addOption(json())
  .option('--columns <list>', words.rights.import.columns)
  .option('--dry-run', words.rights.import.dryRun, false)
  .option('--accept-warnings', contactWords.acceptWarnings, false)
  .addHelpText('after', `\n${words.rights.import.exit}`)
  .action(
    runs(async (run, file: string, options: ImportContactsOptions) =>
      (await import('./commands/contacts-import.ts')).contactsImport(run, file, options),
    ),
  )
contacts
  .command('export')
  .description(contactWords.export)
  .addOption(new Option('--format <format>', contactWords.format).choices(['csv', 'xlsx', 'vcf']).default('csv'))
  .option('--columns <list>', exchangeWords.chosenColumns)
  .addOption(filtered())
  .option('--out <file>', words.rights.export.out)
  .action(
    runs(async (run, options: { format: 'csv' | 'xlsx' | 'vcf'; columns?: string; filter?: string[]; out?: string }) =>
      (await import('./commands/contacts-export.ts')).contactsExport(run, options),
    ),
  )
program
  .command('list <list>')
  .description(exchangeWords.list)
  .addOption(new Option('--format <format>', exchangeWords.listFormat).choices(['csv', 'xlsx']).default('csv'))
  .option('--columns <list>', exchangeWords.chosenColumns)
  .addOption(new Option('--table <table>', exchangeWords.listTable).choices(FIGURES).default('period'))
  .addOption(filtered())
  .option('--out <file>', words.rights.export.out)
  .action(
    runs(async (run, list: string, options: ListOptions) =>
      (await import('./commands/list-export.ts')).listExport(run, list, options),
    ),
  )
const house = program.command('house').description(houseWords.about)
house
  .command('export')
  .description(houseWords.export)
  .requiredOption('--out <file>', houseWords.out)
  .addOption(json())
  .action(
    runs(async (run, options: { out: string }) => (await import('./commands/house-export.ts')).exportHouse(run, options.out)),
  )
house
  .command('import <file>')
  .description(houseWords.import)
  .addOption(json())
  .action(runs(async (run, file: string) => (await import('./commands/house-import.ts')).importHouse(run, file)))
program
  .command('screening')
  .description(screeningWords.about)
  .command('trace <file>')
  .description(screeningWords.trace)
  .requiredOption('--title <film>', screeningWords.title)
  .option('--found <where>', screeningWords.found)
  .addOption(json())
  .addHelpText('after', `\n${screeningWords.exit}`)
  .action(
    runs(async (run, file: string, options: { title: string; found?: string }) =>
      (await import('./commands/screening-trace.ts')).traceCopy(run, file, options),
    ),
  )
program
  .command('rates')
  .description(words.rates.about)
  .command('import <file>')
  .description(words.rates.import)
  .addOption(json())
  .action(runs(async (run, file: string) => (await import('./commands/rates-import.ts')).ratesImport(run, file)))
program
  .command('serve')
  .description(words.serve.about)
  .addHelpText('after', serveHelp)
  .allowUnknownOption()
  .allowExcessArguments()
  .action(
    runs(async (run, _options: object) => {
      const { serve } = await import('@vitrine/server/serve')
      await serve([...run.flags, ...flagsAfter('serve')])
    }),
  )
program
  .command('worker')
  .description(words.worker.about)
  .allowUnknownOption()
  .allowExcessArguments()
  .action(
    runs(async (run, _options: object) => {
      const { work } = await import('@vitrine/server/work')
      await work([...run.flags, ...flagsAfter('worker')])
    }),
  )
program
  .command('migrate')
  .description(words.migrate.about)
  .addOption(json())
  .option('--dry-run', words.migrate.dryRun, false)
  .action(
    runs(async (run, options: { dryRun: boolean }) => (await import('./commands/migrate.ts')).migrateDatabase(run, options)),
  )
const user = program.command('user').description(words.user.about)
user
  .command('add <email>')
  .description(words.user.add)
  .addOption(json())
  .option('--name <name>', words.user.name)
  .addOption(
    new Option('--role <role>', words.user.role)
      .choices(['owner', 'rights', 'sales', 'editor', 'buyer', 'producer'])
      .makeOptionMandatory(),
  )
  .action(
    runs(async (run, email: string, options: { name?: string; role: 'editor' }) =>
      (await import('./commands/user.ts')).addUser(run, email, options),
    ),
  )
user
  .command('list')
  .description(words.user.list)
  .addOption(json())
  .action(runs(async (run) => (await import('./commands/user.ts')).listUsers(run)))

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `vitrine titles | head`: the reader has seen enough.
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync(process.argv)
} catch (error) {
  process.exitCode = await tell(error)
}

/** One line on standard error, and the exit code: 2 for what was typed or cannot be read, 1 for what failed. */
async function tell(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const say = (text: string): void => void process.stderr.write(`vitrine: ${text.replaceAll(/\s*\n\s*/g, ' ')}\n`)
  if (error instanceof CommandError) {
    say(error.message)
    return error.code
  }
  const { wordsFor } = await import('./failures.ts')
  say(wordsFor(error, locale))
  return 1
}

/** The server's own flags, which this command does not know one by one. */
function flagsAfter(command: string): string[] {
  const rest = args.slice(args.indexOf(command) + 1)
  return rest.filter(
    (arg, i) =>
      !['--lang', '--data'].includes(arg) && !/^--(?:lang|data)=/.test(arg) && !['--lang', '--data'].includes(rest[i - 1] ?? ''),
  )
}

function versionText(): string {
  return (JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }).version
}
