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
  /** When the films were made; null: and since. */
  readonly years?: readonly [from: number, to: number | null]
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
  { q: 'produced since 2024, on migration, SVOD, Nordics', territory: 'Nordics', media: 'svod', themes: ['migration'], years: [2024, null] },
  // a third round, written without looking at the reader
  { q: 'What have you got for SVOD in Poland and the Baltics, three years from January 2027, exclusive?', territory: 'PL, EE, LV, LT', media: 'svod', from: '2027-01-01', to: '2029-12-31', exclusive: true },
  { q: 'Can I still get free TV Italy on anything about mountains, 52 minutes, starting next spring?', territory: 'IT', media: 'free-tv', cuts: ['52'], from: '2027-04-01', to: '2030-03-31', themes: ['mountains'] },
  { q: 'Looking for non-ex AVOD and FAST rights, LatAm, Spanish dub, 2 years from 1/3/27', territory: 'Latin America', media: 'avod, fast', languages: 'es:dubbed', from: '2027-03-01', to: '2029-02-28', exclusive: false },
  { q: 'Vous avez quoi en SVOD pour la Belgique et la Suisse romande, à partir de septembre 2027, pour 18 mois ?', territory: 'BE, CH-fr', media: 'svod', from: '2027-09-01', to: '2029-02-28' },
  { q: 'We are searching Free-TV incl. Mediathek for Germany/Austria/Switzerland, licence start 01.04.2027, 3 years, exclusive, German voice over', territory: 'DE, AT, CH', media: 'free-tv, catch-up', languages: 'de:voice-over', from: '2027-04-01', to: '2030-03-31', exclusive: true },
  { q: 'Du 90 minutes en salles, France, sortie automne 2027', territory: 'FR', media: 'theatrical', cuts: ['90'] },
  { q: 'Pay TV only, Nordics without Iceland, 5 runs over 3 years as of 1 July 2027', territory: 'Nordics excl. IS', media: 'pay-tv', from: '2027-07-01', to: '2030-06-30' },
  { q: "Inflight, worldwide, English subtitles, 6 months from Feb '27, non-exclusive please", territory: 'World', media: 'inflight', languages: 'en:subtitled', from: '2027-02-01', to: '2027-07-31', exclusive: false },
  { q: 'all rights Japan 7 yrs from 1st of April 2027', territory: 'JP', media: 'all', from: '2027-04-01', to: '2034-03-31' },
  { q: 'Droits TV et VOD, monde hors France et Belgique, 5 ans, exclusif', territory: 'World excl. FR, BE', media: 'tv, vod', to: '2031-11-24', exclusive: true },
  { q: 'is anything free for svod in the Gulf + Egypt, arabic subs, 2028-2030?', territory: 'GCC, EG', media: 'svod', languages: 'ar:subtitled', from: '2028-01-01', to: '2030-12-31' },
  { q: 'Educational rights for North American universities, 10 years, non exclusive', territory: 'US, CA', media: 'educational', to: '2036-11-24', exclusive: false },
  { q: "I'd need Benelux basic cable, Dutch subtitled, Q2 2027 through Q1 2029", territory: 'Benelux', media: 'basic-tv', languages: 'nl:subtitled', from: '2027-04-01', to: '2029-03-31' },
  { q: 'Pour Arte : free TV + rattrapage, France et Allemagne, VF et VA, 2027 à 2029', territory: 'FR, DE', media: 'free-tv, catch-up', languages: 'VF', from: '2027-01-01', to: '2029-12-31', words: ['Arte'] },
  { q: 'TVOD/EST UK & Ireland, from now for 4 years', territory: 'GB, IE', media: 'tvod, est', to: '2030-11-24' },
  { q: 'Spain, Portugal: SVOD exclusivity until end of 2028', territory: 'ES, PT', media: 'svod', to: '2028-12-31', exclusive: true },
  { q: 'Do you have something with wolves for Pay-TV in German speaking Europe, ab 2027 for 2 years, non-exclusive is ok', territory: 'DACH', media: 'pay-tv', from: '2027-01-01', to: '2028-12-31', exclusive: false, words: ['wolves'] },
  { q: "Séries de 3x52' pour la télé payante en Pologne, dispo en janvier 2028", territory: 'PL', media: 'pay-tv', cuts: ['series', '3x52'], from: '2028-01-01', to: '2030-12-31' },
  { q: "what's left in Asia excl. China & Japan for VoD, all languages, from mid 2027", territory: 'Asia excl. CN, JP', media: 'vod', languages: 'all', from: '2027-07-01', to: '2030-06-30' },
  { q: 'Catch-up 30 days Australia & NZ alongside free TV, 1 Jan 27 – 31 Dec 28, excl', territory: 'AU, NZ', media: 'free-tv, catch-up', from: '2027-01-01', to: '2028-12-31', exclusive: true },
  { q: '52min science docs, World ex US, SVOD non-excl., 2 yrs', territory: 'World excl. US', media: 'svod', cuts: ['52'], to: '2028-11-24', exclusive: false, words: ['science'] },
  { q: 'Un doc sur la mer pour les écoles et médiathèques en France, non exclusif, 5 ans à compter du 01/09/2027', territory: 'FR', media: 'educational', from: '2027-09-01', to: '2032-08-31', exclusive: false, themes: ['la mer'] },
  { q: 'Hungarian TV wants the 52 in Hungarian, free tv, two years from 15 Feb 2027', territory: 'HU', media: 'free-tv', languages: 'hu', from: '2027-02-15', to: '2029-02-14' },
  { q: 'Turkey and Israel, everything except theatrical, from 2027, 4 years, exclusive', territory: 'TR, IL', media: 'all excl. theatrical', from: '2027-01-01', to: '2030-12-31', exclusive: true },
  { q: 'Toute la TV hors pay, Québec, en français, 2027-2029', media: 'tv excl. pay-tv', languages: 'fr', from: '2027-01-01', to: '2029-12-31' },
  { q: 'SVOD in CEE but not Poland or Hungary, 3 yrs from May 2027', territory: 'CEE excl. PL, HU', media: 'svod', from: '2027-05-01', to: '2030-04-30' },
  { q: 'Hotel & ship rights, worldwide excluding North Korea and Russia, 2 years, start asap', territory: 'World excl. KP, RU', media: 'hotel, ship', to: '2028-11-24' },
  { q: 'Features over 80 minutes, theatrical and TVOD, Greece & Cyprus, from March 2027', territory: 'GR, CY', media: 'theatrical, tvod', from: '2027-03-01', to: '2030-02-28' },
  { q: "Films de moins de 60 minutes sur l'Afrique, AVOD, Afrique francophone, en français, à partir du 1er mars 2027 pour deux ans", territory: 'French-speaking Africa', media: 'avod', languages: 'fr', from: '2027-03-01', to: '2029-02-28', themes: ["l'Afrique"] },
  { q: 'FTA Brazil, Portuguese dubbed or subtitled, 24 months from 1st June 2027, exclusive', territory: 'BR', media: 'free-tv', languages: 'pt:dubbed, pt:subtitled', from: '2027-06-01', to: '2029-05-31', exclusive: true },
  { q: 'We would be interested for Linear TV (free and pay) in the Czech Republic and Slovakia, from the 1st of January until the 31st of December 2028', territory: 'CZ, SK', media: 'free-tv, pay-tv', from: '2028-01-01', to: '2028-12-31' },
  { q: 'svod + avod, south korea, korean subs, 3y, non-ex, from 2027-05-01', territory: 'KR', media: 'svod, avod', languages: 'ko:subtitled', from: '2027-05-01', to: '2030-04-30', exclusive: false },
  { q: "DVD et VOD à l'acte, Suisse et Luxembourg, 3 ans dès avril 2027, en exclu", territory: 'CH, LU', media: 'dvd-blu-ray, tvod', from: '2027-04-01', to: '2030-03-31', exclusive: true },
  { q: 'Is anything from 2024 or later available to ZDF for free TV plus ZDFmediathek, German speaking territories, from January 2028?', territory: 'DACH', media: 'free-tv, catch-up', from: '2028-01-01', to: '2030-12-31', words: ['ZDF'], years: [2024, null] },
  { q: 'docs produced 2025 and 2026, SVOD, Iberia, from 2027 for three years', territory: 'Iberia', media: 'svod', from: '2027-01-01', to: '2029-12-31', years: [2025, 2026] },
  { q: "Qu'est-ce qui se libère en Scandinavie pour la télé gratuite en 2029 ?", territory: 'Scandinavia', media: 'free-tv', from: '2029-01-01', to: '2029-12-31' },
  { q: 'Festival and public screening, Canada, French version, October to December 2027', territory: 'CA', media: 'festival, public-screening', languages: 'French version', from: '2027-10-01', to: '2027-12-31' },
  { q: 'the whole of Latin America minus Brazil and Mexico, pay TV, ES subs, five years beginning September 1, 2027', territory: 'Latin America excl. BR, MX', media: 'pay-tv', languages: 'es:subtitled', from: '2027-09-01', to: '2032-08-31' },
  { q: 'Non-theatrical, USA only, next 3 years', territory: 'US', media: 'non-theatrical', to: '2029-11-24' },
  { q: 'SVOD exclusive, MENA w/o Israel, Arabic, Jan 1 2027 to Dec 31 2029', territory: 'MENA excl. IL', media: 'svod', languages: 'ar', from: '2027-01-01', to: '2029-12-31', exclusive: true },
  { q: "Je cherche des 26' et des 52' jeunesse, TV gratuite, Maghreb, version arabe, 2 ans à partir de janvier prochain", territory: 'Maghreb', media: 'free-tv', languages: 'Arabic version', cuts: ['26', '52'], from: '2027-01-01', to: '2028-12-31', words: ['jeunesse'] },
  { q: 'Can we do Ireland separately from the UK? SVOD, non-exclusive, 12 months from Jan', territory: 'IE', media: 'svod', from: '2027-01-01', to: '2027-12-31', exclusive: false },
  { q: 'FAST channel, USA & Canada, in English, non-exclusive, 1 year rolling from 1 Feb 2027', territory: 'US, CA', media: 'fast', languages: 'en', from: '2027-02-01', to: '2028-01-31', exclusive: false },
  { q: 'Licence period 01.01.2027-31.12.2031, Territory: Italy incl. San Marino & Vatican, Media: all TV', territory: 'IT, SM, VA', media: 'tv', from: '2027-01-01', to: '2031-12-31' },
  { q: 'For RTS: free TV, French speaking Switzerland, 2 runs in 2 years, 7 days replay, from October 2027', territory: 'CH-fr', media: 'free-tv, catch-up', from: '2027-10-01', to: '2029-09-30', words: ['RTS'] },
  { q: 'environment films nobody has bought in Finland yet, free tv, 2027', territory: 'FI', media: 'free-tv', from: '2027-01-01', to: '2027-12-31', words: ['environment'] },
  { q: 'Tous droits, Grèce, durée 6 ans, à dater du 15 janvier 2027, exclusif, grec sous-titré', territory: 'GR', media: 'all', languages: 'el:subtitled', from: '2027-01-15', to: '2033-01-14', exclusive: true },
  { q: "English version 52', themes travel & adventure, in-flight and ship, World, 6 months", territory: 'World', media: 'inflight, ship', languages: 'English version', cuts: ['52'], to: '2027-05-24', themes: ['travel & adventure'] },
  { q: 'Czech Rep., HU, RO & BG – PTV + SVOD – 1.1.2028 till 31.12.2029 – excl.', territory: 'CZ, HU, RO, BG', media: 'pay-tv, svod', from: '2028-01-01', to: '2029-12-31', exclusive: true },
  { q: 'For the Swiss market I need German and Italian but not French, free TV, 3 years from August 2027', territory: 'CH', media: 'free-tv', languages: 'de, it', from: '2027-08-01', to: '2030-07-31' },
  { q: "Monde entier sauf pays francophones d'Europe, SVOD, VOSTA, 4 ans, 1er trimestre 2027", territory: 'World excl. French-speaking Europe', media: 'svod', languages: 'en:subtitled', from: '2027-01-01', to: '2030-12-31' },
  { q: 'Anything on Ukraine for Danish free TV? Danish subs, start 24 Feb 2027, one year', territory: 'DK', media: 'free-tv', languages: 'da:subtitled', from: '2027-02-24', to: '2028-02-23', themes: ['Ukraine'] },
  { q: 'clips / archive use, worldwide in perpetuity, non-excl', territory: 'World', media: 'clips', to: null, exclusive: false },
  { q: 'pay-per-view and TVOD in Australia, 90 days from 1 April 2027', territory: 'AU', media: 'ppv, tvod', from: '2027-04-01', to: '2027-06-29' },
  { q: 'The 90-minute version, SVOD, UK, no exclusivity needed, 1 May 2027 - 30 April 2028', territory: 'GB', media: 'svod', cuts: ['90'], from: '2027-05-01', to: '2028-04-30', exclusive: false },
  { q: 'TV payante et SVOD, pays nordiques et baltes, hors Islande, VOST, du 1/7/2027 au 30/6/2030', territory: 'Nordics + Baltics - IS', media: 'pay-tv, svod', from: '2027-07-01', to: '2030-06-30' },
  { q: 'Sub-Saharan Africa except South Africa, free and pay TV, English and French, 3 years from 1 January 2027, non-exclusive', territory: 'Sub-Saharan Africa excl. ZA', media: 'free-tv, pay-tv', languages: 'en, fr', from: '2027-01-01', to: '2029-12-31', exclusive: false },
  { q: 'We need for ORF a 45 minutes version, Free TV Austria, from Autumn 2027, 5 years, exclusive for Austria', territory: 'AT', media: 'free-tv', cuts: ['45'], from: '2027-10-01', to: '2032-09-30', exclusive: true, words: ['ORF'] },
  { q: 'Southeast Asia except Vietnam, SVOD, 2027–28, non-exclusive', territory: 'South-East Asia excl. VN', media: 'svod', from: '2027-01-01', to: '2028-12-31', exclusive: false },
  { q: 'Japan + Taiwan, free TV, 4 airings within 2 years, starting 1 July 2027 after our current deal', territory: 'JP, TW', media: 'free-tv', from: '2027-07-01', to: '2029-06-30' },
  { q: '', },
  { q: 'wolves', words: ['wolves'] },
] // prettier-ignore
