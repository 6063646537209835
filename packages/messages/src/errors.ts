/**
 * What a person reads when a verb fails: what happened, that nothing was lost, what to do next. By the codes of
 * packages/house/src/errors.ts (a test holds the two lists together). `{limit}`-like places are filled from the error's details.
 */
import type { Locale } from './index.ts'
import { inBoth, typesetFrench } from './typeset.ts'

export interface ErrorText {
  title: string // a few words, for a heading
  text: string // one to three sentences
}

const en = {
  'not-found': {
    title: 'Not found',
    text: 'There is nothing at this address, or it is not public. Nothing was changed. Look for it in the catalogue, or sign in if you work here.',
  },
  'sign-in-needed': {
    title: 'Please sign in',
    text: 'This part of the house is for people who are signed in. Nothing was lost. Sign in and you will come back here.',
  },
  'not-allowed': {
    title: 'Not yours to do',
    text: 'Your role does not include this. Nothing was changed. An owner of the house can give you the role.',
  },
  'invalid-input': {
    title: 'Please check what you entered',
    text: 'Some fields could not be understood. Nothing was stored and what you typed is still here. Correct the marked fields and save again.',
  },
  'revision-changed': {
    title: 'Somebody saved meanwhile',
    text: 'This was changed after you opened it, so we stopped. Both versions are kept. Look at the new one, then do it again.',
  },
  'slug-taken': {
    title: 'Address in use',
    text: 'This address belongs to another title, now or in the past. Nothing was changed. Choose another address.',
  },
  'rights-conflict': {
    title: 'The rights book says no',
    text: 'Something stands in the way, and is named below. Nothing was written. Change the territories, media, languages or dates, and try again.',
  },
  'rights-warnings': {
    title: 'Please look at this first',
    text: 'The entry may stand, but there is something you should know. Nothing was written yet. Read it, then confirm.',
  },
  'entry-settled': {
    title: 'Not in this state',
    text: 'This entry is signed or has ended, so this cannot be done to it. Nothing was changed. Amend it, end it, or write a new one.',
  },
  'user-exists': {
    title: 'Already a member',
    text: 'Somebody with this e-mail address is a member already. Nothing was changed. Change that member instead.',
  },
  'still-needed': {
    title: 'Still needed',
    text: 'Something else in the house points to this. Nothing was removed. If it is a duplicate, merge it; a person can be erased.',
  },
  'last-owner': {
    title: 'The house needs an owner',
    text: 'This is the only owner left. Nothing was changed. Make somebody else an owner first.',
  },
  'wrong-state': {
    title: 'Not in this state',
    text: 'This has moved on since, and what you asked does not follow from where it stands. Nothing was changed. Open it again and go on from there.',
  },
  'house-not-empty': {
    title: 'This house is lived in',
    text: 'A whole house moves only into an empty one. Nothing was changed. Start another Vitrine with a folder of its own, and import there.',
  },
  'other-version': {
    title: 'Made by another version',
    text: 'This file comes from a version whose data is not read here. Nothing was changed. Bring both houses to the same version, then export again.',
  },
  'undo-over': {
    title: 'No longer to be undone',
    text: 'This can no longer be taken back. Nothing was changed. What stands now is shown here: go on from there.',
  },
  'link-over': {
    title: 'This link no longer works',
    text: 'It has run out, another stands in its place, or the paper was taken back or declined. Nothing was signed by it. Ask the house for a new one.',
  },
  'screener-over': {
    title: 'This link shows nothing any more',
    text: 'It has run out, was used as often as was allowed, was taken back, or is not for where you are. What you watched before stays recorded as you were told. Ask whoever sent it to you for another.',
  },
  'too-many-devices': {
    title: 'Watched on another device',
    text: 'This link is in use on as many devices as it allows. Nothing was changed. Close the film there and try again here in a minute.',
  },
  'wrong-code': {
    title: 'Not the code',
    text: 'The code is not the one that was mailed, has run out, or was tried too often. Nothing was signed. Read the newest mail, or ask for another code.',
  },
  'file-changed': {
    title: 'The stored file was changed',
    text: 'The file that is kept is no longer the one that was recorded. Nothing was signed. Restore it from a backup before you go on.',
  },
  'already-accepted': {
    title: 'Already in the catalogue',
    text: 'This sheet became a title before. Nothing was changed. Open the title and edit it there.',
  },
  'wrong-edit-key': {
    title: 'Only its author can change this list',
    text: 'The link shows the shortlist but does not allow changing it. Nothing was changed. Use the browser in which it was started, or start your own copy.',
  },
  'limit-reached': {
    title: 'That is as much as fits',
    text: 'There is a limit here ({limit}). What is stored stays. Remove something first, or start another.',
  },
  'too-large': {
    title: 'Too large',
    text: 'This file is larger than we read here. Nothing was stored. Send a smaller one, or split it.',
  },
  'unsupported-file': {
    title: 'This kind of file is not taken',
    text: 'Sheets can be text, Markdown, HTML, DOCX or PDF; pictures JPEG, PNG, WebP or AVIF. Nothing was stored. Convert the file and send it again.',
  },
  'unreadable-file': {
    title: 'The file could not be read',
    text: 'It seems damaged or protected. Nothing was stored and your file is untouched. Save it again from the program it came from, then send that.',
  },
  'no-film-found': {
    title: 'No film found in it',
    text: 'We read the text and found no title. Nothing was stored. Check that it is a title sheet, with the title on its first line.',
  },
  'database-down': {
    title: 'The catalogue does not answer',
    text: 'The database cannot be reached at the moment. Everything that was saved is safe. Try again shortly: the house reconnects by itself.',
  },
  'database-behind': {
    title: 'The database needs an update',
    text: 'This version needs tables that are not there yet. Nothing was lost. Run “vitrine migrate”, then start again.',
  },
  'key-in-use': {
    title: 'This key was used already',
    text: 'The Idempotency-Key belongs to another request of yours. Nothing was done. Make a new key for a new request.',
  },
  'still-running': {
    title: 'Still being done',
    text: 'The same request is under way and has no answer yet. Nothing was done twice. Send it again in a moment, as it was.',
  },
  'answer-lost': {
    title: 'Done, but the answer was lost',
    text: 'All that you asked was done once and is stored; only its answer is not kept, and nothing was done a second time. Open what is named in the details.',
  },
  'outcome-unknown': {
    title: 'Begun, and perhaps not all done',
    text: 'What is named in the details was changed and is stored; then the request broke off, and nothing was done since. Open it, and ask for what is missing under a new key.',
  },
  'too-many-keys': {
    title: 'Too many requests with keys',
    text: 'No more than {limit} requests with an Idempotency-Key, or {megabytes} MB of answers, are remembered for one asker within a day. Nothing was done, and what was done before is kept. Send it without the key, or later.',
  },
  busy: {
    title: 'Too many at once',
    text: 'Several people were saving the same thing. Nothing was half-saved. Please try again.',
  },
  'disk-full': {
    title: 'The disk is full',
    text: 'There was no room to store it. Nothing was half-written and the catalogue is intact. Make room, then try again.',
  },
  'files-down': {
    title: 'The files cannot be reached',
    text: 'The folder of pictures and documents does not answer. Nothing was lost. Check that it is there and writable, then try again.',
  },
  'films-down': {
    title: 'The film cannot be reached just now',
    text: 'The place where films are kept does not answer. Nothing was lost: films, links and what was watched are safe. Please try again in a few minutes.',
  },
  'program-fault': {
    title: 'A mistake in the program',
    text: 'This could not be made, because of a mistake in the program; it is in the log of the server. Nothing was lost, and it will be tried again at its next time. Tell whoever looks after the server.',
  },
  'printing-down': {
    title: 'Printing is not possible now',
    text: 'The page could not be set. Nothing was lost: the title itself is untouched. Try again in a moment, or read it on screen.',
  },
} satisfies Record<string, ErrorText>

