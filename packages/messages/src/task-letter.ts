/** What the morning's letter tells of somebody's tasks; the letter itself is in letter-templates.ts. */
import { inEveryLocale } from './locale.ts'

export const taskLetter = inEveryLocale(
  {
    things: (count: number) => (count === 1 ? '1 task' : `${count} tasks`),
    today: 'Due today:',
    late: 'Late:',
    since: (day: string) => `due on ${day}`,
    more: (count: number) => `… and ${count} more.`,
    unowned: (count: number) =>
      count === 1 ? 'One more is due and is nobody’s yet.' : `${count} more are due and are nobody’s yet.`,
    exampleToday: 'Send the trailer (Kanal Nord)',
    exampleLate: 'Call back about Salt (Jon Arvid)',
  },
  {
    things: (count: number) => `${count} ${count < 2 ? 'tâche' : 'tâches'}`,
    today: 'Pour aujourd’hui :',
    late: 'En retard :',
    since: (day: string) => `prévu le ${day}`,
    more: (count: number) => `… et ${count} de plus.`,
    unowned: (count: number) => (count < 2 ? 'Une autre arrive à échéance et n’est encore à personne.' : `${count} autres arrivent à échéance et ne sont encore à personne.`), // prettier-ignore
    exampleToday: 'Envoyer la bande-annonce (Kanal Nord)',
    exampleLate: 'Rappeler au sujet de Salt (Jon Arvid)',
  },
)
