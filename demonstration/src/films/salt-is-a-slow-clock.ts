import { credit, cut, film, original, quote, selected, subtitled, voiceOver } from '../film.ts'

const spoken = original('es', 'ay')

export const saltIsASlowClock = film({
  slug: 'salt-is-a-slow-clock',
  reference: 'VIT-0004',
  registered: true,
  publishedOn: '2026-02-11',
  title: 'Salt Is a Slow Clock',
  titles: { en: 'Salt Is a Slow Clock', fr: 'Le sel est une horloge lente' },
  originalTitle: 'La sal es un reloj lento',
  year: 2024,
  cuts: [cut(90, spoken, subtitled('en', 'fr', 'pt', 'de')), cut(52, spoken, subtitled('en'), voiceOver('fr', 'de', 'pl'))],
  originalLanguages: ['es', 'ay'],
  directors: ['Ximena Choque'],
  productionCompanies: [{ name: 'Altiplano Cine', country: 'BO' }],
  coProducers: [
    { name: 'Casa Ventana', country: 'AR' },
    { name: 'Les Films du Fanal', country: 'FR' },
  ],
  broadcasters: ['Telesur Documental', 'Canal Estuaire'],
  supporters: ['Fondo Andino de Cine'],
  producers: ['Rodrigo Arce', 'Odile Marchetti'],
  credits: [
    credit('photography', 'Emilia Páez'),
    credit('editing', 'Ana Quiroga'),
    credit('sound', 'Wara Condori'),
    credit('music', 'Bruno Salas'),
  ],
  countries: ['BO', 'AR', 'FR'],
  genres: ['feature-documentary'],
  themes: ['economy', 'environment', 'water', 'work', 'politics'],
  keywords: ['lithium', 'salt flat', 'energy transition', 'Aymara'],
  places: ['Uyuni', 'BO'],
  period: { from: 1987, to: 2023, label: null },
  festivals: [
    selected('Visions du Réel', 2024, 'Nyon', 'CH', { section: 'Burning Lights', premiere: 'world' }),
    selected('Sunny Side of the Doc', 2022, 'La Rochelle', 'FR', { section: 'Global Issues pitch', award: 'Best Pitch' }),
    selected('DOK Leipzig', 2024, 'Leipzig', 'DE', {
      section: 'International Competition',
      award: 'Golden Dove for Photography',
    }),
  ],
  pressQuotes: [
    quote('Der Abendbote', 'Ruth Kessel', 'de', `Ein Film über Lithium, der nach Salz schmeckt.`),
    quote('El Faro del Sur', 'Lucio Marín', 'es', `Nadie había filmado así la espera.`),
  ],
  formats: ['4K', 'DCP', '5.1'],
  collections: ['the-price-of-water', 'hand-and-tool'],
  lead: {
    writtenOn: '2026-02-09',
    en: `Three foreign companies have now signed for the lithium of the Uyuni salt flat, and La Paz has announced a date for the first export for the sixth time since 2008. In Colcha K, the co-operative still sells its salt by the sack.`,
    fr: `Trois entreprises étrangères ont désormais signé pour le lithium du salar d'Uyuni, et La Paz vient d'annoncer la date de la première exportation pour la sixième fois depuis 2008. À Colcha K, la coopérative vend toujours son sel au sac.`,
  },
  logline: {
    en: `On the world's largest salt flat, a family of salt cutters keeps a diary of every promise made to them about lithium. It fills eleven school notebooks.`,
    fr: `Sur le plus grand désert de sel du monde, une famille de saliniers note chaque promesse qu'on lui a faite au sujet du lithium. Elle en a rempli onze cahiers d'écolier.`,
  },
  short: {
    en: `Fermín Mamani cuts salt with an axe, as his father did. Since 1987 someone in the family has written down each visit: engineers, ministers, a Frenchman with a helicopter, a delegation that wept. Ximena Choque reads the notebooks against the landscape and finds that the only thing to have arrived on time is the rain.`,
    fr: `Fermín Mamani taille le sel à la hache, comme son père. Depuis 1987, quelqu'un dans la famille consigne chaque visite : des ingénieurs, des ministres, un Français en hélicoptère, une délégation en larmes. Ximena Choque lit les cahiers en face du paysage et constate que seule la pluie est venue à l'heure.`,
  },
  synopsis: {
    en: `"14 May 1987. Two gringos and a lawyer. They asked whether anybody lives here. My mother gave them soup." This is the first entry. The last was made in the week the shooting ended, by a granddaughter who photographs the visitors' number plates as well.

Between the two lies a history of the energy transition as seen from the place where it is supposed to begin. Ximena Choque, born in nearby Llica, has it read aloud by the people who wrote it, at work, in the wind. Each entry is short. Together they are devastating, and often very funny: the minister who drove his car into the brine, the Korean geologist who stayed three years and learned to shear llamas, the factory inaugurated four times.

Emilia Páez films the salar in the only two states it has. In the dry months the crust breaks into polygons that grow at the speed of a fingernail. In February an inch of water turns it into a mirror, and the family walks to the graveyard across the sky. Lower down, where the evaporation ponds have been dug, the colours change to turquoise, mustard and a green that has no name in Aymara.

Choque asks for no verdict on lithium. She asks how long a promise may last before it becomes a climate.`,
    fr: `« 14 mai 1987. Deux gringos et un avocat. Ils ont demandé si quelqu'un vit ici. Ma mère leur a donné de la soupe. » C'est la première entrée. La dernière date de la fin du tournage ; elle est d'une petite-fille qui photographie aussi les plaques d'immatriculation.

Entre les deux tient une histoire de la transition énergétique vue de l'endroit où elle est censée commencer. Ximena Choque, née tout près, à Llica, la fait lire à voix haute par ceux qui l'ont écrite, au travail, dans le vent. Chaque note est brève. L'ensemble accable, et fait souvent rire : le ministre qui enfonça sa voiture dans la saumure, le géologue coréen qui resta trois ans et apprit à tondre les lamas, l'usine inaugurée quatre fois.

Emilia Páez filme le salar dans les deux seuls états qu'il connaisse. À la saison sèche, la croûte se fend en polygones qui poussent à la vitesse d'un ongle. En février, deux centimètres d'eau en font un miroir, et la famille va au cimetière en traversant le ciel. Plus bas, là où l'on a creusé les bassins, les couleurs passent au turquoise, à la moutarde, à un vert qui n'a pas de nom en aymara.

Choque ne demande pas de verdict sur le lithium. Elle demande combien de temps une promesse peut durer avant de devenir un climat.`,
  },
  art: {
    colour: '#c4485f',
    poster: {
      en: `Poster: pink polygons of salt run to a dark ridge under an orange sky`,
      fr: `Affiche : des polygones de sel roses filent vers une crête sombre sous un ciel orange`,
      focus: [0.5, 0.3],
    },
    stills: [
      {
        en: `Ridges of salt in the first light, hills on the horizon`,
        fr: `Des arêtes de sel aux premières lueurs, des collines à l'horizon`,
        focus: [0.32, 0.45],
        colour: '#7a7fa0',
      },
      {
        en: `Two walkers on the flooded salt flat, sky above and below`,
        fr: `Deux marcheurs sur le salar inondé, le ciel au-dessus et au-dessous`,
        focus: [0.66, 0.5],
        colour: '#4f7ea8',
      },
      {
        en: `Evaporation ponds from the air, turquoise to mustard`,
        fr: `Les bassins d'évaporation vus du ciel, du turquoise à la moutarde`,
        colour: '#2f8a8c',
      },
    ],
  },
})
