/** Documents in, standard formats out. The heavy readers (PDF) load when they are first needed. */
export { documentText } from './documents/document-text.ts'
export { openArchive, isPathTrick } from './documents/archive.ts'
export { DocumentError, type DocumentErrorCode, type DocumentNote, type DocumentNoteCode } from './documents/errors.ts'
export { DEFAULT_LIMITS, type Limits } from './documents/limits.ts'
export { acceptPicture } from './documents/picture.ts'
export { ACCEPTED_PICTURES, pictureKind, type AcceptedPicture, type PictureKind } from './documents/sniff.ts'
export type { DocumentText } from './documents/read.ts'
