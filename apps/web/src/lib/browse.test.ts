import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hrefOf, readAsked, toggled, withoutLength } from './browse.ts'

const read = (query: string) => readAsked(new URLSearchParams(query))

test('an address says what was asked, and the question has one address', () => {
  const asked = read('theme=water&q= dam &theme=history&view=list&show=40&sort=year')
  assert.deepEqual(asked, {
    text: 'dam',
    facets: { theme: ['water', 'history'] },
    sort: 'year',
    view: 'list',
    show: 48,
    cursor: null,
  })
  assert.equal(hrefOf('/en/films', asked), '/en/films?q=dam&theme=water&theme=history&sort=year&view=list&show=48')
  assert.deepEqual(read(hrefOf('', asked).slice(1)), asked)
  assert.equal(hrefOf('/en/films', read('')), '/en/films')
})

test('what is odd in an address is dropped', () => {
  assert.deepEqual(read('theme=&sort=rm&view=3d&show=1e9&status=draft&cursor=%3Cscript%3E'), {
    text: '',
    facets: {},
    sort: 'newest',
    view: 'grid',
    show: 96,
    cursor: null,
  })
  assert.equal(read(`q=${'a'.repeat(900)}`).text.length, 200)
})

test('a facet value is added and taken away, and paging starts over', () => {
  const asked = read('theme=water&show=72')
  assert.equal(hrefOf('', toggled(asked, 'theme', 'history')), '?theme=water&theme=history')
  assert.equal(hrefOf('', toggled(asked, 'theme', 'water')), '')
})

test('a length that is typed among the words chooses its slot, in either language and as the trade writes it', () => {
  for (const [typed, text, slot] of [
    ['climate 52 minutes', 'climate', '52'],
    ['climat, 52’', 'climat', '52'],
    ["52' climat", 'climat', '52'],
    ['Klima 90 Min.', 'Klima', '90'],
    ['mer 26 mn', 'mer', '26'],
    ['3 x 52 min deltas', 'deltas', 'series'],
  ])
    assert.deepEqual(withoutLength(typed!), { text, slot }, typed)
  for (const typed of ['Four Minutes of Night', 'May 1968', "l'eau", '7 mineurs', "Route 66'ers"])
    assert.deepEqual(withoutLength(typed), { text: typed, slot: null }, typed)
  const asked = read('q=climate 52 min')
  assert.deepEqual([asked.text, asked.facets, asked.sort], ['climate', { slot: ['52'] }, 'relevance'])
  assert.equal(hrefOf('', toggled(asked, 'slot', '52')), '?q=climate', 'and is taken away as any other')
})
