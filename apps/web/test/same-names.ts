/** What somebody hears who goes from control to control of a page, or has them listed: two that are called alike cannot be told apart. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Commons {
  setup(root: Element): unknown
  teardown(): void
  commons: {
    text: { accessibleText(element: Element): string }
    aria: { getRole(element: Element): string | null }
    dom: { isVisibleToScreenReaders(element: Element): boolean }
  }
}

/**
 * Visible controls of a page that have one role and one name, and do different things, one line a name.
 * Links with one target do the same, and so do buttons that send the same fields to the same place. A field is told apart by the group it is
 * asked in, which is said on the way into it; buttons and links are listed, and pressed by their names, without it.
 */
export async function sameNames(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  return page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: Commons }
    axe.setup(document.documentElement)
    try {
      const CONTROLS =
        'a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button], [role=link], [role=tab], [role=checkbox], [role=switch], [contenteditable=true]'
      const numbers = new Map<Element, number>()
      const itself = (element: Element) => `#${numbers.get(element) ?? (numbers.set(element, numbers.size), numbers.size - 1)}`
      /** What comes of it, said so that two that do the same say the same. */
      const does = (element: Element): string => {
        if (element instanceof HTMLAnchorElement) return element.href
        if (!(element instanceof HTMLButtonElement) || element.type !== 'submit' || element.form === null) return itself(element)
        const fields = [...element.form.elements].filter((field) => !(field instanceof HTMLButtonElement))
        if (fields.some((field) => !(field instanceof HTMLInputElement && field.type === 'hidden')))
          return itself(element.form) + element.value + element.formAction
        const sent = (fields as HTMLInputElement[]).map(({ name, value }) => `${name}=${value}`)
        return [element.formAction, `${element.name}=${element.value}`, ...sent].join(' ')
      }
      const group = (element: Element): string => {
        if (!element.matches('input, select, textarea')) return ''
        const around = element.closest('fieldset, [role=radiogroup], [role=group]')
        return around === null ? '' : `${axe.commons.text.accessibleText(around)} › `
      }
      const found = new Map<string, Map<string, string>>()
      for (const element of document.querySelectorAll(CONTROLS)) {
        if (!axe.commons.dom.isVisibleToScreenReaders(element) || (element as HTMLInputElement).disabled) continue
        if (!(element as HTMLElement).checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue
        const role = element.tagName === 'SUMMARY' ? 'summary' : axe.commons.aria.getRole(element)
        const name = `${role} “${group(element)}${axe.commons.text.accessibleText(element).trim()}”`
        const others = found.get(name) ?? new Map<string, string>()
        found.set(name, others.set(does(element), element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 160)))
      }
      return [...found]
        .filter(([, things]) => things.size > 1)
        .map(([name, things]) => `${things.size} × ${name}: ${[...things.values()].slice(0, 2).join(' … ')}`)
    } finally {
      axe.teardown()
    }
  })
}
