/**
 * Festivals and prizes in every order that sheets use: `Fest 2021 (Country)`, `Prize – Fest, City 2010`, `2021: Fest: Prize`,
 * `A, B 2004; C 2005`, `PrizeFest, Country (year)`.
 */
import type { FestivalEntry, Premiere } from '../model/title-sheet.ts'
import { readOneCountry } from './countries.ts'
import { isFestival, isStrongAward, namesAnyAward, namesAward, namesFestival, premiereOf } from './festival-words.ts'
import { isCalledByCity, isCityOf } from './festival-cities.ts'
import { classify, placeParts, SAYS_FESTIVAL } from './festival-parts.ts'
import { fold } from './fold.ts'
import { mayEndOpen } from './names.ts'
import { isCity } from '../tables/cities.ts'
import { endOf, MASK, plain, stripPiece, subPiece, trimPiece } from './source.ts'
import type { Piece } from './source.ts'
import { readWrittenFestival } from './written-festival.ts'
import { isYear } from './years.ts'

export interface FestivalFound {
  entry: FestivalEntry
  place: Piece
  /** A part that may be a section as well as a place that no list knows. */
  doubt: Piece | null
  parts: { field: 'festival' | 'year' | 'city' | 'country' | 'section' | 'award' | 'premiere'; piece: Piece }[]
}

export interface FestivalContext {
  /** The year of the heading above, if any. */
  year: number | null
  /** What stands behind "Special mention:" or under "Awards" is a prize unless it names a festival. */
  awards: boolean
  /** The premiere a label announced ("World premiere:"). */
  premiere: Premiere | null
}

const NAMED_PART =
  /\s[–—-]\s(section|sektion|sezione|sección|secção|seção|secció|prize|prix|award|preis|premio|prémio|prêmio|premi)\s?:\s*(.+?)(?=\s[–—-]\s(?:section|sektion|sezione|sección|secção|seção|secció|prize|prix|award|preis|premio|prémio|prêmio|premi)\s?:|\s[–—-]\s[\p{L}-]+(?:\s[\p{L}-]+)?$|$)/giu

