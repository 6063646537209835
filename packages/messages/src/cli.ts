/**
 * What the command line and the server say to a person: help, progress, reports, the sign-in letter and its pages.
 * English is the measure; French must have every key (the type says so).
 */
import type { Locale } from './index.ts'

const serverEn = {
  letter: {
    subject: (house: string) => `Your sign-in link for ${house}`,
    text: (house: string, link: string, minutes: number) =>
      `Hello,\n\nthis link signs you in to ${house}. It works once, for ${minutes} minutes:\n\n${link}\n\nIf you did not ask for it, ignore this mail: nobody can sign in without the link.\n`,
  },
  signIn: {
    title: (house: string) => `Sign in to ${house}`,
    proceed: 'Sign in',
    lead: 'One click and you are in.',
    spent: 'This link has been used, or its time is over. Ask for a new one.',
    askAgain: 'Ask for a new link',
    codeTitle: 'Your one-time code',
    codeLead: 'Open your authenticator and type its six figures, or one of your backup codes.',
    codeLabel: 'Code',
    codeWrong: 'That code is not right. Look again: codes change every thirty seconds.',
    tooMany: (seconds: number) => `Too many tries. Wait ${seconds} seconds and try again.`,
  },
  start: {
    opened: 'Database open',
    migrated: (count: number) => (count === 1 ? '1 migration applied' : `${count} migrations applied`),
    painting: 'Making the demonstration house',
    painted: (titles: number) => `${titles} titles`,
    signInOnce: 'Sign in as the owner (works once, for an hour):',
    ready: (address: string) => `Vitrine is ready: ${address}`,
    portTaken: (port: number, next: number) => `Port ${port} is taken: trying ${next}. Choose one with --port or PORT.`,
    portTakenChosen: (port: number) => `Port ${port} is taken by another program. Choose another with --port or PORT.`,
    stopping: 'Stopping: open requests are finished first.',
    stopped: 'Stopped.',
    locked: (folder: string, pid: string) =>
      `Another Vitrine (process ${pid}) is using ${folder}. Stop it first, or choose another folder with --data.`,
  },
}

const serverFr: typeof serverEn = {
  letter: {
    subject: (house) => `Votre lien de connexion à ${house}`,
    text: (house, link, minutes) =>
      `Bonjour,\n\nce lien vous connecte à ${house}. Il sert une seule fois, pendant ${minutes} minutes :\n\n${link}\n\nSi vous ne l’avez pas demandé, ignorez ce message : personne ne peut se connecter sans le lien.\n`,
  },
  signIn: {
    title: (house) => `Connexion à ${house}`,
    proceed: 'Se connecter',
    lead: 'Un clic, et vous y êtes.',
    spent: 'Ce lien a déjà servi, ou son temps est passé. Demandez-en un nouveau.',
    askAgain: 'Demander un nouveau lien',
    codeTitle: 'Votre code à usage unique',
    codeLead: 'Ouvrez votre application d’authentification et tapez les six chiffres, ou l’un de vos codes de secours.',
    codeLabel: 'Code',
    codeWrong: 'Ce code n’est pas le bon. Regardez encore : il change toutes les trente secondes.',
    tooMany: (seconds) => `Trop d’essais. Attendez ${seconds} secondes et recommencez.`,
  },
  start: {
    opened: 'Base de données ouverte',
    migrated: (count) => (count === 1 ? '1 migration appliquée' : `${count} migrations appliquées`),
    painting: 'Création de la maison de démonstration',
    painted: (titles) => `${titles} titres`,
    signInOnce: 'Connexion du propriétaire (sert une fois, pendant une heure) :',
    ready: (address) => `Vitrine est prête : ${address}`,
    portTaken: (port, next) => `Le port ${port} est pris : essai du ${next}. Choisissez-en un avec --port ou PORT.`,
    portTakenChosen: (port) => `Le port ${port} est pris par un autre programme. Choisissez-en un autre avec --port ou PORT.`,
    stopping: 'Arrêt : les requêtes en cours sont d’abord terminées.',
    stopped: 'Arrêté.',
    locked: (folder, pid) =>
      `Une autre Vitrine (processus ${pid}) utilise ${folder}. Arrêtez-la d’abord, ou choisissez un autre dossier avec --data.`,
  },
}

export const serverWords: Record<Locale, typeof serverEn> = { en: serverEn, fr: serverFr }

const problemsEn = {
  'malformed-json': { title: 'Not JSON', text: 'The body could not be read as JSON. Nothing was stored.' },
  'invalid-key': { title: 'Unknown key', text: 'This API key does not exist or was revoked. Issue another at the desk.' },
  'foreign-origin': { title: 'From another site', text: 'This was asked by a page that is not ours, so it was not done.' },
  'no-such-endpoint': { title: 'No such path', text: 'The API has nothing at this path. See /api/v1/docs.' },
  'invalid-if-match': { title: 'If-Match is not an ETag', text: 'Send the ETag as it was read, quotes included.' },
  'edit-conflict': {
    title: 'Somebody saved meanwhile',
    text: 'The title was changed after you read it. Both versions are kept. Read it again, merge, and send it with the new ETag.',
  },
  'precondition-required': {
    title: 'If-Match is missing',
    text: 'Changing a title needs the ETag that was read, so that nobody overwrites what they have not seen.',
  },
  'too-many-requests': { title: 'Too many requests', text: 'Wait as long as Retry-After says, then go on.' },
  internal: { title: 'Our mistake', text: 'Something went wrong here. It is in the log. Nothing was half-stored.' },
}
export type ApiProblemCode = keyof typeof problemsEn

