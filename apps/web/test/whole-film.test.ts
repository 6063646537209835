/** One film with every field of the sheet set: what the site shows of it, and what the desk lets an editor change. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Cut, Picture, TitleSheet } from '@vitrine/catalogue'
import { factsOf, wholeSheet, type SheetFact } from '@vitrine/catalogue/testing/whole-sheet'
import { SYSTEM, type StoredTitle } from '@vitrine/house'
import { capitalise, countryName, formatCut, formatDay, languageName, LOCALES, type Locale } from '@vitrine/messages'
import { site } from '@vitrine/messages/site'
import { nameOf } from '@vitrine/messages/vocabulary'
import type { Page } from 'playwright-core'
import { picture } from './laid-house.ts'
import {
  cookiesOf,
  faultsInBothLooks,
  faultsOf,
  followLink,
  keepPicture,
  openPage,
  openRooms,
  SCREENS,
  type Rooms,
} from './rooms.ts'

const OWNER = 'owner@house.example'
let rooms: Rooms
let film: StoredTitle
before(async () => {
  rooms = await openRooms()
  film = await publishWhole(rooms)
})
after(async () => {
  await rooms?.close()
})
const at = (path: string) => rooms.address + path

/** The whole sheet as a published film; its pictures are kept first, and keep what the sheet says of them. */
async function publishWhole({ house }: Rooms): Promise<StoredTitle> {
  await house.saveCollection(SYSTEM, {
    collection: { slug: 'coasts', name: { en: 'Lonely coasts', fr: 'Côtes désertes' }, intro: {}, pictureId: null },
  })
  const { pictures, ...sheet } = wholeSheet()
  let title = await house.createTitle(SYSTEM, { sheet: { ...sheet, pictures: [] } })
  for (const [n, { kind, caption, credit }] of pictures.entries())
    title = await house.addPicture(SYSTEM, {
      id: title.id,
      baseRevision: title.revision,
      bytes: await picture(1400 + n * 10, 900 + n * 10, '#21455e'),
      kind,
      caption,
      credit,
    })
  const kept = title.sheet.pictures.map((one, n): Picture => ({ ...one, focus: pictures[n]!.focus, colour: pictures[n]!.colour }))
  await house.editTitle(SYSTEM, { id: title.id, baseRevision: title.revision, sheet: { ...title.sheet, pictures: kept } })
  title = await house.openTitle(SYSTEM, { id: title.id })
  return house.publishTitle(SYSTEM, { id: title.id, baseRevision: title.revision })
}

type Say = (value: never, locale: Locale, fact: SheetFact, sheet: TitleSheet) => string | null
const language = (tag: string, locale: Locale) => languageName(locale, tag)
const country = (code: string, locale: Locale) => countryName(locale, code)
const use = (code: string, locale: Locale) =>
  code === 'subtitled' ? site[locale].subtitles : nameOf(locale, 'use', code).toLocaleLowerCase(locale)
const deaf = (yes: boolean, locale: Locale) => (yes ? site[locale].hardOfHearing : null)
const cutOf = (path: string, sheet: TitleSheet): Cut => sheet.cuts[Number(path.split('.')[1])]!

