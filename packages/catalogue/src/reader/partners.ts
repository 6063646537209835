/**
 * Who stands behind a film beside its producers, where a sheet says so in words: "in co-production with ARTE/ZDF, with the
 * participation of RTS, with the support of the CNC, of the Région Occitanie and of Procirep-Angoa".
 */
import { looksLikeFirm } from './names.ts'
import { plain, stripPiece, subPiece, trimPiece } from './source.ts'
import type { Piece } from './source.ts'

export type PartnerField = 'coProducer' | 'broadcaster' | 'supporter'

export interface PartnersFound {
  field: PartnerField
  names: Piece
  label: string
}

const OF = String.raw`(?:of(?: the)?|from(?: the)?|by(?: the)?|de la|de los|de las|de|des|du|d['’]|von der|von dem|von|vom|durch die|durch den|durch|der|des|di|del|della|dello|dell['’]|dei|do|da|dos|das|dels|per|por|par)`
const PRODUCTION = String.raw`(?:production|produktion|producción|produzione|produção|producció|productie)`
const PHRASES: [PartnerField, string][] = [
  ['coProducer', String.raw`(?:in|en|em)\s+(?:co-?|ko-?)${PRODUCTION}\s+(?:with|avec|mit|con|com|amb|met)`],
  [
    'coProducer',
    String.raw`(?:in|en|em)\s+(?:association|asociación|associazione|associação|associació|collaboration|colaboración|collaborazione|colaboração|col·laboració|zusammenarbeit|kooperation|samenwerking|partnership|partenariat|partnerschaft|partenariado|parceria)\s+(?:with|avec|mit|con|com|amb|met)`,
  ],
  [
    'broadcaster',
    String.raw`(?:with|avec|mit|con|com|amb)\s+(?:the\s+|la\s+|a\s+)?(?:participation|beteiligung|participación|partecipazione|participação|participació)\s+${OF}`,
  ],
  ['broadcaster', String.raw`(?:im\s+auftrag|commissioned|encargado|commissionné|commissionato)\s+${OF}`],
  [
    'supporter',
    String.raw`(?:(?:with|avec|mit|con|com|amb|met)\s+)?(?:the\s+|le\s+|l['’]|el\s+|il\s+|o\s+|der\s+|de\s+)?(?:financial\s+|freundlicher\s+)?(?:support|soutien|aide|concours|unterstützung|förderung|apoyo|ayuda|sostegno|contributo|supporto|apoio|suport|ajut|steun)\s+(?:financier\s+)?${OF}`,
  ],
  [
    'supporter',
    String.raw`(?:supported|funded|gefördert|unterstützt|soutenue?|financiad[oa]|apoyad[oa]|sostenut[oa]|finanziat[oa]|apoiad[oa])\s+${OF}`,
  ],
]
/** Each phrase is a group of its own: which one matched says what follows. It begins a clause. */
const PHRASE = new RegExp(`(?:^|[,;–-]\\s*|\\s)(?:${PHRASES.map(([, words]) => `(${words})`).join('|')})(?![\\p{L}])\\s*`, 'giu')
/** A word that every phrase has: most values have none of them, and are not searched further. */
const HINT =
  /parceri|partn|partenari|product|produk|produz|produç|producc|productie|ssocia|llabora|laborac|zusammen|kooper|samenwer|particip|beteilig|partecip|auftrag|commiss|encargad|support|soutien|soutenu|aide|concours|unterst|förder|apoy|ayud|sosten|sostegn|contribut|apoi|suport|ajut|steun|fund|financ|finanz/i

