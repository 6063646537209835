/** Names of persons and firms, as printed. */
import { fold } from './fold.ts'
import { readOneCountry } from './countries.ts'
import { plain, stripPiece, subPiece, trimPiece } from './source.ts'
import type { Piece } from './source.ts'

/** One name of a list; `bracket` is what stood in brackets after it. */
export interface NameFound {
  piece: Piece
  name: string
  bracket: Piece | null
}

// A dash with blanks, a bullet, a semicolon: between any names. "&" and "and" join persons, but stand inside firms' names.
const ALWAYS = new Set([';', '•', '·', '|', '\n', '\t'])
const ANDS = String.raw`&|\+|and|et|und|ed|y|e|i|u\.|sowie`
const HAS_AND = new RegExp(String.raw`\s(?:${ANDS})\s`, 'iu')
const AND_OR_BRACKET = new RegExp(String.raw`[()[\]]|(?<=\s)(?:${ANDS})(?=\s)`, 'giu')

// Words by which a firm is known: legal forms, and what firms of the trade call themselves. Compared folded.
const FIRM =
  /(?:^|[\s.,&/-])(?:films?|filmes?|filme|filmproduktion\w*|filmproduction\w*|produktion\w*|productions?|producciones|produccions|producoes|producao|produzioni|produzione|prod|pictures?|media\w*|medien|studios?|estudios?|entertainment|gmbh|ltd|limited|llc|inc|corp|co|company|compagnie|cie|sarl|sas|sa|srl|spa|sl|slu|s\.l|bv|b\.v|ab|as|aps|oy|kg|ag|ug|e\.v|ev|lda|ltda|plc|pty|tv|tele\w*|television\w*|televisio\w*|docs?|documentar\w*|documental\w*|doku\w*|cine\w*|kino\w*|video\w*|filmhuset|filmhouse|filmhaus|group|groupe|gruppe|collective|collectif|kollektiv|associes|associati|brothers|bros|sons|audiovisu\w*|multimedia|creations?|broadcasting|channel|arte|zdf|ard|wdr|ndr|swr|mdr|rbb|orf|srf|rts|bbc|itv|rai|rtbf|rtve|rtp|tvc|tv3|canal|france\s?\d|france\s+televisions|hbo|netflix|nhk|yle|svt|nrk|dr|vpro|ikon|avro\w*|arsenal|institute?|institut\w*|university|universit\w*|school|hochschule|akademie|academy|foundation|stiftung|fondation|fundacio\w*|fund|fonds|centre|center|centro|zentrum|archive?s?|archiv\w*|agency|agence|agentur|agencia|verleih|vertrieb|distribution\w*|distribucion|distribuzione|sales|international|intl|house|maison|haus|casa|ateliers?|workshop|lab|factory|works|visions?|images?|imagenes|bildwerk\w*|network|press|presse|publishing|edition\w*|pictures|motion|projects?|partners?|office|filmpool|filmkollektiv|atelier|asbl|vzw|ngo|ong|unicef|unesco)(?=$|[\s.,&/)-])/u

/** Whether a name bears a mark of a firm: a legal form, a word of the trade, an acronym, a digit. */
export function looksLikeFirm(name: string): boolean {
  if (/\d/.test(name)) return true
  const key = fold(name)
  if (FIRM.test(key)) return true
  // one word in capitals, or a word with a capital inside ("DocHaus"), is no person
  if (!name.includes(' ')) return /^[A-Z\d&.]{2,}$/.test(name) || /\p{Ll}\p{Lu}/u.test(name)
  return /(?:film|produktion|pictures|media|production|filme|studio)(?:s|er)?$/.test(key)
}

