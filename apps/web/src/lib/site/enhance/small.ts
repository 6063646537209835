import { say } from './page.ts'

/** Light and dark, copying links, trailers, the menu, and where focus lands after a form came back. */
export function small(): void {
  const root = document.documentElement

  for (const form of document.querySelectorAll<HTMLFormElement>('[data-appearance-form]')) {
    form.addEventListener('submit', (event) => {
      const button = event.submitter
      if (!(button instanceof HTMLButtonElement)) return
      event.preventDefault()
      if (button.value === 'auto') delete root.dataset['appearance']
      else root.dataset['appearance'] = button.value
      for (const one of form.querySelectorAll('button')) one.setAttribute('aria-pressed', String(one === button))
      void fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams({ look: button.value, back: location.pathname }),
        redirect: 'manual',
      })
    })
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    if (navigator.clipboard === undefined) continue
    button.hidden = false
    const words = button.textContent
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(button.dataset['copy'] ?? location.href).then(() => {
        button.textContent = button.dataset['copied'] ?? ''
        say(button.dataset['copied'] ?? '')
        setTimeout(() => (button.textContent = words), 2500)
      })
    })
  }

  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-trailer]')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      const frame = document.createElement('iframe')
      frame.className = 'trailer-frame'
      frame.src = link.dataset['trailer'] ?? ''
      frame.title = link.dataset['title'] ?? ''
      frame.allow = 'autoplay; fullscreen; picture-in-picture'
      frame.referrerPolicy = 'strict-origin-when-cross-origin'
      link.replaceWith(frame)
      frame.focus()
    })
  }

  const menu = document.querySelector<HTMLDetailsElement>('details.menu')
  menu?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary')?.focus()
  })

  document.querySelector<HTMLElement>('[data-focus]')?.focus()
}
