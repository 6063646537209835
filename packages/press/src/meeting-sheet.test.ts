import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { printMeetings } from './meeting-sheet.ts'
import type { MeetingSheetInput } from './input.ts'
import { sampleHouse } from './sample.testing.ts'

const meeting: MeetingSheetInput['meetings'][number] = {
  day: '12 April 2027',
  time: '10:00–10:30',
  place: 'Table #4 *bold*',
  company: 'Kanal Ost',
  kinds: 'Broadcaster · Germany',
  ours: ['Sam Seller'],
  about: 'Second reading of the river series',
  people: ['Ana Nowak, Acquisitions'],
  looksFor: [{ label: 'Slots', text: '52’ current affairs' }],
  bought: ['The Salt Road, until 2028'],
  asked: [],
  films: [{ title: 'Three Deltas', line: '2025 · 90’', hook: 'Where rivers end.' }],
  notes: '',
}
const input = {
  house: sampleHouse,
  market: { name: 'Sunny Side of Nowhere', where: 'Stand 12', days: '12–14 April 2027' },
  paper: 'a4' as const,
}
const textOf = async (pdf: Uint8Array) =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text.replaceAll(/\s+/g, ' ')

test('a meeting on paper: when, where, who, what they look for, what to pitch', async () => {
  const text = await textOf(await printMeetings({ ...input, meetings: [meeting], locale: 'en' }))
  for (const words of ['Sunny Side of Nowhere', '10:00–10:30', 'Table #4 *bold*', 'Kanal Ost', 'Ana Nowak, Acquisitions', '52’ current affairs', 'The Salt Road', 'Three Deltas', 'Where rivers end.'])
    assert.ok(text.includes(words), `${words}: ${text}`) // prettier-ignore
})

test('a day of forty meetings runs over pages; notes that were taken are printed', async () => {
  const meetings = Array.from({ length: 40 }, (_, n) => ({ ...meeting, company: n === 39 ? null : `Company ${n}`, notes: n === 0 ? 'Wants rivers.\nCall in May.' : '' })) // prettier-ignore
  const text = await textOf(await printMeetings({ ...input, meetings, locale: 'fr', paper: 'letter' }))
  for (const words of ['Company 38', 'Rendez-vous libre', 'Wants rivers.']) assert.ok(text.includes(words), words)
})
