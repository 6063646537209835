/** Small closed vocabularies of the trade: formats and carriers, genres, ratings, states of production. */
import { fold } from './fold.ts'
import { remembered } from './memory.ts'
import { plain } from './source.ts'

const FORMAT_WORD =
  /^(?:colou?rs?|couleurs?|farbe|farbig|colore|cor|cores|black|white|and|noir|blanc|et|schwarz|weiss|schwarzweiss|schwarz-weiss|bianco|nero|e|y|und|blanco|negro|preto|branco|b\/?w|b&w|n&b|n\/?b|s\/?w|s\/w|sw|b\/?n|b&n|pb|p&b|p\/b|hd|full|ultra|uhd|4k|2k|6k|8k|2\.?7k|5k|dcp|digital|digibeta|betacam|beta|sp|hdcam|hdv|dv|dvcam|minidv|xdcam|prores|35|16|8|mm|35mm|16mm|super|super8|s8|s16|super16|16:9|4:3|3:2|21:9|16\/9|4\/3|1[.,:]\d{2}(?:[:/]1)?|2[.,:]\d{2}(?:[:/]1)?|stereo|mono|surround|5\.1|7\.1|2\.0|dolby|atmos|srd|digital|blu-?ray|bluray|dvd|video|mp4|mov|h\.?26[45]|scope|cinemascope|flat|24|25|30|50|fps|p|i|1080p?i?|2160p|720p|hdtv|sd|pal|ntsc|file|master|3d|vr|360°?|archives?|film|filmed|format|&|\/|\+|-|numerique|analog|animation|hfr|hdr|imax|sound|ton|son|e\/o|o|ou|or|oder)$/ // prettier-ignore
const FORMAT_CORE =
  /(?:colou?r|couleur|farb|color|cores?\b|\bcor\b|b\/?w|b&w|n&b|n\/b|\bnb\b|s\/w|\bsw\b|b\/?n\b|\bpb\b|p&b|p\/b|black|noir|schwarz|bianco|blanco|preto|\bhd\b|uhd|\d\.?\d?k\b|dcp|beta|hdcam|hdv|\bdv\b|xdcam|prores|\d ?mm|super ?\d|16[:/]9|4[:/]3|[12][.,:]\d{2}|stereo|mono|surround|[57]\.1|dolby|blu-?ray|dvd|mp4|\bmov\b|h\.?26[45]|scope|1080|2160|720|hdtv|imax|\b3d\b|\bvr\b|digital)/ // prettier-ignore

/** Whether a text names formats and nothing else: `colour`, `DCP`, `4K`, `16:9, stereo`. */
export function isFormat(text: string): boolean {
  if (text.length > 80) return false
  const key = fold(text)
  // word by word: the first word of any other text says already that it is none
  let from = 0
  for (let at = 0; at <= key.length; at++) {
    if (at < key.length && !' ,;()'.includes(key[at]!)) continue
    if (at > from && !isFormatWord(key.slice(from, at))) return false
    from = at + 1
  }
  return FORMAT_CORE.test(key)
}

const isFormatWord = remembered(
  (word) =>
    FORMAT_WORD.test(word) ||
    FORMAT_WORD.test(word.replace(/\.$/, '')) ||
    word.split('/').every((part) => FORMAT_WORD.test(part)),
)

