/** A sheet in which nothing is left out, and its facts one by one: for the tests that hold every surface to showing all of it. */
import type { TitleSheet } from '../model/title-sheet.ts'

const texts = (words: string) => ({ en: `${words}, in English.`, fr: `${words}, en français.`, de: `${words}, auf Deutsch.` })
const lead = (words: string, writtenOn: string) => ({ text: words, writtenOn })

/**
 * An invented film with every field of the model set, each to words of its own, so that what lacks on a page is seen. A field
 * that is added to the model and not here fails `whole-sheet.test.ts`; set here and shown nowhere, it fails the surfaces' tests.
 */
export function wholeSheet(): TitleSheet {
  return {
    title: 'The Lighthouse Census',
    titles: { fr: 'Le Recensement des phares', de: 'Die Leuchtturmzählung' },
    originalTitle: 'Majakate loendus',
    otherTitles: [
      { title: 'Working Lights', language: 'es' },
      { title: 'Faro a faro', language: null },
    ],
    lead: {
      en: lead('The last keeper leaves this spring.', '2026-02-11'),
      fr: lead('Le dernier gardien part ce printemps.', '2026-02-12'),
      de: lead('Der letzte Wärter geht im Frühling.', '2026-02-13'),
    },
    logline: texts('Two sisters count every lamp'),
    shortSynopsis: texts('A coast is counted before it goes dark'),
    synopsis: texts('Winter after winter the sisters row out with a ledger and a thermos'),
    directorsNote: texts('I wanted to film how waiting sounds'),
    biography: texts('She has filmed islands since her schooldays'),
    year: 2023,
    cuts: [
      {
        minutes: 53,
        episodes: null,
        versions: [
          { language: 'et', use: 'original', hardOfHearing: false },
          { language: 'sv', use: 'subtitled', hardOfHearing: true },
        ],
      },
      { minutes: 27, episodes: 4, versions: [] },
    ],
    versions: [
      { language: 'pl', use: 'dubbed', hardOfHearing: false },
      { language: 'nl', use: 'voice-over', hardOfHearing: false },
      { language: 'ja', use: null, hardOfHearing: false },
    ],
    originalLanguages: ['et', 'fi'],
    directors: ['Liisu Harkmaa'],
    productionCompanies: [{ name: 'Meremaja Film', country: 'EE' }],
    coProducers: [{ name: 'Skärgård Bild', country: 'AX' }],
    broadcasters: ['Kanal Nord'],
    supporters: ['Beacon Fund'],
    producers: ['Rasmus Tiik'],
    credits: [
      { role: 'writer', label: null, names: ['Aino Vesk'] },
      { role: 'photography', label: null, names: ['Juhan Ploom', 'Greta Sand'] },
      { role: 'other', label: 'Boat pilot', names: ['Evald Rand'] },
    ],
    countries: ['EE', 'FI'],
    genres: ['feature-documentary', 'sea log'],
    themes: ['ocean', 'lamp keeping'],
    keywords: ['fresnel lens', 'census'],
    places: ['LV', 'Vilsandi'],
    period: { from: 1931, to: 1988, label: 'Between two storms' },
    festivals: [
      {
        festival: 'Harbourlight',
        year: 2024,
        city: 'Delémont',
        country: 'CH',
        section: 'New Visions',
        award: 'Golden Oar',
        premiere: 'world',
      },
    ],
    pressQuotes: [{ text: 'A film that keeps its lamp lit', source: 'The Tidewater Post', author: 'Ida Klint', language: 'en' }],
    formats: ['4K', '5.1'],
    advisories: ['Flashing light'],
    ratings: [{ system: 'FSK', value: '6' }],
    identifiers: {
      isan: '0000-0001-8CFA-0000-I',
      eidr: '10.5240/7791-8534-2C23-9030-8610-5',
      imdb: 'tt7654321',
      tmdb: '765432',
      wikidata: 'Q7654321',
      reference: 'LH-0042',
    },
    pictures: (['poster', 'still', 'portrait', 'logo'] as const).map((kind, n) => ({
      id: kind,
      kind,
      caption: { en: `A ${kind} of the coast`, fr: `Une image, ${kind}` },
      credit: `Mare Lind ${n + 1}`,
      focus: { x: 0.25, y: 0.75 },
      width: 1600,
      height: 900,
      colour: '#21455e',
    })),
    trailer: { url: 'https://video.example.org/lighthouse.mp4' },
    contacts: [
      {
        name: 'Uku Saar',
        role: 'World sales',
        company: 'Sepia Lane',
        email: 'uku@sepia.example',
        phone: '+372 5550 0199',
        url: 'https://sepia.example/films',
      },
    ],
    collections: ['coasts'],
  }
}

/** One value of a sheet. `path` says where (`festivals.0.city`), `kind` the same for any entry and language (`festivals.*.city`, `synopsis.*`). */
export interface SheetFact {
  path: string
  kind: string
  value: string | number | boolean
}

const BY_LANGUAGE = /^(titles|lead|logline|shortSynopsis|synopsis|directorsNote|biography|pictures\.\*\.caption)\.[a-z]{2}\b/

/**
 * Every value that is set on a sheet, one by one.
 *
 * @example
 * factsOf({ ...emptySheet('Salt'), directors: ['Zoë'] }) // [{ path: 'title', … 'Salt' }, { path: 'directors.0', kind: 'directors.*', value: 'Zoë' }]
 */
export function factsOf(sheet: TitleSheet): SheetFact[] {
  const facts: SheetFact[] = []
  const walk = (value: unknown, path: string) => {
    if (value === null || value === undefined) return
    if (typeof value === 'object')
      for (const [key, item] of Object.entries(value)) walk(item, path === '' ? key : `${path}.${key}`)
    else {
      const kind = path.replace(/\.\d+(?=\.|$)/g, '.*').replace(BY_LANGUAGE, '$1.*')
      facts.push({ path, kind, value: value as SheetFact['value'] })
    }
  }
  walk(sheet, '')
  return facts
}
