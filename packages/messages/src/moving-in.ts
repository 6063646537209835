/** Words of a desk whose house has no film yet: what can be brought, and where. */
import { inEveryLocale } from './locale.ts'

export const movingIn = inEveryLocale(
  {
    more: 'What else a house brings',
    catalogue: 'The catalogue you have',
    catalogueText: 'A spreadsheet, MEC, Avails, a catalogue in Word or PDF: what is new in it waits until you take it.',
    rights: 'Your rights book',
    rightsText: 'A spreadsheet of contracts and licences: every row is shown before it counts, and nothing is half taken.',
    contacts: 'Your contacts',
    contactsText: 'CSV, Excel or cards from a phone. Who is in it twice is found.',
    house: 'Name, logo, colours',
    houseText: 'What every page and every paper says of the house.',
    people: 'The people who work here',
    peopleText: 'Each with a link to sign in, and with what they may do.',
  },
  {
    more: 'Ce qu’une maison apporte encore',
    catalogue: 'Le catalogue que vous avez',
    catalogueText: 'Un tableur, MEC, Avails, un catalogue en Word ou PDF : ce qui est nouveau attend que vous le preniez.',
    rights: 'Votre registre des droits',
    rightsText: 'Un tableur de contrats et de licences : chaque ligne se montre avant de compter, et rien n’est pris à moitié.',
    contacts: 'Vos contacts',
    contactsText: 'CSV, Excel ou cartes d’un téléphone. Les doublons sont trouvés.',
    house: 'Nom, logo, couleurs',
    houseText: 'Ce que chaque page et chaque papier dit de la maison.',
    people: 'Les personnes qui y travaillent',
    peopleText: 'Chacune avec un lien pour entrer, et avec ce qu’elle peut faire.',
  },
)
