import { fill, toast } from './page.ts'

/** Keeps and unkeeps films without leaving the page; every button of the same film follows, and each step can be undone. */
export function keep(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !('keep' in form.dataset)) return
    event.preventDefault()
    void turn(form)
  })
}

async function turn(form: HTMLFormElement): Promise<void> {
  const data = new FormData(form)
  const [id, title] = [String(data.get('id')), String(data.get('title'))]
  const adding = form.action.endsWith('/add')
  const response = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams([...data].map(([key, value]) => [key, String(value)])),
    headers: { accept: 'application/json' },
  }).catch(() => null)
  if (response === null || !response.ok) {
    form.submit() // the page says what is wrong
    return
  }
  const removed = document.querySelector<HTMLElement>(`[data-kept-film="${CSS.escape(id)}"]`)
  if (removed !== null) removed.hidden = !adding
  for (const other of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    if (other.querySelector<HTMLInputElement>('input[name="id"]')?.value === id) show(other, adding)
  }
  count(adding ? 1 : -1)
  const box = document.querySelector<HTMLElement>('[data-toast]')
  toast(fill(adding ? box?.dataset['added'] : box?.dataset['removed'], { title }), {
    label: box?.dataset['undo'] ?? '',
    run: () => void turn(form),
  })
}

function show(form: HTMLFormElement, kept: boolean): void {
  form.action = form.action.replace(/(add|remove)$/, kept ? 'remove' : 'add')
  const button = form.querySelector('button')
  button?.setAttribute('aria-pressed', String(kept))
  button?.setAttribute('aria-label', (kept ? form.dataset['labelOn'] : form.dataset['labelOff']) ?? '')
  form.querySelector('path')?.setAttribute('fill', kept ? 'currentColor' : 'none')
  const word = form.querySelector('[data-word]')
  if (word !== null) word.textContent = (kept ? form.dataset['wordOn'] : form.dataset['wordOff']) ?? ''
}

function count(change: number): void {
  for (const link of document.querySelectorAll<HTMLElement>('[data-shortlist-link]')) {
    const badge = link.querySelector<HTMLElement>('[data-shortlist-count]')
    const name = link.querySelector('[data-shortlist-name]')
    if (badge === null || name === null) continue
    const now = Math.max(0, Number(badge.textContent) + change)
    badge.textContent = String(now)
    badge.hidden = now === 0
    const names = (link.dataset['names'] ?? '').split('|')
    name.textContent = (now === 0 ? names[0] : now === 1 ? names[1] : names[2]?.replace('7', String(now))) ?? ''
  }
}
