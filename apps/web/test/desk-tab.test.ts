/** The busiest pages of the desk by the Tab key alone, and as a screen reader names what is on them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import type { Page } from 'playwright-core'
import { deskOf, open, rooms, useDesk } from './desk.ts'

useDesk()

interface Stop {
  what: string
  /** The order in which it was first reached. */
  nth: number
  marked: boolean
  covered: boolean
}

/** Where the keyboard is: what stands there, whether that is seen, and whether something lies over it. Null outside of the page. */
const stop = (page: Page) =>
  page.evaluate((): Stop | null => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return null
    const reached = ((globalThis as unknown as { reached?: Map<Element, number> }).reached ??= new Map())
    if (!reached.has(at)) reached.set(at, reached.size)
    // The field of a file is not seen: the label that stands for it is.
    const shown = at.matches('.visually-hidden') ? (at.closest('label') ?? at) : at
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown)
    const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect()
    const over = document.elementFromPoint(box.x + Math.min(box.width, 8) / 2, box.y + Math.min(box.height, 8) / 2)
    return {
      what: `${at.tagName.toLowerCase()} “${(at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 40) || at.id}”`,
      nth: reached.get(at)!,
      marked: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
      covered: over !== null && !shown.contains(over) && !over.contains(shown),
    }
  })

const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
/** Controls that can be reached: of the radio buttons of one name one, of what is folded away none. */
const reachable = (page: Page) =>
  page.evaluate((controls) => {
    const all = [...document.querySelectorAll<HTMLElement>(controls)].filter(
      (one) => one.tabIndex >= 0 && !one.matches(':disabled, [type=hidden]') && one.checkVisibility({ visibilityProperty: true }),
    )
    const groups = new Set(all.flatMap((one) => (one instanceof HTMLInputElement && one.type === 'radio' ? [one.name] : [])))
    return all.filter((one) => !(one instanceof HTMLInputElement && one.type === 'radio')).length + groups.size
  }, CONTROLS)

async function walk(page: Page): Promise<{ reached: number; faults: string[] }> {
  const faults = new Set<string>()
  const most = (await reachable(page)) + 40
  let reached = 0
  for (let n = 0; n < most; n++) {
    await page.keyboard.press('Tab')
    const at = await stop(page)
    if (at === null || at.nth < reached) break // round once
    reached = at.nth + 1
    if (!at.marked) faults.add(`not seen where the keyboard is: ${at.what}`)
    if (at.covered) faults.add(`something lies over ${at.what}`)
  }
  return { reached, faults: [...faults] }
}

const NAMED = new Set(['button', 'link', 'textbox', 'combobox', 'checkbox', 'radio', 'searchbox', 'spinbutton', 'tab', 'slider'])
/** What a screen reader would say of the controls, where it says nothing, or one thing twice over. */
async function illNamed(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as { nodes: { ignored: boolean; role?: { value: string }; name?: { value: string } }[] } // prettier-ignore
  return nodes.flatMap(({ ignored, role, name }) => {
    if (ignored || role === undefined || !NAMED.has(role.value)) return []
    const said = (name?.value ?? '').trim()
    if (!/[\p{L}\p{N}]/u.test(said)) return [`${role.value} “${said}”`]
    if (role.value === 'spinbutton' && /^(?:Day|Month|Year) /.test(said)) return [] // the browser's own words in a field of a day
    return /\b(\p{L}{4,}(?: \p{L}+)*),? \1\b/iu.test(said) ? [`${role.value} “${said}” twice over`] : []
  })
}

for (const [name, path] of [
  ['the catalogue', '/en/desk'],
  ['a film', '/en/desk/titles/ID'],
  ['dropping sheets', '/fr/desk/drop'],
  ['the settings', '/en/desk/settings'],
  ['the contacts', '/fr/desk/contacts'],
] as const)
  test(`Tab leads through ${name}: every control is reached, seen and named, and none holds the keyboard`, async () => {
    const festival = { festival: 'IDFA', year: 2021, city: null, country: null, section: null, award: null, premiere: null }
    const { id } = await rooms.house.createTitle(SYSTEM, { sheet: { ...emptySheet(`Walked by ${name}`), festivals: [festival] } })
    const { page, close } = await deskOf('owner')
    await open(page, path.replace('ID', id))
    const controls = await reachable(page)
    const { reached, faults } = await walk(page)
    assert.deepEqual(faults, [])
    assert.equal(reached, controls)
    assert.deepEqual(await illNamed(page), [])
    await close()
  })
