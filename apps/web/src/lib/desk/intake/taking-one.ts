import type { LicenceIn } from '@vitrine/house'

/** One licence of a file, as it was shown: whoever saw no warning accepts none that has come up since. */
export const takingOne = ({ rows, standing }: Pick<LicenceIn, 'rows' | 'standing'>) => ({
  rows: rows.slice(0, 1),
  acceptWarnings: standing !== 'new',
})
