/** What the readers of questions and clauses have to say, in words. `words` are those of the text, `advice` says by itself what is the matter and what to write instead. */
import type { Locale } from './locale.ts'
import { inBoth, typeset } from './typeset.ts'

interface Said {
  words: string
  suggestion: string | null
  advice: { en: string; fr: string } | null
}

const NOTES: Readonly<Record<string, Record<Locale, (said: Said) => string>>> = inBoth({
  'left-out': { en: ({ words }) => `“${words}” is not sold apart here and was left out.`, fr: ({ words }) => `« ${words} » n’est pas vendu séparément ici et a été laissé de côté.` },
  ambiguous: { en: ({ words }) => `“${words}” can mean several things and was not read.`, fr: ({ words }) => `« ${words} » peut désigner plusieurs choses et n’a pas été lu.` },
  'everything-but': { en: ({ words }) => `“${words}”: all the rest was taken.`, fr: ({ words }) => `« ${words} » : tout le reste a été retenu.` },
  unknown: { en: ({ words, suggestion }) => `“${words}” is not known here.${suggestion === null ? '' : ` Did you mean “${suggestion}”?`}`, fr: ({ words, suggestion }) => `« ${words} » n’est pas connu ici.${suggestion === null ? '' : ` Vouliez-vous dire « ${suggestion} » ?`}` },
  'number-disagrees': { en: ({ words }) => `“${words}”: the number in words and the one in figures differ; the words were taken.`, fr: ({ words }) => `« ${words} » : le nombre en lettres et celui en chiffres diffèrent ; les lettres ont été retenues.` },
  'day-first': { en: ({ words }) => `“${words}” was read with the day before the month.`, fr: ({ words }) => `« ${words} » a été lu avec le jour avant le mois.` },
  'month-first': { en: ({ words }) => `“${words}” was read with the month before the day.`, fr: ({ words }) => `« ${words} » a été lu avec le mois avant le jour.` },
  'year-assumed': { en: ({ words }) => `“${words}”: no year is written; the next one was taken.`, fr: ({ words }) => `« ${words} » : aucune année n’est écrite ; la prochaine a été retenue.` },
  'year-of-end': { en: ({ words }) => `“${words}”: the year of the end was taken for the beginning too.`, fr: ({ words }) => `« ${words} » : l’année de la fin a été retenue aussi pour le début.` },
  about: { en: ({ words }) => `“${words}” is not a day; one was chosen.`, fr: ({ words }) => `« ${words} » n’est pas un jour ; un jour a été choisi.` },
  season: { en: ({ words }) => `“${words}” has no days of its own: its months were guessed. Check the dates.`, fr: ({ words }) => `« ${words} » n’a pas de jours précis : ses mois ont été supposés. Vérifiez les dates.` },
  'only-the-date': { en: ({ words }) => `Of “${words}” only the date was understood. Check the dates.`, fr: ({ words }) => `De « ${words} » seule la date a été comprise. Vérifiez les dates.` },
  'date-of-paper': { en: ({ words }) => `“${words}” is the day on which the paper was made: it was not taken as a beginning.`, fr: ({ words }) => `« ${words} » est le jour où l’acte a été passé : il n’a pas été pris comme début.` },
  'date-by-name': { en: ({ words }) => `“${words}”: the contract says elsewhere which day this is. Nothing was made of it.`, fr: ({ words }) => `« ${words} » : le contrat dit ailleurs de quel jour il s’agit. Rien n’en a été retenu.` },
  'window-assumed': { en: () => 'No dates were given: three years from today.', fr: () => 'Aucune date n’est donnée : trois ans à partir d’aujourd’hui.' },
  'length-assumed': { en: () => 'No length was given: three years.', fr: () => 'Aucune durée n’est donnée : trois ans.' },
  'side-by-side': { en: ({ words }) => `“${words}”: the first was taken as the beginning, the second as the end.`, fr: ({ words }) => `« ${words} » : la première date a été prise comme début, la seconde comme fin.` },
  'excl-exclusive': { en: ({ words }) => `“${words}” was read as exclusive: for everything but these write “except”.`, fr: ({ words }) => `« ${words} » a été lu comme exclusif : pour tout sauf ceux-ci, écrivez « sauf ».` },
  'excluded-beside': { en: ({ words }) => `“${words}” was left out: for an exclusive sale there write “exclusive” in full.`, fr: ({ words }) => `« ${words} » a été laissé de côté : pour une vente exclusive, écrivez « exclusif » en toutes lettres.` },
  unread: { en: ({ words }) => `Nothing was made of “${words}”.`, fr: ({ words }) => `Rien n’a été retenu de « ${words} ».` },
  'whole-period': { en: ({ words }) => `“${words}” was taken from its first day to its last.`, fr: ({ words }) => `« ${words} » a été pris du premier au dernier jour.` },
  'begins-then': { en: ({ words }) => `“${words}” was taken as when it begins, not as how long it lasts.`, fr: ({ words }) => `« ${words} » a été pris comme début, non comme durée.` },
  'periods-joined': { en: ({ words }) => `“${words}” was taken as one window, from the first day of the first to the last day of the last.`, fr: ({ words }) => `« ${words} » a été pris comme une seule fenêtre, du premier jour de la première période au dernier de la dernière.` },
  reserved: { en: ({ words }) => `“${words}”: what is kept back was left out.`, fr: ({ words }) => `« ${words} » : ce qui est réservé a été laissé de côté.` },
  'window-reversed': { en: ({ words }) => `“${words}”: the end is before the beginning.`, fr: ({ words }) => `« ${words} » : la fin précède le début.` },
  'window-disagrees': { en: ({ words }) => `“${words}”: the length and the last day differ; the last day was taken.`, fr: ({ words }) => `« ${words} » : la durée et le dernier jour diffèrent ; le dernier jour a été retenu.` },
  'begins-in-the-past': { en: () => 'The window begins before today.', fr: () => 'La fenêtre commence avant aujourd’hui.' },
  'exclusivity-assumed': { en: () => 'Nothing is said of exclusivity: asked as exclusive.', fr: () => 'Rien n’est dit de l’exclusivité : demandé en exclusivité.' },
  'exclusivity-disagrees': { en: () => 'Both exclusive and non-exclusive are said.', fr: () => 'Exclusif et non exclusif sont dits tous deux.' },
  'territory-perhaps': { en: ({ words, suggestion }) => `“${words}” is looked for among the films. If it is a territory: did you mean “${suggestion}”?`, fr: ({ words, suggestion }) => `« ${words} » est cherché parmi les films. Si c’est un territoire : vouliez-vous dire « ${suggestion} » ?` },
  'codes-guessed': { en: ({ words }) => `“${words}” was taken as codes of countries; one of them is a word too.`, fr: ({ words }) => `« ${words} » a été pris comme des codes de pays ; l’un d’eux est aussi un mot.` },
  'use-of-each': { en: ({ words }) => `“${words}” was taken of each of these languages; write it with those alone that have it.`, fr: ({ words }) => `« ${words} » a été compris de chacune de ces langues ; écrivez-le avec celles-là seules qui l’ont.` },
  'place-by-adjective': { en: ({ words }) => `“${words}” was taken as the territory.`, fr: ({ words }) => `« ${words} » a été pris comme territoire.` },
  'place-of-asker': { en: ({ words }) => `“${words}” is who asks: their country was taken as the territory. Name the territory if it is another.`, fr: ({ words }) => `« ${words} » est qui demande : son pays a été pris comme territoire. Nommez le territoire s’il est autre.` },
  'several-boxes': { en: ({ words }) => `“${words}” was read together: every medium in every territory. Write each pair by itself.`, fr: ({ words }) => `« ${words} » a été lu ensemble : chaque support dans chaque territoire. Écrivez chaque paire séparément.` },
  'territory-from-theme': { en: ({ words }) => `“${words}” was taken as the territory.`, fr: ({ words }) => `« ${words} » a été pris comme territoire.` },
  free: { en: () => '“Free” alone can mean free television or not sold: write FTA for the television.', fr: () => '« Free » seul peut désigner la télévision gratuite ou ce qui n’est pas vendu : écrivez FTA pour la télévision.' },
  'brackets-narrow': { en: ({ words }) => `“${words}”: what stands in brackets was taken as all of it.`, fr: ({ words }) => `« ${words} » : ce qui est entre parenthèses a été pris comme le tout.` },
  'runs-unlimited': { en: () => 'The number of runs is unlimited: none is counted.', fr: () => 'Le nombre de diffusions est illimité : aucune n’est comptée.' },
  'said-twice': { en: ({ words }) => `“${words}” is said more than once; the first was taken.`, fr: ({ words }) => `« ${words} » est dit plusieurs fois ; la première a été retenue.` },
  'length-from-runs': { en: () => 'The months of the runs were taken as the length.', fr: () => 'Les mois des diffusions ont été pris comme durée.' },
  'holdback-perpetual': { en: ({ words }) => `“${words}”: a holdback that a licence imposes ends with the licence. Enter this one as a holdback of its own too.`, fr: ({ words }) => `« ${words} » : une réserve qu’une licence impose prend fin avec la licence. Inscrivez aussi celle-ci comme une réserve à part entière.` },
  'holdback-after-licence': { en: ({ words }) => `“${words}” was counted from the day after the licence: check the last day of this holdback.`, fr: ({ words }) => `« ${words} » a été compté à partir du lendemain de la licence : vérifiez le dernier jour de cette réserve.` },
  'latest-start': { en: ({ words }) => `“${words}” was read as the last day on which it can begin.`, fr: ({ words }) => `« ${words} » a été lu comme le dernier jour où elle peut commencer.` },
  'latest-end': { en: ({ words }) => `“${words}” was read as the last day, whatever the event.`, fr: ({ words }) => `« ${words} » a été lu comme le dernier jour, quel que soit l’événement.` },
  'kind-assumed': { en: () => 'No word says what kind of entry it is: a licence was taken.', fr: () => 'Aucun mot ne dit de quelle sorte d’inscription il s’agit : une licence a été retenue.' },
  'too-long': { en: () => 'The text is longer than what is read.', fr: () => 'Le texte est plus long que ce qui est lu.' },
}) // prettier-ignore

/** What was done with words of which the advice says already why they are not read. */
const DONE: Readonly<Record<string, Record<Locale, string>>> = inBoth({
  'left-out': { en: 'It was left out.', fr: 'Ceci a été laissé de côté.' },
  ambiguous: { en: 'It was not read.', fr: 'Ceci n’a pas été lu.' },
})

/** A note as a sentence; where there is advice, it says what is the matter, and nothing is said twice. */
export function rightsNote(code: string, said: Said, locale: Locale): string {
  if (said.advice === null) return NOTES[code]?.[locale](said) ?? said.words
  const done = DONE[code]?.[locale]
  const advice = typeset(locale, said.advice[locale])
  return done === undefined ? advice : `${advice} ${done}`
}

export const RIGHTS_NOTE_CODES = Object.keys(NOTES)
