/** How help is laid out: what a newcomer needs of each option, once, in their language. */
import type { Argument, Command, HelpConfiguration, Option } from 'commander'
import type { CliWords } from '@vitrine/messages/cli'

export function helpIn(words: CliWords): HelpConfiguration {
  const { headings } = words
  const titles: Readonly<Record<string, string>> = {
    'Usage:': headings.usage,
    'Options:': headings.options,
    'Global Options:': headings.globalOptions,
    'Commands:': headings.commands,
    'Arguments:': headings.arguments,
  }
  return {
    showGlobalOptions: true,
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: (usage) => usage.replaceAll('[command]', `[${headings.command}]`),
    // Those of a command in between are its own: `export schedule` takes none of what `export` takes.
    visibleGlobalOptions: (command) => {
      const program = programOf(command)
      return program === command ? [] : program.options.filter(({ long }) => long !== '--version')
    },
    optionDescription: (option) => described(option, headings),
    argumentDescription: (argument) => described(argument, headings),
  }
}

const programOf = (command: Command): Command => (command.parent === null ? command : programOf(command.parent))

/** Choices and what holds without it, where its words do not say them already. */
function described(
  { description, argChoices, defaultValue }: Option | Argument,
  { choices, default: usual }: CliWords['headings'],
): string {
  const also: string[] = []
  if (argChoices !== undefined && !argChoices.every((choice) => description.includes(choice)))
    also.push(choices(argChoices.join(', ')))
  if (typeof defaultValue === 'string' && !/default:|par défaut/.test(description)) also.push(usual(defaultValue))
  if (also.length === 0) return description
  return description === '' ? also.join('; ') : `${description} (${also.join('; ')})`
}
