/**
 * What stands around a sheet and is no part of it: the letter it came in, with its greeting and signature, and the furniture
 * of a web page (cookies, menus, buttons, footers). Such lines are kept for the editor and never read as facts or text; a
 * signature is read as the contact that it is.
 */
import { readContactPiece } from './contacts.ts'
import type { Draft } from './draft.ts'
import { looksLikeFirm, looksLikePerson } from './names.ts'
import { looksLikeProse } from './prose.ts'
import { MASK, plain } from './source.ts'
import type { Line, Piece } from './source.ts'

export interface Apart {
  /** The lines of the sheet. */
  sheet: Line[]
  /** Lines around it, in their order. */
  aside: Line[]
  /** Lines below the end of a letter: who sent it. */
  signature: Line[]
}

const HEADER =
  /^(?:from|to|cc|bcc|date|sent|subject|reply-to|attachments?|de|à|objet|envoyé|von|an|betreff|gesendet|datum|para|asunto|enviado|fecha|da|a|oggetto|inviato|data|assunto)\s*:/iu
const SUBJECT = /^(?:subject|objet|betreff|asunto|oggetto|assunto)\s*:/iu
const GREETING =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|bonjour|bonsoir|ch[eè]re?s?|salut|madame|monsieur|hallo|guten (?:tag|morgen)|sehr geehrter?|liebe[rs]?|hola|buen[oa]s (?:días|tardes)|estimad[oa]s?|querid[oa]s?|ciao|buongiorno|gentil[ei]|car[oaie]|bom dia|boa tarde|olá|prezad[oa]s?|car[oa]s|benvolgu\p{L}+|bon dia|beste|geachte)(?!\p{L}).{0,60},$/iu
const SIGN_OFF =
  /^(?:(?:with )?(?:best|kind|kindest|warm|warmest|many)(?: \p{L}+)? (?:wishes|regards)|regards|best|sincerely|yours(?: \p{L}+)?|cheers|all the best|thanks(?: again)?|many thanks|thank you|warmly|bien à (?:vous|toi)|(?:bien )?cordialement|(?:très |bien )?amicalement|bonne (?:journée|réception)|mit (?:freundlichen|besten|herzlichen) grü(?:ß|ss)en|(?:viele|beste|herzliche|liebe|schöne) grü(?:ß|ss)e|(?:un )?(?:cordial )?saludos?(?: cordiale?s?)?|atentamente|cordiali saluti|un caro saluto|distinti saluti|a presto|(?:com os melhores )?cumprimentos|atenciosamente|abraços?|(?:cordials )?salutacions|met vriendelijke groet(?:en)?|hartelijke groet(?:en)?)[\s,.!]*$/iu
