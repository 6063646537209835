/** What was read of one segment of a suspect copy. */
export interface Reading {
  /** Which segment of the reel. */
  index: number
  /** How much of the pattern was found: −1 where variant a is whole, +1 where variant b is, 0 where nothing or both are. */
  level: number
  /** Standard deviation of that level by chance, measured with patterns that are not in the picture. */
  deviation: number
}
