/**
 * What is said when a document could not be read. Each entry says what happened and what to do; `documentErrorText` adds
 * that nothing was lost. Parameters stand in braces.
 */
import type { Locale } from './index.ts'
import { inBoth } from './typeset.ts'

interface DocumentWords {
  what: string
  todo: string
}

const en = {
  'too-large': {
    what: 'This file is larger than {limit}, the most that is accepted.',
    todo: 'Send the text alone, without its pictures, or split the file.',
  },
  empty: { what: 'This file is empty.', todo: 'Check that it was saved, and send it again.' },
  'no-text': { what: 'This document has no words in it.', todo: 'Check that it is the right file, or paste the text.' },
  'not-a-document': {
    what: 'This file is not a document: {kind}.',
    todo: 'Send the sheet as text, Word, OpenDocument, RTF, HTML or PDF.',
  },
  'unknown-type': {
    what: 'The type of this file could not be told from its content.',
    todo: 'Save it as text, Word (.docx) or PDF, and send it again.',
  },
  'unsupported-format': {
    what: 'This is a format that is not read here: {kind}.',
    todo: 'Save it as .docx, PDF or plain text, and send it again.',
  },
  'no-list': {
    what: 'This is no list in rows and columns: {kind}.',
    todo: 'Open it in Excel, Numbers or LibreOffice, save it as .xlsx, .ods or CSV, and send that.',
  },
  archive: {
    what: 'This is an archive with several files, not one document.',
    todo: 'Import it as an archive, or send the files in it one by one.',
  },
  encrypted: { what: 'This file is locked with a password.', todo: 'Open it, save it without the password, and send it again.' },
  scanned: {
    what: 'This PDF holds pictures of pages, without any text.',
    todo: 'Send the file it was printed from, or run text recognition on it first.',
  },
  damaged: {
    what: 'This file is damaged or cut short.',
    todo: 'Open it where it was made, save it again, and send the new file.',
  },
  'zip-bomb': {
    what: 'This file unpacks to far more than its size allows.',
    todo: 'If it is a real document, save it again without its pictures, and send it.',
  },
  'xml-bomb': {
    what: 'The XML in this file declares entities or a document type, which no real document of this kind does.',
    todo: 'Save it again from a word processor, and send the new file.',
  },
  'path-trick': {
    what: 'The archive has an entry that points outside of it: {name}.',
    todo: 'Make a new archive from plain files and folders.',
  },
  'too-many-entries': {
    what: 'This file has more than {limit} entries, the most that is accepted.',
    todo: 'Split it into several archives.',
  },
  'too-many-pages': {
    what: 'This PDF has {count} pages; at most {limit} are read.',
    todo: 'Split it, and send the parts that hold sheets.',
  },
  'text-too-long': {
    what: 'The text of this document is longer than {limit}, the most that is accepted.',
    todo: 'Split it into several files.',
  },
  timeout: {
    what: 'Reading this file took more than {seconds} seconds, so it was stopped.',
    todo: 'Save it again in another format (.docx or plain text), and send it.',
  },
  'out-of-memory': {
    what: 'Reading this file took more memory than is allowed, so it was stopped.',
    todo: 'Save it again in another format (.docx or plain text), and send it.',
  },
  'not-a-picture': {
    what: 'This file is not a picture in a form that is accepted.',
    todo: 'Send a JPEG, PNG, WebP, AVIF or GIF.',
  },
  'svg-refused': {
    what: 'SVG files can carry scripts, so they are not accepted.',
    todo: 'Export the drawing as PNG, and send that.',
  },
} as const satisfies Record<string, DocumentWords>

/** A reason why a document was refused. */
export type DocumentErrorCode = keyof typeof en

