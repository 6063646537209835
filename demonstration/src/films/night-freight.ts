import { credit, dubbed, film, original, quote, selected, series, subtitled, voiceOver } from '../film.ts'

export const nightFreight = film({
  slug: 'night-freight',
  reference: 'VIT-0012',
  registered: true,
  publishedOn: '2026-01-21',
  title: 'Night Freight',
  titles: { en: 'Night Freight', fr: 'Fret de nuit' },
  originalTitle: 'Nachtfracht',
  year: 2024,
  cuts: [series(4, 45, original('de', 'pl', 'fr', 'es'), subtitled('en'), dubbed('de', 'fr'), voiceOver('pl', 'es', 'it'))],
  originalLanguages: ['de', 'pl', 'fr', 'es'],
  directors: ['Henrike Stahl', 'Paweł Groch'],
  productionCompanies: [{ name: 'Wüstenlicht Film', country: 'DE' }],
  coProducers: [{ name: 'Studio Tor', country: 'PL' }],
  broadcasters: ['Kanal Elf', 'Telewizja Zachód', 'Canal Estuaire'],
  supporters: ['Filmhaus Niederrhein'],
  producers: ['Jürgen Abel', 'Ewa Lis'],
  credits: [credit('photography', 'Jonas Wirth', 'Kasia Nowak'), credit('editing', 'Till Brandt'), credit('music', 'Modul 5')],
  countries: ['DE', 'PL'],
  genres: ['documentary-series'],
  themes: ['work', 'economy', 'technology', 'society'],
  keywords: ['logistics', 'lorry drivers', 'e-commerce', 'railways'],
  places: ['Leipzig', 'DE', 'PL', 'ES'],
  festivals: [
    selected('Series Mania', 2024, 'Lille', 'FR', { section: 'Documentary Series' }),
    selected('DOK Leipzig', 2024, 'Leipzig', 'DE', { section: 'Panorama', premiere: 'world' }),
  ],
  pressQuotes: [quote('Gazeta Nadodrza', 'Marta Zięba', 'pl', `Nareszcie ktoś pokazał, kto przynosi nam poranek.`)],
  formats: ['4K', 'HDR', '16:9', '5.1'],
  ratings: [{ system: 'FSK', value: '6' }],
  collections: ['after-dark'],
  lead: {
    writtenOn: '2026-01-19',
    en: `Europe is short of 426,000 lorry drivers, the hauliers' union reported last week. Nearly all of the vacancies are between ten in the evening and six in the morning.`,
    fr: `Il manque à l'Europe 426 000 conducteurs routiers, selon l'union des transporteurs. Presque tous les postes à pourvoir se situent entre dix heures du soir et six heures du matin.`,
  },
  logline: {
    en: `Four nights, four crews, one parcel: a series in real time about the people who move Europe's goods while Europe sleeps.`,
    fr: `Quatre nuits, quatre équipes, un colis : une série en temps réel sur ceux qui déplacent les marchandises de l'Europe pendant qu'elle dort.`,
  },
  short: {
    en: `A box leaves a warehouse near Zaragoza at 22:04. Over four nights it is lifted, scanned, dropped, lost and found by eleven people who will never meet. The series stays with each of them for the length of a shift. We learn what is in the box in the last minute.`,
    fr: `Une boîte quitte un entrepôt près de Saragosse à 22 h 04. En quatre nuits, elle est soulevée, scannée, lâchée, perdue et retrouvée par onze personnes qui ne se rencontreront jamais. La série reste avec chacune le temps d'un poste. On apprend ce qu'elle contient à la dernière minute.`,
  },
  synopsis: {
    en: `1. The Aisle. Picker number 88 walks nineteen kilometres a night between shelves that rearrange themselves. Her headset praises her in a voice she has come to hate. At half past two the power fails, and for six minutes two hundred people hear one another.

2. The Road. Bogdan and his daughter Iza drive as a team: she by night, because he can no longer see. The tachograph knows only one of them. Between Lyon and Mulhouse they talk, for the first time, about her mother.

3. The Hub. At the airport of Leipzig sixty freighters land between midnight and three. On the ramp, in sleet, a former opera répétiteur directs them with two lit sticks, and with opinions about tempo.

4. The Last Mile. In Poznań a courier has two hundred and ten bells to ring and a knee that locks. His route happens to be that of the first tram, and of the last people to go home. When the door finally opens, we know everybody who has touched the box but the person who ordered it.`,
    fr: `1. L'allée. La préparatrice 88 marche dix-neuf kilomètres par nuit entre des rayonnages qui se réorganisent tout seuls. Son casque la félicite d'une voix qu'elle a prise en haine. À deux heures et demie, le courant saute, et pendant six minutes deux cents personnes s'entendent.

2. La route. Bogdan et sa fille Iza conduisent en équipage : elle la nuit, parce qu'il n'y voit plus. Le chronotachygraphe ne connaît que l'un des deux. Entre Lyon et Mulhouse, ils parlent pour la première fois de la mère.

3. La plateforme. À l'aéroport de Leipzig, soixante avions-cargos se posent entre minuit et trois heures. Sur la piste, sous la neige fondue, un ancien chef de chant les dirige avec deux bâtons lumineux et des avis sur le tempo.

4. Le dernier kilomètre. À Poznań, un livreur a deux cent dix sonnettes à presser et un genou qui se bloque. Sa tournée est celle du premier tramway et des derniers fêtards. Quand la porte s'ouvre enfin, nous connaissons tous ceux qui ont touché la boîte, sauf celui qui l'a commandée.`,
  },
  art: {
    colour: '#d8482f',
    poster: {
      en: `Poster: white and red light trails of lorries meet at the horizon`,
      fr: `Affiche : les traînées blanches et rouges des camions se rejoignent à l'horizon`,
      focus: [0.45, 0.4],
    },
    stills: [
      {
        en: `Light trails on a motorway after sunset`,
        fr: `Traînées lumineuses sur une autoroute après le coucher du soleil`,
        focus: [0.55, 0.5],
      },
      {
        en: `A lorry parked in the rain, lamps out of focus behind it`,
        fr: `Un camion garé sous la pluie, des lampes floues derrière lui`,
        focus: [0.5, 0.55],
        colour: '#3c5560',
      },
      {
        en: `An aisle of a warehouse in green light`,
        fr: `Une allée d'entrepôt dans une lumière verte`,
        focus: [0.47, 0.5],
        colour: '#2f6e6a',
      },
    ],
  },
})
