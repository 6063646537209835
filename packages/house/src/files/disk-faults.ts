/** What a disk throws, as failures of the closed list. */
import { HouseError } from '../errors.ts'

export const codeOf = (thrown: unknown): string => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '')
export const isFull = (thrown: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(thrown))

/** Does something with files; what the disk throws becomes a failure of the closed list. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    if (isFull(thrown)) throw new HouseError('disk-full', {}, thrown)
    if (['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR', 'ENOENT', 'EMFILE', 'ENFILE', 'ESTALE'].includes(codeOf(thrown)))
      throw new HouseError('files-down', {}, thrown)
    throw thrown
  }
}
