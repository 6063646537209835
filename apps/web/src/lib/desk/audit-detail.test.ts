import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskHouse } from '@vitrine/messages/desk-house'
import { auditDetail } from './audit-detail.ts'

const ID = '01jg4zthej546qjrs32mm7623g'
const said = (locale: 'en' | 'fr', verb: string, detail: Record<string, unknown>, subject = '') =>
  auditDetail({ verb, subject, detail }, deskHouse[locale], locale).replaceAll(/[\u00a0\u202f]/g, ' ')

test('an amount is money, with its currency and its decimals', () => {
  const offer = { to: 'offered', offer: ID, version: 1, currency: 'EUR', minor: 600_000 }
  assert.equal(said('en', 'sendOffer', offer), 'Offered · version 1 · EUR 6,000.00')
  assert.match(said('fr', 'sendOffer', offer), / · version 1 · 6 000,00 EUR$/)
  const amended = { amendment: 2, licences: [ID], effective: '2027-07-01', currency: 'EUR', price: 1_200_000, before: 1_000_000 }
  assert.equal(said('en', 'amendDeal', amended), 'amendment 2 · licences: 1 · from 1 July 2027 · EUR 12,000.00')
  assert.equal(said('fr', 'amendDeal', amended), 'avenant 2 · licences : 1 · à partir du 1er juillet 2027 · 12 000,00 EUR')
  assert.equal(said('en', 'notePayment', { sum: 550_000, invoice: ID }), '', 'without a currency it would be read a hundredfold')
})
test('what is for programs is left out or counted, what is empty is not said', () => {
  const entry = {
    kind: 'licence',
    note: null,
    party: 'Helios VOD',
    status: 'signed',
    version: 1,
    contract: 'L-902',
    effective: null,
  }
  assert.equal(said('fr', 'writeEntry', entry, 'Entry'), 'Licence (droits cédés) · avec Helios VOD · Signé · version 1 · contrat L-902') // prettier-ignore
  assert.equal(said('en', 'sendRequest', { kind: 'screener', titleIds: [ID, ID] }), 'Screener · films: 2')
  assert.equal(said('fr', 'dropSheet', { file: 'x', part: 0 }), '')
  assert.equal(said('en', 'openDeal', { company: ID, number: 27 }), 'number 27')
  assert.equal(said('en', 'seatBuyer', { company: ID, companyRole: 'lead' }), 'Answers for the company')
})
test('French has no English in it', () => {
  assert.equal(said('fr', 'changeDeal', { fields: ['likelihood'], revision: 2 }), 'Probabilité (%) · État 2')
  assert.equal(said('fr', 'importRates', { first: '2024-12-27', last: '2026-11-27', changed: 404, sales: 0 }), 'du 27 décembre 2024 · au 27 novembre 2026 · modifié : 404 · ventes modifiées : 0') // prettier-ignore
  assert.equal(said('fr', 'loseDeal', { to: 'lost', reason: 'price' }), 'Perdue · Le prix')
})

test('whatever a trail that was brought in names is shown as it is, and breaks nothing', () => {
  const odd = JSON.parse('{"__proto__":"a","constructor":"b","toString":3,"kind":"constructor","to":"__proto__","currency":"euros","minor":5}') as Record<string, unknown> // prettier-ignore
  assert.equal(said('en', 'x', odd), '__proto__ a · constructor b · toString: 3 · constructor · __proto__')
})
test('what was taken back is not read as done', () => {
  assert.equal(said('en', 'removeNote', { removed: false }), 'brought back')
  assert.equal(said('fr', 'keepApart', { other: ID, apart: false }), 'annulé')
  assert.equal(said('fr', 'stopLetters', { stopped: false }), 'elles partent de nouveau')
  assert.equal(said('en', 'changeWebhook', { on: false }), 'rests')
  assert.equal(said('fr', 'saveExportSchedule', { name: 'Weekly', on: true }), 'en marche')
  assert.equal(said('en', 'importSheets', { created: 2, stopped: false }), 'new: 2')
  assert.equal(said('en', 'changeUser', { role: 'sales', disabled: false }), 'Sales')
})
test('a field is called what it is called where it was changed', () => {
  assert.equal(said('en', 'changeSettings', { changed: ['name', 'timeZone'] }), 'Name of the house and Time zone of the house')
  assert.equal(said('fr', 'changeContact', { changed: ['name', 'phone'] }, 'Contact'), 'Nom et Téléphone')
  assert.equal(said('en', 'changeDeal', { fields: ['ownerId', 'expectedMinor'] }, 'Deal'), 'Agent and Expected price')
})
