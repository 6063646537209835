import type { Contact } from '@vitrine/catalogue'
import { typeset } from './typeset.ts'

/** Slugs of the films on the front page, first the one that fills the screen. */
export const featured = [
  'four-minutes-of-night',
  'the-well-keepers',
  'three-deltas',
  'eadni',
  'the-tree-ring-court',
  'central-asia-the-call-of-isis',
]

/** The settings of the demonstration house; `featured` holds ids, so whoever stores the films fills it from the list above. */
export const settings = {
  name: 'Vitrine Films',
  strapline: {
    en: 'Documentaries for people who stay until the end of the credits',
    fr: typeset('fr', `Des documentaires pour ceux qui restent jusqu'à la fin du générique`),
  },
  about: {
    en: typeset(
      'en',
      `Vitrine Films is a demonstration. Nobody answers its telephone, and except for one, its films were never shot: their titles, their makers, their prizes and their pictures were invented so that you can see what your own catalogue will look like.

The house it pretends to be has eight people, an office above a bicycle shop, and about thirty films that it takes to market each year. It prefers films that know more about their subject than about their format. It sells in cuts of 52 and 90 minutes when it must, in series when the subject asks for it, and has been known to talk a broadcaster into 19.

The one real film is Central Asia: The Call of ISIS by Gulya Mirzoeva, listed here with the facts of its public sheet.`,
    ),
    fr: typeset(
      'fr',
      `Vitrine Films est une démonstration. Personne ne répond à son téléphone et, à une exception près, ses films n'ont jamais été tournés : titres, auteurs, prix et images ont été inventés pour vous montrer à quoi ressemblera votre propre catalogue.

La maison qu'elle prétend être compte huit personnes, un bureau au-dessus d'un marchand de vélos et une trentaine de films qu'elle emmène chaque année sur les marchés. Elle préfère les films qui en savent plus long sur leur sujet que sur leur format. Elle vend en 52 et en 90 minutes quand il le faut, en série quand le sujet le demande, et il lui est arrivé de convaincre une chaîne d'en prendre 19.

Le seul film réel est Asie centrale : l'appel de Daech, de Gulya Mirzoeva, présenté ici avec les seuls faits de sa fiche publique.`,
    ),
  },
  legalNotice: {
    en: typeset(
      'en',
      `Vitrine Films
A demonstration: no company stands behind this name.

It is published and hosted by whoever runs this copy of Vitrine. A house that opens to the public writes here its name and legal form, its address and registration, who is responsible for what it publishes, and the name, address and telephone of whoever hosts its site.`,
    ),
    fr: typeset(
      'fr',
      `Vitrine Films
Une démonstration : aucune société ne se tient derrière ce nom.

Elle est publiée et hébergée par qui fait tourner cet exemplaire de Vitrine. Une maison qui s'ouvre au public écrit ici son nom et sa forme juridique, son adresse et son immatriculation, le directeur de la publication, et le nom, l'adresse et le téléphone de l'hébergeur de son site.`,
    ),
  },
  contactEmail: 'sales@vitrine.example',
  address: '14 rue des Lanternes, 29200 Brest (adresse fictive)',
  logoId: null as string | null,
  logoTone: null,
  accent: '#c9341c',
  typeface: 'fraunces' as const,
  defaultLocale: 'en' as const,
  demonstration: true,
  featured: [] as string[],
  publicAvailability: true,
  digestDay: null,
  timeZone: 'Europe/Paris',
  papers: { legalName: null, signatory: 'Iris Okafor', law: 'France', court: 'Paris', approvalAbove: { currency: 'EUR', minor: 1_500_000 }, linkDays: 14, keepIp: false }, // prettier-ignore
  producers: { askers: false, offers: true, offerPrices: false, salePrices: true },
  kept: { shortlists: 12, waiting: 12, requests: 36, letters: 36 },
}

const person = (name: string, role: string, mailbox: string): Contact => ({
  name,
  role,
  company: 'Vitrine Films',
  email: `${mailbox}@vitrine.example`,
  phone: null,
  url: null,
})

/** Whom a buyer writes to about any film. */
export const salesContact = person('Marek Oduya', 'Sales', 'sales')

/** The invented people of the house. */
export const contacts: Contact[] = [
  person('Hélène Castaing', 'Managing director', 'helene'),
  person('Marek Oduya', 'Sales, Europe and North America', 'marek'),
  person('Yuki Brandão', 'Sales, Asia, Latin America and Lusophone Africa', 'yuki'),
  person('Samir Lacombe', 'Rights and contracts', 'samir'),
  person('Ottilie Varga', 'Festivals and catalogue', 'ottilie'),
]
