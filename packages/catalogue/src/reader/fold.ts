/**
 * Comparing words as a reader does: without case, accents and typographic variety.
 */

/** Letters that Unicode does not decompose, but that people type as plain ones. */
const PLAIN: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' }

/**
 * Lower case, without accents, one kind of apostrophe, one kind of dash, single spaces.
 *
 * @example
 * fold('Réalisatrice  ') // "realisatrice"
 */
export function fold(text: string): string {
  if (text.length > 64) return folded(text)
  const known = memory.get(text)
  if (known !== undefined) return known
  const result = folded(text)
  // sheets say the same words over and over; the memory is small and starts afresh when full
  if (memory.size >= 4000) memory.clear()
  memory.set(text, result)
  return result
}

const memory = new Map<string, string>()

function folded(text: string): string {
  let lower = text.toLowerCase()
  // oxlint-disable-next-line no-control-regex -- plain ASCII needs no decomposition; most labels are
  if (!/^[\x20-\x7e]*$/.test(lower)) {
    lower = lower
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[ßøłđæœı]/g, (letter) => PLAIN[letter] ?? letter)
      .replace(/[’‘ʼ`´]/g, "'")
      .replace(/[‐‑–—−]/g, '-')
      .replace(/[\s\u0001]+/g, ' ')
  } else if (lower.includes('  ')) {
    lower = lower.replace(/ +/g, ' ')
  }
  return lower.trim()
}
