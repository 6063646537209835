/** The note beside a file that came in by the watched folder. */
import { formatInstant } from './format.ts'
import { inEveryLocale } from './locale.ts'

export const watchNotes = inEveryLocale(
  {
    waits: (format: string, films: number, licences: number) =>
      `${format}: ${films === 1 ? '1 film waits' : `${films} films wait`} to be looked at${licences === 0 ? '' : `, and ${licences === 1 ? '1 avail' : `${licences} avails`}`}:`,
    again: (at: string) => `This very file came in before, on ${formatInstant('en', at)}: nothing was done. What became of it:`,
  },
  {
    waits: (format, films, licences) =>
      `${format} : ${films === 1 ? '1 film à regarder' : `${films} films à regarder`}${licences === 0 ? '' : `, et ${licences === 1 ? '1 avail' : `${licences} avails`}`} :`,
    again: (at) => `Ce même fichier est déjà arrivé, le ${formatInstant('fr', at)} : rien n’a été fait. Ce qu’il en est advenu :`,
  },
)
