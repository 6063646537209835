const MOST_READ = 20_000

/**
 * The ids in a header such as `References`, without their angle brackets. Blanks that a mail program folded into one are left out.
 *
 * @example
 * messageIds('<a@films.example> <b@films.example>') // ['a@films.example', 'b@films.example']
 */
export const messageIds = (header: string): string[] =>
  [...header.slice(0, MOST_READ).matchAll(/<([^<>]{1,400})>/g)]
    .map(([, id]) => id!.replaceAll(/\s+/g, ''))
    .filter((id) => id !== '')
    .slice(0, 100)
