/**
 * Whom the demonstration house deals with: the buyers of its rights book and a few more, the people in them, and the market
 * where they meet. Every company and every person is invented; the addresses end in ".example", where nobody has a mailbox. One
 * company and one person stand there twice, as they do in every grown list.
 */

type Fields = Readonly<Record<string, unknown>>
export interface InventedCompany {
  company: Fields & { name: string }
  people: readonly (Fields & { name: string })[]
  notes: readonly string[]
}
export interface InventedMarket {
  market: { name: string; kind: 'market' | 'festival' | 'other'; city: string; country: string; firstDay: string; lastDay: string; stand: string }
  meetings: readonly { company: string; people: readonly string[]; films: readonly string[]; day: string; fromMinute: number; toMinute: number; place: string; about: string }[]
} // prettier-ignore

export const companies: readonly InventedCompany[] = [
  {
    company: { name: 'Kanal Ost', kinds: ['broadcaster'], country: 'DE', channels: ['Kanal Ost', 'Ost Doku'], territory: 'DACH', media: 'free-tv, catch-up', languages: 'de', slots: ['52’ current affairs', '90’ feature, history', '45–55 min Weltblick'], web: 'https://kanal-ost.example' },
    people: [
      { name: 'Anselm Krug', role: 'Head of documentary', email: 'anselm.krug@kanal-ost.example', phone: '+49 30 555 0110', languages: 'de, en', channel: 'phone', consent: 'given', consentOn: '2025-03-04' },
      { name: 'Mirja Tannhof', role: 'Acquisitions', email: 'mirja.tannhof@kanal-ost.example', languages: 'de, en, fr' },
    ],
    notes: ['Buys four runs as a rule and wants the catch-up on top. Decides in the first week of a month.'],
  },
  {
    company: { name: 'KANAL OST GmbH', kinds: ['broadcaster'], country: 'DE', phone: '+49 30 555 0100' },
    people: [{ name: 'Krug, Anselm', email: 'a.krug@mail.example' }],
    notes: [],
  },
  {
    company: { name: 'Fjordflix', kinds: ['platform'], country: 'NO', territory: 'Nordics', media: 'svod', slots: ['any length, investigation, nature', '6 × 52’ series'], web: 'https://fjordflix.example' },
    people: [{ name: 'Solveig Aune', role: 'Content, documentary', email: 'solveig@fjordflix.example', languages: 'no, en' }],
    notes: [],
  },
  {
    company: { name: 'StreamPorch', kinds: ['platform'], country: 'GB', territory: 'United Kingdom, Ireland, Australia, New Zealand', media: 'avod, fast', languages: 'en', slots: ['45–60 min'] },
    people: [{ name: 'Dilys Pemberthy', role: 'Programming', email: 'dilys@streamporch.example', languages: 'en' }],
    notes: ['Takes whole packages or nothing.'],
  },
  {
    company: { name: 'Télé Rive', kinds: ['broadcaster'], country: 'BE', channels: ['Rive 1', 'Rive Doc'], territory: 'Belgium (French), Luxembourg', media: 'free-tv, catch-up', languages: 'fr', slots: ['52’ actualité', '90’ feature'] },
    people: [{ name: 'Aurore Delmotte', role: 'Achats', email: 'aurore.delmotte@tele-rive.example', locale: 'fr', languages: 'fr, nl', channel: 'email' }],
    notes: ['Se décide après la grille de mars.'],
  },
  {
    company: { name: 'AirLoop', kinds: ['distributor', 'other'], country: 'AE', territory: 'World', media: 'inflight', languages: 'en, ar', slots: ['30–60 min, travel, nature'] },
    people: [{ name: 'Rashid Omran', role: 'In-flight content', email: 'rashid@airloop.example', languages: 'ar, en' }],
    notes: [],
  },
  {
    company: { name: 'Wisła Dokument', kinds: ['broadcaster'], country: 'PL', territory: 'Poland', media: 'free-tv, catch-up', languages: 'pl', slots: ['52’ history, society'] },
    people: [{ name: 'Jagoda Wilk', role: 'Acquisitions', email: 'jagoda.wilk@wisla-dokument.example', languages: 'pl, en' }],
    notes: ['The option runs out in January: ring in December.'],
  },
  {
    company: { name: 'Canale Grande', kinds: ['broadcaster'], country: 'IT', territory: 'Italy, San Marino, Vatican City', media: 'pay-tv, catch-up', languages: 'it', slots: ['52’ art, history'] },
    people: [{ name: 'Ludovica Sartorelli', role: 'Factual', email: 'l.sartorelli@canalegrande.example', languages: 'it, en' }],
    notes: [],
  },
  {
    company: { name: 'Edo Documentary Channel', kinds: ['broadcaster'], country: 'JP', territory: 'Japan', media: 'free-tv, basic-tv', languages: 'ja', slots: ['50’ nature, science'] },
    people: [{ name: 'Haruka Onodera', role: 'International acquisitions', email: 'onodera@edo-doc.example', languages: 'ja, en', channel: 'email' }],
    notes: [],
  },
  {
    company: { name: 'Campus Reel', kinds: ['distributor'], country: 'US', territory: 'US, Canada', media: 'educational', languages: 'en' },
    people: [{ name: 'Thaddeus Wren', role: 'Curator', email: 'wren@campusreel.example', languages: 'en' }],
    notes: [],
  },
  {
    company: { name: 'Ruta Doc', kinds: ['broadcaster', 'platform'], country: 'MX', territory: 'Latin America', media: 'basic-tv, svod', languages: 'es, pt', slots: ['52’ society, migration', '90’ feature'] },
    people: [{ name: 'Itzel Carmona', role: 'Compras', email: 'itzel@rutadoc.example', languages: 'es, pt, en' }],
    notes: [],
  },
  {
    company: { name: 'Maple & Rivière', kinds: ['broadcaster'], country: 'CA', territory: 'Canada (French)', media: 'tv', languages: 'fr', slots: ['52’ society', '90’ feature'] },
    people: [{ name: 'Gaétan Boisclair', role: 'Programmation', email: 'gaetan@maple-riviere.example', locale: 'fr', languages: 'fr, en' }],
    notes: [],
  },
  {
    company: { name: 'Baltika TV', kinds: ['broadcaster'], country: 'LT', territory: 'Baltics', media: 'free-tv, catch-up', slots: ['52’ current affairs, geopolitics'] },
    people: [{ name: 'Rasa Vėjelytė', role: 'Acquisitions', email: 'rasa@baltika.example', languages: 'lt, en, ru' }],
    notes: [],
  },
  {
    company: { name: 'Lumen Plus', kinds: ['platform'], country: 'GR', territory: 'Greece, Cyprus', media: 'svod', slots: ['any length, society'] },
    people: [{ name: 'Danae Melachrinou', role: 'Documentary desk', email: 'danae@lumenplus.example', languages: 'el, en', keptUntil: '2026-09-30', purpose: 'Asked once for a list; no business since' }],
    notes: [],
  },
  {
    company: { name: 'Festival of the Long Shadow', kinds: ['festival'], country: 'PT', web: 'https://longshadow.example' },
    people: [{ name: 'Bruno Alcoforado', role: 'Programmer', email: 'bruno@longshadow.example', languages: 'pt, fr, en' }],
    notes: ['Premieres only; decides by the end of May.'],
  },
] // prettier-ignore

