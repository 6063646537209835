import { fill, say } from './page.ts'

interface Suggestion {
  kind: string
  text: string
  slug: string
  detail: string | null
  picture: { id: string } | null
}

const FOLDER: Record<string, string> = {
  title: 'films',
  person: 'people',
  company: 'companies',
  festival: 'festivals',
  collection: 'collections',
}

/**
 * A search field with suggestions, the last of which is always to read everything that is found, after the combobox pattern of the ARIA Authoring Practices: arrows move, Enter opens,
 * Escape closes, and the field keeps the focus.
 */
export function combobox(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="search"]')
  if (input === null) return
  const source = form.dataset['suggest'] ?? ''
  const locale = source.split('/')[1] ?? 'en'
  const kinds = JSON.parse(form.dataset['kinds'] ?? '{}') as Record<string, string>
  const list = document.createElement('ul')
  list.className = 'suggest'
  list.id = `${input.id}-list`
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.dataset['label'] ?? '')
  form.append(list)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', list.id)

  let hrefs: string[] = []
  let at = -1
  let asked = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  const mark = (to: number) => {
    at = to
    for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === at))
    const option = list.children[at]
    if (option === undefined) input.removeAttribute('aria-activedescendant')
    else {
      input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    }
  }
  const open = (yes: boolean) => {
    list.hidden = !yes
    input.setAttribute('aria-expanded', String(yes))
    if (!yes) mark(-1)
  }

  input.addEventListener('input', () => {
    clearTimeout(waiting)
    const text = input.value.trim()
    if (text.length < 2) return open(false)
    waiting = setTimeout(() => void ask(text), 140)
  })
  input.addEventListener('keydown', (event) => {
    const last = hrefs.length - 1
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      open(false)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (hrefs.length === 0) return
      event.preventDefault()
      if (list.hidden) open(true)
      mark(event.key === 'ArrowDown' ? (at >= last ? 0 : at + 1) : at <= 0 ? last : at - 1)
    } else if (event.key === 'Enter' && at >= 0 && !list.hidden) {
      event.preventDefault()
      location.assign(hrefs[at] ?? '')
    }
  })
  form.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !form.contains(event.relatedTarget)) open(false)
  })

  async function ask(text: string): Promise<void> {
    const mine = ++asked
    const response = await fetch(`${source}?q=${encodeURIComponent(text)}`).catch(() => null)
    if (response === null || !response.ok || mine !== asked || document.activeElement !== input) return
    const { suggestions } = (await response.json()) as { suggestions: Suggestion[] }
    if (mine !== asked) return
    const n = suggestions.length
    hrefs = [...suggestions.map((one) => hrefOf(locale, one)), allHref(locale, text)]
    list.replaceChildren(...suggestions.map(draw), drawAll(text, n))
    open(true)
    say(fill(n === 0 ? form.dataset['none'] : n === 1 ? form.dataset['one'] : form.dataset['some'], { n: String(n) }))
  }

  function newOption(i: number): HTMLLIElement {
    const item = document.createElement('li')
    item.id = `${list.id}-${i}`
    item.setAttribute('role', 'option')
    item.setAttribute('aria-selected', 'false')
    item.addEventListener('pointerdown', (event) => event.preventDefault())
    item.addEventListener('click', () => location.assign(hrefs[i] ?? ''))
    return item
  }

  /** The way on to everything that is found, in the texts of the films too. Where nothing is suggested it says so. */
  function drawAll(text: string, i: number): HTMLLIElement {
    const item = newOption(i)
    item.classList.add('all')
    if (i === 0) item.append(part('quiet', form.dataset['none'] ?? ''))
    item.append(part('text', fill(form.dataset['all'], { q: text })))
    return item
  }

  function draw(one: Suggestion, i: number): HTMLLIElement {
    const item = newOption(i)
    const picture = document.createElement(one.picture === null ? 'span' : 'img')
    if (picture instanceof HTMLImageElement && one.picture !== null) {
      picture.src = `/pictures/${encodeURIComponent(one.picture.id)}/240.webp`
      picture.alt = ''
    } else picture.className = 'no-image'
    item.append(picture, part('text', one.text), part('kind quiet', kinds[one.kind] ?? ''))
    if (one.detail !== null) item.append(part('detail quiet', one.detail))
    return item
  }
}

function part(className: string, text: string): HTMLSpanElement {
  const span = document.createElement('span')
  span.className = className
  span.textContent = text
  return span
}

const allHref = (locale: string, text: string) => `/${locale}/films?q=${encodeURIComponent(text)}`

function hrefOf(locale: string, { kind, slug, text }: Suggestion): string {
  const folder = FOLDER[kind]
  if (folder !== undefined) return `/${locale}/${folder}/${encodeURIComponent(slug)}`
  return kind === 'theme' ? `/${locale}/films?theme=${encodeURIComponent(slug)}` : allHref(locale, text)
}
