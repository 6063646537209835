import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationality } from './nationalities.ts'

test('adjectives of nationality are known in nine languages, in every gender and number', () => {
  const known: Record<string, string[]> = {
    FR: ['French', 'français', 'Française', 'françaises', 'französisch', 'Französischer', 'francesa', 'francesi', 'Franse'],
    BE: ['Belgian', 'belge', 'belges', 'belgischen', 'belga', 'Belgische'],
    NO: ['Norwegian', 'norvégien', 'norvégienne', 'norwegisch', 'noruego', 'norvegese', 'norueguesa', 'Noorse'],
    US: ['American', 'américain', 'américaines', 'estadounidense', 'statunitense'],
    UY: ['Uruguayan', 'uruguayen', 'uruguayische', 'uruguaya', 'uruguaio'],
    CH: ['Swiss', 'suisse', 'Schweizer', 'suizo', 'svizzera', 'suís', 'Zwitserse'],
  }
  for (const [country, words] of Object.entries(known)) for (const word of words) assert.equal(nationality(word), country, word)
})

test('a word that two countries share, or that is no such adjective, says nothing', () => {
  for (const word of ['Korean', 'coréen', 'South', 'Dollar', 'European', 'convertible', 'Film', ''])
    assert.equal(nationality(word), null, word)
})
