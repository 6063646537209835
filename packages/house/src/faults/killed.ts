import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Database } from '@vitrine/store/database/database'
import { gathered, programFolder } from '../../../../scripts/setup/gather.mjs'

/** The house to be killed: the gathered one where nothing was changed since, which is there in half the time. Else its sources. */
export const CHILD = gathered()
  ? join(programFolder, 'house-in-a-child.mjs')
  : fileURLToPath(new URL('./house-in-a-child.ts', import.meta.url))

/** Starts the house in a child, kills it (-9) `after` ms from the first line that `enough` accepts, and returns what it had said. */
export function runUntilKilled(args: string[], enough: (line: string) => boolean, after: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const lines: string[] = []
    let rest = ''
    let complaint = ''
    let killing = false
    child.stdout.on('data', (chunk: Buffer) => {
      const pieces = (rest + chunk.toString()).split('\n')
      rest = pieces.pop() ?? ''
      for (const line of pieces) {
        lines.push(line)
        if (!killing && enough(line)) {
          killing = true
          setTimeout(() => child.kill('SIGKILL'), after)
        }
      }
    })
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    child.on('error', reject)
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL' || lines.at(-1) === 'done') resolve(lines)
      else reject(new Error(`the child ended by itself: ${complaint}`))
    })
  })
}

/** Counts of rows that must not be there: halves of titles, in whatever direction. */
export async function halves({ db }: Database, houseId: string): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, unknown>>`
    select
      (select count(*) from title t where t.house_id = ${houseId} and not exists (
        select from title_revision r where r.house_id = t.house_id and r.title_id = t.id and r.revision = t.revision and r.sheet = t.sheet)) as without_revision,
      (select count(*) from title t where t.house_id = ${houseId} and t.revision <> (
        select count(*) from title_revision r where r.house_id = t.house_id and r.title_id = t.id)) as missing_revisions,
      (select count(*) from title t where t.house_id = ${houseId} and not exists (
        select from title_slug s where s.house_id = t.house_id and s.slug = t.slug and s.title_id = t.id)) as without_slug,
      (select count(*) from title t where t.house_id = ${houseId} and not exists (
        select from title_name n where n.house_id = t.house_id and n.title_id = t.id)) as without_names,
      (select count(*) from title t where t.house_id = ${houseId} and not exists (
        select from search_title s join search_words w on w.house_id = s.house_id and w.ord = s.ord where s.house_id = t.house_id and s.title_id = t.id)) as not_found,
      (select count(*) from title t where t.house_id = ${houseId} and not exists (
        select from audit_line a where a.house_id = t.house_id and a.subject_id = t.id and (a.detail->>'revision')::integer = t.revision)) as without_line`.execute(
    db,
  )
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([what, count]) => [what, Number(count)]))
}

export const NO_HALVES = {
  without_revision: 0,
  missing_revisions: 0,
  without_slug: 0,
  without_names: 0,
  not_found: 0,
  without_line: 0,
}
