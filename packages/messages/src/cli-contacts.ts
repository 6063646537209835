/** What the command line says of contacts: lists and cards, in and out. */
import { LIST_FILES } from './list-import.ts'
import { inEveryLocale } from './locale.ts'

const counted = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`
const compte = (n: number, one: string, more: string): string => `${n} ${n < 2 ? one : more}`

export const cliContacts = inEveryLocale(
  {
    about: 'the contacts: bring lists and cards in, take them out',
    import: `bring a list of companies and people (${LIST_FILES}) or cards (vCard) in: all of it or nothing; what is known is filled up, never written over`,
    acceptWarnings: 'take it in although lines are doubtful, without what is doubtful',
    export: 'write companies with their people as a list that can be brought in again, or the people as cards',
    format: 'csv, xlsx or vcf (cards)',
    would: (companies: number, people: number, filled: number, unchanged: number) =>
      `Would add ${counted(companies, 'company', 'companies')} and ${counted(people, 'person', 'people')} and fill up ${filled}; ${counted(unchanged, 'line says', 'lines say')} nothing new.`,
    done: (companies: number, people: number, filled: number, unchanged: number) =>
      `Added ${counted(companies, 'company', 'companies')} and ${counted(people, 'person', 'people')}, filled up ${filled}; ${counted(unchanged, 'line', 'lines')} said nothing new.`,
    stopped: 'Nothing was taken in. Correct the lines that cannot be read, or say with --columns what they mean.',
    accept: 'Nothing was taken in. Look at the doubtful lines, then run it again with --accept-warnings.',
  },
  {
    about: 'les contacts : importer des listes et des cartes, les exporter',
    import: `importer une liste de sociétés et de personnes (${LIST_FILES}) ou des cartes (vCard) : tout ou rien ; ce qui est connu est complété, jamais écrasé`,
    acceptWarnings: 'importer malgré les lignes douteuses, sans ce qui est douteux',
    export: 'écrire les sociétés avec leurs personnes en une liste qui peut être réimportée, ou les personnes en cartes',
    format: 'csv, xlsx ou vcf (cartes)',
    would: (companies, people, filled, unchanged) =>
      `Ajouterait ${compte(companies, 'société', 'sociétés')} et ${compte(people, 'personne', 'personnes')}, en compléterait ${filled} ; ${compte(unchanged, 'ligne ne dit', 'lignes ne disent')} rien de neuf.`,
    done: (companies, people, filled, unchanged) =>
      `Ajout : ${compte(companies, 'société', 'sociétés')}, ${compte(people, 'personne', 'personnes')} ; complétées : ${filled} ; ${compte(unchanged, 'ligne ne disait', 'lignes ne disaient')} rien de neuf.`,
    stopped: 'Rien n’a été importé. Corrigez les lignes illisibles, ou dites avec --columns ce qu’elles veulent dire.',
    accept: 'Rien n’a été importé. Regardez les lignes douteuses, puis relancez avec --accept-warnings.',
  },
)