const problemsFr: typeof problemsEn = {
  'malformed-json': {
    title: 'Ce n’est pas du JSON',
    text: 'Le corps de la requête n’a pas pu être lu comme du JSON. Rien n’a été enregistré.',
  },
  'invalid-key': { title: 'Clé inconnue', text: 'Cette clé d’API n’existe pas ou a été révoquée. Créez-en une autre au bureau.' },
  'foreign-origin': {
    title: 'Venu d’un autre site',
    text: 'La demande vient d’une page qui n’est pas la nôtre ; elle n’a pas été suivie.',
  },
  'no-such-endpoint': { title: 'Aucun chemin de ce nom', text: 'L’API n’a rien à cette adresse. Voyez /api/v1/docs.' },
  'invalid-if-match': { title: 'If-Match n’est pas un ETag', text: 'Envoyez l’ETag tel que vous l’avez lu, guillemets compris.' },
  'edit-conflict': {
    title: 'Quelqu’un a enregistré entre-temps',
    text: 'La fiche a changé depuis votre lecture. Les deux versions sont gardées. Relisez-la, fusionnez, et renvoyez-la avec le nouvel ETag.',
  },
  'precondition-required': {
    title: 'If-Match manque',
    text: 'Pour modifier une fiche, envoyez l’ETag que vous avez lu : personne n’écrase ainsi ce qu’il n’a pas vu.',
  },
  'too-many-requests': { title: 'Trop de requêtes', text: 'Attendez le temps que dit Retry-After, puis reprenez.' },
  internal: {
    title: 'Erreur de notre côté',
    text: 'Quelque chose n’a pas fonctionné ici. C’est noté au journal. Rien n’a été enregistré à moitié.',
  },
}

/** What the API answers when a request does not reach a verb of the house; the house's own are in errors.ts. */
export const apiProblems: Record<Locale, typeof problemsEn> = { en: problemsEn, fr: problemsFr }

const docsEn = {
  title: 'The API',
  contents: 'Contents',
  more: 'More',
  shapes: 'Shapes',
  errors: 'Errors',
  name: 'Name',
  where: 'In',
  type: 'Type',
  meaning: 'Meaning',
  sends: 'Takes',
  answers: 'Gives',
  code: 'Code',
  status: 'Status',
  why: 'Why it exists',
  recover: 'What to do',
  intro: [
    'Everything the house can do, for programs. What is public needs no key; for the rest, issue a key at the desk and send it as `Authorization: Bearer vit_…`. A key does what its scopes and its owner’s role both allow.',
    'Lists come in pages: send `nextCursor` back as `cursor` until it is null. Every answer has an ETag; send it as `If-None-Match` and an unchanged answer is 304. To change a title send the ETag that you read as `If-Match`: when somebody saved meanwhile the answer is 412 and nothing is lost.',
    'Problems are `application/problem+json` (RFC 9457) with a `code` of the list below, in English or French by `Accept-Language`. `RateLimit-*` headers say how many requests are left this minute.',
  ],
}
const docsFr: typeof docsEn = {
  title: 'L’API',
  contents: 'Sommaire',
  more: 'Et aussi',
  shapes: 'Formes',
  errors: 'Erreurs',
  name: 'Nom',
  where: 'Dans',
  type: 'Type',
  meaning: 'Sens',
  sends: 'Prend',
  answers: 'Donne',
  code: 'Code',
  status: 'Statut',
  why: 'Pourquoi',
  recover: 'Que faire',
  intro: [
    'Tout ce que la maison sait faire, pour les programmes. Ce qui est public ne demande pas de clé ; pour le reste, créez une clé au bureau et envoyez-la : `Authorization: Bearer vit_…`. Une clé fait ce que permettent à la fois ses portées et le rôle de son propriétaire.',
    'Les listes viennent par pages : renvoyez `nextCursor` comme `cursor` jusqu’à ce qu’il soit nul. Chaque réponse a un ETag ; envoyez-le comme `If-None-Match`, et une réponse inchangée donne 304. Pour modifier un titre, envoyez comme `If-Match` l’ETag que vous avez lu : si quelqu’un a enregistré entre-temps, la réponse est 412 et rien n’est perdu.',
    'Les problèmes sont en `application/problem+json` (RFC 9457), avec un `code` de la liste ci-dessous, en anglais ou en français selon `Accept-Language`. Les en-têtes `RateLimit-*` disent combien de requêtes restent pour cette minute.',
  ],
}

/** The words of the API's reference page (/api/v1/docs). What describes each endpoint is English, as the OpenAPI document is. */
export const apiDocsWords: Record<Locale, typeof docsEn> = { en: docsEn, fr: docsFr }
