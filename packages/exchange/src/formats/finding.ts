/**
 * What is said of a file that came from elsewhere: where, by which rule, how grave.
 *
 * A finding has no words of its own: `rule` names an entry of `@vitrine/messages/findings`, and `values` fill it, so that
 * every surface says it in the reader's language. Severities are those of MovieLabs' tools (shared contract §3).
 */
export const SEVERITIES = ['fatal', 'error', 'warning', 'notice'] as const
export type Severity = (typeof SEVERITIES)[number]

export interface Finding {
  severity: Severity
  /** `structure/LocalizedInfo/OriginalTitle`, `schema/xsd`, `identifier/eidr-check`: stable, for programs. */
  rule: string
  /** 1-based line of the source; null where it has none (spreadsheets say the cell in `path`). */
  line: number | null
  /** An XPath, `Sheet1!B12`, or a JSON pointer. */
  path: string | null
  /** What the sentence of this rule is filled with. */
  values: Readonly<Record<string, string>>
}

export type Counts = Record<Severity, number>
