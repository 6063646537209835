import type { Finding } from '@vitrine/exchange/formats/finding'
import type { FilmsIn } from '@vitrine/exchange/formats/format'
import { FORMATS } from '@vitrine/exchange/formats/formats'
import { sniff } from '@vitrine/exchange/validate/sniff'
import { apart, isSmall } from '../exchange/apart.ts'

export interface FileIn {
  bytes: Uint8Array
  fileName: string
  today: string
  /** What the columns of a list hold, where somebody said so. */
  columns?: string[]
}
/** What a file says, or why it says nothing: `unsupported`, or a finding. */
export type ReadIn = { films: FilmsIn } | { problem: Finding | 'unsupported' }

const LEFT_ASIDE: Finding = { severity: 'notice', rule: 'file/manifest', line: null, path: null, values: {} }

/** Reads a file by what it is. */
export async function readIncoming({ bytes, ...options }: FileIn): Promise<ReadIn> {
  const { format, version, problem } = await sniff(bytes)
  if (problem !== null) return { problem: problem.rule === 'file/unknown' ? 'unsupported' : problem }
  // Nothing of a manifest is about a film: whoever handed in a delivery learns that it was known, and left aside.
  if (format === 'mmc') return { films: { format, version, films: [], avails: [], findings: [LEFT_ASIDE] } }
  const read = format === null ? undefined : FORMATS[format as keyof typeof FORMATS]?.read
  if (read === undefined) return { problem: 'unsupported' }
  return { films: await read(bytes, options) }
}

/** Reads a file beside the thread that answers. One that brings its thread down, by its memory or its time, is a problem of that file. */
export async function readIncomingApart(file: FileIn): Promise<ReadIn> {
  if (isSmall(file.bytes)) return readIncoming(file)
  const answer = await apart<ReadIn>(new URL('./incoming-thread.ts', import.meta.url), file)
  if ('made' in answer) return answer.made
  return { problem: { severity: 'fatal', rule: `file/${answer.failed}`, line: null, path: null, values: {} } }
}
