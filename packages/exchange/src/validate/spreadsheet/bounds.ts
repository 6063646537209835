/** What a sheet may hold, whichever program wrote it. */

/** Excel has 16,384 columns; who names one beyond is no Excel. */
export const COLUMNS = 16_384
export const ROWS = 1_048_576
/** UTF-16 units of one cell. */
export const CELL = 32_767
/** So many columns of a list are read: what stands beyond them is told, not kept. */
export const LIST_COLUMNS = 200
/** So many texts may the cells of a workbook share. Excel's own largest sheets have fewer; each takes memory, however short. */
export const MOST_STRINGS = 2_000_000
