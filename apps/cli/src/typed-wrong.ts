/** What was typed wrong, in one line of the reader's language: which command it was, what is wrong, what to type instead. */
import { Command, type ErrorOptions } from 'commander'
import type { CliWords } from '@vitrine/messages/cli'

type Words = CliWords['typedWrong']
const NEAR = String.raw`(?:\n\(Did you mean (?:one of )?(.+)\?\))?`

/** What the library says of each mistake: the parts of it that are said again in our words. */
const SAID: readonly { code: string; as: RegExp; words: (words: Words, parts: string[]) => string }[] = [
  {
    code: 'missingArgument',
    as: /^error: missing required argument '(.*)'$/s,
    words: (words, [name = '']) => words.noArgument(name),
  },
  {
    code: 'optionMissingArgument',
    as: /^error: option '(.*)' argument missing$/s,
    words: (words, [flags = '']) => words.noValue(flags),
  },
  {
    code: 'missingMandatoryOptionValue',
    as: /^error: required option '(.*)' not specified$/s,
    words: (words, [flags = '']) => words.noOption(flags),
  },
  {
    code: 'conflictingOption',
    as: /^error: option '(.*)' cannot be used with option '(.*)'$/s,
    words: (words, [one = '', other = '']) => words.notTogether(one, other),
  },
  {
    code: 'unknownOption',
    as: new RegExp(`^error: unknown option '(.*?)'${NEAR}$`, 's'),
    words: (words, [flag = '', near]) => words.unknown(flag, near ?? null),
  },
  {
    code: 'unknownCommand',
    as: new RegExp(`^error: unknown command '(.*?)'${NEAR}$`, 's'),
    words: (words, [name = '', near]) => words.unknown(name, near ?? null),
  },
  {
    code: 'excessArguments',
    as: /^error: too many arguments.*?but got \d+: (.*)\.$/s,
    words: (words, [given = '']) => words.tooMany(given),
  },
  {
    code: 'invalidArgument',
    as: /^error: (?:option|command-argument value)\s?'(.*?)' (?:argument '(.*)' )?is invalid(?: for argument '(.*?)')?\. Allowed choices are (.*)\.$/s,
    words: (words, [flags = '', value, name, choices = '']) =>
      words.noChoice(name ?? flags.split(' ', 1)[0]!, value ?? flags, choices),
  },
]

/** A command that says so by itself. */
export class TypedCommand extends Command {
  readonly #words: Words
  constructor(words: Words, name?: string) {
    super(name)
    this.#words = words
  }

  override createCommand(name?: string): TypedCommand {
    return new TypedCommand(this.#words, name)
  }

  override error(message: string, options?: ErrorOptions): never {
    const path = pathOf(this)
    const said = SAID.find(({ code }) => options?.code === `commander.${code}`)
    const parts = said?.as.exec(message)?.slice(1)
    const mistake = said === undefined || parts === undefined ? message : said.words(this.#words, parts)
    return super.error(`${path}: ${mistake} ${this.#words.seeHelp(`${path} --help`)}`.replaceAll(/\s*\n\s*/g, ' '), options)
  }
}

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`
