/** The whole house, at the desk: out as one file, in from one. */
import { inEveryLocale } from './locale.ts'

export const deskMoving = inEveryLocale(
  {
    heading: 'The whole house',
    help: 'Everything you have here, data and files, as one ZIP that needs no Vitrine to be read and from which another Vitrine makes the same house. It holds names, prices and contracts: keep it as you keep those.',
    take: 'Download everything',
    moveInHelp:
      'This house is empty. Another one can move in, from the file that was downloaded there: its films, rights, deals, papers and people, as they were.',
    choose: 'Choose the file',
    sending: (percent: number) => `Sending: ${percent}%`,
    writing: 'Checking and writing. This can take some minutes; all of it is written, or nothing.',
    moved: (name: string, files: number) => `${name} has moved in, with ${files} files.`,
    unreachable: 'The house does not answer. Nothing was written; try again.',
  },
  {
    heading: 'Toute la maison',
    help: 'Tout ce que vous avez ici, données et fichiers, en un ZIP qui se lit sans Vitrine et dont un autre Vitrine refait la même maison. Il contient des noms, des prix et des contrats : gardez-le comme eux.',
    take: 'Tout télécharger',
    moveInHelp:
      'Cette maison est vide. Une autre peut y emménager, depuis le fichier téléchargé là-bas : ses films, droits, ventes, contrats et personnes, tels quels.',
    choose: 'Choisir le fichier',
    sending: (percent) => `Envoi : ${percent} %`,
    writing: 'Vérification et écriture. Cela peut prendre quelques minutes ; tout est écrit, ou rien.',
    moved: (name, files) => `${name} a emménagé, avec ${files} fichiers.`,
    unreachable: 'La maison ne répond pas. Rien n’a été écrit ; réessayez.',
  },
)