const PARTICLE =
  /^(?:de|da|do|dos|das|del|della|delle|di|du|des|der|den|dem|van|von|zu|zum|zur|ten|ter|la|le|les|el|al|bin|ibn|ben|bint|abu|y|e|i|af|av|und|ou|st|d|l|o|jr|sr|ii|iii|mac|mc|vom|las|los|lo|dall|dell|do|'t|ap|och|degli|dei)$/i

/** Whether a text can be the name of a person: two to five words that begin with capitals, particles aside. */
export function looksLikePerson(name: string): boolean {
  if (name.length > 60 || /[\d:;!?|@/\\<>={}[\]•]/.test(name)) return false
  const words = wordsOf(name)
  if (words.length > 6) return false
  let capitals = 0
  for (const word of words) {
    if (/^["“”'‘’«(]?\p{Lu}/u.test(word) || /^[\u0590-\u08ff\u3040-\u9fff\uac00-\ud7af]/.test(word)) capitals++
    else if (!PARTICLE.test(word.replace(/[’'.].*$/, ''))) return false
  }
  const last = words.at(-1)!
  return capitals >= 1 && (!'.!?…'.includes(last.at(-1)!) || /^(?:Jr|Sr|\p{Lu})\.$/u.test(last))
}

/** The words of a name: blanks are single in nearly all, and a cut at one is several times quicker than at a pattern. */
function wordsOf(name: string): string[] {
  const trimmed = name.trim()
  return /[^\S ]| {2}/.test(trimmed) ? trimmed.split(/\s+/) : trimmed.split(' ')
}

/** Whether every name of a list looks like a person's or a firm's. */
export function looksLikeNames(piece: Piece): boolean {
  if (piece.text.length > 300) return false
  const names = splitNames(piece, 'person')
  return (
    names.length > 0 &&
    names.length <= 20 &&
    names.every(
      (one) => looksLikePerson(one.name) || (one.name.length <= 50 && looksLikeFirm(one.name) && /^[\p{Lu}\d]/u.test(one.name)),
    )
  )
}

/** Splits a list of names. Firms are cut at "&" and "and" only where both sides bear a mark of a firm. */
export function splitNames(piece: Piece, kind: 'person' | 'firm'): NameFound[] {
  const parts = cut(piece, kind)
  const found: NameFound[] = []
  for (const part of parts) {
    const whole = stripPiece(part, ',;•·|/-–—:')
    let name = whole
    let bracket: Piece | null = null
    const match = !/[([]/.test(whole.text) ? null : /^([^()[\]]+?)\s*[([]([^()[\]]*)[)\]]\s*$/.exec(whole.text)
    if (match) {
      name = subPiece(whole, 0, match[1]!.length)
      const from = whole.text.indexOf(match[2]!, match[1]!.length + 1)
      bracket = match[2]!.trim() === '' ? null : trimPiece(subPiece(whole, from, from + match[2]!.length))
    }
    name = trimPiece(name)
    const text = unquoted(plain(name.text))
    if (text === '' || !/[\p{L}\p{N}]/u.test(text)) continue
    const isOpen = mayEndOpen(text)
    if (isOpen && /^(?:etc\.?|et al\.?|u\.a\.|usw\.|a\.o\.|e\.a\.|\.\.\.|…)$/i.test(text)) continue
    const said = isOpen ? text.replace(/\s+(?:et al\.?|etc\.?|u\.\s?a\.|\.\.\.|…)$/i, '') : text
    found.push({ piece: whole, name: said, bracket })
    if (found.length >= 500) break
  }
  return found
}

/** Whether a list may end there with "etc." or "et al": by its last character. */
export const mayEndOpen = (text: string): boolean => 'lLcC.…'.includes(text.at(-1) ?? ' ')

function unquoted(name: string): string {
  const end = name.length - 1
  return end > 1 && '"“«'.includes(name[0]!) && '"”»'.includes(name[end]!) ? name.slice(1, end).trim() : name
}

function cut(piece: Piece, kind: 'person' | 'firm'): Piece[] {
  const { text } = piece
  const parts: Piece[] = []
  let depth = 0
  let from = 0
  const push = (to: number, skip: number) => {
    parts.push(subPiece(piece, from, to))
    from = to + skip
  }
  for (let at = 0; at < text.length; at++) {
    // most characters are letters, and part nothing
    if (!isMark(text.charCodeAt(at))) continue
    const mark = text[at]!
    if (mark === '(' || mark === '[') depth++
    else if (mark === ')' || mark === ']') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    if (ALWAYS.has(mark)) push(at, 1)
    else if (mark === ',') {
      // "Tall Pine, Inc." and "X, Jr." are one name
      if (
        !/^\s*(?:Inc|Ltd|LLC|L\.L\.C|S\.?L\.?|S\.?A\.?|S\.?r\.?l\.?|Lda|Ltda|GmbH|Jr|Sr|PhD|Co|S\.L\.U)\b/.test(
          text.slice(at + 1, at + 9),
        )
      )
        push(at, 1)
    } else if (mark === '/') {
      if (
        kind === 'person' ||
        text[at - 1] === ' ' ||
        (/[\p{L}).]/u.test(text[at - 1] ?? '') && /[\p{Lu}\s]/u.test(text[at + 1] ?? ''))
      )
        push(at, 1)
    } else if ((mark === '-' || mark === '–' || mark === '—') && text[at - 1] === ' ' && text[at + 1] === ' ') push(at, 1)
  }
  parts.push(subPiece(piece, from))
  return HAS_AND.test(text) ? parts.flatMap((part) => cutAtAnd(part, kind)) : parts
}

/** Whether a character may part names: any mark of ASCII, the middle dot, and what stands behind the letters of Europe. */
function isMark(code: number): boolean {
  if (code >= 128) return code === 0xb7 || code > 0x2000
  return code !== 32 && ((code | 32) < 97 || (code | 32) > 122)
}

function cutAtAnd(part: Piece, kind: 'person' | 'firm'): Piece[] {
  if (!HAS_AND.test(part.text)) return [part]
  const out: Piece[] = []
  let from = 0
  let depth = 0
  AND_OR_BRACKET.lastIndex = 0
  for (let match = AND_OR_BRACKET.exec(part.text); match; match = AND_OR_BRACKET.exec(part.text)) {
    const mark = match[0]
    if ('([)]'.includes(mark)) {
      depth += mark === '(' || mark === '[' ? 1 : -1
      continue
    }
    if (depth > 0) continue
    const left = part.text.slice(from, match.index).trim()
    const right = part.text.slice(match.index + mark.length).trim()
    if (left === '' || right === '') {
      if (left === '') from = match.index + mark.length
      continue
    }
    // "Ortega y Gasset", "Puig i Cadafalch" are surnames
    const surname = /^[yi]$/i.test(mark) && (!left.includes(' ') || !right.includes(' '))
    const firms =
      kind === 'person' ||
      // "X (Norway) and Y (Iceland)": a bracket ends a name
      left.endsWith(')') ||
      (looksLikeFirm(plain(left)) &&
        looksLikeFirm(plain(right)) &&
        !/^(?:sons|co|cie|compagnie|partners?|brothers|associ\w+|fils|söhne|hijos|filhos|figli)\b/i.test(right))
    if (surname || !firms) continue
    out.push(subPiece(part, from, match.index))
    from = match.index + mark.length
  }
  out.push(subPiece(part, from))
  return out
}

/** The country that a bracket after a firm's name gives ("Temps clair (France)"); null when it is something else. */
export function bracketCountry(bracket: Piece | null): string | null {
  return bracket === null ? null : readOneCountry(bracket)
}
