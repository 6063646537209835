/** Somebody of the house as a vCard 3.0, which every telephone reads from a QR code. */
export interface CardOf {
  name: string
  role: string | null
  email: string | null
  house: string
  site: string
}

/**
 * @example
 * vCard({ name: 'Ana Nowak', role: 'Sales', email: 'ana@house.example', house: 'The House', site: 'https://house.example' })
 */
export function vCard({ name, role, email, house, site }: CardOf): string {
  const words = name.trim().split(/\s+/)
  const family = words.length > 1 ? words.at(-1)! : ''
  const given = words.slice(0, words.length > 1 ? -1 : 1).join(' ')
  const line = (key: string, value: string | null) => (value === null || value === '' ? [] : [`${key}:${value}`])
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escaped(family)};${escaped(given)};;;`,
    ...line('FN', escaped(name)),
    ...line('ORG', escaped(house)),
    ...line('TITLE', role === null ? null : escaped(role)),
    ...line('EMAIL', email === null ? null : escaped(email)),
    ...line('URL', escaped(site)),
    'END:VCARD',
  ].join('\r\n')
}

/** RFC 2426: what parts values is written with a backslash, and no value starts a line of its own. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/[\r\n]+/g, '\\n')
    .trim()