/** The value up to the first phrase, and the partners that each phrase names; null when there is no phrase. */
export function cutPartners(value: Piece): { first: Piece; further: PartnersFound[] } | null {
  if (value.text.length > 1500 || !HINT.test(value.text)) return null
  const found: { field: PartnerField; from: number; to: number; label: string }[] = []
  for (const match of value.text.matchAll(PHRASE)) {
    const at = PHRASES.findIndex((_one, index) => match[index + 1] !== undefined)
    found.push({ field: PHRASES[at]![0], from: match.index, to: match.index + match[0].length, label: plain(match[at + 1]!) })
    if (found.length > 12) break
  }
  if (found.length === 0) return null
  const further = found.map((one, at) => ({
    field: one.field,
    label: one.label,
    names: withoutAnd(stripPiece(subPiece(value, one.to, found[at + 1]?.from), ' ,;.–—-')),
  }))
  if (further.some(({ names }) => !/^(?:(?:the|la|le|les|l['’]|der|die|das|dem|del|do|da)\s*)?[\p{Lu}\d]/u.test(names.text)))
    return null
  return { first: withoutAnd(stripPiece(subPiece(value, 0, found[0]!.from), ' ,;–—-')), further }
}

/** "… de RTVE y (el apoyo del ICAA)": the word before the next phrase is no part of the names. */
function withoutAnd(names: Piece): Piece {
  const end = /,?\s+(?:&|and|et|und|y|e|i)$/iu.exec(names.text.slice(-8))
  return end ? trimPiece(subPiece(names, 0, names.text.length - end[0].length)) : names
}

const ARTICLE =
  /^(?:(?:of the|of|the|de la|de los|de las|de l['’]|du|des|de|d['’]|le|la|les|l['’]|der|die|das|dem|den|von der|von|vom|del|della|dello|dell['’]|dei|do|da|dos|das|els?|il|lo|gli|los|las|el)(?:\s+|(?<=['’])))+(?=[\p{Lu}\d])/u
const AND = /\s+(?:&|and|et|und|y|e|i)\s+/giu
/** "Instituto do Cinema", "Ministry of Culture": what follows "and" may still be part of the name. */
const HAS_OF = /(?:^|\s)(?:do|da|dos|das|des|du|del|of|der|di|de|per|for)\s(?:la\s|l['’])?\p{Lu}/u

/** The names of partners: lists keep their long forms ("ICA – Instituto do Cinema"), and articles are cut off. */
export function partnerNames(value: Piece, slashes: boolean): Piece[] {
  return outside(value, slashes)
    .flatMap(cutAtAnd)
    .map((part) => {
      const name = stripPiece(part, ' ,;•·|–—-:')
      const article = ARTICLE.exec(name.text)
      return trimPiece(article ? subPiece(name, article[0].length) : name)
    })
    .filter((name) => /[\p{L}\p{N}]/u.test(name.text) && !/^(?:etc\.?|et al\.?|u\.\s?a\.|usw\.|\.{3}|…)$/i.test(name.text))
}

/** Cut at commas and their like outside of brackets; at a dash, unless it stands between an acronym and its long form. */
function outside(value: Piece, slashes: boolean): Piece[] {
  const { text } = value
  const parts: Piece[] = []
  let depth = 0
  let from = 0
  const push = (to: number, skip: number) => {
    parts.push(subPiece(value, from, to))
    from = to + skip
  }
  const dashes = text.match(/\s[–—-]\s/g)?.length ?? 0
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    if (mark === '(' || mark === '[') depth++
    else if (mark === ')' || mark === ']') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    if (',;|•·\n\t'.includes(mark)) push(at, 1)
    else if (
      mark === '/' &&
      (text[at - 1] === ' ' || (slashes && /[\p{L}).]/u.test(text[at - 1] ?? '') && /\p{Lu}/u.test(text[at + 1] ?? '')))
    )
      push(at, 1)
    else if ((mark === '-' || mark === '–' || mark === '—') && text[at - 1] === ' ' && text[at + 1] === ' ') {
      const printed = text.slice(from, at).trim()
      const left = printed.slice(ARTICLE.exec(printed)?.[0].length ?? 0)
      const right = /^[^,;|•·\n\t]*/.exec(text.slice(at + 1, at + 120))![0].trim()
      if (!(dashes <= parts.length + 1 && right.includes(' ') && left.length <= 20 && !left.includes(' '))) push(at, 1)
    }
  }
  parts.push(subPiece(value, from))
  return parts
}

function cutAtAnd(part: Piece): Piece[] {
  if (part.text.includes('(')) {
    // a bracket ends a name: "X (Norway) and Y (Iceland)"
    const cut = /\)\s+(?:&|and|et|und|y|e|i)\s+/iu.exec(part.text)
    return cut === null ? [part] : [subPiece(part, 0, cut.index + 1), ...cutAtAnd(subPiece(part, cut.index + cut[0].length))]
  }
  const out: Piece[] = []
  let from = 0
  for (const match of part.text.matchAll(AND)) {
    const left = part.text.slice(from, match.index).trim()
    const right = part.text.slice(match.index + match[0].length)
    const article = ARTICLE.exec(right)
    const name = article ? right.slice(article[0].length) : right
    if (left === '' || left.endsWith('-') || !/^[\p{Lu}\d]/u.test(name)) continue
    const bare = ARTICLE.exec(left) ? left.slice(ARTICLE.exec(left)![0].length) : left
    const marked = isAcronym(bare) || isAcronym(name) || (looksLikeFirm(bare) && looksLikeFirm(name)) || article !== null
    const two = bare.includes(' ') && name.includes(' ')
    if ((!marked && !two) || (HAS_OF.test(bare) && !isAcronym(name) && !(article !== null && name.includes(' ')))) continue
    out.push(subPiece(part, from, match.index))
    from = match.index + match[0].length
  }
  out.push(subPiece(part, from))
  return out
}

const isAcronym = (name: string): boolean => /^[\p{Lu}\d&.-]{2,}$/u.test(name)

/** Those whose business is to support: named among broadcasters, they are no broadcasters. Compared as printed. */
const FUND =
  /(?:^|[\s(])(?:CNC|Procirep\S*|Angoa|Scam|SACEM|SACD|Région|Regione|Ibermedia|Eurimages|ICAA|INCAA|Creative Europe|Europe Créative|Europa Creativa|\p{L}*(?:[Ff]ilm)?[Ff]örder\p{L}*|Filmfonds|(?:Film|Documentary|Media) Fund|Film Commission|Filmstiftung|Medienstiftung|MOIN|FFA|DFFF|BKM|Fonds|Fondation|Foundation|Fundación|Fondazione|Stiftung|Ministère|Ministry|Ministero|Ministerio|Ministerium|Council)(?=$|[\s),.])/u

/** A name without the article that a phrase puts before it ("dem WDR"). */
export function withoutArticle(name: Piece): Piece {
  const article = ARTICLE.exec(name.text)
  return article ? subPiece(name, article[0].length) : name
}

export const isFund = (name: string): boolean => FUND.test(name)
