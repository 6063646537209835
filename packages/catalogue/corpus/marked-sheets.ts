/**
 * Sheets whose faults are marked by hand, for the rules of the copy desk that look at a whole sheet. Each is the whole sheet of a film of
 * which all is well, but for what it changes; what an editor would say of it stands beside it, and nothing else may be found.
 */
import { emptySheet, type TitleSheet } from '../src/model/title-sheet.ts'

export interface MarkedSheet {
  name: string
  sheet: TitleSheet
  /** `code`, where (a field, or the fact that is asked for), and the words, where there are any. */
  marked: string[]
}

const still = (kind: 'poster' | 'still') => ({ id: kind, kind, width: 1600, height: 900, caption: {}, credit: null, focus: null }) as unknown as TitleSheet['pictures'][number] // prettier-ignore

const WHOLE: TitleSheet = {
  ...emptySheet('The Lamp Inspectors'),
  year: 2023,
  cuts: [{ minutes: 52, episodes: null, versions: [{ language: 'en', use: 'original', hardOfHearing: false }] }],
  directors: ['Oda Brandt'],
  productionCompanies: [{ name: 'Kettle Films', country: 'DE' }],
  countries: ['DE'],
  contacts: [{ name: 'Ruth Adler', role: null, company: 'Kettle Films', email: 'ruth@kettle.example', phone: null, url: null }] as unknown as TitleSheet['contacts'], // prettier-ignore
  pictures: [still('poster'), still('still')],
  trailer: { url: 'https://vimeo.com/1' } as unknown as TitleSheet['trailer'],
  synopsis: {
    en: 'Four inspectors walk the coast by night and write down which lamps are out. Nobody has read their book in nine years.',
    fr: 'Quatre inspecteurs longent la côte la nuit et notent les feux éteints. Personne n’a lu leur cahier depuis neuf ans.',
  },
}
const but = (change: Partial<TitleSheet>): TitleSheet => ({ ...WHOLE, ...change })
const both = (en: string, fr: string) => ({ en, fr })
const lead = (en: string, fr: string, writtenOn: string | null) => ({ en: { text: en, writtenOn }, fr: { text: fr, writtenOn } })
const numbers = (change: Partial<TitleSheet['identifiers']>) => but({ identifiers: { ...WHOLE.identifiers, ...change } })
const sentences = (sentence: string, length: number) => `${sentence} `.repeat(Math.ceil(length / (sentence.length + 1))).trim()

/** What is asked for when a sheet has a title and nothing else. */
const NOTHING = ['year', 'duration', 'director', 'versions', 'country', 'production', 'synopsis', 'poster', 'stills', 'contact', 'trailer'] // prettier-ignore

