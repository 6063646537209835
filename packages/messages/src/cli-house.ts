/** What the command line says of a whole house. */
import { inEveryLocale } from './locale.ts'

export const cliHouse = inEveryLocale(
  {
    about: 'the whole house: out as one file, or into an empty one',
    export: 'write everything the house has, data and files, as one ZIP that needs no Vitrine to be read',
    import: 'move a house in from such a file; this one must be empty',
    out: 'the file to write; it must not be there yet',
    there: (file: string) => `${file} is there already.`,
    written: (file: string, size: string) => `The whole house is in ${file} (${size}). Keep it as you keep contracts.`,
    'progress.files': (done: number, total: number) => `files ${done} of ${total}`,
    'progress.rows': (done: number, total: number) => `rows ${done} of ${total}`,
    moved: (name: string, rows: number, files: number) =>
      `${name} has moved in: ${rows} rows, ${files} files. People sign in with a link to their address.`,
    missing: (files: number) =>
      files === 1 ? '1 file was missing in the old house already.' : `${files} files were missing in the old house already.`,
  },
  {
    about: 'la maison entière : la sortir en un fichier, ou la faire emménager dans une maison vide',
    export: 'écrire tout ce qu’a la maison, données et fichiers, en un ZIP qui se lit sans Vitrine',
    import: 'faire emménager une maison depuis un tel fichier ; celle-ci doit être vide',
    out: 'le fichier à écrire ; il ne doit pas exister encore',
    there: (file) => `${file} existe déjà.`,
    written: (file, size) => `La maison entière est dans ${file} (${size}). Gardez-le comme vos contrats.`,
    'progress.files': (done, total) => `fichiers ${done} sur ${total}`,
    'progress.rows': (done, total) => `lignes ${done} sur ${total}`,
    moved: (name, rows, files) =>
      `${name} a emménagé : ${rows} lignes, ${files} fichiers. Chacun se connecte par un lien envoyé à son adresse.`,
    missing: (files) =>
      files === 1
        ? '1 fichier manquait déjà dans l’ancienne maison.'
        : `${files} fichiers manquaient déjà dans l’ancienne maison.`,
  },
)
