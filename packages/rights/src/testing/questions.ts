/**
 * Questions as agents and buyers put them, and what each means. Asked on 25 November 2026. What is not written was not
 * asked: everywhere, all media, all languages, all cuts; three years from today; exclusively.
 */
export const ASKED_ON = '2026-11-25'

export interface AskedQuestion {
  readonly q: string
  readonly territory?: string
  readonly media?: string
  readonly languages?: string
  readonly cuts?: readonly string[]
  readonly from?: string
  readonly to?: string | null
  readonly exclusive?: boolean
  readonly themes?: readonly string[]
  readonly words?: readonly string[]
}

export const QUESTIONS: readonly AskedQuestion[] = [
  // written before the reader was
  { q: "SVOD, Poland + Baltics, from Jan 2027, 3 years, excl., 52', English version, themes: Central Asia", territory: 'Poland, Baltics', media: 'svod', languages: 'English version', cuts: ['52'], from: '2027-01-01', to: '2029-12-31', exclusive: true, themes: ['Central Asia'] },
  { q: 'free & pay TV GAS 5 yrs from 1/3/27 non-excl', territory: 'DACH', media: 'free-tv, pay-tv', from: '2027-03-01', to: '2032-02-29', exclusive: false },
  { q: 'what have you got on Central Asia, 52 minutes, English version, free for SVOD in Poland from January?', territory: 'Poland', media: 'svod', languages: 'English version', cuts: ['52'], from: '2027-01-01', to: '2029-12-31', themes: ['Central Asia'] },
  { q: 'VàDA Pologne et pays baltes, à partir de janvier 2027, 3 ans, exclusif, version anglaise, thème Asie centrale', territory: 'Poland, Baltics', media: 'svod', languages: 'English version', from: '2027-01-01', to: '2029-12-31', exclusive: true, themes: ['Asie centrale'] },
  { q: 'Anything about glaciers for French-speaking Europe? Free TV + catch-up, 24 months from Q2 2027', territory: 'French-speaking Europe', media: 'free-tv, catch-up', from: '2027-04-01', to: '2029-03-31', themes: ['glaciers'] },
  { q: 'World excl. France & Germany, all rights, 2027-2029, non exclusive', territory: 'World excl. France, Germany', media: 'all', from: '2027-01-01', to: '2029-12-31', exclusive: false },
  { q: "90' or series, AVOD/FAST US + Canada asap, 18 months", territory: 'US, Canada', media: 'avod, fast', cuts: ['90', 'series'], from: '2026-11-25', to: '2028-05-24' },
  { q: 'TV gratuite, Suisse romande et Belgique francophone, du 1.3.2027 au 28.2.2030, sans exclusivité', territory: 'CH-fr, BE-fr', media: 'free-tv', from: '2027-03-01', to: '2030-02-28', exclusive: false },
  { q: 'Nordics, SVOD and TVOD, until end of 2028, exclusive, Swedish subtitles', territory: 'Nordics', media: 'svod, tvod', languages: 'sv:subtitled', from: '2026-11-25', to: '2028-12-31', exclusive: true },
  { q: 'Que reste-t-il sur les loups, 52 min, pour la télévision payante en Italie dès maintenant, 2 ans ?', territory: 'Italy', media: 'pay-tv', cuts: ['52'], from: '2026-11-25', to: '2028-11-24', themes: ['les loups'] },
  { q: 'Arte is after pay TV, DACH, German dubbed, 1.3.2027 – 28.2.2030', territory: 'DACH', media: 'pay-tv', languages: 'de:dubbed', from: '2027-03-01', to: '2030-02-28', words: ['Arte'] },
  { q: 'inflight worldwide 2027–29', territory: 'World', media: 'inflight', from: '2027-01-01', to: '2029-12-31' },
  { q: 'educational rights, UK & Ireland + ANZ, 7 years, non-exclusive, subjects: climate change', territory: 'UK & Ireland, Australia & New Zealand', media: 'educational', from: '2026-11-25', to: '2033-11-24', exclusive: false, themes: ['climate change'] },
  { q: 'SVOD, Pol', media: 'svod' },
  { q: 'do we have Latin America except Brazil for basic cable, Spanish version, two years from 15 March 2027', territory: 'Latin America excl. Brazil', media: 'basic-tv', languages: 'Spanish version', from: '2027-03-15', to: '2029-03-14' },
  // written when it read these
  { q: 'climate films SVOD Spain 3 years', territory: 'Spain', media: 'svod', words: ['climate'] },
  { q: "TVOD + EST, USA, 52' and 90', 1 year from delivery", territory: 'US', media: 'tvod, est', cuts: ['52', '90'], from: '2026-11-25', to: '2027-11-24' },
  { q: 'Is Aral free for pay TV in Turkey from 1 June 2027 for 18 months, exclusive?', territory: 'Turkey', media: 'pay-tv', from: '2027-06-01', to: '2028-11-30', exclusive: true, words: ['Aral'] },
  { q: 'Baltics all TV Jan 2027 - Dec 2028', territory: 'Baltics', media: 'tv', from: '2027-01-01', to: '2028-12-31' },
  { q: 'CEE excl. Poland & Hungary, pay TV, non-exclusive, 24 mths', territory: 'CEE excl. Poland, Hungary', media: 'pay-tv', from: '2026-11-25', to: '2028-11-24', exclusive: false },
  { q: 'quels films de 52 minutes sur la mer sont libres pour la SVOD au Canada francophone à partir du 1er mai 2027 ?', territory: 'CA-fr', media: 'svod', cuts: ['52'], from: '2027-05-01', to: '2030-04-30', themes: ['la mer'] },
  { q: 'droits salles, Japon, 5 ans, exclusif', territory: 'Japan', media: 'theatrical', from: '2026-11-25', to: '2031-11-24', exclusive: true },
  { q: 'Something about volcanoes for schools in Germany', territory: 'Germany', media: 'educational', themes: ['volcanoes'] },
  { q: 'AVOD, DE, AT, CH-de, from today until 31/12/2027', territory: 'DE, AT, CH-de', media: 'avod', from: '2026-11-25', to: '2027-12-31' },
  { q: 'monde hors France, tous droits, de 2027 à 2031', territory: 'World excl. France', media: 'all', from: '2027-01-01', to: '2031-12-31' },
  { q: 'Free TV Israel, Hebrew subtitles, 7 runs, two (2) years from March', territory: 'Israel', media: 'free-tv', languages: 'he:subtitled', from: '2027-03-01', to: '2029-02-28' },
  { q: "series 6x52', SVOD, Australia & New Zealand, H2 2027", territory: 'AU, NZ', media: 'svod', cuts: ['series', '6x52'], from: '2027-07-01', to: '2027-12-31' },
  { q: 'non exclusive FAST in the US, Canada and the UK starting Feb 1 2027 for 12 months', territory: 'US, CA, GB', media: 'fast', from: '2027-02-01', to: '2028-01-31', exclusive: false },
  { q: 'que reste-t-il en Europe de l’Ouest pour la télévision gratuite après 2028 ?', territory: 'Western Europe', media: 'free-tv', from: '2029-01-01', to: '2031-12-31' },
  { q: 'pay TV Middle East', media: 'pay-tv' },
  { q: 'SVOD Poland + Balitcs', territory: 'Poland', media: 'svod' },
  { q: 'VOST FR, Maroc, Algérie, Tunisie, SVOD, dès que possible, 2 ans, sans exclusivité', territory: 'MA, DZ, TN', media: 'svod', languages: 'fr:subtitled', from: '2026-11-25', to: '2028-11-24', exclusive: false },
  { q: 'women in science, Latin America, basic TV, Spanish dubbed, 3 years from mid-2027', territory: 'Latin America', media: 'basic-tv', languages: 'es:dubbed', from: '2027-07-01', to: '2030-06-30', words: ['women in science'] },
  { q: 'hotel and inflight rights, GCC, perpetuity', territory: 'GCC', media: 'hotel, inflight', from: '2026-11-25', to: null },
  { q: 'Hi, looking for docs about the Silk Road for SVOD in Scandinavia and Finland, from next January, 2 yrs, thanks', territory: 'Scandinavia, Finland', media: 'svod', from: '2027-01-01', to: '2028-12-31', themes: ['the Silk Road'] },
  { q: 'catch-up + simulcast, Belgium (French), 1/9/27-31/8/29', territory: 'BE-fr', media: 'catch-up, simulcast', from: '2027-09-01', to: '2029-08-31' },
  { q: 'GB, SVOD, exclusive, until 2028', territory: 'GB', media: 'svod', from: '2026-11-25', to: '2028-12-31', exclusive: true },
  { q: 'thèmes : climat, océans ; SVOD ; Italie ; 52 min ; version italienne', territory: 'Italy', media: 'svod', languages: 'Italian version', cuts: ['52'], themes: ['climat', 'océans'] },
  { q: 'DVD France Belgique Suisse 2027', media: 'dvd-blu-ray', territory: 'FR, BE, CH', from: '2027-01-01', to: '2027-12-31' },
  { q: 'anything left in Korea for free TV and SVOD, dubbed in Korean, from 15.4.2027 to 14.4.2029?', territory: 'KR', media: 'free-tv, svod', languages: 'ko:dubbed', from: '2027-04-15', to: '2029-04-14' },
  { q: 'produced since 2024, on migration, SVOD, Nordics', territory: 'Nordics', media: 'svod', themes: ['migration'] },
  { q: '', },
  { q: 'wolves', words: ['wolves'] },
] // prettier-ignore
