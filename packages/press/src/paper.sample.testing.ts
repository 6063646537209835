/** An invented contract for tests of the press. */
import type { PaperContent } from '@vitrine/deals/papers/paper'
import { scheduleOf } from '@vitrine/deals/schedule/schedule'
import { readTerms } from '@vitrine/rights/book/read-book'

const rights = readTerms({ kind: 'licence', exclusive: true, territory: 'DACH', media: 'free tv, catch-up', languages: 'de:dubbed, de:subtitled', from: '2027-01-01', to: '2029-12-31', runs: 3, catchUpDays: 7, holdbacks: [{ territory: 'DACH', media: 'svod', from: '2027-01-01', to: '2027-06-30' }] }, 'x') // prettier-ignore

export function sampleContent(change: Partial<PaperContent> = {}): PaperContent {
  const { blocks, text } = scheduleOf(rights, change.locale ?? 'en')
  return {
    kind: 'contract',
    locale: 'en',
    paper: 'a4',
    title: 'Licence agreement',
    reference: 'D-12 / C-1',
    day: '2026-11-26',
    example: true,
    parties: [
      { side: 'house', role: 'Licensor', name: 'Ferry Films', address: '4 Quay Street\n1000 Harbour', signatory: 'Iris Okafor' },
      { side: 'buyer', role: 'Licensee', name: 'Kanal Nord', address: null, signatory: 'Jon Arvid' },
    ],
    clauses: [
      { id: 'a', version: 1, heading: 'Rights granted', paragraphs: [{ text: 'The Licensor grants the following.' }, { part: 'schedule' }] },
      { id: 'b', version: 1, heading: 'Price', paragraphs: [{ part: 'prices' }, { text: '#text(red)[$ 100 @x <y> \\ _z_ *b*' }] },
      { id: 'c', version: 2, heading: 'Payment', paragraphs: [{ part: 'payments' }] },
      { id: 'd', version: 1, heading: 'Delivery', paragraphs: [{ part: 'materials' }] },
    ],
    films: [{ title: 'The Ferry Log', facts: 'Ilse Marwan · 2024 · 52 min', blocks, schedule: text, materials: [{ what: 'The film (HD ProRes 422 HQ)', when: '30 days after signature' }] }],
    prices: { rows: [{ label: 'The Ferry Log', amount: '€12,500.00' }], total: { label: 'Total, without value added tax', amount: '€12,500.00' } },
    payments: [{ when: 'On signature', share: '50%', amount: '€6,250.00' }, { when: '30 days after delivery', share: '50%', amount: '€6,250.00' }],
    note: null,
    ...change,
  }
} // prettier-ignore
