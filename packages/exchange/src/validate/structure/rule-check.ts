/** Holds a document against rules: each rule is looked at where its element stands, and nowhere else. */
import { textIn } from '../text-in.ts'
import { FEW, namedChildren } from '../named-children.ts'
import { placeOf, type Above } from '../place.ts'
import { within, type Findings } from '../validation.ts'
import type { XmlElement } from '../../xml/read-xml.ts'
import type { Look, StructureRule, Values } from './rule.ts'

/** What is done at one element; `above` ends with it. */
export type Check = (above: Above, findings: Findings) => void
/** Checks by the name of the element at which they are made. */
export type Checks = Map<string, Check[]>

export function addCheck(checks: Checks, name: string, check: Check): void {
  const there = checks.get(name)
  if (there === undefined) checks.set(name, [check])
  else there.push(check)
}

/** Adds the rules that hold for a version; those that the schema has too only where it is not at hand. */
export function addRules(checks: Checks, rules: readonly StructureRule[], version: string, schemaIsThere: boolean): void {
  for (const rule of rules) {
    if (!within(version, rule.from, rule.until) || (rule.inSchema === true && schemaIsThere)) continue
    const names = rule.at.split('/')
    const here = names.pop()!
    const under = (above: Above) => names.every((name, i) => above[above.length - 1 - names.length + i]?.name === name)
    addCheck(checks, here, (above, findings) => {
      if (names.length === 0 || under(above)) hold(rule, above, findings)
    })
  }
}

function hold(rule: StructureRule, above: Above, findings: Findings): void {
  if (rule.when !== undefined && count(above, rule.when) === 0) return
  const looks = 'path' in rule.count ? [rule.count] : rule.count
  let number = 0
  for (const look of looks) number += count(above, look)
  const tooFew = number < (rule.min ?? 0)
  if (!tooFew && number <= (rule.max ?? Infinity)) return
  // What is too much has a place of its own; what is missing has that of its parent.
  const place = placeOf(above)
  const line = tooFew ? place.line : (looks.flatMap((look) => find(above, look))[rule.max ?? 0]?.line ?? place.line)
  findings.add(
    rule.severity,
    `structure/${rule.rule}`,
    { ...place, line },
    {
      at: above.at(-1)!.name,
      when: rule.when === undefined ? '' : inWords(rule.when),
      what: looks.map(inWords).join(' | '),
      wanted: wanted(rule),
      found: String(number),
    },
  )
}

const wanted = ({ min = 0, max = Infinity }: StructureRule): string =>
  max === 0
    ? 'none'
    : min === max
      ? 'one'
      : min === 0
        ? 'at-most-one'
        : min === 2
          ? 'two'
          : min === 1 && max === Infinity
            ? 'some'
            : `${min}-${max}`

/** A rule is held against each of many thousand elements: its path is taken apart once. */
interface Walk {
  up: number
  steps: readonly { name: string; attribute: boolean }[]
}
const walks = new Map<string, Walk>()
function stepsOf(path: string): Walk {
  const known = walks.get(path)
  if (known !== undefined) return known
  const all = path === '' ? [] : path.split('/')
  const up = all.findIndex((step) => step !== '..')
  const down = all.slice(up === -1 ? all.length : up)
  const steps = down.map((step) => ({ name: step.replace(/^@/, ''), attribute: step.startsWith('@') }))
  const walk = { up: up === -1 ? all.length : up, steps }
  walks.set(path, walk)
  return walk
}

/** How many are found. Nearly every rule is kept everywhere: this is asked a hundred thousand times, and no list is made for it. */
function count(above: Above, look: Look): number {
  const { up, steps } = stepsOf(look.path)
  const start = above[above.length - 1 - up]
  return start === undefined ? 0 : each(start, steps, 0, look, null)
}

function find(above: Above, look: Look): XmlElement[] {
  const { up, steps } = stepsOf(look.path)
  const start = above[above.length - 1 - up]
  const found: XmlElement[] = []
  if (start !== undefined) each(start, steps, 0, look, found)
  return found
}

/** Counts what lies at the end of these steps, and collects it where it is wanted. */
function each(from: XmlElement, steps: Walk['steps'], at: number, look: Look, found: XmlElement[] | null): number {
  const step = steps[at]
  if (step === undefined) {
    if (!fits(from, look)) return 0
    found?.push(from)
    return 1
  }
  if (step.attribute) return Object.hasOwn(from.attributes, step.name) ? each(from, steps, at + 1, look, found) : 0
  let number = 0
  const many = from.children.length > FEW
  for (const one of many ? namedChildren(from, step.name) : from.children)
    if (many || one.name === step.name) number += each(one, steps, at + 1, look, found)
  return number
}

function fits(one: XmlElement, { text, attributes }: Look): boolean {
  if (text !== undefined && !has(textIn(one), text)) return false
  for (const name in attributes) {
    const [value, values] = [one.attributes[name], attributes[name]!]
    if (value === undefined ? values !== null : values === null || !has(value, values)) return false
  }
  return true
}

function has(value: string, values: Values): boolean {
  if ('not' in values) return !values.not.includes(value)
  if ('above' in values) return Number(value) > values.above
  if ('below' in values) return value !== '' && Number(value) < values.below
  return values.includes(value)
}

/** `Term[@termName=SuppressionLiftDate]`: names are the standard's own and the same in every language. */
function inWords({ path, text, attributes }: Look): string {
  const written = (values: Values): string => {
    if ('not' in values) return `≠${short(values.not)}`
    if ('above' in values) return `>${values.above}`
    if ('below' in values) return `<${values.below}`
    return `=${short(values)}`
  }
  const conditions = [
    ...(text === undefined ? [] : [written(text)]),
    ...Object.entries(attributes ?? {}).map(([name, values]) => (values === null ? `no @${name}` : `@${name}${written(values)}`)),
  ]
  const name = path.replaceAll('../', '')
  return conditions.length === 0 ? name : `${name}[${conditions.join(' ')}]`
}

const short = (values: readonly string[]): string => (values.length > 5 ? `${values.slice(0, 4).join('|')}|…` : values.join('|'))
