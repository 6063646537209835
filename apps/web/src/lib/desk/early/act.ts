/**
 * Acts on what was typed, ticked and sent before the desk ran (`listen.js` heard it). Svelte keeps the text of a bound field, but
 * no handler has heard of it, and a field that is not bound is set back to what the server wrote. So each field gets what was
 * typed in it once more, with the events that tell the page.
 */
import { tick } from 'svelte'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A field as somebody left it. */
export interface Heard {
  value: string
  /** What the server had written in it; null of a list. */
  before: string | null
  /** Where they stand in it; null where a field has no such place. */
  caret: number | null
  checked: boolean
  /** For each option of a list whether it is chosen. */
  chosen: boolean[]
  /** They were done with the field; else they are still typing. */
  changed: boolean
}

interface Submitted {
  form: HTMLFormElement
  submitter: HTMLElement | null
  /** Where they were: in a field, they sent it by Enter. */
  from: Element | null
}

declare global {
  /** Stops listening, and gives what was heard. Not there where the small file did not arrive. */
  var heardEarly: (() => { fields: [Field, Heard][]; submitted: Submitted | null }) | undefined
}

/** To be called once, when every handler of the page is in place. */
export async function actOnEarly(): Promise<void> {
  const heard = globalThis.heardEarly?.()
  if (heard === undefined) return
  for (const [field, as] of heard.fields) if (field.isConnected) giveBack(field, as)
  await tick() // a button that waits for words can be pressed from now on
  if (heard.submitted?.form.isConnected) send(heard.submitted)
}

function giveBack(field: Field, as: Heard): void {
  put(field, as)
  tell(field, 'input')
  if (!as.changed) return changeOnLeaving(field)
  tell(field, 'change')
  if (field !== document.activeElement) field.dispatchEvent(new FocusEvent('blur')) // they have left it already
}

/** Of a text only what was set back: where a page has other words to show by now (notes that waited in the browser), it knows of both. */
function put(field: Field, { value, before, caret, checked, chosen }: Heard): void {
  if (field instanceof HTMLSelectElement) {
    for (const [index, option] of [...field.options].entries())
      if (option.selected !== chosen[index]) option.selected = chosen[index] ?? false
  } else if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) field.checked = checked
  else if (field.type !== 'file' && field.value !== value && field.value === before) {
    field.value = value
    if (caret !== null) field.setSelectionRange(caret, caret)
  }
}

/** A browser that saw a script write into a field says no more of its own that it was changed. */
function changeOnLeaving(field: Field): void {
  const told = new AbortController()
  field.addEventListener('change', () => told.abort(), { signal: told.signal })
  field.addEventListener('blur', () => tell(field, 'change'), { signal: told.signal })
}

/**
 * The button that was pressed may be gone, or wait for something by now: the form is sent all the same where one can be pressed. By Enter
 * only where the page lets Enter send: an offer does not go out by mistake.
 */
function send({ form, submitter, from }: Submitted): void {
  const isByEnter = from instanceof HTMLInputElement && from.isConnected
  if (isByEnter && !from.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))) return
  const pressed = submitter?.isConnected && submitter.matches(':enabled') && (submitter as HTMLButtonElement).form === form
  form.requestSubmit(pressed ? submitter : null)
}

const tell = (field: Field, what: 'input' | 'change') => field.dispatchEvent(new Event(what, { bubbles: true }))
