/** Words of the page where the licences of a file that came in stand beside the rights book. */
import { inEveryLocale, plural } from './locale.ts'

const n = (locale: 'en' | 'fr', count: number, one: string, other: string) =>
  `${new Intl.NumberFormat(locale).format(count)} ${plural(locale, count, { one, other })}`

export const deskIntakeLicences = inEveryLocale(
  {
    title: 'Licences',
    help: 'What the file says that platforms may do, beside your rights book. Nothing in the book is written over: what you enter goes through its checks, and can be withdrawn.',
    count: (count: number) => n('en', count, 'licence', 'licences'),
    look: (count: number) => `The file also says ${n('en', count, 'time', 'times')} what a platform may do with a film.`,
    open: 'Look at them beside the rights book',
    all: 'All',
    'standing.new': 'New',
    'standing.same': 'In the book already',
    'standing.contradicts': 'Against the book',
    'standing.doubtful': 'With doubts',
    'stands.new': 'New',
    'stands.same': 'In the book already',
    'stands.contradicts': 'Against the book',
    'stands.doubtful': 'Doubtful',
    enter: 'Enter',
    allAsDrafts: (count: number) => `Enter ${n('en', count, 'new licence as a draft', 'new licences as drafts')}`,
    allAsSigned: (count: number) => (count === 1 ? 'Enter it as signed' : 'Enter them as signed'),
    asDraft: 'Enter as a draft',
    asSigned: 'Enter as signed',
    nothingLeft: 'Nothing could be understood.',
    entered: (entries: number, left: number) =>
      `${n('en', entries, 'licence', 'licences')} entered.${left > 0 ? ` ${left} could not be: in doubt, or against the book.` : ''}`,
    undo: (count: number) => `Withdraw ${n('en', count, 'entry', 'entries')}`,
    withdrawn: (withdrawn: number, kept: number) =>
      `${n('en', withdrawn, 'entry', 'entries')} withdrawn.${kept > 0 ? ` ${kept} kept: somebody has worked on them since.` : ''}`,
    more: 'More licences',
  },
  {
    title: 'Licences',
    help: 'Ce que le fichier dit que des plateformes peuvent faire, à côté de votre registre des droits. Rien n’y est remplacé : ce que vous saisissez passe par ses contrôles et peut être retiré.',
    count: (count) => n('fr', count, 'licence', 'licences'),
    look: (count) => `Le fichier dit aussi ${n('fr', count, 'fois', 'fois')} ce qu’une plateforme peut faire d’un film.`,
    open: 'Les voir à côté du registre des droits',
    all: 'Toutes',
    'standing.new': 'Nouvelles',
    'standing.same': 'Déjà au registre',
    'standing.contradicts': 'Contre le registre',
    'standing.doubtful': 'Avec des doutes',
    'stands.new': 'Nouvelle',
    'stands.same': 'Déjà au registre',
    'stands.contradicts': 'Contre le registre',
    'stands.doubtful': 'Douteuse',
    enter: 'Saisir',
    allAsDrafts: (count) => `Saisir ${n('fr', count, 'nouvelle licence en projet', 'nouvelles licences en projets')}`,
    allAsSigned: (count) => (count === 1 ? 'La saisir comme signée' : 'Les saisir comme signées'),
    asDraft: 'Saisir en projet',
    asSigned: 'Saisir comme signée',
    nothingLeft: 'Rien n’a pu être compris.',
    entered: (entries, left) =>
      `${n('fr', entries, 'licence saisie', 'licences saisies')}.${left > 0 ? ` ${left} n’ont pu l’être : douteuses, ou contraires au registre.` : ''}`,
    undo: (count) => `Retirer ${n('fr', count, 'entrée', 'entrées')}`,
    withdrawn: (withdrawn, kept) =>
      `${n('fr', withdrawn, 'entrée retirée', 'entrées retirées')}.${kept > 0 ? ` ${n('fr', kept, 'conservée', 'conservées')} : quelqu’un y a travaillé depuis.` : ''}`,
    more: 'Plus de licences',
  },
)