export type ErrorTextCode = keyof typeof en

const fr: Record<ErrorTextCode, ErrorText> = {
  'not-found': {
    title: 'Introuvable',
    text: 'Il n’y a rien à cette adresse, ou la page n’est pas publique. Rien n’a été modifié. Cherchez dans le catalogue, ou connectez-vous si vous travaillez ici.',
  },
  'sign-in-needed': {
    title: 'Connectez-vous',
    text: 'Cette partie de la maison est réservée aux personnes connectées. Rien n’est perdu. Connectez-vous : vous reviendrez ici.',
  },
  'not-allowed': {
    title: 'Action non autorisée',
    text: 'Votre rôle ne le permet pas. Rien n’a été modifié. Un propriétaire de la maison peut vous donner ce rôle.',
  },
  'invalid-input': {
    title: 'Vérifiez votre saisie',
    text: 'Certains champs n’ont pas été compris. Rien n’a été enregistré et votre saisie est toujours là. Corrigez les champs signalés et enregistrez de nouveau.',
  },
  'revision-changed': {
    title: 'Quelqu’un a enregistré entre-temps',
    text: 'Le contenu a changé depuis que vous l’avez ouvert ; nous nous sommes arrêtés. Les deux versions sont conservées. Lisez la nouvelle, puis recommencez.',
  },
  'slug-taken': {
    title: 'Adresse déjà prise',
    text: 'Cette adresse appartient, ou a appartenu, à un autre titre. Rien n’a été modifié. Choisissez-en une autre.',
  },
  'rights-conflict': {
    title: 'Le registre des droits s’y oppose',
    text: 'Ce qui l’empêche est indiqué ci-dessous. Rien n’a été inscrit. Modifiez les territoires, les médias, les langues ou les dates, puis recommencez.',
  },
  'rights-warnings': {
    title: 'À regarder d’abord',
    text: 'L’inscription est possible, mais il y a quelque chose à savoir. Rien n’a encore été inscrit. Lisez, puis confirmez.',
  },
  'entry-settled': {
    title: 'Pas dans cet état',
    text: 'Cette inscription est signée ou terminée : l’opération n’est pas possible. Rien n’a été modifié. Faites un avenant, mettez-y fin ou écrivez-en une nouvelle.',
  },
  'user-exists': {
    title: 'Déjà membre',
    text: 'Un membre a déjà cette adresse électronique. Rien n’a été modifié. Modifiez plutôt ce membre.',
  },
  'still-needed': {
    title: 'Encore utilisé',
    text: 'Autre chose, dans la maison, y renvoie. Rien n’a été supprimé. Si c’est un doublon, fusionnez-le ; une personne peut être effacée.',
  },
  'last-owner': {
    title: 'Il faut un propriétaire',
    text: 'C’est le dernier propriétaire de la maison. Rien n’a été modifié. Nommez d’abord un autre propriétaire.',
  },
  'wrong-state': {
    title: 'Pas dans cet état',
    text: 'Cela a avancé entre-temps, et ce que vous demandez n’en découle pas. Rien n’a été modifié. Rouvrez-le et continuez à partir de là.',
  },
  'house-not-empty': {
    title: 'Cette maison est habitée',
    text: 'Une maison entière n’emménage que dans une maison vide. Rien n’a été modifié. Démarrez un autre Vitrine dans un dossier à lui, et importez là.',
  },
  'other-version': {
    title: 'Fait par une autre version',
    text: 'Ce fichier vient d’une version dont les données ne se lisent pas ici. Rien n’a été modifié. Mettez les deux maisons à la même version, puis exportez de nouveau.',
  },
  'undo-over': {
    title: 'Trop tard pour annuler',
    text: 'On ne peut plus y revenir. Rien n’a été modifié. Ce qui tient maintenant est affiché : continuez à partir de là.',
  },
  'link-over': {
    title: 'Ce lien ne fonctionne plus',
    text: 'Il a expiré, un autre l’a remplacé, ou l’acte a été repris ou refusé. Rien n’a été signé par lui. Demandez-en un nouveau à la maison.',
  },
  'screener-over': {
    title: 'Ce lien ne montre plus rien',
    text: 'Il a expiré, a servi autant de fois que permis, a été repris, ou ne vaut pas là où vous êtes. Ce que vous avez regardé reste enregistré comme annoncé. Demandez-en un autre à qui vous l’a envoyé.',
  },
  'too-many-devices': {
    title: 'En cours sur un autre appareil',
    text: 'Ce lien sert déjà sur autant d’appareils que permis. Rien n’a été modifié. Fermez le film là-bas et réessayez ici dans une minute.',
  },
  'wrong-code': {
    title: 'Ce n’est pas le code',
    text: 'Le code n’est pas celui qui a été envoyé, a expiré, ou a été essayé trop souvent. Rien n’a été signé. Lisez le dernier courriel ou demandez un autre code.',
  },
  'file-changed': {
    title: 'Le fichier conservé a été modifié',
    text: 'Le fichier conservé n’est plus celui qui a été enregistré. Rien n’a été signé. Restaurez-le depuis une sauvegarde avant de continuer.',
  },
  'already-accepted': {
    title: 'Déjà au catalogue',
    text: 'Cette fiche est déjà devenue un titre. Rien n’a été modifié. Ouvrez le titre et modifiez-le.',
  },
  'wrong-edit-key': {
    title: 'Seul son auteur peut modifier cette sélection',
    text: 'Le lien montre la sélection sans permettre de la modifier. Rien n’a été modifié. Utilisez le navigateur où elle a été créée, ou faites-en une copie.',
  },
  'limit-reached': {
    title: 'C’est complet',
    text: 'Il y a une limite ici ({limit}). Ce qui est enregistré le reste. Retirez d’abord quelque chose, ou commencez-en une autre.',
  },
  'too-large': {
    title: 'Trop volumineux',
    text: 'Ce fichier dépasse ce que nous lisons ici. Rien n’a été enregistré. Envoyez-en un plus petit, ou découpez-le.',
  },
  'unsupported-file': {
    title: 'Ce type de fichier n’est pas accepté',
    text: 'Fiches : texte, Markdown, HTML, DOCX ou PDF ; images : JPEG, PNG, WebP ou AVIF. Rien n’a été enregistré. Convertissez le fichier et renvoyez-le.',
  },
  'unreadable-file': {
    title: 'Fichier illisible',
    text: 'Il semble abîmé ou protégé. Rien n’a été enregistré et votre fichier est intact. Enregistrez-le de nouveau depuis son logiciel d’origine, puis envoyez-le.',
  },
  'no-film-found': {
    title: 'Aucun film trouvé',
    text: 'Le texte a été lu et ne contient pas de titre. Rien n’a été enregistré. Vérifiez que c’est bien une fiche, avec le titre en première ligne.',
  },
  'database-down': {
    title: 'Le catalogue ne répond pas',
    text: 'La base de données est injoignable pour le moment. Tout ce qui a été enregistré est en sécurité. Réessayez bientôt : la connexion se rétablit d’elle-même.',
  },
  'database-behind': {
    title: 'La base doit être mise à jour',
    text: 'Cette version a besoin de tables qui n’existent pas encore. Rien n’est perdu. Lancez « vitrine migrate », puis redémarrez.',
  },
  'key-in-use': {
    title: 'Cette clé a déjà servi',
    text: 'L’Idempotency-Key est celle d’une autre de vos requêtes. Rien n’a été fait. Prenez une nouvelle clé pour une nouvelle requête.',
  },
  'still-running': {
    title: 'Encore en cours',
    text: 'La même requête est en cours et n’a pas encore de réponse. Rien n’a été fait deux fois. Renvoyez-la telle quelle dans un instant.',
  },
  'answer-lost': {
    title: 'C’est fait, mais la réponse est perdue',
    text: 'Tout ce que vous avez demandé a été fait une fois et est enregistré ; seule la réponse n’est pas gardée. Rien n’a été refait. Ouvrez ce que nomment les détails.',
  },
  'outcome-unknown': {
    title: 'Commencé, peut-être pas achevé',
    text: 'Ce que nomment les détails a été modifié et est enregistré ; puis la requête s’est interrompue, et rien n’a été fait depuis. Ouvrez-le, et demandez ce qui manque sous une nouvelle clé.',
  },
  'too-many-keys': {
    title: 'Trop de requêtes avec clé',
    text: 'Pas plus de {limit} requêtes avec une Idempotency-Key, ou {megabytes} Mo de réponses, ne sont retenues par demandeur en un jour. Rien n’a été fait, et ce qui l’a été est gardé. Envoyez-la sans clé, ou plus tard.',
  },
  busy: {
    title: 'Trop de monde à la fois',
    text: 'Plusieurs personnes enregistraient la même chose. Rien n’a été enregistré à moitié. Réessayez.',
  },
  'disk-full': {
    title: 'Disque plein',
    text: 'Il n’y avait plus de place pour l’enregistrer. Rien n’a été écrit à moitié et le catalogue est intact. Libérez de la place, puis réessayez.',
  },
  'files-down': {
    title: 'Fichiers inaccessibles',
    text: 'Le dossier des images et documents ne répond pas. Rien n’est perdu. Vérifiez qu’il est présent et accessible en écriture, puis réessayez.',
  },
  'films-down': {
    title: 'Film inaccessible pour l’instant',
    text: 'L’endroit où les films sont conservés ne répond pas. Rien n’est perdu : films, liens et visionnages sont en sécurité. Réessayez dans quelques minutes.',
  },
  'program-fault': {
    title: 'Une erreur du programme',
    text: 'Ceci n’a pas pu être fait, à cause d’une erreur du programme ; elle est au journal du serveur. Rien n’est perdu, et un nouvel essai aura lieu la prochaine fois. Prévenez qui s’occupe du serveur.',
  },
  'printing-down': {
    title: 'Impression impossible pour l’instant',
    text: 'La page n’a pas pu être composée. Rien n’est perdu : le titre est intact. Réessayez dans un instant, ou lisez-le à l’écran.',
  },
}

