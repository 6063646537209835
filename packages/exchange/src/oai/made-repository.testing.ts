/** For tests: a catalogue that is harvested. */
import { emptySheet } from '@vitrine/catalogue'
import { madeFilm } from '../made-film.ts'
import { filmOut, OPTIONS } from '../testing/round-trip.ts'
import type { OaiItem, Repository } from './answer.ts'

const day = (n: number) => `2026-01-0${n}T10:00:00.000Z`
const ITEMS: OaiItem[] = [
  { id: 'f1', changedAt: day(1), sets: ['rivers'], film: filmOut(madeFilm(), 'f1', 'https://house.example/en/films/salt') },
  { id: 'f2', changedAt: day(2), sets: [], film: null },
  { id: 'f3', changedAt: day(3), sets: ['rivers'], film: filmOut(emptySheet('Bare'), 'f3') },
]
const PART = 2
/** Three films, one of them withdrawn, in parts of two. */
export const madeRepository: Repository = {
  address: 'https://house.example/oai',
  sender: OPTIONS.sender,
  locale: 'en',
  now: '2026-11-26T12:00:00.000Z',
  earliest: async () => ITEMS[0]!.changedAt,
  sets: async () => [{ slug: 'rivers', name: 'Rivers' }],
  find: async (id) => ITEMS.find((one) => one.id === id) ?? null,
  async list({ from, until, set, after }) {
    const inside = ITEMS.filter(
      ({ changedAt, sets, id }) =>
        (from === null || changedAt.slice(0, from.length - Number(from.endsWith('Z'))) >= from.replace(/Z$/, '')) &&
        (until === null || changedAt.slice(0, until.length - Number(until.endsWith('Z'))) <= until.replace(/Z$/, '')) &&
        (set === null || sets.includes(set)) &&
        (after === null || changedAt > after.at || (changedAt === after.at && id > after.id)),
    )
    return { items: inside.slice(0, PART), more: inside.length > PART }
  },
}
