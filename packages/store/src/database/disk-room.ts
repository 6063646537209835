/**
 * Room on the disk below PGlite. PostgreSQL stops at once when its log finds no room for its next piece (16 MB), and PGlite, which has
 * no other process to be started from, then turns in a circle for ever: the whole server would stand still. So what writes is refused
 * while there is still room for what was begun.
 */
import { statfsSync } from 'node:fs'
import type { KyselyPlugin, RootOperationNode } from 'kysely'
import { StoreError } from './errors.ts'

/** Six pieces of the log: the one in hand, and what the largest of our transactions writes. */
export const HEADROOM = 96 * 1024 ** 2

/** Whether the disk of this folder has more than `headroom` bytes left for us. A disk that does not say has: what is wrong with it, the database tells. */
export function hasRoom(folder: string, headroom = HEADROOM): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > headroom
  } catch {
    return true
  }
}

/** @throws StoreError `disk-full` */
export function wantRoom(folder: string, headroom = HEADROOM): void {
  if (!hasRoom(folder, headroom))
    throw new StoreError('disk-full', `The disk that holds ${folder} has less than ${Math.round(headroom / 1024 ** 2)} MB left.`)
}

/** Refuses what writes, before it is begun, while the disk of the folder has no room; what reads goes on. */
export function roomBeforeWrites(folder: string, headroom = HEADROOM): KyselyPlugin {
  return {
    transformQuery({ node }) {
      if (writes(node)) wantRoom(folder, headroom)
      return node
    },
    transformResult: async ({ result }) => result,
  }
}

const WRITING: ReadonlySet<string> = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'MergeQueryNode'])
const WRITING_WORD =
  /^\s*(?:insert|update|delete|merge|truncate|create|alter|drop|with\b[^]*\b(?:insert\s+into|update|delete\s+from))\b/i

/** Whether a statement changes what is stored. */
export const writes = (node: RootOperationNode): boolean =>
  WRITING.has(node.kind) || (node.kind === 'RawNode' && WRITING_WORD.test(node.sqlFragments.join(' ')))
