/** The end of leave to watch: for good, or because the page was thought to be closed. */
import type { Source } from './source.ts'
import type { Stage } from './stage.ts'

/** What is done when the house refuses the film, by the word with which it does. */
export function leaveOf(stage: Stage, source: () => Source): (why: string) => void {
  const { box, film, words, part, say } = stage
  let comingBack = false

  /**
   * The browser brought a closed page back, or the goodbye of the page before came late. Asked for again, the page gives its viewing
   * back: the film goes on here, for a page that is loaded anew may start nothing by itself.
   */
  async function comeBack(): Promise<void> {
    if (stage.over || comingBack) return
    comingBack = true
    const page = await fetch(location.pathname).catch(() => null)
    comingBack = false
    if (stage.over) return
    if (page?.ok !== true || page.redirected) return location.reload()
    source().takeUp()
  }

  return (why) => {
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
