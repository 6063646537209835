/** The shortest true wording of a set of media. */
import { ALL_MEDIA, type MediaSet, mediaOf } from './media-set.ts'
import { type Locale, type NameForm, writeList } from '../wording.ts'
import { MEDIA_TREE } from './tree.ts'

const ALL = { en: 'All media', fr: 'Tous médias' }
const NONE = { en: 'none', fr: 'aucun' }

/** The name of a leaf or branch, or of `all`. @throws RangeError for a code that is none. */
export function mediaName(code: string, locale: Locale): string {
  if (code === 'all') return ALL[locale]
  const named =
    MEDIA_TREE.find((branch) => branch.code === code) ??
    MEDIA_TREE.flatMap(({ leaves }) => leaves).find((leaf) => leaf.code === code)
  if (!named) throw new RangeError(`There is no medium ${code}.`)
  return named[locale]
}

/**
 * Words a set with as few terms as it can, then as few letters: branches where they fit exactly, else with what is excluded.
 * What it prints, `parseMedia` reads as the same set, except the empty set, which no expression names.
 *
 * @example
 * printMedia(parseMedia('TV + SVOD - PPV'), 'en', { names: 'full' }) // 'Television, SVOD excl. Pay-per-view'
 * printMedia(ALL_MEDIA, 'en')                                        // 'all'
 */
export function printMedia(set: MediaSet, locale: Locale, { names = 'codes' }: { names?: NameForm } = {}): string {
  if (set === 0) return NONE[locale]
  const word = (code: string): string => (names === 'codes' ? code : mediaName(code, locale))
  const write = ({ included, excluded }: Wording): string => writeList(included.map(word), excluded.map(word), locale)
  const wordings = [
    wordingOf(set, false),
    wordingOf(set, true),
    { included: ['all'], excluded: wordingOf(ALL_MEDIA & ~set, false).included },
  ]
  const [best] = wordings.map((wording) => ({ terms: termsIn(wording), text: write(wording) })).sort((a, b) => a.terms - b.terms || a.text.length - b.text.length) // prettier-ignore
  const leaves = wordingOf(set, false, true)
  return best!.text.length <= write(leaves).length ? best!.text : write(leaves)
}

interface Wording {
  included: readonly string[]
  excluded: readonly string[]
}

/** "excl." counts as a term. */
const termsIn = ({ included, excluded }: Wording): number => included.length + (excluded.length === 0 ? 0 : excluded.length + 1)

/** Branch by branch: its name when whole, its leaves when not, or its name and what is excluded where that is shorter. */
function wordingOf(set: MediaSet, exclude: boolean, leavesOnly = false): Wording {
  const included: string[] = []
  const excluded: string[] = []
  for (const { code, leaves } of MEDIA_TREE) {
    const inside = leaves.filter((leaf) => (set & mediaOf([leaf.code])) !== 0).map((leaf) => leaf.code)
    const missing = leaves.filter((leaf) => !inside.includes(leaf.code)).map((leaf) => leaf.code)
    if (!leavesOnly && inside.length > 0 && (missing.length === 0 || (exclude && 1 + missing.length < inside.length))) {
      included.push(code)
      excluded.push(...missing)
    } else included.push(...inside)
  }
  return { included, excluded }
}
