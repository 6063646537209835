/** Tells how far a copy is that is being made, and that it is over, while the film runs beside it. */
const EVERY = 2000

interface Told {
  state: string
  progress: number
}

const box = document.querySelector<HTMLElement>('[data-copy]')
const part = <T extends HTMLElement>(name: string): T | null => document.querySelector<T>(`[data-copy-${name}]`)

async function look(address: string): Promise<void> {
  const answer = await fetch(address).catch(() => null)
  const told = answer?.ok === true ? ((await answer.json()) as Told | null) : null
  if (told !== null && told.state !== 'waiting' && told.state !== 'making') return over()
  if (told !== null) {
    const [bar, percent, says] = [part<HTMLProgressElement>('progress'), part('percent'), part('says')]
    if (bar !== null) bar.value = told.progress
    if (percent !== null)
      percent.textContent = (box?.dataset['percent'] ?? '0').replace('0', String(Math.floor(told.progress * 100)))
    if (says !== null && told.state === 'making') says.textContent = box?.dataset['making'] ?? ''
  }
  setTimeout(() => void look(address), EVERY)
}

/** Only this part of the page is taken anew: the film runs on. */
async function over(): Promise<void> {
  const answer = await fetch(location.pathname).catch(() => null)
  const fresh =
    answer?.ok === true ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('copy') : null
  if (fresh === null) return location.reload()
  document.getElementById('copy')?.replaceWith(document.importNode(fresh, true))
}

const address = box?.dataset['copy']
if (address !== undefined) setTimeout(() => void look(address), EVERY)
