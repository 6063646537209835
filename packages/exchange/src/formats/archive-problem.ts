import type { DocumentError } from '../documents/errors.ts'
import type { Finding } from './finding.ts'

const OF_FILES = ['damaged', 'zip-bomb', 'too-many-entries', 'encrypted', 'too-large']

/** What the readers of archives and texts refuse, as a finding. */
export function archiveProblem({ code, params }: DocumentError): Finding {
  const values = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]))
  return { severity: 'fatal', rule: OF_FILES.includes(code) ? `file/${code}` : 'file/unknown', line: null, path: null, values }
}