const fr: Record<DocumentErrorCode, DocumentWords> = {
  'too-large': {
    what: 'Ce fichier dépasse {limit}, la taille maximale acceptée.',
    todo: 'Envoyez le texte seul, sans ses images, ou divisez le fichier.',
  },
  empty: { what: 'Ce fichier est vide.', todo: 'Vérifiez qu’il a bien été enregistré, puis renvoyez-le.' },
  'no-text': { what: 'Ce document ne contient aucun mot.', todo: 'Vérifiez que c’est le bon fichier, ou collez le texte.' },
  'not-a-document': {
    what: 'Ce fichier n’est pas un document : {kind}.',
    todo: 'Envoyez la fiche en texte, Word, OpenDocument, RTF, HTML ou PDF.',
  },
  'unknown-type': {
    what: 'Le contenu de ce fichier ne permet pas d’en reconnaître le type.',
    todo: 'Enregistrez-le en texte, Word (.docx) ou PDF, puis renvoyez-le.',
  },
  'unsupported-format': {
    what: 'Ce format n’est pas lu ici : {kind}.',
    todo: 'Enregistrez-le en .docx, PDF ou texte brut, puis renvoyez-le.',
  },
  'no-list': {
    what: 'Ce n’est pas une liste en lignes et en colonnes : {kind}.',
    todo: 'Ouvrez-le dans Excel, Numbers ou LibreOffice, enregistrez-le en .xlsx, .ods ou CSV, puis envoyez celui-là.',
  },
  archive: {
    what: 'C’est une archive de plusieurs fichiers, et non un document.',
    todo: 'Importez-la comme archive, ou envoyez ses fichiers un par un.',
  },
  encrypted: {
    what: 'Ce fichier est protégé par un mot de passe.',
    todo: 'Ouvrez-le, enregistrez-le sans mot de passe, puis renvoyez-le.',
  },
  scanned: {
    what: 'Ce PDF contient des images de pages, sans texte.',
    todo: 'Envoyez le fichier d’origine, ou passez-le d’abord à la reconnaissance de caractères.',
  },
  damaged: {
    what: 'Ce fichier est endommagé ou incomplet.',
    todo: 'Ouvrez-le dans son logiciel d’origine, enregistrez-le à nouveau, puis envoyez le nouveau fichier.',
  },
  'zip-bomb': {
    what: 'Une fois décompressé, ce fichier dépasse de loin ce que sa taille autorise.',
    todo: 'S’il s’agit d’un vrai document, enregistrez-le sans ses images, puis renvoyez-le.',
  },
  'xml-bomb': {
    what: 'Le XML de ce fichier déclare des entités ou un type de document, ce que ne fait aucun vrai document de ce genre.',
    todo: 'Enregistrez-le à nouveau depuis un traitement de texte, puis envoyez le nouveau fichier.',
  },
  'path-trick': {
    what: 'L’archive contient une entrée qui pointe hors d’elle : {name}.',
    todo: 'Refaites une archive de fichiers et de dossiers ordinaires.',
  },
  'too-many-entries': {
    what: 'Ce fichier compte plus de {limit} entrées, le maximum accepté.',
    todo: 'Divisez-le en plusieurs archives.',
  },
  'too-many-pages': {
    what: 'Ce PDF compte {count} pages ; {limit} au plus sont lues.',
    todo: 'Divisez-le, et envoyez les parties qui contiennent des fiches.',
  },
  'text-too-long': {
    what: 'Le texte de ce document dépasse {limit}, le maximum accepté.',
    todo: 'Divisez-le en plusieurs fichiers.',
  },
  timeout: {
    what: 'La lecture de ce fichier a dépassé {seconds} secondes et a été arrêtée.',
    todo: 'Enregistrez-le dans un autre format (.docx ou texte brut), puis renvoyez-le.',
  },
  'out-of-memory': {
    what: 'La lecture de ce fichier a dépassé la mémoire autorisée et a été arrêtée.',
    todo: 'Enregistrez-le dans un autre format (.docx ou texte brut), puis renvoyez-le.',
  },
  'not-a-picture': {
    what: 'Ce fichier n’est pas une image d’un format accepté.',
    todo: 'Envoyez un JPEG, PNG, WebP, AVIF ou GIF.',
  },
  'svg-refused': {
    what: 'Les fichiers SVG peuvent contenir des scripts : ils ne sont pas acceptés.',
    todo: 'Exportez le dessin en PNG, et envoyez celui-ci.',
  },
}

const words: Record<Locale, Record<DocumentErrorCode, DocumentWords>> = inBoth({ en, fr })
const nothingLost: Record<Locale, string> = inBoth({
  en: 'Nothing was changed, and nothing was lost.',
  fr: 'Rien n’a été modifié, et rien n’est perdu.',
})

