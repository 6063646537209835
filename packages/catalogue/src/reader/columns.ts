/** Text taken from two columns: a narrow column of labels beside the prose, on the same lines. */
import type { Source } from './source.ts'

/** Leaves a source as it is: columns on one line are told apart while reading (label lines, prose that goes on). */
export function splitColumns(source: Source): Source {
  return source
}
