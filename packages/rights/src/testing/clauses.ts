/**
 * Rights clauses as contracts and deal memos put them, and the entry each means. Read on 25 November 2026. What is not
 * written here the clause does not say.
 */
import type { EventKind } from '../book/entry.ts'
import type { EntryKind } from '../book/line.ts'

export interface WrittenClause {
  readonly c: string
  readonly kind: EntryKind
  readonly exclusive?: boolean
  readonly territory?: string
  readonly media?: string
  readonly languages?: string
  readonly from?: string
  /** null: in perpetuity. */
  readonly to?: string | null
  readonly event?: { kind: EventKind; months?: number; earliest?: string; latestStart?: string; outer?: string }
  readonly runs?: { count: number; withinMonths?: number }
  readonly catchUpDays?: number
  readonly expires?: string
  readonly holdbacks?: readonly { media: string; territory?: string; months?: number; until?: string; event?: EventKind }[]
  /** Codes of notes that must be there. */
  readonly notes?: readonly string[]
}

export const CLAUSES: readonly WrittenClause[] = [
  // written before the reader was
  { c: 'exclusive free and pay TV incl. catch-up 7 days, DACH & South Tyrol, 3 runs within 24 months from 1 March 2027, German dubbed and subtitled', kind: 'licence', exclusive: true, territory: 'DACH', media: 'free-tv, pay-tv, catch-up', languages: 'de:dubbed, de:subtitled', from: '2027-03-01', to: '2029-02-28', runs: { count: 3, withinMonths: 24 }, catchUpDays: 7, notes: ['left-out'] },
  { c: 'The Licensor grants to the Licensee, on an exclusive basis, the Free Television and Catch-up rights in the Territory of France, its DOM-TOM, Monaco and Andorra, in the French language (dubbed and/or subtitled), for a period of thirty-six (36) months as from 1st January 2027, for three (3) runs, each with a catch-up window of seven (7) days.', kind: 'licence', exclusive: true, territory: 'France & DOM-TOM', media: 'free-tv, catch-up', languages: 'fr:dubbed, fr:subtitled', from: '2027-01-01', to: '2029-12-31', runs: { count: 3 }, catchUpDays: 7 },
  { c: 'Le Distributeur concède à titre exclusif au Diffuseur les droits de télédiffusion gratuite et de rattrapage (7 jours) pour la Belgique francophone, en version française, pour trois (3) passages sur une durée de vingt-quatre (24) mois à compter du 1er mars 2027.', kind: 'licence', exclusive: true, territory: 'BE-fr', media: 'free-tv, catch-up', languages: 'French version', from: '2027-03-01', to: '2029-02-28', runs: { count: 3, withinMonths: 24 }, catchUpDays: 7 },
  { c: 'Non-exclusive SVOD rights, Nordics, 24 months from delivery, but no later than 31 December 2029.', kind: 'licence', exclusive: false, territory: 'Nordics', media: 'svod', event: { kind: 'delivery', months: 24, outer: '2029-12-31' } },
  { c: 'Holdback: free TV 6 months', kind: 'holdback', holdbacks: [{ media: 'free-tv', months: 6 }] },
  { c: 'Exclusive pay TV, Italy & Vatican & San Marino, 2 years from 01.06.2027. No SVOD in the territory until 12 months after first broadcast.', kind: 'licence', exclusive: true, territory: 'Italy & Vatican & San Marino', media: 'pay-tv', from: '2027-06-01', to: '2029-05-31', holdbacks: [{ media: 'svod', months: 12, event: 'first-broadcast' }] },
  { c: 'The Producer grants the Sales Agent the exclusive right to distribute the Film throughout the world excluding France and Belgium, in all media and all languages, for seven (7) years from signature of this agreement.', kind: 'grant', exclusive: true, territory: 'World excl. France, Belgium', media: 'all', languages: 'all', event: { kind: 'signature', months: 84 } },
  { c: 'Option until 31 March 2027: SVOD Spain and Portugal, exclusive, 3 years from 1 July 2027', kind: 'option', exclusive: true, territory: 'Spain, Portugal', media: 'svod', from: '2027-07-01', to: '2030-06-30', expires: '2027-03-31' },
  { c: 'Free TV, Poland, exclusive, three (4) runs, 1 January 2027 - 31 December 2028', kind: 'licence', exclusive: true, territory: 'Poland', media: 'free-tv', from: '2027-01-01', to: '2028-12-31', runs: { count: 3 }, notes: ['number-disagrees'] },
  { c: 'Territory: UK & Ireland\nRights: SVOD, AVOD\nLanguage: English\nTerm: 5 years from 1 April 2027\nExclusivity: non-exclusive', kind: 'licence', exclusive: false, territory: 'UK & Ireland', media: 'svod, avod', languages: 'en', from: '2027-04-01', to: '2032-03-31' },
  { c: 'Le Producteur confie au Vendeur, à titre exclusif, le mandat de vente du Film dans le monde entier hors France et Suisse, tous médias, pour une durée de dix (10) ans à compter de la signature des présentes.', kind: 'grant', exclusive: true, territory: 'World excl. France, Switzerland', media: 'all', event: { kind: 'signature', months: 120 } },
  { c: 'TVOD and EST, worldwide, non-exclusive, in perpetuity from 1/1/2027', kind: 'licence', exclusive: false, territory: 'World', media: 'tvod, est', from: '2027-01-01', to: null },
  { c: 'Exclusive basic and pay TV rights for Benelux, Dutch and French subtitled versions, unlimited runs over 18 months starting 15/09/2027; SVOD holdback of 6 months.', kind: 'licence', exclusive: true, territory: 'Benelux', media: 'basic-tv, pay-tv', from: '2027-09-15', to: '2029-03-14', holdbacks: [{ media: 'svod', months: 6 }] },
  { c: 'SVOD exclusif, Canada francophone, VF, 24 mois à partir de la première diffusion (au plus tard le 1er septembre 2028)', kind: 'licence', exclusive: true, territory: 'CA-fr', media: 'svod', languages: 'French version', event: { kind: 'first-broadcast', months: 24, latestStart: '2028-09-01', outer: '2030-08-31' } },
  { c: 'Producer reserves theatrical and festival rights worldwide until 30 June 2027.', kind: 'holdback', territory: 'World', media: 'theatrical, festival', to: '2027-06-30' },
  // written when it read these
  { c: 'SVOD, non-exclusive, Poland, Czech Republic, Slovakia & Hungary, 1 Feb 2027 – 31 Jan 2029, Polish voice-over, Czech and Slovak subtitled', kind: 'licence', exclusive: false, territory: 'PL, CZ, SK, HU', media: 'svod', languages: 'pl:voice-over', from: '2027-02-01', to: '2029-01-31', notes: ['ambiguous'] },
  { c: '1. Rights granted: Free TV (terrestrial), exclusive\n2. Territory: Denmark, Norway and Sweden\n3. Licence period: 36 months from technical acceptance of the materials\n4. Runs: 4\n5. Catch-up: 30 days after each transmission', kind: 'licence', exclusive: true, territory: 'DK, NO, SE', media: 'free-tv, catch-up', event: { kind: 'acceptance', months: 36 }, runs: { count: 4 }, catchUpDays: 30 },
  { c: 'Licensor hereby licenses to Licensee the exclusive SVOD rights in and to the Programme throughout Canada (English) in the English language for a licence period of twenty-four (24) consecutive months commencing on 1 October 2027 and ending on 30 September 2029.', kind: 'licence', exclusive: true, territory: 'CA-en', media: 'svod', languages: 'en', from: '2027-10-01', to: '2029-09-30' },
  { c: 'Licensor shall not license any AVOD or FAST rights in the Territory for twelve (12) months from first broadcast.', kind: 'holdback', holdbacks: [{ media: 'avod, fast', months: 12, event: 'first-broadcast' }] },
  { c: 'Droits : TV payante et SVOD\nTerritoire : Suisse romande, Luxembourg et Monaco\nDurée : 3 ans à compter du 15/01/2027\nExclusivité : oui\nLangue : français', kind: 'licence', exclusive: true, territory: 'CH-fr, LU, MC', media: 'pay-tv, svod', languages: 'fr', from: '2027-01-15', to: '2030-01-14' },
  { c: 'Mandat de vente exclusif, monde entier hors Canada, tous droits, 7 ans à compter du 1er décembre 2026', kind: 'grant', exclusive: true, territory: 'World excl. Canada', media: 'all', from: '2026-12-01', to: '2033-11-30' },
  { c: 'Exclusive free TV Germany, Austria and German-speaking Switzerland; 2 runs within 12 months as of 1.9.2027; 7 days catch-up after each run; SVOD holdback until 31 August 2028', kind: 'licence', exclusive: true, territory: 'DE, AT, CH-de', media: 'free-tv, catch-up', from: '2027-09-01', to: '2028-08-31', runs: { count: 2, withinMonths: 12 }, catchUpDays: 7, holdbacks: [{ media: 'svod', until: '2028-08-31' }] },
  { c: 'All television and VOD rights in Greece and Cyprus, non-exclusive, five years from delivery, commencing no later than 1 January 2028', kind: 'licence', exclusive: false, territory: 'GR, CY', media: 'tv, vod', event: { kind: 'delivery', months: 60, latestStart: '2028-01-01', outer: '2032-12-31' } },
  { c: 'Le Licencié dispose d’une option jusqu’au 30 juin 2027 sur les droits SVOD exclusifs pour l’Espagne et l’Amérique latine hispanophone, durée deux (2) ans.', kind: 'option', exclusive: true, territory: 'Spain, Spanish-speaking Latin America', media: 'svod', expires: '2027-06-30' },
  { c: 'Educational and public screening rights, USA, exclusive, perpetual licence from 1 January 2027, English original version', kind: 'licence', exclusive: true, territory: 'US', media: 'educational, public-screening', languages: 'en:original', from: '2027-01-01', to: null },
  { c: 'Inflight, non-exclusive, worldwide, English and French subtitled, cycle of 3 months from 1 May 2027', kind: 'licence', exclusive: false, territory: 'World', media: 'inflight', from: '2027-05-01', to: '2027-07-31', notes: ['ambiguous'] },
  { c: 'Pay TV and SVOD in Turkey on an exclusive basis for eighteen (18) months from first broadcast, not before 1 March 2027 and in any event no later than 31 December 2029, five (5) runs.', kind: 'licence', exclusive: true, territory: 'Turkey', media: 'pay-tv, svod', event: { kind: 'first-broadcast', months: 18, earliest: '2027-03-01', outer: '2029-12-31' }, runs: { count: 5 } },
  { c: 'Le Producteur se réserve les droits d’exploitation en salles et festivals en France jusqu’au 31 décembre 2027.', kind: 'holdback', territory: 'FR', media: 'theatrical, festival', to: '2027-12-31' },
  { c: 'Concession non exclusive des droits VàDA et VàD à l’acte pour le Maghreb, en version arabe et française, pour une durée de 2 ans à compter de la livraison du matériel.', kind: 'licence', exclusive: false, territory: 'Maghreb', media: 'svod, tvod', languages: 'Arabic version, French version', event: { kind: 'delivery', months: 24 } },
  { c: 'Free-to-air television, Republic of Korea, exclusive, Korean dubbed or subtitled, unlimited runs, 1/4/2027 to 31/3/2029, no VOD before 1 October 2027', kind: 'licence', exclusive: true, territory: 'KR', media: 'free-tv', languages: 'ko:dubbed, ko:subtitled', from: '2027-04-01', to: '2029-03-31', holdbacks: [{ media: 'vod', until: '2027-09-30' }], notes: ['runs-unlimited'] },
  { c: 'The Distributor is appointed sales agent for the Film, all rights, universe excluding Japan, exclusive, until 31 December 2034.', kind: 'grant', exclusive: true, territory: 'World excl. Japan', media: 'all', to: '2034-12-31' },
  { c: '12 month SVOD holdback, 6 month AVOD holdback. Pay TV exclusive, Israel, 2 years from 1 June 2027, 8 runs', kind: 'licence', exclusive: true, territory: 'Israel', media: 'pay-tv', from: '2027-06-01', to: '2029-05-31', runs: { count: 8 }, holdbacks: [{ media: 'svod', months: 12 }, { media: 'avod', months: 6 }] },
] // prettier-ignore