/** Words for what kind of film it is, folded, with the code of model/vocabulary.ts where the model has one. */
const GENRE_CODES: Record<string, string | null> = {
  documentary: 'documentary', documentaire: 'documentary', dokumentarfilm: 'documentary', dokumentation: 'documentary', documental: 'documentary', documentario: 'documentary', documentales: 'documentary', doc: 'documentary', 'documentary film': 'documentary', 'film documentaire': 'documentary', 'documentari': 'documentary',
  'feature documentary': 'feature-documentary', 'feature-length documentary': 'feature-documentary', 'documentary feature': 'feature-documentary', 'long metrage documentaire': 'feature-documentary', 'documentaire long metrage': 'feature-documentary', 'langer dokumentarfilm': 'feature-documentary', 'largometraje documental': 'feature-documentary', 'lungometraggio documentario': 'feature-documentary', 'longa-metragem documental': 'feature-documentary', 'llargmetratge documental': 'feature-documentary', 'abendfullender dokumentarfilm': 'feature-documentary', 'documentaire de long metrage': 'feature-documentary',
  'short documentary': 'short-documentary', 'documentary short': 'short-documentary', 'court metrage documentaire': 'short-documentary', 'documentaire court': 'short-documentary', 'kurzdokumentarfilm': 'short-documentary', 'kurzer dokumentarfilm': 'short-documentary', 'cortometraje documental': 'short-documentary', 'cortometraggio documentario': 'short-documentary', 'curta-metragem documental': 'short-documentary',
  'documentary series': 'documentary-series', 'serie documentaire': 'documentary-series', dokumentarserie: 'documentary-series', dokuserie: 'documentary-series', 'dokumentarische serie': 'documentary-series', 'serie documental': 'documentary-series', 'serie documentaria': 'documentary-series', 'docuseries': 'documentary-series', 'docu-series': 'documentary-series', 'collection documentaire': 'documentary-series', dokureihe: 'documentary-series',
  docudrama: 'docudrama', 'docu-drama': 'docudrama', docufiction: 'docudrama', 'docu-fiction': 'docudrama', dokudrama: 'docudrama', docuficcion: 'docudrama', 'documentaire fiction': 'docudrama', 'documentaire-fiction': 'docudrama', docuficcao: 'docudrama',
  'animated documentary': 'animated-documentary', 'documentaire d animation': 'animated-documentary', 'documentaire anime': 'animated-documentary', 'animierter dokumentarfilm': 'animated-documentary', 'documental de animacion': 'animated-documentary', 'documentario animato': 'animated-documentary', 'documentario de animacao': 'animated-documentary',
  reportage: 'reportage', reportaje: 'reportage', reportagem: 'reportage', reportatge: 'reportage', 'grand reportage': 'reportage',
  essay: 'essay', 'essay film': 'essay', 'film essay': 'essay', essai: 'essay', 'film-essai': 'essay', 'essai documentaire': 'essay', 'documentaire de creation': null, 'doc de creation': null, 'doc. de creation': null, essayfilm: 'essay', ensayo: 'essay', saggio: 'essay', ensaio: 'essay', assaig: 'essay',
  'archive film': 'archive-film', 'film d archives': 'archive-film', 'archivfilm': 'archive-film', 'pelicula de archivo': 'archive-film', 'film d archivio': 'archive-film', 'filme de arquivo': 'archive-film',
  portrait: 'portrait', portrat: 'portrait', retrato: 'portrait', ritratto: 'portrait', retrat: 'portrait', 'film portrait': 'portrait',
  'concert film': 'concert-film', 'film de concert': 'concert-film', konzertfilm: 'concert-film', 'film concert': 'concert-film', 'film-concert': 'concert-film',
  'wildlife film': 'wildlife-film', 'wildlife': 'wildlife-film', 'film animalier': 'wildlife-film', 'documentaire animalier': 'wildlife-film', tierfilm: 'wildlife-film', naturfilm: 'wildlife-film', 'nature documentary': 'wildlife-film',
  fiction: null, 'short film': null, 'court metrage': null, kurzfilm: null, cortometraje: null, cortometraggio: null, 'curta-metragem': null, 'long metrage': null, feature: null, 'feature film': null, spielfilm: null, largometraje: null, lungometraggio: null, 'longa-metragem': null, animation: null, 'experimental film': null, experimental: null, 'tv documentary': null, fernsehfilm: null, 'documental de creacion': null, 'creative documentary': null, 'documentario de criacao': null, short: null, series: null, reihe: null, serie: null, 'tv series': null, fernsehreihe: null,
} // prettier-ignore

function genreKey(text: string): string {
  const key = fold(plain(text)).replaceAll("'", ' ')
  return key.endsWith('.') ? key.slice(0, -1) : key
}

/** Whether a text is the name of a genre. */
export const isGenre = (text: string): boolean => text.length < 50 && GENRES.has(genreKey(text))

const GENRES = new Set(Object.keys(GENRE_CODES))

const GENRE_OPENINGS = new Set(Object.keys(GENRE_CODES).map((key) => key.split(' ')[0]!))

/** Whether a word can begin the name of a genre. */
export const opensGenre = remembered((word) => GENRE_OPENINGS.has(genreKey(word)))

