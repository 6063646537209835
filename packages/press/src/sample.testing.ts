/** A film to print in tests: invented, with a picture drawn on the spot. */
import { emptySheet, type TitleSheet } from '@vitrine/catalogue'
import sharp from 'sharp'
import type { PrintedFilm, PrintedHouse, PrintedPicture } from './input.ts'

export async function drawnPicture(width: number, height: number, colour: string): Promise<PrintedPicture> {
  const bytes = await sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
  return { bytes: new Uint8Array(bytes), width, height, alt: 'A still', credit: null, focus: { x: 0.7, y: 0.4 } }
}

export const sampleHouse: PrintedHouse = {
  name: 'Maison Exemple',
  strapline: null,
  contactEmail: 'sales@house.example',
  address: '12 rue Exemple, Paris',
  accent: '#c2472d',
  typeface: 'fraunces',
  logo: null,
  demonstration: true,
}

export async function sampleFilm(changes: Partial<TitleSheet> = {}): Promise<PrintedFilm> {
  return {
    slug: 'the-salt-road',
    url: 'https://films.example/en/films/the-salt-road',
    poster: await drawnPicture(400, 600, '#aa3333'),
    stills: [await drawnPicture(960, 540, '#335577'), await drawnPicture(640, 360, '#775533')],
    accent: '#e0a030',
    sheet: {
      ...emptySheet('The Salt Road'),
      titles: { fr: 'La Route du sel' },
      year: 2024,
      cuts: [
        { minutes: 52, episodes: null, versions: [] },
        { minutes: 52, episodes: 3, versions: [] },
      ],
      countries: ['FR', 'GE'],
      directors: ['Nino Example'],
      versions: [{ language: 'fr', use: 'voice-over', hardOfHearing: false }],
      synopsis: { en: 'A caravan sets off.\n\nIt does not come back the same way.', fr: 'Une caravane part.' },
      festivals: [
        {
          festival: 'FIPADOC',
          year: 2025,
          city: 'Biarritz',
          country: 'FR',
          section: null,
          award: 'Grand Prix',
          premiere: 'world',
        },
      ],
      ...changes,
    },
  }
}
