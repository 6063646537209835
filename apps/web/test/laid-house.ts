/** A house with a few films, laid out once a run: every test file that opens it works on a copy of its own. */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import { createHouse, openFiles, SYSTEM, type House } from '@vitrine/house'
import { openPGlite } from '@vitrine/store/database/open-pglite'
import { newPgliteFolder } from '@vitrine/store/testing/databases'
import { madeOnce } from '@vitrine/store/testing/run'
import sharp from 'sharp'

/** The films' ids by slug, beside the house. */
const IDS = 'ids.json'

/** Its pictures in the sizes of the pages, named by content: what one house of the run has painted no other paints again. */
const RENDITIONS = join('files', 'renditions')

const film = (title: string, facts: Partial<TitleSheet>): TitleSheet => ({ ...emptySheet(title), ...facts })

/** Invented films: enough of them that a list has a second page, one with everything, one with nothing but its title. */
const FILMS: TitleSheet[] = [
  film('The Ferry Log', {
    titles: { fr: 'Le Journal du bac' },
    originalTitle: 'Лодочный журнал',
    lead: {
      en: { text: 'The crossing closes this winter, and nobody has asked the ferryman.', writtenOn: '2026-03-14' },
      fr: { text: 'La traversée ferme cet hiver, et personne n’a demandé au passeur.', writtenOn: '2026-03-14' },
    },
    logline: {
      en: 'A ferryman has written down every passenger for forty years.',
      fr: 'Un passeur note chaque passager depuis quarante ans.',
    },
    synopsis: {
      en: 'A river that is a border, and a man who counts.\n\nThe ministry wants his notebooks.',
      fr: 'Un fleuve qui est une frontière, et un homme qui compte.',
    },
    directorsNote: { en: 'I filmed from the middle of the river.' },
    year: 2024,
    cuts: [
      {
        minutes: 52,
        episodes: null,
        versions: [
          { language: 'en', use: 'voice-over', hardOfHearing: false },
          { language: 'fr', use: 'subtitled', hardOfHearing: true },
        ],
      },
      { minutes: 88, episodes: null, versions: [{ language: 'ru', use: 'original', hardOfHearing: false }] },
    ],
    originalLanguages: ['ru'],
    directors: ['Ilse Marwan'],
    producers: ['Jonas Quill'],
    productionCompanies: [{ name: 'Lantern & Oar', country: 'FR' }],
    credits: [{ role: 'photography', label: null, names: ['Petra Lind'] }],
    countries: ['FR', 'KZ'],
    genres: ['documentary'],
    themes: ['water', 'work'],
    festivals: [
      {
        festival: 'Meridian Documentary Days',
        year: 2025,
        city: 'Lisbon',
        country: 'PT',
        section: 'Competition',
        award: 'Grand Prix',
        premiere: 'world',
      },
      { festival: 'Northern Lens', year: 2025, city: null, country: 'NO', section: null, award: null, premiere: null },
    ],
    pressQuotes: [{ text: 'It counts, and you count with it.', source: 'The Review', author: null, language: 'en' }],
    formats: ['4K'],
    trailer: { url: 'https://vimeo.com/76979871' },
  }),
  film('<img src=x onerror=alert(1)> & "Sons"', {
    synopsis: { en: '<script>alert(1)</script>\n\n</script><img src=x onerror=alert(2)>' },
    year: 2023,
    directors: ['O’Hara <b>Bold</b>'],
    themes: ['water'],
    cuts: [{ minutes: 26, episodes: null, versions: [] }],
    countries: ['IE'],
  }),
  film('Nothing But a Title', {}),
  ...Array.from({ length: 27 }, (_, i) =>
    film(`Winter Station ${String(i + 1).padStart(2, '0')}`, {
      year: 2000 + (i % 9),
      directors: [i % 2 === 0 ? 'Ana Ferreiro' : 'Tomasz Wielgosz'],
      themes: [i % 3 === 0 ? 'climate' : 'science'],
      countries: [i % 2 === 0 ? 'ES' : 'PL'],
      cuts: [
        { minutes: i % 2 === 0 ? 52 : 90, episodes: null, versions: [{ language: 'en', use: 'original', hardOfHearing: false }] },
      ],
      logline: { en: 'A station in the snow, and who keeps it.', fr: 'Une station dans la neige, et qui la garde.' },
    }),
  ),
]

/** A grainy picture of one colour, as JPEG. */
export async function picture(width: number, height: number, colour: string): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: colour, noise: { type: 'gaussian', mean: 120, sigma: 30 } } })
      .jpeg()
      .toBuffer(),
  )
}

/** Lays the house out in `folder`: its database in `database`, its files in `files`. Answers with the films' ids by slug. */
export async function layHouse(folder: string): Promise<Record<string, string>> {
  const laid = await madeOnce('house', layOut)
  const shared = join(laid, RENDITIONS)
  cpSync(laid, folder, { recursive: true, filter: (from) => from !== shared })
  symlinkSync(shared, join(folder, RENDITIONS), 'junction')
  return JSON.parse(readFileSync(join(folder, IDS), 'utf8')) as Record<string, string>
}

async function layOut(folder: string): Promise<void> {
  await newPgliteFolder(join(folder, 'database'))
  const house = createHouse({
    database: await openPGlite({ folder: join(folder, 'database'), brief: true }),
    files: await openFiles(join(folder, 'files')),
  })
  writeFileSync(join(folder, IDS), JSON.stringify(await fill(house)))
  await house.close()
  mkdirSync(join(folder, RENDITIONS), { recursive: true })
}

async function fill(house: House): Promise<Record<string, string>> {
  await house.changeSettings(SYSTEM, {
    settings: {
      name: 'Lantern House',
      strapline: { en: 'Documentaries', fr: 'Documentaires' },
      accent: '#b3261e',
      contactEmail: 'hello@house.example',
      demonstration: true,
    },
  })
  await house.saveCollection(SYSTEM, {
    collection: {
      slug: 'rivers',
      name: { en: 'Rivers', fr: 'Fleuves' },
      intro: { en: 'Films along the water.', fr: 'Des films au fil de l’eau.' },
      pictureId: null,
    },
  })
  const ids: Record<string, string> = {}
  for (const [i, sheet] of FILMS.entries()) {
    let title = await house.createTitle(SYSTEM, { sheet: i === 0 ? { ...sheet, collections: ['rivers'] } : sheet })
    if (i === 0) {
      title = await house.addPicture(SYSTEM, {
        id: title.id,
        baseRevision: title.revision,
        bytes: await picture(800, 1200, '#7a2f1d'),
        kind: 'poster',
        caption: { en: 'Poster' },
        credit: null,
      })
      for (const colour of ['#21455e', '#3a5c33', '#5e2145'])
        title = await house.addPicture(SYSTEM, {
          id: title.id,
          baseRevision: title.revision,
          bytes: await picture(1600, 900, colour),
          kind: 'still',
          caption: { en: `The river, ${colour}`, fr: `Le fleuve, ${colour}` },
          credit: 'Lantern & Oar',
        })
    }
    title = await house.publishTitle(SYSTEM, { id: title.id, baseRevision: title.revision })
    ids[title.slug] = title.id
  }
  return ids
}
