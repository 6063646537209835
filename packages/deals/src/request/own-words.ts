/** The words of a letter without those that it quotes and without what stands below it. */

const SIGNATURE = /^-- ?$/
const QUOTE_BEGINS =
  /^(?:-{2,} ?(?:original message|message d['’]origine|ursprüngliche nachricht)|_{10,}$|(?:on|le) .{4,200}(?:wrote|a écrit)\s?:$)/i
const BEFORE_QUOTE = /^(?:on|le) .{4,120}$/i
const ENDS_SO = /(?:wrote|a écrit)\s?:$/i

/**
 * A letter that is nothing but a quotation is given whole.
 *
 * @example
 * ownWords('Yes, please.\n\nOn 3 Nov 2026, Films wrote:\n> Shall we send it?') // 'Yes, please.'
 */
export function ownWords(text: string): string {
  const kept: string[] = []
  const lines = text.split('\n')
  for (const [n, line] of lines.entries()) {
    const trimmed = line.trim()
    if (SIGNATURE.test(line) || QUOTE_BEGINS.test(trimmed)) break
    if (BEFORE_QUOTE.test(trimmed) && ENDS_SO.test((lines[n + 1] ?? '').trim())) break // the line is folded in two
    if (!trimmed.startsWith('>')) kept.push(line)
  }
  const own = kept.join('\n').trim()
  return own === '' ? text : own
}
