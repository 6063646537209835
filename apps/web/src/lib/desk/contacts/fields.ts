/** A record's fields as controls show them: what each is called, how it is typed, and how its value stands in a sentence. */

export interface Field<Key extends string = string> {
  key: Key
  label: string
  help?: string
  type: 'line' | 'text' | 'lines' | 'choice' | 'ticks' | 'day'
  /** Of a choice or ticks: value and word. An empty value stands for none. */
  options?: readonly (readonly [value: string, word: string])[]
  /** An empty control means null, else ''. */
  nullable?: boolean
}

/** What stands in a control. */
export function toControl(field: Field, value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join('\n') : String(value as string)
}

/**
 * What a control means.
 *
 * @example
 * fromControl({ key: 'channels', label: '', type: 'lines' }, 'One\n\n Two ') // ['One', 'Two']
 */
export function fromControl(field: Field, text: string): unknown {
  if (field.type === 'lines' || field.type === 'ticks')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  const said = text.trim()
  return said === '' && field.nullable === true ? null : said
}

/** A value in a sentence. */
export function inWords(field: Field, value: unknown, empty: string): string {
  const word = (one: string) => field.options?.find(([code]) => code === one)?.[1] ?? one
  if (Array.isArray(value)) return value.length === 0 ? empty : value.map((one) => word(String(one))).join(', ')
  return value === null || value === undefined || value === '' ? empty : word(String(value as string))
}
