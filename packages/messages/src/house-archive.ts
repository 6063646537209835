import { typesetFrench } from './typeset.ts'

/** What lies in the archive of a house, told to whoever opens it: in English and in French, for nobody knows who will. */
export function houseReadme({ house, at }: { house: string; at: string }): string {
  return `${house}
${at}

This is a whole house, as Vitrine keeps it. Nothing of it needs Vitrine to be read.

  titles/        one file a film: its sheet, as JSON
  rights.json    the rights book: every entry with all its states
  contacts.csv   companies and people
  files/         pictures, papers, invoices and what was sent in, each under the SHA-256 of its bytes;
                 the tables say what each is called and of which kind it is
  tables/        every row of the house, one JSON object a line, one file a table
                 days are YYYY-MM-DD, instants are in UTC, sums are whole minor units beside their currency
  vitrine.json   what made this file and when, and the size and SHA-256 of all the others

To move in elsewhere: start an empty Vitrine of the same version or a newer one, then
  vitrine house import FILE
Keys of programs and sign-in secrets are not in here: people sign in with a link to their address.
Keep this file as you would keep your contracts: it holds names, addresses and prices.

-----

${typesetFrench(FRENCH)}`
}

const FRENCH = `Voici une maison entière, telle que Vitrine la conserve. Rien ici n’a besoin de Vitrine pour être lu.

  titles/        un fichier par film : sa fiche, en JSON
  rights.json    le livre des droits : chaque écriture avec tous ses états
  contacts.csv   sociétés et personnes
  files/         images, contrats, factures et fichiers reçus, chacun sous le SHA-256 de ses octets ;
                 les tables disent son nom et sa nature
  tables/        chaque ligne de la maison, un objet JSON par ligne, un fichier par table
                 les jours s’écrivent AAAA-MM-JJ, les instants sont en UTC, les sommes en unités mineures avec leur devise
  vitrine.json   ce qui a fait ce fichier et quand, la taille et le SHA-256 de tous les autres

Pour emménager ailleurs : démarrez un Vitrine vide, de la même version ou d’une plus récente, puis
  vitrine house import FICHIER
Les clés des programmes et les secrets de connexion n’y sont pas : chacun se connecte par un lien envoyé à son adresse.
Gardez ce fichier comme vos contrats : il contient des noms, des adresses et des prix.
`
