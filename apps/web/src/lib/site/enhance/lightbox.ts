/** Stills at full size in a dialog: arrows turn, Escape closes, focus returns to the still that was left. */
export function lightbox(list: HTMLElement): void {
  const stills = [...list.querySelectorAll<HTMLAnchorElement>('a[data-still]')]
  const dialog = document.createElement('dialog')
  dialog.className = 'light'
  const figure = document.createElement('figure')
  const caption = document.createElement('figcaption')
  const words = document.createElement('p')
  const place = document.createElement('span')
  place.className = 'tabular'
  const button = (label: string | undefined, run: () => void) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = label ?? ''
    made.addEventListener('click', run)
    return made
  }
  let at = 0
  let picture: Element | null = null
  const turn = (by: number) => show((at + by + stills.length) % stills.length)
  const close = button(list.dataset['close'], () => dialog.close())
  caption.append(words, place)
  if (stills.length > 1)
    caption.append(
      button(list.dataset['previous'], () => turn(-1)),
      button(list.dataset['next'], () => turn(1)),
    )
  caption.append(close)
  figure.append(caption)
  dialog.append(figure)
  document.body.append(dialog)

  function show(to: number): void {
    at = to
    const still = stills[to]
    const own = still?.querySelector('picture')
    if (still === undefined || own === null || own === undefined) return
    const next = own.cloneNode(true) as HTMLPictureElement
    for (const source of next.querySelectorAll('source')) source.sizes = '100vw'
    const image = next.querySelector('img')
    if (image !== null) {
      image.alt = still.dataset['caption'] ?? ''
      image.loading = 'eager'
      image.style.objectPosition = ''
    }
    const shown = image === null ? next : next
    if (picture === null) figure.prepend(shown)
    else picture.replaceWith(shown)
    picture = shown
    words.textContent = [still.dataset['caption'], still.dataset['credit']].filter(Boolean).join('. ')
    place.textContent = still.dataset['place'] ?? ''
    dialog.setAttribute('aria-label', still.dataset['place'] ?? '')
  }

  list.addEventListener('click', (event) => {
    const still = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-still]') : null
    if (still === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    show(stills.indexOf(still))
    dialog.showModal()
    close.focus()
  })
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight') turn(1)
    if (event.key === 'ArrowLeft') turn(-1)
  })
  dialog.addEventListener('close', () => stills[at]?.focus())
}
