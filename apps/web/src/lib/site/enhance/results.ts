import { dress, fetchPage, say } from './page.ts'

/**
 * The films page follows its reader: facets, chips, sorting and typing replace the results in place, "more" adds to them.
 * The server renders them all; here only parts of its pages are put into this one.
 */
export function results(): void {
  const page = document.querySelector<HTMLElement>('[data-swap="browse"]')
  if (page === null) return
  const wide = matchMedia('(min-width: 62rem)')
  const facets = page.querySelector<HTMLDetailsElement>('details[data-facets]')
  const fold = () => facets?.toggleAttribute('open', wide.matches)
  fold()
  wide.addEventListener('change', fold)

  let asking: AbortController | null = null
  async function show(href: string, how: 'push' | 'replace' | 'stay'): Promise<void> {
    asking?.abort()
    const mine = (asking = new AbortController())
    const part = page!.querySelector('[data-swap-part="results"]')
    part?.setAttribute('aria-busy', 'true')
    let fresh: Document | null
    try {
      fresh = await fetchPage(href, mine.signal)
    } catch (error) {
      if (mine.signal.aborted) return
      throw error
    }
    if (fresh === null) {
      location.assign(href)
      return
    }
    const opened = new Set(
      [...page!.querySelectorAll<HTMLElement>('.facet')]
        .filter((facet) => facet.querySelector('details[open]') !== null)
        .map((facet) => facet.querySelector('h2')?.textContent),
    )
    const focused = document.activeElement
    const key = focused?.getAttribute('data-key')
    const inside = focused !== null && page!.contains(focused) && focused.closest('[data-swap-part]') !== null
    for (const name of ['facets', 'results', 'summary']) {
      const [now, next] = [page!.querySelector(`[data-swap-part="${name}"]`), fresh.querySelector(`[data-swap-part="${name}"]`)]
      if (now !== null && next !== null) now.replaceWith(document.importNode(next, true))
    }
    const [title, nextTitle] = [page!.querySelector('h1'), fresh.querySelector('[data-swap="browse"] h1')]
    if (title !== null && nextTitle !== null) title.textContent = nextTitle.textContent
    // The form holds the filters as hidden fields: they follow, the field that is being typed in stays.
    const [form, nextForm] = [page!.querySelector('form[data-live-form]'), fresh.querySelector('form[data-live-form]')]
    for (const old of form?.querySelectorAll('input[type="hidden"]') ?? []) old.remove()
    form?.append(...[...(nextForm?.querySelectorAll('input[type="hidden"]') ?? [])].map((input) => document.importNode(input)))
    for (const facet of page!.querySelectorAll<HTMLElement>('.facet'))
      if (opened.has(facet.querySelector('h2')?.textContent)) facet.querySelector('details')?.setAttribute('open', '')
    dress(page!)
    document.title = fresh.title
    if (how === 'push') history.pushState({ swap: true }, '', href)
    if (how === 'replace') history.replaceState({ swap: true }, '', href)
    if (inside) {
      const heading = page!.querySelector<HTMLElement>('#results')
      const again = key === null || key === undefined ? null : page!.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
      if (again === null) heading?.setAttribute('tabindex', '-1')
      ;(again ?? heading)?.focus({ preventScroll: true })
    }
    say(page!.querySelector('#results')?.textContent ?? '')
  }

  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    if (link.hasAttribute('data-swap-link')) {
      event.preventDefault()
      void show(link.href, 'push')
    } else if (link.hasAttribute('data-more')) {
      event.preventDefault()
      void more(link)
    }
  })

  /** Adds the films that the longer page has and this one lacks; the address follows, so that coming back finds them all. */
  async function more(link: HTMLAnchorElement): Promise<void> {
    link.setAttribute('aria-busy', 'true')
    const fresh = await fetchPage(link.href).catch(() => null)
    const into = page!.querySelector('[data-more-into]')
    const next = fresh?.querySelector('[data-more-into]')
    const pager = fresh?.querySelector('[data-pager]')
    if (into === null || next === null || next === undefined || pager === null || pager === undefined)
      return location.assign(link.href)
    const had = new Set([...into.children].map((one) => one.id))
    const added = [...next.children].filter((one) => !had.has(one.id)).map((one) => document.importNode(one, true))
    into.append(...added)
    dress(into)
    page!.querySelector('[data-pager]')?.replaceWith(document.importNode(pager, true))
    const url = new URL(link.href)
    if (!url.searchParams.has('cursor')) history.replaceState({ swap: true }, '', url.pathname + url.search)
    added[0]?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
    say(page!.querySelector('[data-pager]')?.textContent?.trim() ?? '')
  }

  addEventListener('popstate', () => {
    const input = page.querySelector<HTMLInputElement>('[data-live-input]')
    if (input !== null) input.value = new URLSearchParams(location.search).get('q') ?? ''
    void show(location.href, 'stay')
  })

  const form = page.querySelector<HTMLFormElement>('form[data-live-form]')
  const hrefOf = (asked: HTMLFormElement) => {
    const fields = [...new FormData(asked)]
      .map(([name, value]) => [name, String(value).trim()])
      .filter(([, value]) => value !== '')
    const query = new URLSearchParams(fields).toString()
    return asked.action + (query === '' ? '' : `?${query}`)
  }
  let waiting: ReturnType<typeof setTimeout> | undefined
  form?.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void show(hrefOf(form), 'replace'), 200)
  })
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(waiting)
    void show(hrefOf(form), 'push')
  })
  page.addEventListener('change', (event) => {
    const sort = event.target instanceof Element ? event.target.closest<HTMLFormElement>('form[data-auto-submit]') : null
    if (sort !== null) void show(hrefOf(sort), 'push')
  })
}
