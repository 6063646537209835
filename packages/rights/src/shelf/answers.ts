import type { Answer } from '../book/line.ts'

/** An answer is its place here, so that the better is the greater. */
export const ANSWERS: readonly Answer[] = ['none', 'partial', 'full']
export const NONE = 0
export const PARTIAL = 1
export const FULL = 2

/** Not proven at a glance. */
export const OPEN = 3
