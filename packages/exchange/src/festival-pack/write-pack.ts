/** The pack that goes to a festival with an entry: one folder with texts, credits, technical sheet, pictures and the form's fields. */
import type { Picture, TitleSheet } from '@vitrine/catalogue'
import { slugOf } from '@vitrine/catalogue/model/slug'
import { festivalPackWords } from '@vitrine/messages/festival-pack'
import { colon } from '@vitrine/messages/format'
import type { Locale } from '@vitrine/messages/locale'
import { zipSync, strToU8, type Zippable } from 'fflate'
import type { Sender } from '../formats/format.ts'
import { escapeXml } from '../xml/write-xml.ts'
import { entryGroups, TEXTS, textLanguages, type EntryFilm, type EntryGroup } from './entry.ts'

export interface PackPicture extends Pick<Picture, 'kind' | 'caption' | 'credit'> {
  /** A JPEG. */
  bytes: Uint8Array
}

export interface PackParts extends EntryFilm {
  sheet: TitleSheet
  /** In which the form's fields are written, the first for what is written once. */
  locales: readonly Locale[]
  sender: Sender
  pictures: readonly PackPicture[]
  oneSheets: readonly { locale: Locale; pdf: Uint8Array }[]
}

export interface Pack {
  fileName: string
  bytes: Uint8Array
  /** What forms ask for and the sheet does not say, in the words of the first language. */
  missing: string[]
}

const STILLS_WANTED = 3

/**
 * Packs a film for an entry. Every name in the archive is made here, of letters, digits and hyphens: none comes from a file or a
 * sheet as it is.
 *
 * @example
 * writePack({ sheet, url: null, locales: ['en'], sender, pictures: [], oneSheets: [] }).missing // ['Poster', 'Stills', …]
 */
export function writePack(parts: PackParts): Pack {
  const { sheet, locales, sender } = parts
  const [first] = locales as readonly [Locale, ...Locale[]]
  const folder = slugOf(sheet.titles[first] ?? sheet.title) || 'film'
  const files: Zippable = {}
  const text = (path: string, content: string) => (files[`${folder}/${path}`] = strToU8(`\ufeff${content.trimEnd()}\n`))
  const packed = (path: string, bytes: Uint8Array) => (files[`${folder}/${path}`] = [bytes, { level: 0 }])

  const pictures = named(parts.pictures, first)
  for (const { path, bytes } of pictures) packed(path, bytes)
  if (pictures.length > 0) text('pictures/captions.txt', captions(pictures, locales))
  for (const { locale, pdf } of parts.oneSheets) packed(`one-sheet-${locale}.pdf`, pdf)

  for (const language of textLanguages(sheet, first))
    for (const name of TEXTS) {
      const words = sheet[name][language]
      if (words !== undefined) text(`texts/${language.toLowerCase()}-${FILE_OF[name]}.txt`, words)
    }

  const entries = locales.map((locale) => ({ locale, groups: entryGroups(parts, sender, locale), lacks: lacks(parts, locale) }))
  for (const { locale, groups } of entries) {
    const group = (name: string) => groups.find((one) => one.name === name)!
    const w = festivalPackWords[locale]
    text(`credits-${locale}.txt`, plainGroup(group(w.people), locale))
    text(`technical-${locale}.txt`, plainGroup(group(w.technical), locale))
    text(`subtitles-${locale}.txt`, subtitleList(group(w.technical), w.subtitles, w.none))
  }
  text('entry.txt', entries.map(({ locale, groups, lacks: missing }) => entryText(sheet, groups, missing, locale)).join('\n\n\n'))
  files[`${folder}/entry.html`] = strToU8(
    page(sheet, first, entries.map(({ locale, groups, lacks: missing }) => entryHtml(sheet, groups, missing, locale)).join('\n')),
  )
  return { fileName: `${folder}-festival-pack.zip`, bytes: zipSync(files, { level: 6 }), missing: entries[0]!.lacks }
}

const FILE_OF = { logline: 'logline', shortSynopsis: 'short-synopsis', synopsis: 'synopsis', directorsNote: 'directors-note', biography: 'biography' } as const // prettier-ignore

/** Pictures as files, in their order: the poster by its name, stills numbered with the beginning of their caption. */
function named(pictures: readonly PackPicture[], locale: Locale): (PackPicture & { path: string })[] {
  const counts = new Map<string, number>()
  return pictures.map((picture) => {
    const number = (counts.get(picture.kind) ?? 0) + 1
    counts.set(picture.kind, number)
    const caption = slugOf(captionOf(picture, locale)).slice(0, 40).replace(/-+$/, '')
    const parts = [picture.kind, ...(picture.kind === 'poster' && number === 1 ? [] : [String(number).padStart(2, '0')]), ...(picture.kind === 'still' && caption !== '' ? [caption] : [])] // prettier-ignore
    return { ...picture, path: `pictures/${parts.join('-')}.jpg` }
  })
}

