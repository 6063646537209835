/** An entry of the book as a form can hold and send it again, meaning the same. */
import type { BoxInWords, EntryInput, EntryView } from '@vitrine/house'
import type { TermBox } from '@vitrine/rights/book/entry'
import { parseLanguages } from '@vitrine/rights/languages/parse'
import { mediaLeaves } from '@vitrine/rights/media/media-set'
import { parseMedia } from '@vitrine/rights/media/parse'
import { printPrice } from '@vitrine/rights/price/price-terms'
import { parseTerritories } from '@vitrine/rights/territories/parse'

/** The first wording that still means these leaves; else the leaves themselves: groups may have changed since it was signed. */
function wordingOf(leaves: readonly string[], wordings: readonly string[], read: (text: string) => readonly string[]): string {
  const same = (text: string) => {
    try {
      return [...read(text)].sort().join() === [...leaves].sort().join()
    } catch {
      return false
    }
  }
  return wordings.find(same) ?? leaves.join(', ')
}

const boxInput = (box: TermBox, words: BoxInWords): EntryInput => ({
  territory: wordingOf(box.territories, [box.territory, words.territories.text], (text) => parseTerritories(text).set.leaves()),
  media: wordingOf(box.media, [words.media.text], (text) => mediaLeaves(parseMedia(text))),
  languages: wordingOf(box.languages, [words.languages.text], (text) => parseLanguages(text).leaves()),
  cuts: box.cuts,
  from: box.from,
  to: box.to,
})

export function entryInputOf({ terms, boxes, imposes }: Pick<EntryView, 'terms' | 'boxes' | 'imposes'>): EntryInput {
  const { runs, boxes: written, imposes: holdbacks, price, ...rest } = terms
  return {
    ...rest,
    boxes: written.map((box, at) => boxInput(box, boxes[at]!)),
    holdbacks: holdbacks.map((box, at) => boxInput(box, imposes[at]!)),
    runs: runs?.count ?? null,
    catchUpDays: runs?.catchUpDays ?? null,
    broadcasts: runs?.broadcasts ?? [],
    price: price === undefined ? null : printPrice(price),
  }
}
