/** A rule about what must stand where, as data; `rule-check.ts` holds a document against it. */
import type { Severity } from '../../formats/finding.ts'

/** Values that a text may have: one of these, none of these, or a number on one side. */
export type Values = readonly string[] | { not: readonly string[] } | { above: number } | { below: number }

/** Elements that are looked for from an element: down by names, up by `..`, itself by an empty path. */
export interface Look {
  path: string
  text?: Values
  /** An attribute that is not there has no value, and none of `not` either: it does not match. `null`: it must not be there. */
  attributes?: Readonly<Record<string, Values | null>>
}

export interface StructureRule {
  /** Stable: stands behind `structure/`. */
  rule: string
  /** Which elements it is about: its name, with as many of those above it as it takes: `DigitalAsset/Audio`. */
  at: string
  /** Versions of the format for which it holds, both included. */
  from?: string
  until?: string
  /** It holds only where this is found. */
  when?: Look
  /** What is counted; several are counted together. */
  count: Look | readonly Look[]
  min?: number
  max?: number
  severity: Exclude<Severity, 'fatal'>
  /** The schema says so too: told only where no schema was at hand. */
  inSchema?: true
}

/** `at` must hold exactly one, at least one, at most one of these. */
type Short = Pick<StructureRule, 'from' | 'until' | 'when' | 'inSchema'>
const one = (bounds: { min?: number; max?: number }) =>
  function rules(at: string, names: string, severity: StructureRule['severity'], more: Short = {}): StructureRule[] {
    return names.split(' ').map((path) => ({ rule: `${at.split('/').at(-1)!}/${path.replaceAll('/', '.')}`, at, count: { path }, severity, ...bounds, ...more })) // prettier-ignore
  }
export const exactlyOne = one({ min: 1, max: 1 })
export const atLeastOne = one({ min: 1 })
