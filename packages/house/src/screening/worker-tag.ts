import { sha256 } from '../canonical.ts'

/** A worker's name, which begins with its machine's, as a part of the name of a folder. */
export const tagOf = (worker: string): string => sha256(worker).slice(0, 16)
