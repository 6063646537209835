/** A whole house that another Vitrine took out (docs/exchange.md, "The whole house"): of it, its films come in here. */
import { emptySheet, TitleSheet } from '@vitrine/catalogue'
import { DocumentError } from '../documents/errors.ts'
import { HOUSE_LIMITS } from '../documents/limits.ts'
import { openZip } from '../documents/zip.ts'
import type { Finding } from '../formats/finding.ts'
import type { FilmIn, FilmsIn, Format } from '../formats/format.ts'
import { settleSheet } from '../formats/settle.ts'
import { archiveProblem } from '../formats/archive-problem.ts'

const MOST_SHEET = 10_000_000

export const VITRINE: Format = {
  id: 'vitrine',
  extension: 'zip',
  mediaType: 'application/zip',
  versions: [],
  // It goes out as a whole house alone (`exportHouse`), so no film is written in it; each sheet comes back as it was.
  carries: Object.fromEntries(Object.keys(TitleSheet.shape).map((field) => [field, 'whole' as const])),
  read: (bytes) => {
    const read: FilmsIn = { format: 'vitrine', version: null, films: [], avails: [], findings: [] }
    try {
      const zip = openZip(bytes, HOUSE_LIMITS)
      for (const entry of zip.entries) {
        const slug = /^titles\/([^/]+)\.json$/.exec(entry.name)?.[1]
        if (slug === undefined) continue
        const film = entry.size > MOST_SHEET ? null : filmOf(slug, zip.read(entry))
        if (film === null) read.findings.push(fault('file/damaged', 'error', entry.name))
        else read.films.push(film)
      }
      if (read.films.length === 0 && read.findings.length === 0) read.findings.push(fault('file/unknown', 'fatal', null))
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      return { ...read, films: [], findings: [archiveProblem(error)] }
    }
    return read
  },
}

/** One stored title; its pictures stay where they are: nothing here has them under these ids. */
function filmOf(slug: string, bytes: Uint8Array): FilmIn | null {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
  const { id, sheet } = (value ?? {}) as { id?: unknown; sheet?: unknown }
  if (sheet === null || typeof sheet !== 'object' || !('title' in sheet)) return null
  const { title } = sheet
  if (typeof title !== 'string') return null
  const settled = settleSheet({ ...emptySheet(title), ...sheet, title, pictures: [] })
  const doubts = settled.dropped.map((field): Finding => ({ severity: 'warning', rule: 'vitrine/not-valid', line: null, path: field, values: { field } })) // prettier-ignore
  return {
    sheet: settled.sheet,
    key: typeof id === 'string' ? id.slice(0, 200) : slug.slice(0, 200),
    line: null,
    doubts,
    pictureUrls: [],
  }
}

function fault(rule: string, severity: Finding['severity'], path: string | null): Finding {
  return { severity, rule, line: null, path, values: {} }
}
