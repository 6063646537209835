import assert from 'node:assert/strict'
import { test } from 'node:test'
import { madeFilm } from '../made-film.ts'
import { comesBack, filmOut, OPTIONS, survives } from '../testing/round-trip.ts'
import { EN15907 } from './en15907.ts'
import { readEn15907 } from './read-en15907.ts'
import { writeEn15907 } from './write-en15907.ts'

test('what EN 15907 can carry comes back equal', () => {
  comesBack(EN15907)
  const { sheet, doubts } = readEn15907(writeEn15907([filmOut(madeFilm())], OPTIONS).bytes).films[0]!
  assert.deepEqual([doubts, sheet.credits, sheet.festivals], [[], madeFilm().credits, madeFilm().festivals])
})

test('a work of others: what is not known is told with its line', () => {
  const xml = `<CinematographicWork id="w1" xmlns="http://filmstandards.org/x">
<title xml:lang="fr-FR">Sel</title><countryOfReference>Frankreich</countryOfReference><language>fr-FR</language>
<hasVariant><variant><duration>PT52M</duration></variant></hasVariant>
<hasAgent activity="Sponsor"><corporateBody><name>Sand AG</name></corporateBody></hasAgent>
<hasEvent><ipRegistration/></hasEvent><other/>
<identifier scheme="GUID">x</identifier></CinematographicWork>`
  const { sheet, doubts, key } = readEn15907(Buffer.from(xml)).films[0]!
  assert.deepEqual(
    [key, sheet.title, sheet.countries, sheet.originalLanguages, sheet.cuts[0]?.minutes],
    ['w1', 'Sel', ['FR'], ['fr'], 52],
  )
  assert.deepEqual(doubts.map(({ rule, line }) => `${rule} ${line}`), ['film/not-kept 5', 'film/not-kept 4', 'film/not-kept 5', 'film/not-kept 6']) // prettier-ignore
})

test('mutants are read, or refused with words', () =>
  survives(EN15907, writeEn15907([filmOut(madeFilm())], OPTIONS).bytes, { json: false }))
