/** Mutants of a file, the same for the same seed: what readers must survive. */

/** Mulberry32: numbers from 0 up to, not including, `below`. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** The bytes with some of them changed, left out, or standing twice. */
export function mutant(bytes: Uint8Array, seed: number, scraps: readonly string[]): Uint8Array {
  const random = seeded(seed)
  let made = Buffer.from(bytes)
  for (let change = random(5); change >= 0; change -= 1) {
    const at = random(made.length + 1)
    const length = random(60)
    const kind = random(4)
    if (kind === 0 && at < made.length) made[at] = random(256)
    else if (kind === 1) made = Buffer.concat([made.subarray(0, at), made.subarray(at + length)])
    else if (kind === 2)
      made = Buffer.concat([made.subarray(0, at), Buffer.from(scraps[random(scraps.length)]!), made.subarray(at)])
    else
      made = Buffer.concat([
        made.subarray(0, at),
        made.subarray(random(made.length + 1)).subarray(0, length * 4),
        made.subarray(at),
      ])
  }
  return made
}

/** The same document with some of its values exchanged for others: well-formed, and senseless. */
export function senseless(value: unknown, seed: number): unknown {
  const random = seeded(seed)
  const strange: unknown[] = [
    null,
    [],
    {},
    '',
    'x',
    -1,
    1e300,
    true,
    [[[]]],
    { '@id': 'x' },
    { '@value': {} },
    '9'.repeat(99),
    [null, 7],
    { name: [{}] },
  ]
  const change = (one: unknown): unknown => {
    if (random(12) === 0) return strange[random(strange.length)]
    if (Array.isArray(one)) return one.map(change)
    if (typeof one === 'object' && one !== null)
      return Object.fromEntries(Object.entries(one).map(([key, inside]) => [key, change(inside)]))
    return one
  }
  return change(value)
}

export const JSON_SCRAPS = ['{', '}', '[', ']', '"', ':', ',', 'null', '1e999', '"__proto__":{', '\\ud800', '\0', '[[[[[[']
export const XML_SCRAPS = [
  '<',
  '>',
  '&',
  '</',
  '<!--',
  ']]>',
  '<!DOCTYPE a>',
  '&#0;',
  '&lol;',
  '"',
  "'",
  '<a xmlns="x">',
  '\0',
  '\ud800',
]
