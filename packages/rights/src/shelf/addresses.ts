/** A title's address is its block's number and its first line's place in there. */
export const PLACE_BITS = 16
export const BLOCK_LINES = 1 << PLACE_BITS
export const blockOf = (address: number): number => address >>> PLACE_BITS
export const placeOf = (address: number): number => address & (BLOCK_LINES - 1)
