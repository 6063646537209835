import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDurations } from './durations.ts'

/** Every notation of the field, as it stands behind a label, with the cuts it means: minutes, or `episodes x minutes`. */
const NOTATIONS: Record<string, string[]> = {
  "52'": ['52'], '52’': ['52'], '52′': ['52'], "52 '": ['52'], '52min': ['52'], '52 min': ['52'], '52 min.': ['52'], '52 mins': ['52'], '(97 mins)': ['97'], '52 Min.': ['52'], '52 mn': ['52'], '52 minutes': ['52'], '8 Minuten': ['8'], '71m': ['71'], '75': ['75'],
  '1h32': ['92'], '1H20': ['80'], '1h 32': ['92'], '1 h 18 min': ['78'], '1 hour 30 minutes': ['90'], '2 Stunden 5 Minuten': ['125'], '00:11:38': ['12'], '00:56:29': ['56'], '89 min 38 sec': ['90'], '12 min. 43 sec.': ['13'], '12 min 29 s': ['12'], "90'35\"": ['91'],
  "70' - 52'": ['70', '52'], '75’&52’': ['75', '52'], '90’ & 52’': ['90', '52'], '52’ or 72’': ['52', '72'], '[72’] or [52’]': ['72', '52'], '52/90 min': ['52', '90'], "52' / 90'": ['52', '90'], '52, 75 and 90 minutes': ['52', '75', '90'],
  "3 x 52'": ['3x52'], '3x52’': ['3x52'], '3×60’': ['3x60'], '[6x30’]': ['6x30'], '20x26’': ['20x26'], "2x52' or 1x100'": ['2x52', '1x100'], '6 x 120’ and 12 x 60’': ['6x120', '12x60'], '1 part (60 minutes)': ['1x60'], '3 episodes of 52 minutes': ['3x52'], '6 épisodes de 26 minutes': ['6x26'], '4 Folgen à 45 Min.': ['4x45'], '52 min x 3': ['3x52'],
  '686 mt': [], '75 min (2050 metres)': ['75'], '2020': [], unknown: [], '27th': [],
} // prettier-ignore

test('every notation of a running time is read in whole minutes, seconds rounded half up', () => {
  for (const [printed, cuts] of Object.entries(NOTATIONS)) {
    const { found } = readDurations({ text: printed, start: 10 }, true)
    assert.deepEqual(
      found.map((one) => (one.episodes === null ? `${one.minutes}` : `${one.episodes}x${one.minutes}`)),
      cuts,
      printed,
    )
    for (const one of found) assert.match(printed.slice(one.start - 10, one.end - 10), /\d/, printed)
  }
})

test('hours and minutes that may be minutes and seconds are not guessed', () => {
  const { found, rest, ambiguous } = readDurations({ text: '1:32', start: 0 }, true)
  assert.deepEqual({ found, rest, ambiguous }, { found: [], rest: '1 32', ambiguous: true })
})

test('a length is alone where nothing but words about lengths stands beside it', () => {
  const alone = (text: string) => readDurations({ text, start: 0 }, false).alone
  for (const text of ["52'", '52 min or 90 min', '(3 x 52’)', "approx. 52' / tv cut 45'"]) assert.ok(alone(text), text)
  for (const text of ["52' Salt", "Salt 52'", "52' or salt", '', 'Salt']) assert.ok(!alone(text), text)
})

test('without a label a bare number is no running time', () => {
  assert.deepEqual(readDurations({ text: 'Room 52', start: 0 }, false).found, [])
})
