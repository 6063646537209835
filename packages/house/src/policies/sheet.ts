import { allow } from './policy.ts'

/** Sheets that come in. Sales may drop what a producer mailed them; running a whole import is the editor's. */
export const sheetPolicy = [
  ...allow(
    ['owner', 'sales', 'editor', 'system'],
    ['dropSheet', 'openDroppedSheet', 'listDroppedSheets', 'acceptDroppedSheet', 'discardDroppedSheet', 'restoreDroppedSheet'],
    'Sheet',
  ),
  ...allow(['owner', 'rights', 'sales', 'editor', 'system'], ['readSheetFile', 'checkSheetFile', 'checkIdentifier'], 'Sheet'), // nothing is kept
  ...allow('rights', ['openDroppedSheet', 'listDroppedSheets'], 'Sheet'), // the source behind a title is evidence
  ...allow(['owner', 'editor', 'system'], ['importSheets', 'listImports', 'undoImport'], 'Sheet'),
]
