import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksLikeFestival, readFestivals } from './festivals.ts'

const show = (text: string, awards = false) =>
  readFestivals({ text, start: 0 }, { year: null, awards, premiere: null }).found.map(({ entry }) =>
    [entry.festival, entry.year, entry.city, entry.country, entry.section, entry.award, entry.premiere]
      .map((one) => one ?? '')
      .join('|')
      .replace(/\|+$/, ''),
  )

/** festival | year | city | country | section | award | premiere */
const NOTATIONS: Record<string, string[]> = {
  'FIPADOC 2021 (France)': ['FIPADOC|2021||FR'],
  'Salt Fest (Biarritz, France)': ['Salt Fest||Biarritz|FR'],
  'Riverbend, Canada (2018)': ['Riverbend|2018||CA'],
  'Nordlys Dok (2018): Jury Prize': ['Nordlys Dok|2018||||Jury Prize'],
  'Best Cinematography - Pacific Rim Film Week 2018': ['Pacific Rim Film Week|2018||||Best Cinematography'],
  'Special Mention – Kyushu Shorts, Fukuoka 2018': ['Kyushu Shorts|2018|Fukuoka|||Special Mention'],
  'Golden Anchor, Gdynia Sea Films, Poland, 2019': ['Gdynia Sea Films|2019||PL||Golden Anchor'],
  'Audience Award @ Tidewater Docs 2019': ['Tidewater Docs|2019||||Audience Award'],
  'Audience Award (Panorama), Tidewater Docs 2019': ['Tidewater Docs|2019|||Panorama|Audience Award'],
  'Best Short (Young Jury), Salt Festival': ['Salt Festival||||Young Jury|Best Short'],
  '2019: Caucasus Doc Days: Silver Hive': ['Caucasus Doc Days|2019||||Silver Hive'],
  '*Salt Fest 2019 (Chad) *Sand Fest 2020 (Niger)': ['Salt Fest|2019||TD', 'Sand Fest|2020||NE'],
  'Abuja Frames, Docs by the Lake 2004; Leeds Overground 2005': ['Abuja Frames|2004', 'Docs by the Lake|2004', 'Leeds Overground|2005'],
  'Grand PrixFIPADOC, France (2021)': ['FIPADOC|2021||FR||Grand Prix'],
  'IDFA 2021, Luminous': ['IDFA|2021|||Luminous'],
  'IDFA 2021, Amsterdam': ['IDFA|2021|Amsterdam'],
  'Saltmarsh Film Festival 2024, Ghent, Belgium': ['Saltmarsh Film Festival|2024|Ghent|BE'],
  'Saltmarsh Film Festival, Ghent 2024': ['Saltmarsh Film Festival|2024|Ghent'],
  'Lussas 2019, Nyon 2020 et al.': ['Lussas|2019', 'Nyon|2020'],
  'World Premiere: Danube Docs 2024': ['Danube Docs|2024|||||world'],
  'FIPADOC 2021 (Biarritz, France) – Section: Panorama – Prize: Best Film – World premiere': ['FIPADOC|2021|Biarritz|FR|Panorama|Best Film|world'],
  'Prix du public, Festival du film de Groix 2022 (France)': ['Festival du film de Groix|2022||FR||Prix du public'],
  'Official Selection, Visions Basin 2020': ['Visions Basin|2020|||Official Selection'],
  '2022: Fest, Chur': ['Fest|2022|Chur'],
  '2022 – Alpenfilm Festival, La Rochelle': ['Alpenfilm Festival|2022|La Rochelle'],
  '2022: Saltmarsh Film Festival, Oslo': ['Saltmarsh Film Festival|2022|Oslo'],
  '2022: Hot Docs, Toronto': ['Hot Docs|2022|Toronto'],
  '2022: Visions du Réel, DOK Leipzig': ['Visions du Réel|2022', 'DOK Leipzig|2022'],
  '2022: Sundance, Toronto': ['Sundance|2022', 'Toronto|2022'],
  '2022: Cannes, Berlin': ['Cannes|2022', 'Berlin|2022'],
  '2022: IDFA, Amsterdam': ['IDFA|2022|Amsterdam'],
  'IDFA, Amsterdam 2022': ['IDFA|2022|Amsterdam'],
  '2021: Visions du Réel, Nyon': ['Visions du Réel|2021|Nyon'],
  '2020: DOK Leipzig, Leipzig': ['DOK Leipzig|2020|Leipzig'],
  '2022: CPH:DOX, Copenhagen': ['CPH:DOX|2022|Copenhagen'],
  'FIPADOC, Biarritz 2018; IDFA, Amsterdam 2019': ['FIPADOC|2018|Biarritz', 'IDFA|2019|Amsterdam'],
  '2022 : Quinzaine des cinéastes, Cannes': ['Quinzaine des cinéastes|2022|Cannes'],
  '2022: IDFA, Cannes': ['IDFA|2022', 'Cannes|2022'],
  '2022: IDFA, FIPADOC, Sundance': ['IDFA|2022', 'FIPADOC|2022', 'Sundance|2022'],
} // prettier-ignore