/** How the page says what it does not say in the sheet's own characters. Null: it is no fact of its own there. */
const SAID: Record<string, Say> = {
  'lead.*.writtenOn': (day: string, locale) => formatDay(locale, day),
  'cuts.*.minutes': (_: number, __, { path }, sheet) => formatCut(cutOf(path, sheet)),
  'cuts.*.episodes': (_: number, __, { path }, sheet) => formatCut(cutOf(path, sheet)),
  'cuts.*.versions.*.language': language,
  'cuts.*.versions.*.use': use,
  'cuts.*.versions.*.hardOfHearing': deaf,
  'versions.*.language': language,
  'versions.*.use': use,
  'versions.*.hardOfHearing': deaf,
  'originalLanguages.*': (tag: string, locale) => capitalise(locale, languageName(locale, tag)),
  'otherTitles.*.language': language,
  'productionCompanies.*.country': country,
  'coProducers.*.country': country,
  'credits.*.role': (role: string, locale) => (role === 'other' ? null : nameOf(locale, 'credit', role)), // printed as its label
  'countries.*': country,
  'genres.*': (genre: string, locale) => nameOf(locale, 'genre', genre),
  'themes.*': (theme: string, locale) => nameOf(locale, 'theme', theme),
  'places.*': (place: string, locale) => (/^[A-Z]{2}$/.test(place) ? countryName(locale, place) : place),
  'festivals.*.country': country,
  'festivals.*.premiere': (premiere: string, locale) => nameOf(locale, 'premiere', premiere),
  'pressQuotes.*.language': (tag: string) => `<blockquote lang="${tag}"`,
  'ratings.*.value': (value: string, _, { path }, sheet) => `${sheet.ratings[Number(path.split('.')[1])]!.system} ${value}`,
  'pictures.*.kind': () => null, // says where the picture stands
  'pictures.*.width': (width: number) => `width="${width}"`,
  'pictures.*.height': (height: number) => `height="${height}"`,
  'pictures.*.focus.x': (x: number) => `at-${x * 100}-`,
  'pictures.*.focus.y': (y: number) => `-${y * 100}`,
  'pictures.*.colour': (colour: string) => colour.replace('#', 'tint-'),
  'collections.*': (_: string, locale) => ({ en: 'Lonely coasts', fr: 'Côtes désertes' })[locale],
}

/** Texts of a language that has pages of its own stand there. */
const ON_ITS_OWN_PAGE = /^(lead|logline|shortSynopsis|synopsis|directorsNote|biography|pictures\.\d+\.caption)\.([a-z]{2})\b/
function elsewhere(path: string, locale: Locale): boolean {
  const tag = ON_ITS_OWN_PAGE.exec(path)?.[2]
  return tag !== undefined && tag !== locale && (LOCALES as readonly string[]).includes(tag)
}

const plain = (text: string) =>
  text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')