export const FLAWED_SHEETS: MarkedSheet[] = [
  { name: 'nothing but a title', sheet: emptySheet('The Lamp Inspectors'), marked: NOTHING.map((fact) => `missing-fact ${fact}`) },
  { name: 'no year and no country', sheet: but({ year: null, countries: [] }), marked: ['missing-fact year', 'missing-fact country'] },
  { name: 'a length without versions', sheet: but({ cuts: [{ minutes: 52, episodes: null, versions: [] }] }), marked: ['missing-fact versions'] }, // prettier-ignore
  { name: 'a poster and no still', sheet: but({ pictures: [still('poster')] }), marked: ['missing-fact stills'] },
  { name: 'a title in capitals', sheet: but({ title: 'THE LAMP INSPECTORS' }), marked: ['all-caps-title title THE LAMP INSPECTORS'] }, // prettier-ignore
  { name: 'a French title in capitals', sheet: but({ title: 'LES VEILLEURS DE L’ÉCLUSE' }), marked: ['all-caps-title title LES VEILLEURS DE L’ÉCLUSE'] }, // prettier-ignore
  {
    name: 'a lead of two springs ago',
    sheet: but({ lead: lead('Parliament votes next month on who pays for the lamps.', 'Le parlement vote le mois prochain sur le prix des feux.', '2025-03-01') }), // prettier-ignore
    marked: ['aged-lead lead.en next month', 'aged-lead lead.fr le mois prochain'],
  },
  {
    name: 'a lead without a day',
    sheet: but({ lead: lead('Yesterday the last keeper was sent home.', 'Hier, on a renvoyé le dernier gardien.', null) }),
    marked: ['aged-lead lead.en Yesterday', 'aged-lead lead.fr Hier'],
  },
  {
    name: 'a lead that leans on an election',
    sheet: but({ lead: lead('Ahead of this autumn’s vote, the coast goes dark.', 'À l’approche du scrutin de cet automne, la côte s’éteint.', '2024-08-20') }), // prettier-ignore
    marked: ['aged-lead lead.en this autumn', 'aged-lead lead.fr cet automne'],
  },
  {
    name: 'a logline that no platform takes',
    sheet: but({ logline: both(sentences('Four inspectors walk the coast by night.', 200), 'Quatre inspecteurs longent la côte.') }),
    marked: ['too-long logline.en'],
  },
  {
    name: 'a short synopsis of three paragraphs',
    sheet: but({ shortSynopsis: both('Four inspectors walk the coast.', sentences('Quatre inspecteurs longent la côte la nuit.', 420)) }),
    marked: ['too-long shortSynopsis.fr'],
  },
  {
    name: 'a synopsis like a treatment',
    sheet: but({ synopsis: both(sentences('They walk, they look up, and they write down what is dark.', 4100), WHOLE.synopsis['fr'] as string) }), // prettier-ignore
    marked: ['too-long synopsis.en'],
  },
  {
    name: 'another length in the text',
    sheet: but({ synopsis: both('This 90-minute documentary follows four inspectors along the coast by night.', 'Ce documentaire de 90 minutes suit quatre inspecteurs le long de la côte.') }), // prettier-ignore
    marked: ['facts-disagree synopsis.en 90-minute documentary', 'facts-disagree synopsis.fr documentaire de 90 minutes'],
  },
  {
    name: 'another director in the text',
    sheet: but({ logline: both('A film by Ada Brandt about people who count lamps.', 'Un film d’Ada Brandt sur celles et ceux qui comptent les feux.') }), // prettier-ignore
    marked: ['facts-disagree logline.en Ada Brandt', 'facts-disagree logline.fr Ada Brandt'],
  },
  {
    name: 'episodes that are not there',
    sheet: but({
      cuts: [{ minutes: 52, episodes: 3, versions: WHOLE.cuts[0]!.versions }],
      synopsis: both('In six episodes the series walks the coast by night.', 'En six épisodes, la série longe la côte la nuit.'),
    }),
    marked: ['facts-disagree synopsis.en six episodes', 'facts-disagree synopsis.fr six épisodes'],
  },
  {
    name: 'a year after the film was made',
    sheet: but({ synopsis: both('In the summer of 2025 the last lamp goes out, and four inspectors keep walking.', 'À l’été 2025 s’éteint le dernier feu, et quatre inspecteurs marchent toujours.') }), // prettier-ignore
    marked: ['facts-disagree synopsis.en 2025', 'facts-disagree synopsis.fr 2025'],
  },
  { name: 'an ISAN with a slip', sheet: numbers({ isan: '0000-0001-8947-0000-7-0000-0000-D' }), marked: ['identifier-check identifiers.isan'] },
  { name: 'an EIDR with a slip', sheet: numbers({ eidr: '10.5240/7791-8534-2C23-9030-8610-Q' }), marked: ['identifier-check identifiers.eidr'] },
  { name: 'an ISAN without its check', sheet: numbers({ isan: '0000-0001-8947-0000' }), marked: ['identifier-incomplete identifiers.isan'] },
  { name: 'an EIDR without its check', sheet: numbers({ eidr: '10.5240/7791-8534-2C23-9030-8610' }), marked: ['identifier-incomplete identifiers.eidr'] }, // prettier-ignore
  { name: 'a web address where IMDb’s number belongs', sheet: numbers({ imdb: 'my film on IMDb' }), marked: ['identifier-form identifiers.imdb'] },
  { name: 'a catalogue number as EIDR', sheet: numbers({ eidr: 'TT-0419' }), marked: ['identifier-form identifiers.eidr'] },
  { name: 'a synopsis in English alone', sheet: but({ synopsis: { en: WHOLE.synopsis['en'] as string } }), marked: ['other-language-missing synopsis.fr'] }, // prettier-ignore
  { name: 'a logline in French alone', sheet: but({ logline: { fr: 'Quatre inspecteurs longent la côte.' } }), marked: ['other-language-missing logline.en'] }, // prettier-ignore
  {
    name: 'a lead in German alone',
    sheet: but({ lead: { de: { text: 'Wer zahlt für das Licht?', writtenOn: '2026-11-01' } } }),
    marked: ['other-language-missing lead.en', 'other-language-missing lead.fr'],
  },
]

