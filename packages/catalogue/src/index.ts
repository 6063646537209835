export * from './model/title-sheet.ts'
export * from './model/vocabulary.ts'
export * from './model/reading.ts'
