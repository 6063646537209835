/** A record of a MEC file, and how its findings are made. */
import type { Finding } from '../formats/finding.ts'
import { secondsOf } from '../movielabs/durations.ts'
import { textAt } from '../xml/look.ts'
import type { XmlElement } from '../xml/read-xml.ts'

export interface CoreRecord {
  core: XmlElement
  basic: XmlElement
  id: string
  /** The record that it is a cut or an episode of, with how. */
  parent: { id: string; how: string } | null
}

export interface Pieces {
  /** Episodes of the record itself, those of its seasons included. */
  episodes: CoreRecord[]
  cuts: { record: CoreRecord; episodes: CoreRecord[] }[]
}

/** Whole minutes of a record; null where it has none. */
export function minutesOf({ basic }: CoreRecord): number | null {
  const seconds = secondsOf(textAt(basic, 'RunLength') ?? '')
  return seconds === null || seconds === 0 ? null : Math.max(1, Math.round(seconds / 60))
}

export const say = (
  severity: Finding['severity'],
  rule: string,
  at: XmlElement,
  values: Readonly<Record<string, string>> = {},
  path: string | null = null,
): Finding => ({ severity, rule, line: at.line, path, values })
