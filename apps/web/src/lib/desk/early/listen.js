/**
 * Hears what somebody types at the desk before the desk itself runs. The page asks for this small file before it shows
 * anything, so no key is pressed unheard; `act.ts` hands what was heard to the page as soon as that answers. It is sent to
 * browsers as it stands here.
 */
;(() => {
  /** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
  /** @type {Map<Field, import('./act.ts').Heard>} */
  const fields = new Map()
  /** @type {{ form: HTMLFormElement, submitter: HTMLElement | null, from: Element | null } | null} */
  let submitted = null

  /** @param {Field} field */
  const stateOf = (field) => ({
    value: field.value,
    before: 'defaultValue' in field ? field.defaultValue : null,
    caret: 'selectionStart' in field ? field.selectionStart : null,
    checked: 'checked' in field && field.checked,
    chosen: 'selectedOptions' in field ? [...field.options].map((option) => option.selected) : [],
  })
  /** @param {Event} event */
  const hear = (event) => {
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) return
    fields.delete(field) // the last that was touched is the last to be told of
    fields.set(field, { ...stateOf(field), changed: event.type === 'change' })
  }
  /**
   * A form that names no address is sent by the page itself: the browser would load the page anew instead, without the words.
   * @param {SubmitEvent} event
   */
  const hold = (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.hasAttribute('action') || form.hasAttribute('method')) return
    event.preventDefault()
    submitted = { form, submitter: event.submitter, from: document.activeElement }
  }
  addEventListener('input', hear, true)
  addEventListener('change', hear, true)
  addEventListener('submit', hold, true)

  globalThis.heardEarly = () => {
    removeEventListener('input', hear, true)
    removeEventListener('change', hear, true)
    removeEventListener('submit', hold, true)
    return { fields: [...fields], submitted }
  }
})()