/** What is to be done, so many days after the house was filled. */
export const tasks: readonly { company: string; text: string; inDays: number }[] = [
  { company: 'Wisła Dokument', text: 'Ring about the option before it runs out', inDays: 0 },
  { company: 'Télé Rive', text: 'Send the French screeners', inDays: 2 },
  { company: 'Kanal Ost', text: 'Ask how the first run went', inDays: 9 },
]

const at = (hour: number, minute: number) => hour * 60 + minute

export const markets: readonly InventedMarket[] = [
  {
    market: { name: 'Lantern Market 2027', kind: 'market', city: 'Harl', country: 'FR', firstDay: '2027-06-22', lastDay: '2027-06-24', stand: 'Stand C 12' },
    meetings: [
      { company: 'Kanal Ost', people: ['Anselm Krug', 'Mirja Tannhof'], films: ['three-deltas', 'the-well-keepers'], day: '2027-06-22', fromMinute: at(10, 0), toMinute: at(10, 30), place: 'Stand C 12', about: 'Second reading of “Three Deltas”; the autumn slots.' },
      { company: 'Fjordflix', people: ['Solveig Aune'], films: ['four-minutes-of-night'], day: '2027-06-22', fromMinute: at(10, 30), toMinute: at(11, 0), place: 'Stand C 12', about: 'Renewal for the Nordics.' },
      { company: 'Télé Rive', people: ['Aurore Delmotte'], films: ['the-tree-ring-court'], day: '2027-06-22', fromMinute: at(10, 45), toMinute: at(11, 15), place: 'Café', about: 'Deux cases de 52 minutes à l’automne.' },
      { company: 'Edo Documentary Channel', people: ['Haruka Onodera'], films: ['eadni', 'four-minutes-of-night'], day: '2027-06-22', fromMinute: at(15, 0), toMinute: at(15, 30), place: 'Their table', about: 'Delivery of the masters.' },
      { company: 'Wisła Dokument', people: ['Jagoda Wilk'], films: ['central-asia-the-call-of-isis'], day: '2027-06-23', fromMinute: at(9, 30), toMinute: at(10, 0), place: 'Stand C 12', about: 'What became of the option.' },
      { company: 'Canale Grande', people: ['Ludovica Sartorelli'], films: ['the-tree-ring-court'], day: '2027-06-23', fromMinute: at(11, 0), toMinute: at(11, 30), place: 'Stand C 12', about: 'New titles.' },
      { company: 'Festival of the Long Shadow', people: ['Bruno Alcoforado'], films: ['eadni'], day: '2027-06-24', fromMinute: at(10, 0), toMinute: at(10, 30), place: 'Bar', about: 'What could premiere there.' },
    ],
  },
] // prettier-ignore