/** The code of a genre (model/vocabulary.ts), or null when the model has none for it. */
export function genreCode(text: string): string | null {
  const key = genreKey(text)
  return GENRE_CODES[key] ?? GENRE_CODES[key.replace(/-/g, ' ')] ?? null
}

/** A state of production where a firm is expected ("Production: Completed"). Folded. */
export const STATE =
  /^(?:completed?|finished|in (?:post-?production|production|development|progress)|post-?production|pre-?production|rough cut|fine cut|termine[e]?|acheve[e]?|en (?:cours|developpement|postproduction|post-production|production|produccion|desarrollo|rodaje)|abgeschlossen|fertig(?:gestellt)?|in (?:produktion|entwicklung|arbeit)|postproduktion|terminad[ao]|finalizad[ao]|completato|completata|in lavorazione|concluid[ao]|acabat|acabada|released|delivered|upcoming|a venir)$/ // prettier-ignore

const RATING_SYSTEM = /^(?:fsk|csa|arcom|bbfc|mpaa?|usk|jmk|pegi|icaa|igac|cncl?|tv|kijkwijzer|nicam|acb|ifco|classind|djctq)$/i

/** Systems that are no letters to be spelt. */
const OWN_CASE: Readonly<Record<string, string>> = { kijkwijzer: 'Kijkwijzer', classind: 'ClassInd' }

/** How any rating begins that says its system itself. */
const OPENS_RATING = /^(?:M\/|fsk|csa|arcom|bbfc|mpa|usk|jmk|pegi|icaa|igac|cnc|tv|kijkwijzer|nicam|acb|ifco|classind|djctq)/i

/** `FSK 12`, `CSA -12`, `BBFC: 15`; the system may come from the label. */
export function readRating(label: string | null, text: string): { system: string; value: string } | null {
  const clean = plain(text)
  if (label === null && !OPENS_RATING.test(clean)) return null
  // of Portugal: M/6, M/12, M/16
  if (/^M\/(?:3|6|12|14|16|18)$/.test(clean)) return { system: 'IGAC', value: clean }
  const named =
    /^([A-Za-zÀ-ÿ]{2,10})\s*[:.]?\s*((?:[-–+]?\s?\d{1,2}\+?|ab\s+\d{1,2}(?:\s+Jahren?)?|U|PG(?:-13)?|G|R|NC-17|A|AL|TP|12A|R18|18\+|tous publics|o\.\s?A\.|0)(?:\s+(?:Jahre|ans|years|años))?)$/i.exec(
      clean,
    )
  if (named && RATING_SYSTEM.test(named[1]!))
    return { system: OWN_CASE[named[1]!.toLowerCase()] ?? named[1]!.toUpperCase(), value: named[2]!.trim() }
  const system = label === null ? null : /\b(FSK|CSA|ARCOM|BBFC|MPAA|JMK|ICAA|IGAC|USK)\b/i.exec(label)?.[1]
  if (system) return { system: system.toUpperCase(), value: clean }
  return null
}

/** Screening times: a day with an hour, or a weekday with a date. Such lines belong to a festival's calendar. */
const CLOCK =
  /(?<![\d:])(?:[01]?\d|2[0-3])(?:[:.h]|\s?Uhr\s?)[0-5]\d(?![\d:])|(?<!\d)(?:[01]?\d|2[0-3])\s?(?:Uhr|h|pm|am|p\.m\.|a\.m\.)(?![\p{L}\d])/iu
const CALENDAR =
  /(?<![\p{L}])(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so|lunes|martes|miercoles|miércoles|jueves|viernes|sabado|sábado|domingo|lunedi|lunedì|martedì|mercoledì|giovedì|venerdì|domenica|segunda|terça|quarta|quinta|sexta|dilluns|dimarts|dimecres|dijous|divendres|dissabte|diumenge)(?:-feira)?\.?(?![\p{L}])|(?<!\d)(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])\.?(?:\d{2,4})?(?!\d)|(?<!\d)\d{1,2}(?:er|st|nd|rd|th|[.º])?\s+(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|janvier|f[ée]v|mars|avr|juin|juil|ao[uû]t|septembre|octobre|novembre|d[ée]c|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)\p{L}*/iu // prettier-ignore

export function isScreeningTime(text: string): boolean {
  return text.length < 200 && /\d/.test(text) && CLOCK.test(text) && CALENDAR.test(text)
}