test('festivals and prizes are read in every order', () => {
  for (const [printed, wanted] of Object.entries(NOTATIONS)) assert.deepEqual(show(printed), wanted, printed)
})

test('a line is taken for a festival without a label only when it shows', () => {
  for (const printed of [
    'FIPADOC 2021 (France)',
    'Nominated for Best Documentary, Hedgerow Awards 2019',
    'Nordlys Dok (2018): Jury Prize',
  ])
    assert.ok(looksLikeFestival({ text: printed, start: 0 }), printed)
  for (const printed of ['The Salt Road', 'Temps Noir', 'In 2015 he disappeared.', 'Jane Doe'])
    assert.ok(!looksLikeFestival({ text: printed, start: 0 }), printed)
})

test('a city that no list knows is named as doubtful, one that is known is not', () => {
  const doubt = (text: string) =>
    readFestivals({ text, start: 0 }, { year: null, awards: false, premiere: null }).found.map((one) => one.doubt?.text ?? null)
  assert.deepEqual(doubt('2022: Fest, Chur'), ['Chur'])
  assert.deepEqual(doubt('2022: Saltmarsh Film Festival, Oslo'), [null])
  assert.deepEqual(doubt('2022: Hot Docs, Toronto'), [null], 'the city of Hot Docs is known')
  assert.deepEqual(doubt('2022: Saltmarsh Film Festival, Toronto'), ['Toronto'], 'Toronto lends its name to a festival')
})

test('brackets behind a festival that is named after its city hold a section, but for a city that is known', () => {
  const parts = (text: string) => {
    const [one] = readFestivals({ text, start: 0 }, { year: null, awards: false, premiere: null }).found
    return [one?.entry.festival, one?.entry.section, one?.entry.city]
  }
  assert.deepEqual(parts('Rotterdam (Bright Future)'), ['Rotterdam', 'Bright Future', null])
  assert.deepEqual(parts('IFFR Rotterdam 2019 (Bright Future)'), ['IFFR Rotterdam', 'Bright Future', null])
  assert.deepEqual(parts('Cannes (ACID) 2018'), ['Cannes', 'ACID', null])
  // not named after it: the brackets say where
  assert.deepEqual(parts('FIPADOC (Biarritz) 2021'), ['FIPADOC', null, 'Biarritz'])
  assert.deepEqual(parts('Hot Docs (Toronto)'), ['Hot Docs', null, 'Toronto'], 'a city that lends festivals its name is one here')
  assert.deepEqual(parts('Visions du Réel (Nyon, Switzerland) 2020'), ['Visions du Réel', null, 'Nyon'])
  assert.deepEqual(parts('Saltmarsh Film Festival (Chur) 2020'), ['Saltmarsh Film Festival', null, 'Chur'])
})