const kindsEn = {
  picture: 'it is a picture',
  video: 'it is a video',
  sound: 'it is a sound recording',
  program: 'it is a program',
  font: 'it is a font',
  'old-word': 'Word 97–2003 (.doc)',
  'office-97': 'a Microsoft Office 97–2003 file',
  spreadsheet: 'a spreadsheet',
  slides: 'a slide show',
  pages: 'Apple Pages',
  ebook: 'an e-book',
  xml: 'XML',
  postscript: 'PostScript',
  'other-archive': 'an archive other than ZIP',
  pdf: 'a PDF',
  'web-page': 'a web page, whatever its name says',
  'text-document': 'a text document',
  unknown: 'its type could not be told from its content',
} as const
/** What a refused file was found to be. */
export type DocumentKindName = keyof typeof kindsEn
const kindsFr: Record<DocumentKindName, string> = {
  picture: 'c’est une image',
  video: 'c’est une vidéo',
  sound: 'c’est un enregistrement sonore',
  program: 'c’est un programme',
  font: 'c’est une police de caractères',
  'old-word': 'Word 97–2003 (.doc)',
  'office-97': 'un fichier Microsoft Office 97–2003',
  spreadsheet: 'une feuille de calcul',
  slides: 'un diaporama',
  pages: 'Apple Pages',
  ebook: 'un livre numérique',
  xml: 'XML',
  postscript: 'PostScript',
  'other-archive': 'une archive autre que ZIP',
  pdf: 'un PDF',
  'web-page': 'une page web, quoi qu’en dise son nom',
  'text-document': 'un document de texte',
  unknown: 'son contenu ne permet pas d’en reconnaître le type',
}
const kinds: Record<Locale, Record<DocumentKindName, string>> = inBoth({ en: kindsEn, fr: kindsFr })

const notesEn = {
  mislabelled: 'The name says “{named}”, but the file is {found}; it was read as what it is.',
  'encoding-guessed': 'The encoding was worked out from the text: {encoding}. Look at the accents.',
  'mixed-encoding': 'The text mixes two encodings; {count} characters were read as Windows-1252.',
  'damaged-characters': '{count} characters could not be read and stand as �.',
  'control-characters': '{count} control characters were left out.',
  'running-lines': 'Lines that repeat on every page were left out: {lines}',
  'tracked-changes': 'The document has tracked changes: they were read as accepted.',
  'hidden-text': 'Text that the page hides was left out.',
  'cut-short': 'The document ends before it should; what there is was read.',
  'pages-without-text': 'Pages without text (pictures): {pages}',
} as const
/** Something a person should know about how a document was read. */
export type DocumentNoteCode = keyof typeof notesEn
const notesFr: Record<DocumentNoteCode, string> = {
  mislabelled: 'Le nom indique « {named} », mais le fichier est {found} ; il a été lu pour ce qu’il est.',
  'encoding-guessed': 'L’encodage a été déduit du texte : {encoding}. Vérifiez les accents.',
  'mixed-encoding': 'Le texte mêle deux encodages ; {count} caractères ont été lus en Windows-1252.',
  'damaged-characters': '{count} caractères sont illisibles et remplacés par �.',
  'control-characters': '{count} caractères de contrôle ont été écartés.',
  'running-lines': 'Les lignes répétées à chaque page ont été écartées : {lines}',
  'tracked-changes': 'Le document porte des modifications suivies : elles ont été lues comme acceptées.',
  'hidden-text': 'Le texte que la page masque a été écarté.',
  'cut-short': 'Le document s’arrête avant sa fin ; ce qui s’y trouve a été lu.',
  'pages-without-text': 'Pages sans texte (images) : {pages}',
}
const notes: Record<Locale, Record<DocumentNoteCode, string>> = inBoth({ en: notesEn, fr: notesFr })

type Params = Readonly<Record<string, string | number>>

function fill(text: string, params: Params, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = params[key]
    if (value === undefined) return whole
    if (key === 'kind' && value in kinds[locale]) return kinds[locale][value as DocumentKindName]
    return String(value)
  })
}

/**
 * Why a document was refused, in one paragraph: what happened, that nothing was lost, what to do.
 *
 * @example
 * documentErrorText('empty', {}, 'en')
 * // "This file is empty. Nothing was changed, and nothing was lost. Check that it was saved, and send it again."
 */
export function documentErrorText(code: DocumentErrorCode, params: Params, locale: Locale): string {
  const { what, todo } = words[locale][code]
  return `${fill(what, params, locale)} ${nothingLost[locale]} ${fill(todo, params, locale)}`
}

/**
 * A note about how a document was read.
 *
 * @example
 * documentNoteText('encoding-guessed', { encoding: 'macintosh' }, 'en')
 */
export function documentNoteText(code: DocumentNoteCode, params: Params, locale: Locale): string {
  return fill(notes[locale][code], params, locale)
}

/** Every code, for tests and for the API's documentation. */
export const DOCUMENT_ERROR_CODES = Object.keys(en) as DocumentErrorCode[]
export const DOCUMENT_NOTE_CODES = Object.keys(notesEn) as DocumentNoteCode[]
