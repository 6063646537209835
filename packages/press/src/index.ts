export * from './input.ts'
export { printOneSheet } from './one-sheet.ts'
export { printShortlist } from './shortlist.ts'
export { PrintingError } from './typst/printing-press.ts'
