/** The lists from which a viewer chooses what they hear and read, and what stands chosen in them at first. */
import type { Stage } from './stage.ts'

export interface Tracks {
  sound: HTMLSelectElement
  subtitles: HTMLSelectElement
  size: HTMLSelectElement
  /** Fills a list. Those with one choice, or none, cannot be opened. */
  list(select: HTMLSelectElement, names: readonly string[], chosen: number, first?: number): void
  /** What a returning viewer read along last, '' for nothing; undefined for who comes for the first time. */
  readBefore: string | undefined
  /** What they chose to read along on this page: a film that is loaded again goes on with it. */
  picked: number | null
  /** What is read along at first, -1 for nothing; null where the film decides. */
  first(): number | null
}

export function tracksOf({ box, part }: Stage): Tracks {
  const readBefore = box.dataset['again']
  return {
    sound: part('sound'),
    subtitles: part('subtitles'),
    size: part('size'),
    readBefore,
    picked: null,
    list(select, names, chosen, first = 0) {
      select.replaceChildren(...names.map((name, n) => new Option(name, String(n + first), false, n + first === chosen)))
      select.disabled = names.length < 2
      select.value = String(chosen)
    },
    first() {
      if (this.picked !== null) return this.picked
      return readBefore === undefined ? null : readBefore === '' ? -1 : 0 // theirs stand first
    },
  }
}
