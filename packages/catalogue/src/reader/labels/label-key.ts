import { fold } from '../fold.ts'

/** The form under which labels are compared: folded, without points, apostrophes and hyphens. */
export function labelKey(printed: string): string {
  const folded = fold(printed)
  if (!/['.°º*"“”«»:!\u0001_/-]/.test(folded)) return folded
  return folded
    .replace(/['.°º*"“”«»:!\u0001]/g, '')
    .replace(/[-_]/g, ' ')
    .replace(/ *\/ */g, '/')
    .replace(/ {2,}/g, ' ')
    .trim()
}
