/** Findings as they come up while a file is read: what is said a thousand times of the same thing is said once, of the first. */
import type { Finding } from './finding.ts'

/** How many are kept of one file. */
const KEPT = 1000

export interface Collected {
  readonly all: Finding[]
  add(finding: Finding): void
}

export function collectFindings(): Collected {
  const said = new Set<string>()
  const all: Finding[] = []
  return {
    all,
    add(finding) {
      const key = finding.severity === 'notice' ? `${finding.rule} ${JSON.stringify(finding.values)}` : null
      if (all.length >= KEPT || (key !== null && said.has(key))) return
      if (key !== null) said.add(key)
      all.push(finding)
    },
  }
}
