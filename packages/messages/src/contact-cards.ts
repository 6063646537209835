/** The words of the cards that the people of a house hand out. */
import { inEveryLocale } from './locale.ts'

export const contactCardWords = inEveryLocale(
  {
    title: 'Contact cards',
    scan: 'Code for a telephone’s address book:',
    fileName: 'contact-cards',
    print: 'Contact cards of our people, eight on a sheet',
    each: 'one of each',
    printers: 'for a printing works',
    eight: 'eight of each',
  },
  {
    title: 'Cartes de contact',
    scan: 'Code pour le carnet d’adresses d’un téléphone :',
    fileName: 'cartes-de-contact',
    print: 'Cartes de contact de notre équipe, huit par feuille',
    each: 'une de chaque',
    printers: 'pour un imprimeur',
    eight: 'huit de chaque',
  },
)