/** What is said of a kind of file where the failure tells what would be taken. */
const taken: Record<Locale, string> = inBoth({
  en: 'What is taken here: {takes}. Nothing was stored. Convert the file and send it again.',
  fr: 'Ce qui est accepté ici : {takes}. Rien n’a été enregistré. Convertissez le fichier et renvoyez-le.',
})

const texts: Record<Locale, Record<ErrorTextCode, ErrorText>> = inBoth({ en, fr })

/**
 * The words for a failure, with the places filled from its details.
 *
 * @example
 * errorText('limit-reached', 'en', { limit: 200 }).text // "There is a limit here (200). …"
 */
export function errorText(code: ErrorTextCode, locale: Locale, details: Record<string, unknown> = {}): ErrorText {
  const { title, text: usual } = texts[locale][code]
  const text = code === 'unsupported-file' && 'takes' in details ? taken[locale] : usual
  return { title, text: text.replace(/\{(\w+)\}/g, (place, key: string) => (key in details ? String(details[key]) : place)) }
}

export const ERROR_TEXT_CODES = Object.keys(en) as ErrorTextCode[]

/** One field of what was sent, and what is wrong with it. */
export interface FieldIssue {
  path: string
  message: string
}

/**
 * The details of a failure as one reader gets them: fields that were refused in two languages are said in the reader's.
 *
 * @example
 * detailsIn('fr', { issues: [{ path: 'to', message: 'too early', messageFr: 'trop tôt' }] }) // { issues: [{ path: 'to', message: 'trop tôt' }] }
 */
export function detailsIn(locale: Locale, details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const issues = details['issues']
  if (!Array.isArray(issues)) return { ...details }
  const said = (issues as (FieldIssue & { messageFr?: string })[]).map(({ messageFr, ...issue }) =>
    locale === 'fr' && messageFr !== undefined ? { ...issue, message: typesetFrench(messageFr) } : issue,
  )
  return { ...details, issues: said }
}

/** The refused fields of a failure, for one reader; none for a failure that is not about fields. */
export const issuesIn = (locale: Locale, details: Readonly<Record<string, unknown>>): FieldIssue[] =>
  (detailsIn(locale, details)['issues'] as FieldIssue[] | undefined) ?? []