const LAUREL_ENDS = '*★☆✦❖|•·,;:-–— \t\u0001🏆🏅'
const TAIL = /(?:\s|,)*(?:et\s+al\.?|etc\.?|u\.\s?a\.|\.{2,}|…)\s*$/i
const YEAR = /(?<![\d\p{L}])(?:(1[89]\d\d|20\d\d|21\d\d)|['’](\d\d))(?![\d\p{L}])/gu

/**
 * The entries of one value: a line of a festival list, or a list on one line. Null for a stretch that names neither a
 * festival nor a prize.
 */
export function readFestivals(value: Piece, context: FestivalContext): { found: FestivalFound[]; unread: Piece[] } {
  const written = readWrittenFestival(value.text, premiereOf)
  if (written)
    return {
      found: [{ entry: { ...written, premiere: written.premiere ?? context.premiere }, place: value, doubt: null, parts: [] }],
      unread: [],
    }
  const found: FestivalFound[] = []
  const unread: Piece[] = []
  const items = cutEntries(value)
  const grouped = isGrouped(value, items)
  for (const item of items) {
    for (const part of cutGroup(item, grouped)) {
      const one = readFestival(part.piece, { ...context, year: part.year ?? context.year })
      if (one) found.push({ ...one, doubt: one.doubt ?? part.doubt ?? null })
      else unread.push(part.piece)
    }
    if (found.length > 2000) break
  }
  return { found, unread }
}

/** Entries that share a line: cut at `*`, `;`, `|`, `•`, tabs. */
function cutEntries(value: Piece): Piece[] {
  const stripped = stripPiece(value, '*★☆✦❖|•·')
  if (!/[*;|•★\t]|\s\/\s/.test(stripped.text)) return [stripped]
  const parts = withTheirPrizes(stripped, splitOutside(stripped, /[*★•|\t]|;/g))
  if (parts.length > 1) return parts
  const slashes = splitOutside(stripped, /\s\/\s/g)
  return slashes.length > 1 &&
    slashes.filter((part) => yearsOf(part.text).length > 0 || namesFestival(part.text)).length === slashes.length
    ? slashes
    : parts
}

/** `Fest 2020 | Audience Award`: a prize behind a bar is that of the festival before it. */
function withTheirPrizes(value: Piece, parts: Piece[]): Piece[] {
  return parts.reduce<Piece[]>((all, part) => {
    const last = all.at(-1)
    const between = last ? value.text.slice(endOf(last) - value.start, part.start - value.start) : ''
    if (
      last &&
      between.includes('|') &&
      yearsOf(last.text).length === 1 &&
      yearsOf(part.text).length === 0 &&
      namesAnyAward(part.text) &&
      !/fest/i.test(part.text)
    )
      all[all.length - 1] = subPiece(value, last.start - value.start, endOf(part) - value.start)
    else all.push(part)
    return all
  }, [])
}

/** `A, B 2004; C 2005`: groups of one year each, where some group has festivals and not a festival with its city. */
function isGrouped(value: Piece, items: Piece[]): boolean {
  if (items.length < 2 || !value.text.includes(';')) return false
  if (!items.every((item) => yearsOf(item.text).length === 1 && !namesAward(item.text))) return false
  const parts = items.map((item) => splitOutside(item, /,/g))
  // "A, B": both named as festivals, or neither; "Fest, City": one of them
  return parts.some((some) => some.length > 1 && some.every((part) => namesFestival(part.text) === namesFestival(some[0]!.text)))
}

function splitOutside(piece: Piece, separators: RegExp): Piece[] {
  const parts: Piece[] = []
  let depth = 0
  let from = 0
  let scanned = 0
  separators.lastIndex = 0
  for (let match = separators.exec(piece.text); match; match = separators.exec(piece.text)) {
    for (; scanned < match.index; scanned++) {
      if (piece.text[scanned] === '(') depth++
      else if (piece.text[scanned] === ')') depth = Math.max(0, depth - 1)
    }
    if (depth > 0) continue
    const part = trimPiece(subPiece(piece, from, match.index))
    if (part.text !== '') parts.push(part)
    from = match.index + match[0].length
  }
  const last = trimPiece(subPiece(piece, from))
  if (last.text !== '') parts.push(last)
  return parts
}

/**
 * `A, B 2004` is two festivals of one year, `Fest, City 2010` is one: it is a group when every part could be a festival
 * by itself and none is a country, or when each part has a year of its own.
 */
function cutGroup(item: Piece, grouped: boolean): { piece: Piece; year: number | null; doubt?: Piece | null }[] {
  const single = [{ piece: item, year: null }]
  if (!item.text.includes(',')) return single
  const parts = splitOutside(item, /,|\s&\s/g)
  const commas = splitOutside(item, /,/g)
  if (commas.length < 2) return single
  const years = commas.map((part) => yearsOf(part.text))
  const withWords = commas.map(
    (part, at) => plain(part.text.replace(YEAR, ' ').replace(/[()]/g, ' ')) !== '' || years[at]!.length === 0,
  )
  if (
    years.every((found) => found.length === 1) &&
    withWords.every(Boolean) &&
    commas.every((part) => !readOneCountry(bare(part)))
  )
    return commas.map((piece) => ({ piece, year: null }))
  // `2024: A, B`: the year that opens the line is that of each, unless they are a festival and its city
  const opening = /^\s*((?:19|20)\d\d)\s*[:–-]\s*/.exec(item.text)
  if (
    opening &&
    years.slice(1).every((found) => found.length === 0) &&
    !item.text.slice(opening[0].length).includes(':') &&
    commas.every((part, at) => readOneCountry(at === 0 ? bare(part) : part) === null && !namesAward(part.text))
  ) {
    const inCity = commas.length === 2 && festivalInCity(plain(commas[0]!.text.slice(opening[0].length)), plain(commas[1]!.text))
    if (inCity) return [{ piece: item, year: null, doubt: inCity === 'likely' ? commas[1]! : null }]
    return commas.map((piece, at) => ({ piece: at === 0 ? subPiece(piece, opening[0].length) : piece, year: Number(opening[1]) }))
  }
  // every part named as a festival, the year at the end for all
  const last = years.at(-1)!
  if (
    last.length === 1 &&
    years.slice(0, -1).every((found) => found.length === 0) &&
    !item.text.includes(':') &&
    commas.every((part) => !readOneCountry(bare(part)) && !namesAward(part.text))
  ) {
    // `IDFA, Amsterdam 2022`
    if (commas.length === 2 && isCityOf(plain(bare(commas[1]!).text), plain(commas[0]!.text))) return single
    if (grouped) return commas.map((piece) => ({ piece, year: last[0]! }))
    // `Krakow, Oberhausen 2004`: a festival that is called by its city alone has no other city
    if (commas.length === 2 && isCalledByCity(plain(commas[0]!.text)) && PLACE.test(plain(bare(commas[1]!).text)))
      return commas.map((piece, at) => ({ piece, year: last[0]!, doubt: at === 1 ? piece : null }))
    const clear = commas.filter((part) => namesFestival(part.text)).length
    if (
      clear === commas.length ||
      (commas.length >= 3 &&
        clear >= commas.length - 1 &&
        yearsOf(commas.at(-1)!.text).length > 0 &&
        plain(bare(commas.at(-1)!).text) !== '')
    )
      return parts.map((piece) => ({ piece, year: last[0]! }))
  }
  return single
}

const PLACE = /^(?:(?:La|Le|Les|Los|Las|El|San|Santa|Saint|Sankt|Bad|Den)[ -])?\p{Lu}[\p{L}’'-]{1,29}$/u

/**
 * Whether `Fest, Chur` is one festival in its city: one of the two is named as a festival, the other is a city that is known
 * or that the festival is held in ("sure"), or a lone name that nothing says is anything else ("likely", as is a city that lends festivals its name).
 */
function festivalInCity(first: string, second: string): 'sure' | 'likely' | null {
  if (isCity(first) || !namesFestival(first)) return null
  if (isCityOf(second, first)) return 'sure'
  const known = isCity(second)
  if (known && !namesFestival(second)) return 'sure'
  if (!SAYS_FESTIVAL.test(fold(first))) return null
  return known || (PLACE.test(second) && !namesFestival(second)) ? 'likely' : null
}

const bare = (piece: Piece): Piece =>
  stripPiece(
    { text: piece.text.replace(YEAR, (year) => ' '.repeat(year.length)).replace(/[()]/g, ' '), start: piece.start },
    ' ,',
  )

function yearsOf(text: string): number[] {
  if (!/\d\d/.test(text)) return []
  const years: number[] = []
  YEAR.lastIndex = 0
  for (let match = YEAR.exec(text); match; match = YEAR.exec(text)) {
    const year = match[1] ? Number(match[1]) : 2000 + Number(match[2])
    if (isYear(year)) years.push(year)
  }
  return years
}

/** One entry; null when neither a festival nor a prize at a festival can be made out. */
export function readFestival(value: Piece, context: FestivalContext): FestivalFound | null {
  let piece = stripPiece(value, LAUREL_ENDS)
  const tail = mayEndOpen(piece.text) ? TAIL.exec(piece.text) : null
  if (tail) piece = stripPiece(subPiece(piece, 0, tail.index), LAUREL_ENDS)
  if (
    piece.text.length < 2 ||
    piece.text.length > 400 ||
    /^(?:and |et |und |y )?(?:many|several|some) (?:others|more)$/i.test(piece.text)
  )
    return null
  const found: FestivalFound = {
    entry: {
      festival: '',
      year: context.year,
      city: null,
      country: null,
      section: null,
      award: null,
      premiere: context.premiere,
    },
    place: piece,
    doubt: null,
    parts: [],
  }
  const set = (field: FestivalFound['parts'][number]['field'], part: Piece) => found.parts.push({ field, piece: part })

  // Years first: they stand anywhere, and split nothing
  let text = piece.text
  const years = (/\d\d/.test(text) ? [...text.matchAll(YEAR)] : []).filter((match) =>
    isYear(match[1] ? Number(match[1]) : 2000 + Number(match[2])),
  )
  if (years.length > 0) {
    const match = years.at(-1)!
    found.entry.year = match[1] ? Number(match[1]) : 2000 + Number(match[2])
    set('year', { text: match[0], start: piece.start + match.index })
    for (const one of years) {
      let from = one.index
      let to = from + one[0].length
      // the year with its brackets, or with the comma before it
      if (text[from - 1] === '(' && text[to] === ')') {
        from--
        to++
      }
      text = text.slice(0, from) + '\u0001'.repeat(to - from) + text.slice(to)
    }
  }
  // `– Section: Panorama – Prize: Best Film`
  for (const match of text.includes(':') ? text.matchAll(NAMED_PART) : []) {
    const field = /^se/i.test(match[1]!) ? 'section' : 'award'
    const from = match.index + match[0].length - match[2]!.length
    const named = stripPiece({ text: match[2]!, start: piece.start + from }, ' ,;–—-')
    if (found.entry[field] !== null || named.text === '') continue
    found.entry[field] = plain(named.text)
    set(field, named)
    text = text.slice(0, match.index) + '\u0001'.repeat(match[0].length) + text.slice(match.index + match[0].length)
  }
  piece = { text, start: piece.start }
  const parts = glued(cutParts(piece)).map((part, at, all) => classify(part, isAfterYear(piece, all[at - 1], part)))
  if (parts.length === 0) return null
  // "Grimme-Preis Nominierung 2020": the prize stands for its festival
  const nominated = parts.length === 1 ? NOMINATED.exec(parts[0]!.piece.text) : null
  if (nominated) {
    const { piece: only, mark } = parts[0]!
    const at = only.text.length - nominated[2]!.length
    const [prize, said] = [trimPiece(subPiece(only, 0, nominated[1]!.length)), subPiece(only, at)]
    parts.splice(
      0,
      1,
      { piece: prize, words: plain(prize.text), mark, kind: 'festival', afterYear: false },
      { piece: said, words: plain(said.text), mark: '-', kind: 'award', afterYear: false },
    )
  }
  placeParts(found, parts, context)
  if (found.entry.festival === '') return null
  return found
}

/** Parts between commas, dashes, colons, `@` and brackets; a bracket's content is parts of its own. */
function cutParts(piece: Piece): { piece: Piece; mark: string }[] {
  const parts: { piece: Piece; mark: string }[] = []
  let mark = ''
  let from = 0
  const push = (to: number, next: string, skip: number) => {
    const part = stripPiece(subPiece(piece, from, to), ' .,;:–—-*"“”«»')
    if (/[\p{L}\p{N}]/u.test(part.text)) {
      parts.push({ piece: part, mark })
      mark = next
    } else if (next !== ',' || mark === '') mark = next
    from = to + skip
  }
  for (const match of piece.text.matchAll(
    /,|\s[-–—]+\s|–|—|:|@|\(|\)|\[|\]|\||"|“|”|\sat\s(?:the\s)?(?=\p{Lu}|\d)|\s(?:beim|au|auf dem|en el|no|al|à)\s(?=(?:the\s)?\p{Lu})/gu,
  )) {
    const words = match[0].trim()
    if (match[0] === '–' || match[0] === '—') {
      // a dash without blanks joins words ("Paris–Dakar") unless masked years stand beside it
      const around = (piece.text[match.index - 1] ?? ' ') + (piece.text[match.index + match[0].length] ?? ' ')
      if (/^[\p{L}\p{N}]{2}$/u.test(around)) continue
    }
    // "CPH:DOX" is one name
    if (words === ':' && /^\p{Lu}:\p{Lu}$/u.test(piece.text.slice(match.index - 1, match.index + 2))) continue
    if (words === '"' || words === '“' || words === '”') continue
    if (
      /^(?:beim|au|auf dem|en el|no|al|à)$/.test(words) &&
      !(namesAward(piece.text.slice(from, match.index)) && namesFestival(piece.text.slice(match.index)))
    )
      continue
    if (
      words.startsWith('at') &&
      !namesAnyAward(piece.text.slice(from, match.index)) &&
      premiereOf(piece.text.slice(from, match.index)) === null
    )
      continue
    push(match.index, words === '[' ? '(' : words.startsWith('at') ? '@' : words, match[0].length)
  }
  push(piece.text.length, '', 0)
  return parts
}

/** Where one word may be glued to the next. */
const SEAM = /[\p{Ll})]\p{Lu}/u

/** `Grand PrixFIPADOC`: a prize glued to the festival is cut where a small letter meets a capital. */
function glued(parts: { piece: Piece; mark: string }[]): { piece: Piece; mark: string }[] {
  return parts.flatMap((part) => {
    if (part.piece.text.length > 200 || !SEAM.test(part.piece.text)) return [part]
    for (const match of part.piece.text.matchAll(/[\p{Ll})](?=\p{Lu})/gu)) {
      const at = match.index + match[0].length
      const left = trimPiece(subPiece(part.piece, 0, at))
      if (namesAward(left.text) && !/(?:^|\s)(?:Mc|Mac|De|La|Le)$/.test(left.text))
        return [
          { piece: left, mark: part.mark },
          { piece: trimPiece(subPiece(part.piece, at)), mark: '@' },
        ]
    }
    return [part]
  })
}

/** Years are masked by then: whether one stands between two parts. */
function isAfterYear(whole: Piece, before: { piece: Piece } | undefined, part: { piece: Piece }): boolean {
  const from = before === undefined ? whole.start : endOf(before.piece)
  return before !== undefined && whole.text.slice(from - whole.start, part.piece.start - whole.start).includes(MASK)
}

const NOMINATED =
  /^(.{0,60}(?:preis|prize|award|awards|prix|premio|prémio|prêmio|oscars?|emmys?))\s+(nominierung|nominiert|nomination|nominated|nominee|nominación|nominado|nomeação|candidatura|shortlist(?:ed)?|finaliste?)$/iu

/** Whether a line stands for a festival or a prize without a label saying so: a festival's word, and a year or a country. */
export function looksLikeFestival(piece: Piece): boolean {
  const { answers } = piece
  if (answers?.festival !== undefined) return answers.festival
  const result = readsAsFestival(piece)
  if (answers !== undefined) answers.festival = result
  return result
}

function readsAsFestival(piece: Piece): boolean {
  const { text } = piece
  // a sentence names a festival, and stands for none
  if (text.length > 200 || text.length < 4 || '.!?'.includes(text.at(-1)!)) return false
  const years = yearsOf(text)
  const key = fold(text)
  if (isStrongAward(key) && (isFestival(key) || years.length > 0)) return /\p{Lu}/u.test(text[0]!) || /^[\d*"“«'’]/.test(text)
  if (years.length !== 1)
    return (
      isFestival(key) &&
      /\([^()]*\)$/.test(text) &&
      readOneCountry({
        text: text
          .slice(text.lastIndexOf('(') + 1, -1)
          .split(',')
          .at(-1)!,
        start: 0,
      }) !== null
    )
  // `Fest 2021 (Country)`, `Fest, Country (2023)`, `Fest (2010): Prize`
  const country = /\(([^()]+)\)\s*$/.exec(text)?.[1]
  if (country && /\d{4}\s*\(/.test(text) && readOneCountry({ text: country.split(',').at(-1)!, start: 0 }) !== null) return true
  if (isFestival(key)) return true
  return /\p{Lu}\S*\s+\d{4}\s*\(|\(\d{4}\)\s*:/u.test(text)
}
