/**
 * Cards of people as telephones and mail programs write them: vCard 3.0 and 4.0 (RFC 2426, RFC 6350), and what of 2.1 is still
 * seen: quoted-printable, and types without a name. Only what a house keeps is read; pictures, sounds and keys are passed over.
 */

export interface Card {
  /** The line of BEGIN, from 1. */
  line: number
  name: string
  org: string | null
  title: string | null
  emails: string[]
  phones: string[]
  address: string | null
  web: string | null
  note: string | null
  languages: string[]
  /** A card of a company itself. */
  isOrg: boolean
}
export interface CardFault {
  line: number
  code: 'never-ends' | 'no-name' | 'too-many'
}

export const CARD_LIMITS = { cards: 5_000, line: 20_000 } as const

interface Property {
  name: string
  params: Map<string, string>
  value: string
}

/**
 * Reads every card of a text. What is between cards, and what is in none of a house's fields, is left out.
 *
 * @example
 * readCards('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Nowak\r\nEND:VCARD').cards[0]?.name // 'Ana Nowak'
 */
export function readCards(text: string): { cards: Card[]; faults: CardFault[] } {
  const cards: Card[] = []
  const faults: CardFault[] = []
  let open: { line: number; properties: Property[] } | null = null
  for (const { line, text: written } of unfolded(text)) {
    const property = readProperty(written)
    if (property === null) continue
    const { name, value } = property
    const marks = value.trim().toUpperCase() === 'VCARD'
    if (name === 'BEGIN' && marks) {
      if (open !== null) faults.push({ line: open.line, code: 'never-ends' })
      open = { line, properties: [] }
    } else if (name === 'END' && marks && open !== null) {
      if (cards.length === CARD_LIMITS.cards) {
        faults.push({ line: open.line, code: 'too-many' })
        return { cards, faults }
      }
      const card = cardOf(open.line, open.properties)
      if (card.name === '' && card.org === null) faults.push({ line: open.line, code: 'no-name' })
      else cards.push(card)
      open = null
    } else open?.properties.push(property)
  }
  if (open !== null) faults.push({ line: open.line, code: 'never-ends' })
  return { cards, faults }
}

/** Lines as they were before they were folded: a line that begins with a blank goes on, and so does quoted-printable that ends with "=". */
function* unfolded(text: string): Generator<{ line: number; text: string }> {
  let begun: { line: number; text: string; printable: boolean } | null = null
  let at = 0
  for (const raw of text.split(/\r\n|\r|\n/)) {
    at += 1
    const soft = begun !== null && begun.printable && begun.text.endsWith('=')
    if (begun !== null && (soft || /^[ \t]/.test(raw))) {
      // a line beyond the limit is cut once, so that no text takes long
      if (begun.text.length < CARD_LIMITS.line)
        begun.text = (soft ? begun.text.slice(0, -1) + raw : begun.text + raw.slice(1)).slice(0, CARD_LIMITS.line)
    } else {
      if (begun !== null) yield begun
      const printable = /^[^:]{0,200};(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(raw)
      begun = { line: at, text: raw.slice(0, CARD_LIMITS.line), printable }
    }
  }
  if (begun !== null) yield begun
}

function readProperty(line: string): Property | null {
  const colon = colonOf(line)
  if (colon < 1) return null
  const [head = '', ...written] = splitQuoted(line.slice(0, colon), ';')
  const name = head
    .slice(head.lastIndexOf('.') + 1)
    .trim()
    .toUpperCase() // "item1.EMAIL" is grouped
  const params = new Map<string, string>()
  for (const param of written) {
    const equals = param.indexOf('=')
    // 2.1 names a type or an encoding without saying which it is
    const key = equals < 0 ? 'TYPE' : param.slice(0, equals).trim().toUpperCase()
    const value = equals < 0 ? param : param.slice(equals + 1)
    params.set(key, [params.get(key), value.replaceAll('"', '')].filter(Boolean).join(',').toLowerCase())
  }
  let value = line.slice(colon + 1)
  if (`${params.get('ENCODING') ?? ''},${params.get('TYPE') ?? ''}`.includes('quoted-printable'))
    value = fromQuotedPrintable(value, params.get('CHARSET') ?? 'utf-8')
  return { name, params, value }
}

/** The colon that ends the name and its parameters: not one in quotation marks. */
function colonOf(line: string): number {
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted
    else if (line[at] === ':' && !quoted) return at
  }
  return -1
}
function splitQuoted(text: string, by: string): string[] {
  const parts: string[] = []
  let quoted = false
  let part = ''
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    if (letter === by && !quoted) {
      parts.push(part)
      part = ''
    } else part += letter
  }
  return [...parts, part]
}

