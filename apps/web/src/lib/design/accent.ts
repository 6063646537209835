/** The colour that a film or the house lends to the pages of the site, on their two papers. */
import { contrast, readableOn } from '@vitrine/house/settings/colour'

/** The papers of the two appearances: keep in step with tokens.css. */
export const PAPER = { light: '#ffffff', dark: '#111113' } as const

/** What lies behind a row that is chosen or pointed at: of all grounds for words in the accent, the one that serves them least. */
export const WASH = { light: '#f3f3f1', dark: '#1a1a1d' } as const

/** Black or white, whichever reads better on the colour. */
export function inkOn(colour: string): '#ffffff' | '#111113' {
  return contrast(colour, '#ffffff') >= contrast(colour, '#111113') ? '#ffffff' : '#111113'
}

/** The custom properties that carry an accent in both appearances. */
export function accentStyle(colour: string): string {
  const light = readableOn(colour, WASH.light)
  const dark = readableOn(colour, WASH.dark)
  return `--accent-light:${light};--accent-dark:${dark};--on-accent-light:${inkOn(light)};--on-accent-dark:${inkOn(dark)}`
}
