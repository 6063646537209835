/** What the command line says of copies that turned up. */
import { formatNumber } from './format.ts'
import { inEveryLocale } from './locale.ts'
import { formatShare } from './money.ts'

export const cliScreening = inEveryLocale(
  {
    about: 'the screening room',
    trace: 'say whose copy of a film a file is, or that it is nobody’s',
    title: 'the film: its id, or its name in its address',
    found: 'where the copy was found: it goes into the report',
    exit: 'Exits with 0 where somebody is named, 1 where nobody is, 2 where it could not be traced. The file stays where it is; the house deletes its own copy of it.',
    noFilm: (asked: string) => `There is no film ${asked}. “vitrine titles” lists them.`,
    sending: (share: number) => `sent ${formatShare('en', Math.floor(share * 100) * 100)}`,
    waiting: 'waits for a worker',
    tracing: (share: number) => `traced ${formatShare('en', Math.floor(share * 100) * 100)}`,
    over: (state: string) => `The trace is ${state}.`,
    sent: (sent: number, read: number) =>
      `${formatNumber('en', sent)} of ${formatNumber('en', read)} segments read had been sent to it`,
    more: (id: string) => `The report is at the desk, with the film’s traces (${id}).`,
  },
  {
    about: 'la salle de visionnage',
    trace: 'dire à qui est la copie d’un film, ou qu’elle n’est à personne',
    title: 'le film : son identifiant, ou son nom dans son adresse',
    found: 'où la copie a été trouvée : le rapport le reprend',
    exit: 'Sort avec 0 si quelqu’un est désigné, 1 si personne ne l’est, 2 si la recherche n’a pu se faire. Le fichier reste où il est ; la maison supprime la copie qu’elle en a faite.',
    noFilm: (asked) => `Il n’y a pas de film ${asked}. « vitrine titles » les énumère.`,
    sending: (share) => `envoyé ${formatShare('fr', Math.floor(share * 100) * 100)}`,
    waiting: 'en attente',
    tracing: (share) => `analysé ${formatShare('fr', Math.floor(share * 100) * 100)}`,
    over: (state) => `La recherche est ${state}.`,
    sent: (sent, read) => `${formatNumber('fr', sent)} des ${formatNumber('fr', read)} segments lus lui avaient été envoyés`,
    more: (id) => `Le rapport est au bureau, parmi les recherches du film (${id}).`,
  },
)
