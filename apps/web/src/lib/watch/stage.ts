/** What the page holds of one player: the film, the parts that stand round it, and its words. */

interface Words {
  play: string
  pause: string
  mute: string
  unmute: string
  none: string
  loading: string
  slow: string
  broken: string
  away: string
  unplayable: string
  sleeping: string
  over: Record<string, string>
}

export interface Stage {
  box: HTMLElement
  film: HTMLVideoElement
  /** Where the files of the viewing are, with a slash at its end. */
  base: string
  /** When the page was opened, as the house says: of two pages on one viewing the house hears the later. */
  openedAt: string
  /** How long the film is. */
  seconds: number
  words: Words
  /** Where the film goes on once it is there, in seconds. */
  from: number
  /** Nothing is shown here any more. */
  over: boolean
  /** The part of the page that bears a name: `data-seek`. */
  part<E extends HTMLElement>(name: string): E
  say(text: string): void
}

export function stageOf(box: HTMLElement): Stage {
  const part = <E extends HTMLElement>(name: string): E => box.querySelector<E>(`[data-${name}]`)!
  return {
    box,
    film: box.querySelector('video')!,
    base: box.dataset['player']!,
    openedAt: box.dataset['opened']!,
    seconds: Number(box.dataset['seconds']),
    words: JSON.parse(box.dataset['words']!) as Words,
    from: 0,
    over: false,
    part,
    say(text) {
      part('says').textContent = text
      part('says').hidden = text === ''
    },
  }
}
