/**
 * Cuts the typefaces down to what a page needs before its first picture: the letters of English and French, and the few
 * axes that the design uses. The other Latin letters (Polish, Turkish, Vietnamese…) of a display face are a file of their own, cut to the
 * same axes, so that the ć of "Delić" is drawn as its neighbours are; those of the text face, and Cyrillic, come from the uncut files. Both
 * on demand, by unicode-range (src/lib/design/fonts.css). Run it again only when a typeface or the set of letters changes:
 *
 *   node apps/web/scripts/subset-fonts.mjs
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)

/** ASCII, Latin-1 letters and signs, the French ligatures, and the punctuation of a printed programme. */
const LETTERS = [
  ...Array.from({ length: 0x5f }, (_, i) => String.fromCodePoint(0x20 + i)),
  ...Array.from({ length: 0x60 }, (_, i) => String.fromCodePoint(0xa0 + i)),
  ...'ŒœŸŠšŽž‘’‚“”„–—…•′″‹›€−×·←→↑↓\u202f\u2009\u2011',
].join('')

/** The Latin letters of all other languages: Extended-A and B, and Additional. */
const between = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))
const OTHER_LETTERS = [...between(0x100, 0x24f), ...between(0x1e00, 0x1eff), ...between(0x300, 0x33f)].join('')

/** Kerning, ligatures, marks, and the figures: tabular for facts, old-style where a face has them. */
const FEATURES = ['kern', 'liga', 'mark', 'ccmp', 'locl', 'tnum', 'lnum', 'onum', 'case', 'sups', 'ordn']

const FACES = [
  { from: 'inter/files/inter-latin-wght-normal.woff2', to: 'inter-text.woff2', axes: { wght: { min: 400, max: 650 } } },
  {
    from: 'fraunces/files/fraunces-latin-full-normal.woff2',
    to: 'fraunces-display.woff2',
    axes: { opsz: 84, SOFT: 0, WONK: 0, wght: { min: 340, max: 560 } },
  },
  {
    from: 'fraunces/files/fraunces-latin-full-italic.woff2',
    to: 'fraunces-italic.woff2',
    axes: { opsz: 72, SOFT: 0, WONK: 1, wght: 380 },
  },
  {
    from: 'newsreader/files/newsreader-latin-standard-normal.woff2',
    to: 'newsreader-display.woff2',
    axes: { opsz: 60, wght: { min: 380, max: 560 } },
  },
  {
    from: 'archivo/files/archivo-latin-standard-normal.woff2',
    to: 'archivo-display.woff2',
    axes: { wdth: 88, wght: { min: 340, max: 700 } },
  },
  {
    from: 'bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2',
    to: 'bricolage-display.woff2',
    axes: { opsz: 96, wdth: 100, wght: { min: 340, max: 700 } },
  },
]
/** The same again for the other letters; the italic is for prizes and original titles, the text face stays whole (it is set small, in one size). */
const CUTS = FACES.flatMap((face) => [
  { ...face, letters: LETTERS },
  ...(face.to.includes('inter')
    ? []
    : [
        { ...face, from: face.from.replace('-latin-', '-latin-ext-'), to: face.to.replace('.', '-ext.'), letters: OTHER_LETTERS },
      ]),
])

for (const { from, to, axes, letters } of CUTS) {
  const source = await readFile(require.resolve(`@fontsource-variable/${from}`))
  const cut = await subsetFont(source, letters, {
    targetFormat: 'woff2',
    variationAxes: axes,
    keepFeatures: FEATURES,
    noHinting: true,
  })
  await writeFile(new URL(`../src/lib/fonts/${to}`, import.meta.url), cut)
  console.log(`${to.padEnd(28)} ${(source.length / 1024).toFixed(1).padStart(7)} KB  →  ${(cut.length / 1024).toFixed(1)} KB`)
}
