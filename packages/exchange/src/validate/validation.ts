/** What a validation says: which format, how far it was checked, and every finding. Shared contract §3, with more fields. */
import type { Counts, Finding, Severity } from '../formats/finding.ts'
import type { FormatId } from '../formats/format.ts'

/** What a file can be told to be: the formats that films come and go in, and some that are only known by name. */
export type KnownFormat = FormatId | 'common-metadata' | 'oai-pmh' | 'rights-table'

export interface Validation {
  /** Null when it is none that is known. */
  format: KnownFormat | null
  version: string | null
  /** Whether the published schema was there to check against; null where the format has none. */
  schema: 'checked' | 'not found' | null
  /** How many were found; `findings` holds the first of them when there are very many. */
  counts: Counts
  findings: Finding[]
  /** How far this validation went, where that is not plain: `note/…` rules, which are nobody's fault. */
  notes: Finding[]
}

/** How many findings are kept: who has more has one mistake many times. */
export const KEPT_FINDINGS = 10_000

/** Where findings are put while a file is looked through. */
export interface Findings {
  add(severity: Severity, rule: string, place: Place, values?: Readonly<Record<string, string>>): void
  readonly counts: Counts
  readonly kept: Finding[]
}

export interface Place {
  line: number | null
  path: string | null
}
export const NO_PLACE: Place = { line: null, path: null }

/** A value in a finding is to be recognised, not read. */
const SHOWN = 120

export function collectFindings(): Findings {
  const counts: Counts = { fatal: 0, error: 0, warning: 0, notice: 0 }
  const kept: Finding[] = []
  return {
    counts,
    kept,
    add(severity, rule, { line, path }, values = {}) {
      counts[severity] += 1
      if (kept.length >= KEPT_FINDINGS) return
      const short = Object.entries(values).map(([key, value]) => [
        key,
        value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value,
      ])
      kept.push({ severity, rule, line, path, values: Object.fromEntries(short) as Record<string, string> })
    },
  }
}

/** The notices last, the fatal first; of one severity as they stand in the file. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

/** `2.10` is newer than `2.9`. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)]
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const apart = (x[i] ?? 0) - (y[i] ?? 0)
    if (apart !== 0) return apart
  }
  return 0
}

export const within = (version: string, from: string | undefined, until: string | undefined): boolean =>
  (from === undefined || compareVersions(version, from) >= 0) && (until === undefined || compareVersions(version, until) <= 0)
