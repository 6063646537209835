/** Holds a document against rules: each rule is looked at where its element stands, and nowhere else. */
import { textIn } from '../text-in.ts'
import { namedChildren } from '../named-children.ts'
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
    addCheck(checks, here, (above, findings) => {
      if (names.every((name, i) => above[above.length - 1 - names.length + i]?.name === name)) hold(rule, above, findings)
    })
  }
}

function hold(rule: StructureRule, above: Above, findings: Findings): void {
  if (rule.when !== undefined && find(above, rule.when).length === 0) return
  const looks = 'path' in rule.count ? [rule.count] : rule.count
  const found = looks.flatMap((look) => find(above, look))
  const tooFew = found.length < (rule.min ?? 0)
  if (!tooFew && found.length <= (rule.max ?? Infinity)) return
  // What is too much has a place of its own; what is missing has that of its parent.
  const place = placeOf(above)
  const line = tooFew ? place.line : (found[rule.max ?? 0]?.line ?? place.line)
  findings.add(
    rule.severity,
    `structure/${rule.rule}`,
    { ...place, line },
    {
      at: above.at(-1)!.name,
      when: rule.when === undefined ? '' : inWords(rule.when),
      what: looks.map(inWords).join(' | '),
      wanted: wanted(rule),
      found: String(found.length),
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

function find(above: Above, { path, text, attributes }: Look): XmlElement[] {
  const { up, steps } = stepsOf(path)
  const start = above[above.length - 1 - up]
  if (start === undefined) return []
  let here: readonly XmlElement[] = [start]
  for (const { name, attribute } of steps) {
    if (attribute) here = here.filter((one) => Object.hasOwn(one.attributes, name))
    else here = here.length === 1 ? namedChildren(here[0]!, name) : here.flatMap((one) => namedChildren(one, name))
    if (here.length === 0) return []
  }
  if (text === undefined && attributes === undefined) return [...here]
  return here.filter(
    (one) =>
      (text === undefined || has(textIn(one), text)) &&
      Object.entries(attributes ?? {}).every(([name, values]) => {
        const value = one.attributes[name]
        return value === undefined ? values === null : values !== null && has(value, values)
      }),
  )
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
