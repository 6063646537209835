/**
 * A field that gives its value when it is left gives it now: Ctrl S saves without leaving the field.
 * Leaving and coming back is what the browser itself does for it; the place of the cursor stays.
 */
export function tellTyped(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement) || field.type === 'file') return
  field.blur()
  field.focus({ preventScroll: true })
}
