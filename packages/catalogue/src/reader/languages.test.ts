import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLanguages } from './languages.ts'
import type { LanguageUse } from '../model/title-sheet.ts'

const show = (text: string, use: LanguageUse | null) => {
  const reading = readLanguages({ text, start: 0 }, use)
  assert.deepEqual(reading.unknown, [], text)
  return reading.found
    .map((one) => `${one.language}${one.use === null ? '' : `:${one.use}`}${one.hardOfHearing ? ':hoh' : ''}`)
    .join(' ')
}

/** Behind a label for versions. */
const VERSIONS: Record<string, string> = {
  'ENG, FRA': 'en fr', 'ENG/FRA': 'en fr', 'GER/DEU/FRE': 'de de fr', 'French, English and German': 'fr en de', 'français et anglais': 'fr en', 'Deutsch und Englisch': 'de en', 'italiano e inglese': 'it en', 'francesa, inglesa': 'fr en', 'anglaise, allemande, italienne': 'en de it', 'EN / FR': 'en fr', 'en, fr, pt': 'en fr pt',
  OmU: 'de:subtitled', OmeU: 'en:subtitled', OmdU: 'de:subtitled', 'OmU, DF': 'de:subtitled de:dubbed', VOSTFR: 'fr:subtitled', VOSTA: 'en:subtitled', 'VO ST ANG/FRA': 'en:subtitled fr:subtitled', 'VF, VOSTFR': 'fr fr:subtitled', VOSE: 'es:subtitled', VOSI: 'en:subtitled', 'v.o. sott. it.': 'it:subtitled', 'V.O. subtitulada': '', 'V.F.': 'fr',
  'English (original), Afrikaans (dubbed), French (subtitled)': 'en:original af:dubbed fr:subtitled', 'German (dubbed, SDH)': 'de:dubbed:hoh', 'English (subtitles)': 'en:subtitled', 'French (voice-over)': 'fr:voice-over', 'Ov/d,f': 'de:subtitled fr:subtitled', 'OV/df': 'de:subtitled fr:subtitled', 'dt. Fassung': 'de', 'Engl. Span. Franz. Port. Japan. Schweizerdt.': 'en es fr pt ja gsw',
} // prettier-ignore

/** As they stand in a line of facts. */
const SPOKEN: Record<string, string> = {
  'In Estonian and Russian with English subtitles': 'et:original ru:original en:subtitled', 'Tajik w/English st': 'tg:original en:subtitled', 'Französisch mit dt. UT': 'fr:original de:subtitled', 'Dt., Franz. mit engl. UT': 'de:original fr:original en:subtitled', 'VO française sous-titrée anglais': 'fr:original en:subtitled', 'ohne Dialog': 'zxx:original', 'senza dialoghi / no dialogues': 'zxx:original zxx:original', 'castellano, catalán': 'es:original ca:original', 'anglès, castellà': 'en:original es:original', 'Farsi, Dari, Pashto': 'fa:original prs:original ps:original', 'Tamasheq': 'tmh:original',
} // prettier-ignore

test('language versions are read in every notation', () => {
  for (const [printed, wanted] of Object.entries(VERSIONS)) assert.equal(show(printed, null), wanted, printed)
})

test('spoken languages and subtitles are told apart', () => {
  for (const [printed, wanted] of Object.entries(SPOKEN)) assert.equal(show(printed, 'original'), wanted, printed)
})

test('subtitles that are none are none', () => {
  for (const printed of ['Keine', 'none', 'aucun', 'ninguno']) {
    const reading = readLanguages({ text: printed, start: 0 }, 'subtitled')
    assert.deepEqual([reading.found, reading.unknown, reading.none], [[], [], true], printed)
  }
})

test('a word that is no language is reported', () => {
  assert.deepEqual(
    readLanguages({ text: 'English, Klingonish', start: 0 }, null).unknown.map((piece) => piece.text),
    ['Klingonish'],
  )
})

test('where a language is spoken is no language of its own', () => {
  assert.equal(show('Arabic (Egypt) (original), English (subtitles)', null), 'ar:original en:subtitled')
  assert.equal(show('Portuguese (Brazil), espagnol (Mexique)', null), 'pt es')
})
