/** Systems by which films are rated: their ratings, where they are in use, the reasons that they name. */
export interface RatingSystem {
  /** Countries (`FR`) and parts of countries (`CA-QC`). */
  regions: ReadonlySet<string>
  ratings: ReadonlySet<string>
  /** Ratings that are given no longer. */
  former: ReadonlySet<string>
  /** Null where a reason is any text. */
  reasons: ReadonlySet<string> | null
}

/** By name; some names (`Film`, `CSA`) are those of several systems. */
export interface RatingSystems {
  of(name: string): readonly RatingSystem[]
  /** Whether every system that there is is among them: then an unknown one is wrong. */
  complete: boolean
}

/** Said of any film in any system. */
export const ANYWHERE: ReadonlySet<string> = new Set(['ALL', 'UNRATED', 'ADULT', 'PROSCRIBED'])
