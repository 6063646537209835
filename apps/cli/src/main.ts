/** The `vitrine` command: what there is to type. Each command's own code is loaded only when it is asked for. */
import { readFileSync } from 'node:fs'
import { Command, CommanderError, Option } from 'commander'
import type { AvailsOptions } from './commands/avails.ts'
import type { ImportRightsOptions } from './commands/rights-import.ts'
import type { WouldBeOptions } from './commands/rights-would-be.ts'
import { CommandError, createPrinter, localeFrom, type Printer } from './print.ts'

const args = process.argv.slice(2)
const locale = localeFrom(args, process.env)
const words = createPrinter(locale, false).words

/** What the global options say, for a command that runs. */
export interface Run {
  printer: Printer
  /** Flags of the configuration that were typed: `['--data', './data']`. */
  flags: string[]
}

const program = new Command('vitrine')
program
  .description(words.about)
  .addOption(new Option('--lang <en|fr>', words.options.lang))
  .addOption(new Option('--data <folder>', words.options.data))
  .helpOption('-h, --help', words.options.help)
  .helpCommand('help [command]', words.options.helpCommand)
  .version(versionText(), '-V, --version', words.options.version)
  .configureHelp({
    showGlobalOptions: true,
    styleTitle: (title) =>
      ({
        'Usage:': words.headings.usage,
        'Options:': words.headings.options,
        'Global Options:': words.headings.globalOptions,
        'Commands:': words.headings.commands,
        'Arguments:': words.headings.arguments,
      })[title] ?? title,
  })
  .showHelpAfterError(false)
  .exitOverride()

// Help is put together at once; the settings are read only where they are told.
const serveHelp = args.includes('serve') ? (await import('./commands/serve-help.ts')).settingsHelp(words) : ''

/** An option that may be given several times. */
const many = (one: string, others: string[]): string[] => [...others, one]
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

const sheet = program.command('sheet').description(words.sheet.about)
sheet
  .command('read <file>')
  .description(words.sheet.read)
  .addOption(json())
  .option('--language <tag>', words.sheet.languageHint)
  .action(
    runs(async (run, file: string, options: { language?: string }) =>
      (await import('./commands/sheet-read.ts')).sheetRead(run, file, options),
    ),
  )
sheet
  .command('check <file>')
  .description(words.sheet.check)
  .addOption(json())
  .option('--language <tag>', words.sheet.languageHint)
  .action(
    runs(async (run, file: string, options: { language?: string }) =>
      (await import('./commands/sheet-check.ts')).sheetCheck(run, file, options),
    ),
  )
sheet
  .command('split <file>')
  .description(words.sheet.split)
  .addOption(json())
  .action(runs(async (run, file: string) => (await import('./commands/sheet-split.ts')).sheetSplit(run, file)))
sheet
  .command('write <file>')
  .description(words.sheet.write)
  .addOption(new Option('--format <format>', words.sheet.format).choices(['text', 'markdown', 'html']).default('text'))
  .option('--language <tag>', words.sheet.language)
  .action(
    runs(async (run, file: string, options: { format: 'text' | 'markdown' | 'html'; language?: string }) =>
      (await import('./commands/sheet-write.ts')).sheetWrite(run, file, options),
    ),
  )

program
  .command('import <path...>')
  .description(words.import.about)
  .addOption(json())
  .option('--publish', words.import.publish, false)
  .action(
    runs(async (run, paths: string[], options: { publish: boolean }) =>
      (await import('./commands/import.ts')).importPaths(run, paths, options),
    ),
  )
program
  .command('export')
  .description(words.export.about)
  .addOption(
    new Option('--format <format>', words.export.format).choices(['json', 'text', 'markdown', 'html', 'csv']).default('json'),
  )
  .option('--language <tag>', words.sheet.language)
  .option('--out <folder>', words.export.out)
  .action(
    runs(async (run, options: { format: 'json' | 'text' | 'markdown' | 'html' | 'csv'; language?: string; out?: string }) =>
      (await import('./commands/export.ts')).exportCatalogue(run, options),
    ),
  )
program
  .command('titles [words...]')
  .description(words.titles.about)
  .addOption(json())
  .addOption(new Option('--status <status>', words.titles.status).choices(['draft', 'published', 'withdrawn']))
  .option('--limit <number>', words.titles.limit, '50')
  .action(
    runs(async (run, search: string[], options: { status?: string; limit: string }) =>
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
  .option('--out <file>', words.rights.export.out)
  .action(
    runs(async (run, options: { format: 'json' | 'csv' | 'xlsx'; title?: string; out?: string }) =>
      (await import('./commands/rights-export.ts')).rightsExport(run, options),
    ),
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
