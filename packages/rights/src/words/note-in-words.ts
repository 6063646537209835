/** What a reader of questions and clauses did not understand, left out or assumed, said to a person. */
import type { Note, NoteCode } from '../sentence/note.ts'
import type { WordsLocale } from './box-in-words.ts'

/**
 * A note as one sentence or two.
 *
 * @example
 * const [note] = readQuestion('SVOD, Poland, from 1/3/27', { today }).notes
 * noteInWords(note!, 'en') // '“1/3/27”: the day was read before the month.'
 */
export function noteInWords(note: Note, locale: WordsLocale): string {
  if (note.advice) return note.advice[locale]
  const sentence = SENTENCES[locale][note.code]
  const words = note.words.length > 80 ? `${note.words.slice(0, 79)}…` : note.words
  const begun = words === '' ? capitalised(sentence) : locale === 'en' ? `“${words}”: ${sentence}` : `« ${words} » : ${sentence}`
  if (note.suggestion === null) return begun
  return locale === 'en' ? `${begun} Did you mean “${note.suggestion}”?` : `${begun} Vouliez-vous dire « ${note.suggestion} » ?`
}

const capitalised = (sentence: string): string => sentence[0]!.toUpperCase() + sentence.slice(1)

const SENTENCES: Readonly<Record<WordsLocale, Readonly<Record<NoteCode, string>>>> = {
  en: {
    'left-out': 'rights are not kept for this here; it was left out.',
    ambiguous: 'this can be read more than one way; nothing was read from it.',
    'use-of-each': 'taken of each of these languages; write it with those alone that have it.',
    'everything-but': 'all the rest was taken.',
    unknown: 'this is not known here.',
    'number-disagrees': 'words and figures do not agree; the words were taken.',
    'day-first': 'the day was read before the month.',
    'month-first': 'the month was read before the day.',
    'year-assumed': 'the next one from today was taken.',
    'year-of-end': 'the year of the end was taken for the beginning too.',
    about: 'an exact day was chosen; please check it.',
    season: 'a season has no exact days: its months were guessed; please check them.',
    'only-the-date': 'only the date in this was understood; please check it.',
    'date-of-paper': 'the day on which the paper was made; it was not taken as the beginning of the rights.',
    'date-by-name': 'the contract says elsewhere which day this is; nothing was made of it.',
    'window-assumed': 'no dates were given: three years from today.',
    'length-assumed': 'no length was given: three years.',
    'side-by-side': 'the first was taken as the beginning, the second as the end.',
    'excl-exclusive': 'read as exclusive; for all but these write “except”.',
    'excluded-beside': 'left out; for an exclusive sale there write “exclusive” in full.',
    unread: 'nothing was made of this.',
    'whole-period': 'exactly this period was taken.',
    'begins-then': 'taken as when it begins, not as how long it lasts.',
    'periods-joined': 'taken as one window, from the first day of the first to the last day of the last.',
    reserved: 'this is kept back; it was left out.',
    'window-reversed': 'the end is before the beginning.',
    'window-disagrees': 'the length and the last day do not agree; the last day was taken.',
    'begins-in-the-past': 'this begins before today.',
    'exclusivity-assumed': 'nothing was said of exclusivity: exclusive, because what is free exclusively is free without it too.',
    'exclusivity-disagrees': 'this contradicts what was said of exclusivity before.',
    'territory-perhaps': 'looked for among the films; it is nearly the name of a territory.',
    'codes-guessed': 'taken as codes of countries; one of them is a word too.',
    'place-by-adjective': 'taken as the territory.',
    'place-of-asker': 'who asks; their country was taken as the territory. Name the territory if it is another.',
    'several-boxes': 'read together, every medium in every territory; write each pair by itself.',
    'territory-from-theme': 'taken as the territory of the sale, not as the subject.',
    free: 'this can mean free television or not yet sold; nothing was read from it.',
    'brackets-narrow': 'the brackets were taken as all that is meant.',
    'runs-unlimited': 'the number of runs is not limited.',
    'said-twice': 'said differently before; the first was taken.',
    'length-from-runs': 'the time for the runs was taken as the length of the window.',
    'holdback-perpetual': 'a holdback that a licence imposes ends with the licence; enter this one as a holdback of its own.',
    'holdback-after-licence':
      'this was counted from the day after the licence; check it once the last day of the licence is known.',
    'latest-start': 'read as the last possible start.',
    'latest-end': 'read as the outer date, whenever the event is.',
    'kind-assumed': 'no word says what kind of entry this is: a licence was taken.',
    'too-long': 'the text is too long; what comes after was not read.',
  },
  fr: {
    'left-out': 'ces droits ne sont pas tenus séparément ici ; laissé de côté.',
    ambiguous: 'ceci peut se lire de plusieurs façons ; rien n’en a été retenu.',
    'use-of-each': 'compris de chacune de ces langues ; écrivez-le avec celles-là seules qui l’ont.',
    'everything-but': 'tout le reste a été retenu.',
    unknown: 'ceci n’est pas connu ici.',
    'number-disagrees': 'les lettres et les chiffres ne concordent pas ; les lettres ont été retenues.',
    'day-first': 'le jour a été lu avant le mois.',
    'month-first': 'le mois a été lu avant le jour.',
    'year-assumed': 'le prochain à compter d’aujourd’hui a été retenu.',
    'year-of-end': 'l’année de la fin a été retenue aussi pour le début.',
    about: 'un jour précis a été choisi ; à vérifier.',
    season: 'une saison n’a pas de jours précis : ses mois ont été supposés ; à vérifier.',
    'only-the-date': 'seule la date en a été comprise ; à vérifier.',
    'date-of-paper': 'le jour où l’acte a été passé ; il n’a pas été pris comme début des droits.',
    'date-by-name': 'le contrat dit ailleurs de quel jour il s’agit ; rien n’en a été retenu.',
    'window-assumed': 'aucune date n’est donnée : trois ans à compter d’aujourd’hui.',
    'length-assumed': 'aucune durée n’est donnée : trois ans.',
    'side-by-side': 'la première a été prise comme début, la seconde comme fin.',
    'excl-exclusive': 'lu comme exclusif ; pour tout sauf ceux-ci, écrivez « sauf ».',
    'excluded-beside': 'laissé de côté ; pour une vente exclusive, écrivez « exclusif » en toutes lettres.',
    unread: 'rien n’en a été retenu.',
    'whole-period': 'exactement cette période a été retenue.',
    'begins-then': 'pris comme début, non comme durée.',
    'periods-joined': 'compris comme une seule fenêtre, du premier jour de la première période au dernier de la dernière.',
    reserved: 'ceci est réservé ; laissé de côté.',
    'window-reversed': 'la fin précède le début.',
    'window-disagrees': 'la durée et le dernier jour ne concordent pas ; le dernier jour a été retenu.',
    'begins-in-the-past': 'ceci commence avant aujourd’hui.',
    'exclusivity-assumed': 'rien n’est dit de l’exclusivité : exclusif, car ce qui est libre en exclusivité l’est aussi sans.',
    'exclusivity-disagrees': 'ceci contredit ce qui a été dit de l’exclusivité.',
    'territory-perhaps': 'cherché parmi les films ; c’est presque le nom d’un territoire.',
    'codes-guessed': 'compris comme des codes de pays ; l’un d’eux est aussi un mot.',
    'place-by-adjective': 'pris comme le territoire.',
    'place-of-asker': 'qui demande ; son pays a été pris comme territoire. Nommez le territoire s’il est autre.',
    'several-boxes': 'lus ensemble, chaque support dans chaque territoire ; écrivez chaque paire séparément.',
    'territory-from-theme': 'compris comme le territoire de vente, non comme le sujet.',
    free: '« free » peut vouloir dire TV gratuite ou encore libre ; rien n’en a été retenu.',
    'brackets-narrow': 'la parenthèse a été comprise comme limitative.',
    'runs-unlimited': 'le nombre de passages n’est pas limité.',
    'said-twice': 'dit autrement auparavant ; la première mention a été retenue.',
    'length-from-runs': 'le délai des passages a été retenu comme durée de la fenêtre.',
    'holdback-perpetual':
      'une réserve qu’une licence impose prend fin avec elle ; inscrivez celle-ci comme une réserve à part entière.',
    'holdback-after-licence':
      'compté à partir du lendemain de la licence ; à vérifier une fois connu le dernier jour de la licence.',
    'latest-start': 'lu comme le dernier début possible.',
    'latest-end': 'lu comme la date butoir, quelle que soit la date de l’événement.',
    'kind-assumed': 'aucun mot ne dit de quelle sorte d’entrée il s’agit : une licence a été retenue.',
    'too-long': 'le texte est trop long ; la suite n’a pas été lue.',
  },
}