function fromQuotedPrintable(text: string, charset: string): string {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (let at = 0; at < text.length; at++) {
    const hex = text[at] === '=' ? /^[0-9A-Fa-f]{2}/.exec(text.slice(at + 1, at + 3))?.[0] : undefined
    if (hex === undefined) bytes.push(...encoder.encode(text[at]))
    else {
      bytes.push(Number.parseInt(hex, 16))
      at += 2
    }
  }
  try {
    return new TextDecoder(charset).decode(new Uint8Array(bytes))
  } catch {
    return new TextDecoder().decode(new Uint8Array(bytes)) // a charset that nobody knows
  }
}

/** The parts of a value between signs that are not escaped, each as it was meant. */
function partsOf(value: string, by: ';' | ','): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < value.length; at++) {
    const letter = value[at]!
    if (letter === '\\' && at + 1 < value.length) {
      at += 1
      part += /n/i.test(value[at]!) ? '\n' : value[at]!
    } else if (letter === by) {
      parts.push(part.trim())
      part = ''
    } else part += letter
  }
  return [...parts, part.trim()]
}
const whole = (value: string): string => partsOf(value, ';').join(';').trim()

function cardOf(line: number, properties: readonly Property[]): Card {
  const all = (name: string) => properties.filter((one) => one.name === name && one.value.trim() !== '')
  const first = (name: string): string | null => {
    const found = all(name)[0]
    return found === undefined ? null : whole(found.value) || null
  }
  /** The preferred one first: "PREF=1" (4.0), "TYPE=pref" (3.0). */
  const preferred = (name: string) =>
    all(name)
      .map((one, at) => ({
        one,
        rank: one.params.has('PREF')
          ? Number(one.params.get('PREF')) || 50
          : /\bpref\b/.test(one.params.get('TYPE') ?? '')
            ? 1
            : 100 + at,
      })) // prettier-ignore
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ one }) => whole(one.value).replace(/^(?:tel|mailto):/i, ''))
  const [family = '', given = '', more = ''] = partsOf(all('N')[0]?.value ?? '', ';')
  const [org = ''] = partsOf(all('ORG')[0]?.value ?? '', ';')
  const address = all('ADR')[0]
  const [, extended = '', street = '', town = '', region = '', code = '', country = ''] = address === undefined ? [] : partsOf(address.value, ';') // prettier-ignore
  const lines = [extended, street, [code, town].filter(Boolean).join(' '), region, country].filter((part) => part !== '')
  const name = first('FN') ?? [given, more, family].filter(Boolean).join(' ')
  const isOrg = first('KIND')?.toLowerCase() === 'org' || (name !== '' && name === org && all('N').length === 0)
  return {
    line,
    name: isOrg ? '' : name,
    org: org || (isOrg ? name : '') || null,
    title: first('TITLE') ?? first('ROLE'),
    emails: preferred('EMAIL'),
    phones: preferred('TEL'),
    address: lines.length === 0 ? null : lines.join('\n'),
    web: first('URL'),
    note: first('NOTE'),
    languages: preferred('LANG'),
    isOrg,
  }
}

export interface CardToWrite {
  id: string
  name: string
  company: string | null
  role: string | null
  email: string | null
  phone: string | null
  languages: readonly string[]
}

/** People as vCard 4.0: UTF-8, lines of at most 75 bytes. */
export function writeCards(people: readonly CardToWrite[]): string {
  return people
    .map(({ id, name, company, role, email, phone, languages }) => {
      const words = name.trim().split(/\s+/)
      const family = words.length > 1 ? words.pop()! : ''
      const lines = [
        'BEGIN:VCARD',
        'VERSION:4.0',
        `UID:${escaped(id)}`,
        `FN:${escaped(name)}`,
        `N:${escaped(family)};${escaped(words.join(' '))};;;`,
        company === null ? null : `ORG:${escaped(company)}`,
        role === null ? null : `TITLE:${escaped(role)}`,
        email === null ? null : `EMAIL:${escaped(email)}`,
        phone === null ? null : `TEL;VALUE=text:${escaped(phone)}`,
        ...languages.map((language) => `LANG:${escaped(language)}`),
        'END:VCARD',
      ]
      return lines.flatMap((line) => (line === null ? [] : [`${folded(line)}\r\n`])).join('')
    })
    .join('')
}

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`)

function folded(line: string): string {
  const lines: string[] = []
  let now = ''
  let bytes = 0
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).byteLength
    if (bytes + size > 75) {
      lines.push(now)
      now = ' '
      bytes = 1
    }
    now += letter
    bytes += size
  }
  return [...lines, now].join('\r\n')
}