export const CLEAN_SHEETS: MarkedSheet[] = [
  { name: 'all is well', sheet: WHOLE },
  { name: 'an acronym is a title', sheet: but({ title: 'SOS' }) },
  { name: 'a title of figures', sheet: but({ title: '1984' }) },
  { name: 'an acronym in a title', sheet: but({ title: 'My Years at the BBC' }) },
  { name: 'a fresh lead', sheet: but({ lead: lead('Parliament votes next month on who pays.', 'Le parlement vote le mois prochain.', '2026-11-10') }) },
  { name: 'an old lead that leans on no day', sheet: but({ lead: lead('Who pays for the light on a coast without ships?', 'Qui paie le feu d’une côte sans navires ?', '2019-01-01') }) }, // prettier-ignore
  { name: 'a logline of 190', sheet: but({ logline: both('x'.repeat(189) + '.', 'Quatre inspecteurs longent la côte.') }) },
  { name: 'its own length in the text', sheet: but({ synopsis: both('This 52-minute film walks the coast by night.', 'Ce film de 52 minutes longe la côte la nuit.') }) }, // prettier-ignore
  { name: 'minutes that are nobody’s length', sheet: but({ synopsis: both('For 90 minutes each night they wait for a ship.', 'Chaque nuit, ils attendent un navire 90 minutes durant.') }) }, // prettier-ignore
  { name: 'the director by name', sheet: but({ logline: both('A film by Oda Brandt about people who count lamps.', 'Un film d’Oda Brandt sur les feux.') }) }, // prettier-ignore
  { name: 'a book by somebody else', sheet: but({ logline: both('After the book by Ada Holm: four people count lamps.', 'D’après le livre d’Ada Holm : quatre personnes comptent les feux.') }) }, // prettier-ignore
  { name: 'a year before, and one that is planned', sheet: but({ synopsis: both('Since 1998 they have walked; in 2040 the last lamp shall go out.', 'Depuis 1998 ils marchent ; en 2040, le dernier feu s’éteindra.') }) }, // prettier-ignore
  { name: 'episodes as there are', sheet: but({ cuts: [{ minutes: 52, episodes: 3, versions: WHOLE.cuts[0]!.versions }], synopsis: both('Three episodes walk the coast by night.', 'Trois épisodes longent la côte la nuit.') }) }, // prettier-ignore
  { name: 'episodes of an illness', sheet: but({ synopsis: both('In two episodes of fever the eldest walked into the sea.', 'En deux épisodes de fièvre, l’aîné est entré dans la mer.') }) }, // prettier-ignore
  { name: 'numbers with the right checks', sheet: numbers({ isan: 'ISAN 0000-0001-8947-0000-8-0000-0000-D', eidr: '10.5240/7791-8534-2C23-9030-8610-5', imdb: 'tt1234567' }) }, // prettier-ignore
  { name: 'three languages', sheet: but({ synopsis: { ...WHOLE.synopsis, de: 'Vier Prüfer gehen nachts die Küste entlang.' } }) },
].map((one) => ({ ...one, marked: [] }))