/** What mail programs set over a signature (RFC 3676, 4.3). */
const SIGNATURE = /^--\s*$/
/** What a letter says to whom it is written to. */
const TO_YOU =
  /(?<!\p{L})(?:you|your|let me know|vous|n['’]hésitez|ihnen|sie|usted(?:es)?|quedo|quedamos|lei|vi|restiamo|resto a|fammi|fateci|disposition|disposizione|disposición|disposição|verfügung|fico|ficamos|diga-me)(?!\p{L})/iu
const SMALL_PRINT =
  /(?:this|the) (?:e-?mail|message)(?: and any| is| may)|(?:ce|cet) (?:message|e-?mail|courriel)(?: et| est| peut)|diese e-?mail|este (?:mensaje|correo|e-?mail)(?: y| es| e)|(?:questo messaggio|questa e-?mail)|esta mensagem|think (?:before|of the environment)|pensez à l['’]environnement|before printing this|avant d['’]imprimer ce|^sent from my |^envoyé de mon |^von meinem \p{L}+ gesendet|^-+ ?(?:original|forwarded) message|^-+ ?message (?:original|transféré)/iu

/** "We use cookies": a film may be called so, and what a page says of them says what is done with them. */
const COOKIES =
  /(?<!\p{L})(?:we|us(?:e|es|ing)|accept|site|website|policy|settings|preferences|utilis\p{L}*|site|accept\p{L}*|politique|paramètres|verwend\p{L}*|nutz\p{L}*|akzept\p{L}*|einstellungen|richtlinie\p{L}*|us[ao]\p{L}*|utiliz\p{L}*|acept\p{L}*|aceit\p{L}*|sitio|sito|política|accett\p{L}*|impostazioni)(?!\p{L})/iu
const PAGE =
  /^(?:skip to (?:main )?content|aller au contenu|saltar al contenido|ir al contenido|zum inhalt springen|vai al contenuto|(?:saltar|ir) para o conteúdo)$|^(?:share|partager|compartir|teilen|condividi|partilhar|compartilhar)(?: this)?(?: on| sur| en| auf| su| no)?[\s:]*(?:(?:facebook|twitter|whatsapp|linkedin|instagram|x|e-?mail)[\s,|·/]*)+$|^(?:newsletter|accept(?: all)?|got it!?|subscribe|anmelden|s['’]inscrire|suscribirse|tickets kaufen|book (?:now|tickets)|buy tickets|acheter des (?:billets|places)|réserver|comprar entradas|comprar bilhetes|registered charity.{0,30}|back to (?:top|list|programme)|retour (?:à la liste|au programme)|zurück)$/iu
const FOOTER_WORD =
  /^(?:©.*|\(c\) .*|copyright .*|all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|privacy(?: policy)?|terms(?: (?:of use|and conditions|& conditions))?|imprint|impressum|datenschutz(?:erklärung)?|agb|mentions légales|plan du site|nos partenaires|politique de confidentialité|aviso legal|política de privacidad(?:e)?|note legali|accessibility|accessibilité|sitemap|kontakt|contact|partners)$/iu
const MENU_WORD =
  /^(?:home(?:page)?|about(?: us)?|contact(?: us)?|catalogue|new titles|login|log in|search|news|shop|cart|basket.{0,5}|start(?:seite)?|über uns|kontakt|suche|accueil|à propos|recherche|inicio|nosotros|contacto|buscar|cerca|accedi|chi siamo|contatti|início|contactos|pesquisa|inici|films?|programme?|tickets)$/iu
const ALSO =
  /^(?:you (?:might|may) also (?:like|enjoy)|related (?:films|programmes|titles)|see also|more (?:films|titles|from this collection)|también te puede interesar|te puede interesar|das könnte (?:sie|dich) auch interessieren|(?:à voir|voir) aussi|vous aimerez aussi|ti potrebbe (?:anche )?interessare|potrebbe interessarti|(?:também )?pode(?:rá)? (?:também )?gostar(?: de)?|veja também|també et pot interessar)\s*:?$/iu
/** What kind of paper it is, printed over the title. */
const PAPER =
  /^(?:press release|for immediate (?:release|use)|communiqué(?: de presse)?|pressemitteilung|presseinformation|comunicado de (?:prensa|imprensa)|nota de (?:prensa|imprensa|premsa)|comunicato stampa|persbericht|one[- ]?pager|.{0,40}(?:line[- ]?up|catalogue?|catálogo|katalog|catalogo|new titles|new films|nouveautés|neue (?:titel|filme)|novedades|novità|novidades|novetats)(?: \p{L}+)? (?:19|20)\d\d|.{0,30}line[- ]?up\s[–—-]\s.{2,60})(?:\s*[–—:|-].{0,60})?$|.{2,60}\s[–—-]\s(?:confidential|vertraulich|confidentiel|confidencial|riservato)$/iu

/** A word that every head of a paper has. */
const MAYBE_PAPER =
  /relea|comuni|communi|press|pr[ae]ns|prem?sa|persb|pager|line|catal|katal|catàl|catál|new |nouv|neue|noved|novit|novid|novet|onfiden|vertrau|riserv|immediate/i

/** Cheap to ask of every line: what any of the patterns for a page needs. */
const MAYBE =
  /cookie|conte|inhalt|share|partag|compart|teilen|condivid|partilh|letter|accept|got it|scri|anmeld|ticket|billet|places|réserv|entrada|bilhete|charity|back to|retour|zurück|©|\(c\)|copyright|rights|recht|droits|derechos|direitos|diritti|privac|terms|im(?:print|pressum)|datenschutz|mentions|plan du|aviso|note legali|accessib|sitemap|home|about|catalogue|login|log in|search|start|über|accueil|inicio|início|inici|cerca|also|related|aussi|interes|interessi|gostar|também|[›»>]/i

/** What parts a menu, a footer or a path, or tells of cookies. */
const PARTED = /[|·•›»>]|\s[–—/-]\s|\.\s|cookies/i
/** The first words of furniture that is not parted: few lines open with one, and the others need no further look. */
const OPENINGS = new Set(
  (
    'skip aller saltar ir zum vai share partager compartir teilen condividi partilhar compartilhar newsletter accept got subscribe anmelden s ' +
    'suscribirse tickets book buy acheter réserver comprar registered back retour zurück all tous alle todos tutti privacy terms imprint ' +
    'impressum datenschutz datenschutzerklärung agb mentions plan nos politique aviso política note accessibility accessibilité sitemap ' +
    'you related see more también te das à voir vous ti potrebbe também pode poderá veja també'
  ).split(' '),
)
const LONGEST_OPENING = 'datenschutzerklärung'.length

function opensFurniture(text: string): boolean {
  let end = 0
  while (end < text.length && isOfWord(text.charCodeAt(end))) end++
  // a character that is not read may stand within the word
  return text[end] === MASK || (end <= LONGEST_OPENING && OPENINGS.has(text.slice(0, end).toLowerCase()))
}

const isOfWord = (code: number): boolean => code > 127 || ((code | 32) > 96 && (code | 32) < 123)

const FIRST_LINES = 30

/** Parts the lines of a sheet from those around it. */
export function setApart(lines: Line[]): Apart {
  const drop = new Set<Line>()
  const signature: Line[] = []
  let papers = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const { text } = line.body
    if (line.rule || text.length > 400) continue
    if (at < 4 && papers === at && text.length < 110 && MAYBE_PAPER.test(text) && PAPER.test(text)) {
      papers++
      drop.add(line)
    } else if (
      (text.length <= 120
        ? (PARTED.test(text) || opensFurniture(text)) && MAYBE.test(text)
        : text.includes('ookie') || (text.length <= 200 && /[©›»>|·•]/.test(text))) &&
      isFurniture(line, at === drop.size)
    ) {
      drop.add(line)
      if (ALSO.test(plain(text))) at = dropList(lines, at, drop)
    }
  }
  letter(lines, drop, signature)
  if (drop.size === 0 && signature.length === 0) return { sheet: lines, aside: [], signature }
  const sheet: Line[] = []
  let before = false
  for (const line of lines) {
    if (drop.has(line) || signature.includes(line)) before = true
    else {
      sheet.push(before && !line.blankBefore ? { ...line, blankBefore: true, labelled: undefined } : line)
      before = false
    }
  }
  // a page of nothing else is better read than not at all
  if (!sheet.some((line) => !line.rule && !line.blank)) return { sheet: lines, aside: [], signature: [] }
  return { sheet, aside: lines.filter((line) => drop.has(line)), signature }
}

function isFurniture(line: Line, opens: boolean): boolean {
  const text = plain(line.body.text)
  if (text.length < 60 && PAGE.test(text)) return true
  if (/cookies/i.test(text) && COOKIES.test(text) && (text.length < 60 || looksLikeProse(line))) return true
  if (ALSO.test(text)) return true
  if (text.length > 200) return false
  // `Start › Filme › Unter dem Asphalt`
  if (/^[^›»>]{2,40}(?:\s[›»>]\s[^›»>]{2,80}){2,5}$/.test(text)) return true
  const parts = text.split(/\s*[|·•]\s*|\s+[–—/-]\s+|\.\s+|\s{2,}/).map((part) => part.replace(/\.$/, ''))
  const footer = parts.filter((part) => FOOTER_WORD.test(part)).length
  // "Privacy" in the first line is a film's title: a footer is at the foot
  if (
    footer >= 2 ||
    (!opens && footer === 1 && parts.length === 1 && !/^(?:contact|kontakt|partners|©|\(c\)|copyright)/i.test(text))
  )
    return true
  return parts.length >= 3 && parts.filter((part) => MENU_WORD.test(part)).length >= 2
}

/** The list below "You might also like": other films. */
function dropList(lines: Line[], at: number, drop: Set<Line>): number {
  let last = at
  for (let next = at + 1; next < lines.length && next < at + 30; next++) {
    const line = lines[next]!
    if (line.rule || line.bullet === '') break
    drop.add(line)
    last = next
  }
  return last
}

/** Headers, greeting and first words of a letter, its last words and its signature. */
function letter(lines: Line[], drop: Set<Line>, signature: Line[]): void {
  const near = lines.slice(0, FIRST_LINES)
  let opened = false
  const subject = near.findIndex((line) => line.body.text.includes(':') && SUBJECT.test(line.body.text))
  if (subject >= 0) {
    let from = subject
    while (from > 0 && HEADER.test(near[from - 1]!.body.text)) from--
    let to = subject
    while (to + 1 < near.length && HEADER.test(near[to + 1]!.body.text) && !near[to + 1]!.blankBefore) to++
    if (to - from >= 2) {
      for (let at = from; at <= to; at++) drop.add(near[at]!)
      opened = true
    }
  }
  const greeting = near.findIndex((line) => line.bullet === '' && line.body.text.endsWith(',') && GREETING.test(line.body.text))
  if (greeting >= 0) {
    opened = true
    drop.add(near[greeting]!)
    let to = greeting + 1
    if (goesOn(lines, to)) to++
    while (lines[to] && !lines[to]!.rule && isLetterProse(lines[to]!)) to++
    // a letter that is nothing but text may be the text
    if (lines.slice(to).some((line) => !line.rule && !looksLikeProse(line) && !SIGN_OFF.test(line.body.text)))
      for (let at = greeting + 1; at < to; at++) drop.add(lines[at]!)
  }
  if (!opened) return
  for (const line of lines.slice(-60)) if (line.body.text.length <= 1000 && SMALL_PRINT.test(line.body.text)) drop.add(line)
  const signed = lines.findIndex((line, at) => at > greeting && line.body.text.length < 60 && SIGN_OFF.test(line.body.text))
  const end = signed < 0 ? signatureMark(lines, greeting, drop) : signed
  if (end < 0) return
  drop.add(lines[end]!)
  for (let at = end - 1; at > greeting; at--) {
    const line = lines[at]!
    if (line.rule || line.body.text.length > 250 || !TO_YOU.test(line.body.text) || /^\p{L}[\p{L} ]{2,30}:/u.test(line.body.text))
      break
    drop.add(line)
    if (line.blankBefore) break
  }
  // the sheet may as well stand below the signature
  for (const line of lines.slice(end + 1, end + 16)) {
    if (line.rule || drop.has(line)) continue
    if (line.body.text.length > 200 || /^(?:title|titre|titel|título|titolo|títol)\s*:/iu.test(line.body.text)) break
    signature.push(line)
  }
}

/**
 * "Hi Nora," and below it "as promised, the new one": whether the sentence of a greeting goes on there in a small letter. A film may be called
 * `iHuman` or `the quiet lamp`: then its facts stand in the line or right below it.
 */
function goesOn(lines: Line[], at: number): boolean {
  const [line, below] = [lines[at], lines[at + 1]]
  if (!line || line.rule || !/^\p{Ll}/u.test(line.body.text)) return false
  return below !== undefined && !below.rule && !saysFact(line) && !saysFact(below)
}

/** The last line of two dashes, where below it is what a signature has: a few short lines, none of them of a film. */
function signatureMark(lines: Line[], greeting: number, drop: ReadonlySet<Line>): number {
  const at = lines.findLastIndex((line) => SIGNATURE.test(line.body.text))
  if (at <= greeting) return -1
  const below = lines.slice(at + 1).filter((line) => !drop.has(line))
  const isSignature = below.length > 0 && below.length <= LONGEST_SIGNATURE && below.every(({ rule, body }) => !rule && body.text.length <= 120)
  return isSignature && !below.some((line) => looksLikeProse(line) || saysFact(line)) ? at : -1
} // prettier-ignore

const LONGEST_SIGNATURE = 12

/** Whether a line may give a fact of a film: behind a colon, or by a year, a length or the word before a director. Telephones and addresses are none. */
function saysFact({ body }: Line): boolean {
  if (FACT.test(body.text)) return true
  if (!/^\p{L}[^:]{0,40}:\s*\S/u.test(body.text)) return false
  const { email, phone, url } = readContactPiece(body)
  return (email ?? phone ?? url) === null
}
const FACT =
  /(?<![\p{L}\d+(./-])(?:19|20)\d\d(?![\p{L}\d])|\d\s?(?:['’′]|mn|min)(?!\p{L})|^(?:an? |un |une |ein |eine |una )?(?:\p{L}+ )?(?:by|de|von|di|d’|d'|par|por)\s\p{Lu}/u

function isLetterProse(line: Line): boolean {
  const { text } = line.body
  if (/^\p{L}[\p{L} .'’-]{1,30}:\s*\S/u.test(text) && !looksLikeProse(line)) return false
  return looksLikeProse(line) || (text.endsWith(':') && text.split(' ').length > 3)
}

const SENDER = /^(?:from|de|von|da)\s*:\s*["“]?([^<"”]{3,60}?)["”]?\s*</iu

/** Whoever signed the letter, as a contact of the sheet; the address may stand in the letter's head alone. */
export function readSignature(draft: Draft, lines: Line[], aside: readonly Line[]): void {
  const contact = { name: null as string | null, role: null as string | null, company: null as string | null, email: null as string | null, phone: null as string | null, url: null as string | null } // prettier-ignore
  const taken = new Set<Line>()
  for (const line of lines) {
    const facts = readContactPiece(line.body)
    if (facts.email ?? facts.phone ?? facts.url) taken.add(line)
    contact.email ??= facts.email
    contact.phone ??= facts.phone
    contact.url ??= facts.url
    const names = facts.rest.map((piece: Piece) => plain(piece.text)).filter((text) => !/\d/.test(text))
    if (
      names.length === 1 &&
      contact.name === null &&
      names[0]!.includes(' ') &&
      looksLikePerson(names[0]!) &&
      !looksLikeFirm(names[0]!)
    ) {
      contact.name = names[0]!
      taken.add(line)
    } else if (
      contact.company === null &&
      names.length > 0 &&
      names.length === facts.rest.length &&
      looksLikeFirm(names.at(-1)!)
    ) {
      contact.company = names.at(-1)!
      if (names.length > 1) contact.role = names[0]!
      taken.add(line)
    }
  }
  const head =
    contact.email !== null || contact.name === null
      ? undefined
      : aside.find((line) => SENDER.exec(line.body.text)?.[1] === contact.name)
  if (head !== undefined) contact.email = readContactPiece(head.body).email
  if (contact.email === null && contact.phone === null) {
    for (const line of lines) draft.leave(line)
    return
  }
  draft.reading.contacts.push(contact)
  const path = `contacts.${draft.reading.contacts.length - 1}`
  if (head !== undefined) taken.add(head)
  for (const line of head === undefined ? lines : [head, ...lines])
    if (taken.has(line)) draft.noteSpan(path, line.body.start, line.body.start + line.body.text.length, line.number, null)
    else draft.leave(line)
}