/** What stands between `<main>` and its end, as sent; scripts, which carry the data once more, are no part of what is shown. */
async function mainOf(path: string, cookie = ''): Promise<string> {
  const answer = await fetch(at(path), { headers: { cookie } })
  assert.equal(answer.status, 200, path)
  const html = (await answer.text()).replaceAll(/<script[\s\S]*?<\/script>|<!--.*?-->/g, '')
  return plain(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
}

function lacking(main: string, locale: Locale, sheet: TitleSheet): string[] {
  return factsOf(sheet).flatMap((fact) => {
    if (elsewhere(fact.path, locale)) return []
    const said = SAID[fact.kind]?.(fact.value as never, locale, fact, sheet) ?? (fact.kind in SAID ? null : String(fact.value))
    return said === null || main.includes(plain(said)) ? [] : [`${fact.path}: ${said}`]
  })
}

for (const locale of LOCALES)
  test(`the page in ${locale} shows every fact of the sheet; whom to call is for the house`, async () => {
    const cookie = await cookiesOf(rooms, OWNER)
    const path = `/${locale}/films/${film.slug}`
    assert.deepEqual(lacking(await mainOf(path, cookie), locale, film.sheet), [])
    // After a member has looked, as before.
    const outside = await mainOf(path)
    assert.deepEqual(lacking(outside, locale, { ...film.sheet, contacts: [] }), [])
    for (const { value } of factsOf(film.sheet).filter(({ kind }) => kind.startsWith('contacts.')))
      assert.ok(!outside.includes(String(value)), `a visitor reads ${value}`)
  })

test('an empty page would not pass: every fact with words of its own is missed there', () => {
  const missed = lacking('', 'en', film.sheet).map((one) => one.split(':')[0])
  const silent = factsOf(film.sheet).filter(({ path }) => !missed.includes(path) && !elsewhere(path, 'en'))
  const kinds = [...new Set(silent.map(({ kind }) => kind))].toSorted()
  assert.deepEqual(kinds, ['credits.*.role', 'cuts.*.versions.*.hardOfHearing', 'pictures.*.kind', 'versions.*.hardOfHearing'])
})

test('it is read on every screen without a fault', async () => {
  for (const { name, locale, options } of SCREENS) {
    const { page, complaints, close } = await openPage(rooms, options)
    await page.goto(at(`/${locale}/films/${film.slug}`))
    for (const summary of await page.locator('details.more-texts summary').all()) await summary.click()
    assert.deepEqual(await faultsInBothLooks(page), [], name)
    assert.deepEqual(complaints, [], name)
    await keepPicture(page, `film-${name.replaceAll(' ', '-')}`)
    await close()
  }
})

/** The controls of the editor, each with the field it stands in and what it holds; texts in the language whose tab is chosen. */
async function controlsOf(page: Page): Promise<string[]> {
  return page.locator('.editor-form').evaluate((form) =>
    [...form.querySelectorAll<HTMLInputElement>('[data-field] :is(input, textarea, select)')].map((control) => {
      const field = control.closest<HTMLElement>('[data-field]')!.dataset['field']!
      return `${field}: ${control.type === 'checkbox' ? control.checked : control.value}`
    }),
  )
}

/** What an editor reads in the field of a fact. Null: the house keeps it, and nobody types it. */
const TYPED: Record<string, Say> = {
  'cuts.*.minutes': (_: number, __, ___, sheet) => sheet.cuts.map(formatCut).join(', '),
  'cuts.*.episodes': (_: number, __, ___, sheet) => sheet.cuts.map(formatCut).join(', '),
  'pressQuotes.*.language': language,
  'pictures.*.id': () => null,
  'pictures.*.width': () => null,
  'pictures.*.height': () => null,
  'pictures.*.colour': () => null, // taken from the picture itself
  'pictures.*.focus.x': (x: number) => String(x * 100),
  'pictures.*.focus.y': (y: number) => String(y * 100),
}
const NAMED = /^(countries|genres|themes|originalLanguages|collections|places)\.|\.(country|language)$/

test('an editor reads and changes every field at the desk', async () => {
  const { page, complaints, close } = await openPage(rooms)
  await followLink(rooms, page, OWNER)
  await page.goto(at(`/en/desk/titles/${film.id}`))
  await page.waitForFunction(() => document.documentElement.dataset['desk'] === 'ready')
  await page.waitForFunction(() =>
    (document.querySelector('#field-countries') as HTMLInputElement | null)?.value.includes('Estonia'),
  )
  assert.deepEqual(await faultsOf(page), [])
  const controls: string[] = []
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    controls.push(...(await controlsOf(page)))
  }
  const missing = factsOf(film.sheet).flatMap((fact) => {
    const field = fact.path.split('.')[0]!
    const say = TYPED[fact.kind] ?? (NAMED.test(fact.path) ? SAID[fact.kind] : undefined)
    const typed = say === undefined ? String(fact.value) : say(fact.value as never, 'en', fact, film.sheet)
    if (typed === null) return []
    const held = (one: string) => one.startsWith(`${field}: `) && plain(one).toLowerCase().includes(plain(typed).toLowerCase())
    return controls.some(held) ? [] : [`${fact.path}: ${typed}`]
  })
  assert.deepEqual(missing, [])

  const pictures = page.locator('[data-field="pictures"]')
  await pictures.getByLabel(/^Caption.* 2, French$/).fill('La côte, vue du bac')
  await pictures.getByLabel('Photo credit 2').fill('Kaja Roo')
  await pictures.getByLabel('Focus, percent from the left, picture 2').fill('80')
  await pictures.getByLabel('Kind 4').selectOption('still')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  const { sheet } = await rooms.house.openTitle(SYSTEM, { id: film.id })
  assert.deepEqual(
    [sheet.pictures[1]?.caption['fr'], sheet.pictures[1]?.credit, sheet.pictures[1]?.focus, sheet.pictures[3]?.kind],
    ['La côte, vue du bac', 'Kaja Roo', { x: 0.8, y: 0.75 }, 'still'],
  )
  assert.deepEqual(complaints, [])
  await close()
})
