/** Small things that several enhancements need. */

/** Says something to screen readers without moving anything. */
export function say(text: string): void {
  const live = document.querySelector('[data-live]')
  if (live === null) return
  live.textContent = ''
  setTimeout(() => (live.textContent = text), 60)
}

let hiding: ReturnType<typeof setTimeout> | undefined

/** A word at the foot of the window for eight seconds, with one way to act on it. */
export function toast(text: string, act?: { label: string; run: () => void }): void {
  const box = document.querySelector<HTMLElement>('[data-toast]')
  if (box === null) return
  clearTimeout(hiding)
  box.replaceChildren(document.createTextNode(text))
  if (act !== undefined) {
    const button = document.createElement('button')
    button.className = 'plain'
    button.type = 'button'
    button.textContent = act.label
    button.addEventListener('click', () => {
      box.hidden = true
      act.run()
    })
    box.append(button)
  }
  box.hidden = false
  const later = () => {
    hiding = setTimeout(() => (box.matches(':hover, :focus-within') ? later() : (box.hidden = true)), 8000)
  }
  later()
  say(text)
}

/** Gives pictures that arrived after the page their colour and focus point: the head has no rule for them. */
export function dress(root: ParentNode): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('img.pic')) {
    for (const mark of image.classList) {
      if (/^tint-[0-9a-f]{6}$/.test(mark)) image.style.setProperty('--tint', `#${mark.slice(5)}`)
      const at = /^at-(\d+)-(\d+)$/.exec(mark)
      if (at !== null) image.style.objectPosition = `${at[1]}% ${at[2]}%`
    }
  }
}

/** A page of this site as a document; null when it could not be had. */
export async function fetchPage(href: string, signal?: AbortSignal): Promise<Document | null> {
  const response = await fetch(href, { headers: { accept: 'text/html' }, ...(signal === undefined ? {} : { signal }) })
  if (!response.ok || !response.headers.get('content-type')?.startsWith('text/html')) return null
  // Its style element belongs to its own policy; what the pictures need of it, `dress` gives them.
  return new DOMParser().parseFromString((await response.text()).replace(/<style>[^<]*<\/style>/, ''), 'text/html')
}

export function fill(pattern: string | undefined, values: Record<string, string>): string {
  return (pattern ?? '').replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
