import { HouseError } from '../errors.ts'

const starts = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, at) => bytes[at] === byte)

export const isPdf = (bytes: Uint8Array): boolean => starts(bytes, 0x25, 0x50, 0x44, 0x46) // %PDF

/** What a contract may be kept as, told by its first bytes. Anything else is refused: nothing that a browser would run is kept here. */
export function documentTypeOf(bytes: Uint8Array): string {
  if (isPdf(bytes)) return 'application/pdf'
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'application/zip' // DOCX, ODT, XLSX
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'application/x-ole-storage' // DOC
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  throw new HouseError('unsupported-file', { takes: 'PDF, DOCX, DOC, ODT, XLSX, JPEG, PNG' })
}
