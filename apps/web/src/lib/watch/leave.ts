/** The end of leave to watch: for good, or because it was closed and came back. */
import type { Source } from './source.ts'
import type { Stage } from './stage.ts'

/** What is done when the house refuses the film, by the word with which it does. */
export function leaveOf(stage: Stage, source: () => Source): (why: string) => void {
  const { box, film, words, part, say } = stage
  let comingBack = false

  /**
   * The browser brought a closed page back, or another page of the same viewing was closed since. Asked for again, the page gives its
   * viewing back: the film goes on here, for a page that is loaded anew may start nothing by itself.
   */
  async function comeBack(): Promise<void> {
    if (stage.over || comingBack) return
    comingBack = true
    const page = await fetch(location.pathname).catch(() => null)
    const openedAt = page?.ok === true && !page.redirected ? openedIn(await page.text().catch(() => '')) : undefined
    comingBack = false
    if (stage.over) return
    if (openedAt === undefined) return location.reload()
    stage.openedAt = openedAt
    source().takeUp()
  }

  return (why) => {
    if (stage.over) return
    if (why === 'left') return void comeBack()
    stage.over = true
    source().close()
    film.pause()
    film.removeAttribute('src')
    film.load()
    box.classList.add('is-over')
    for (const name of ['controls', 'begin']) part(name).hidden = true
    say(words.over[why] ?? words.over['revoked']!)
  }
}

/** The moment that a page of the player says it was opened at. */
const openedIn = (page: string): string | undefined =>
  new DOMParser().parseFromString(page, 'text/html').querySelector<HTMLElement>('[data-opened]')?.dataset['opened']
