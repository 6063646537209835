/** What the room that watches the book says; the kinds of what happens stand in rights.ts. */
import { inEveryLocale } from './locale.ts'

export const deskWatch = inEveryLocale(
  {
    title: 'What is coming',
    period: 'Period',
    months: (count: number) => `${count} months`,
    counts: (count: number) => (count === 1 ? '1 thing to look at' : `${count} things to look at`),
    none: 'Nothing ends in this time',
    noneHelp:
      'No grant, licence, option or holdback ends in these months, no window waits for a date, and nothing was sold for longer than it is held.',
    waiting: 'Waiting for a date',
    byDay: (day: string) => `by ${day}`,
    already: 'Since before',
    film: 'Film',
    entry: 'Entry',
    what: 'What',
    day: 'Day',
    terms: 'Terms',
    soldFrom: (day: string) => `beyond our rights from ${day}`,
    calendar: 'In your calendar',
    calendarHelp:
      'A secret address at which a calendar program finds these days, three years ahead. It is yours: whoever has it sees what you see.',
    start: 'Make an address',
    startAgain: 'Making a new address ends the one before.',
    address: 'The address, shown this once',
    subscribe: 'Subscribe',
    subscribeHelp: 'In your calendar program, choose “Subscribe to a calendar” or “Add from URL” and paste the address.',
  },
  {
    title: 'Ce qui vient',
    period: 'Période',
    months: (count: number) => `${count} mois`,
    counts: (count: number) => (count < 2 ? `${count} point à voir` : `${count} points à voir`),
    none: 'Rien ne prend fin d’ici là',
    noneHelp:
      'Aucun mandat, licence, option ou réserve ne prend fin pendant ces mois, aucune période n’attend de date, et rien n’a été vendu au-delà de nos droits.',
    waiting: 'En attente d’une date',
    byDay: (day) => `au plus tard le ${day}`,
    already: 'Depuis plus tôt',
    film: 'Film',
    entry: 'Écriture',
    what: 'Quoi',
    day: 'Jour',
    terms: 'Conditions',
    soldFrom: (day: string) => `au-delà de nos droits à partir du ${day}`,
    calendar: 'Dans votre agenda',
    calendarHelp:
      'Une adresse secrète où un agenda trouve ces jours, trois ans à l’avance. Elle est à vous : qui la possède voit ce que vous voyez.',
    start: 'Créer une adresse',
    startAgain: 'Une nouvelle adresse met fin à la précédente.',
    address: 'L’adresse, montrée cette seule fois',
    subscribe: 'S’abonner',
    subscribeHelp:
      'Dans votre agenda, choisissez « S’abonner à un calendrier » ou « Ajouter à partir d’une URL » et collez l’adresse.',
  },
)
