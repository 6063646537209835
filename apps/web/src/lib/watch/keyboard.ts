/** The film by keyboard, wherever on the page one is. What a control does with a key itself is its own. */
import type { Acts } from './controls.ts'
import type { Stage } from './stage.ts'

/** @param subtitles the list in which stands what is read along */
export function keyboard(stage: Stage, acts: Acts, subtitles: HTMLSelectElement): void {
  const { film } = stage
  const by = (seconds: number) => (): void => acts.go(film.currentTime + seconds)
  const KEYS: Record<string, () => void> = {
    ' ': acts.toggle,
    k: acts.toggle,
    ArrowLeft: by(-5),
    ArrowRight: by(5),
    j: by(-10),
    l: by(10),
    ArrowUp: () => acts.louder(0.1),
    ArrowDown: () => acts.louder(-0.1),
    m: acts.mute,
    c: () => acts.choose(Number(subtitles.value) >= 0 ? -1 : 0),
    f: acts.full,
    Home: () => acts.go(0),
  }
  document.addEventListener('keydown', (event) => {
    const on = event.target as HTMLElement
    if (
      stage.over ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      on.matches('select, textarea, a, input:not([data-seek])') ||
      (on.matches('button') && event.key === ' ')
    )
      return
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  })
}