const captionOf = ({ caption }: Pick<Picture, 'caption'>, locale: Locale) =>
  caption[locale] ?? caption['en'] ?? Object.values(caption)[0] ?? ''

function captions(pictures: readonly (PackPicture & { path: string })[], locales: readonly Locale[]): string {
  const w = festivalPackWords[locales[0]!]
  const line = (name: string, value: string) => (value === '' ? [] : [`${name}${colon(locales[0]!)} ${value}`])
  return pictures
    .map((picture) =>
      [
        picture.path.slice('pictures/'.length),
        ...new Set(locales.flatMap((locale) => line(w.caption, captionOf(picture, locale)))),
        ...line(w.credit, picture.credit ?? ''),
      ].join('\n'),
    )
    .join('\n\n')
}

/** What forms ask for and the film does not have. */
function lacks(parts: PackParts, locale: Locale): string[] {
  const w = festivalPackWords[locale]
  const has = (kind: Picture['kind']) => parts.pictures.filter((picture) => picture.kind === kind).length
  return [
    ...new Set(
      entryGroups(parts, parts.sender, locale).flatMap(({ fields }) =>
        fields.filter(({ value, asked }) => asked && value === '').map(({ label }) => label),
      ),
    ),
    ...(has('poster') > 0 ? [] : [w.poster]),
    ...(has('still') >= STILLS_WANTED ? [] : [`${w.stills} (${has('still')}/${STILLS_WANTED})`]),
    ...(has('portrait') > 0 ? [] : [w.portrait]),
    ...(parts.oneSheets.length > 0 ? [] : [w.oneSheet]),
  ]
}

const plainGroup = ({ fields }: EntryGroup, locale: Locale) =>
  fields
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => `${label}${colon(locale)} ${value.replaceAll('; ', '\n  ')}`)
    .join('\n')

const subtitleList = ({ fields }: EntryGroup, label: string, none: string) =>
  (fields.find((field) => field.label === label)?.value || none).replaceAll('; ', '\n')

function entryText(sheet: TitleSheet, groups: EntryGroup[], missing: string[], locale: Locale): string {
  const w = festivalPackWords[locale]
  const heading = (words: string) => `${words}\n${'='.repeat([...words].length)}`
  return [
    heading(w.title(sheet.titles[locale] ?? sheet.title)),
    ...(missing.length === 0 ? [] : [`${w.missingHelp}\n${missing.map((one) => `  - ${one}`).join('\n')}`]),
    ...groups.map(({ name, fields }) =>
      [
        heading(name),
        ...fields.map(
          ({ label, value, limit }) =>
            `${label}${limit === undefined ? '' : ` (${w.characters([...value].length, limit)})`}${colon(locale)}\n${value === '' ? w.none : value}`,
        ),
      ].join('\n\n'),
    ),
    `${w.askHelp}\n${w.asks.replaceAll(/^/gm, '  - ')}`,
  ].join('\n\n')
}

function entryHtml(sheet: TitleSheet, groups: EntryGroup[], missing: string[], locale: Locale): string {
  const w = festivalPackWords[locale]
  const items = (all: readonly string[]) => `<ul>${all.map((one) => `<li>${escapeXml(one)}</li>`).join('')}</ul>`
  const field = ({ label, value, limit }: EntryGroup['fields'][number]) =>
    `<dt>${escapeXml(label)}${limit === undefined ? '' : ` <small>${w.characters([...value].length, limit)}</small>`}</dt><dd${value === '' ? ' class="none"' : ''}>${value === '' ? w.none : escapeXml(value)}</dd>`
  return `<article lang="${locale}"><h1>${escapeXml(w.title(sheet.titles[locale] ?? sheet.title))}</h1><p>${w.help}</p>
${missing.length === 0 ? '' : `<section class="missing"><h2>${w.missing}</h2><p>${w.missingHelp}</p>${items(missing)}</section>`}
${groups.map(({ name, fields }) => `<section><h2>${escapeXml(name)}</h2><dl>${fields.map(field).join('')}</dl></section>`).join('\n')}
<section><h2>${w.ask}</h2><p>${w.askHelp}</p>${items(w.asks.split('\n'))}</section></article>`
}

/** A page that needs nothing from anywhere; a click on a value selects it whole. */
const page = (sheet: TitleSheet, locale: Locale, body: string): string => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(sheet.titles[locale] ?? sheet.title)}</title>
<style>
:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.05rem;margin:2.2rem 0 .6rem;border-bottom:1px solid;padding-bottom:.3rem}
dl{margin:0}dt{font-size:.85rem;opacity:.75;margin-top:.9rem}dt small{margin-left:.4rem}dd{margin:.1rem 0 0;white-space:pre-line;user-select:all}
.none{opacity:.5;user-select:none}article+article{margin-top:4rem}
</style></head><body>
${body}
</body></html>
`
