/** The words by which festivals, prizes, sections and premieres are known. */
import type { Premiere } from '../model/title-sheet.ts'
import { fold } from './fold.ts'
import { remembered } from './memory.ts'

// Folded words by which a festival is known.
const FESTIVAL =
  /(?:^|[^\p{L}])(?:(?:film|kino|cine|doc|dok|video|media|movie)?fest(?:ival\w*|s|ivais)?|\w*filmfest\w*|\w*festival\w*|film\s+(?:days|week|weeks|awards|encounters|forum|market|series|nights|meetings)|film(?:days|week|tage|woche|nachte|forum)|\w*tage|\w*wochen?|rencontres|etats generaux|escales|semaine|semana|semanas|jornadas|jornades|giornate|settimana|mostra|muestra|muestras|biennale|bienal|berlinale|viennale|diagonale|duisburger filmwoche|idfa|fipa|fipadoc|figra|hot docs|docs?\s*lisboa|doclisboa|dok\b|dokfest|doku\w*|docu\w*|docaviv|doxa|cph|fid|ficg|iff|idff|ff|iffr|bafici|sundance|sxsw|tribeca|tiff|krakow|sheffield|visions du reel|cinema du reel|cinemed|cinemateca|traverse|docpoint|docville|docs?\s+(?:against|by|in|on|for)|docfest|docs|doc|one world|awards?|festivales|quinzaine|cannes|locarno|venice|venezia|venise|rotterdam|karlovy vary|leipzig|nyon|amsterdam|clermont-ferrand|full frame|millenium|millennium|lussas|toronto|berlin|panorama of|encounters|cinematheque|summit|forum|film fair|rassegna|certamen|encuentros?|encontros?|trobada|cicle|showcase|congress|nights|reels?|short\w*|screen|market|days|week|weekend|frames)(?=$|[^\p{L}])/u
// Folded words by which a prize is known.
const AWARD =
  /(?:^|[^\p{L}])(?:awards?|prix|prize|prizes|premios?|premi|premio|premiado|premiada|pris|preis|\w*preis|premis?|prémio|best|meilleure?s?|beste[rs]?|mejor(?:es)?|miglior[ei]?|melhor(?:es)?|millor|winner|wins|won|winning|laureate?|laureat\w*|gewinner|vencedora?|vincitore|ganadora?|gagnant|mention|mencion|menzione|mencao|mencio|erwahnung|honou?rable|special jury|jury|grand|gran|grande|golden?|silver|bronze|or|oro|ouro|argent|plata|prata|argento|goldene[rs]?|silberne[rs]?|nominee|nominated|nomination|nominacion|nominaciones|nomine|nominee|nominiert|nominierung|nomeado|nomeacao|candidatura|candidat|shortlisted|finalist[ae]?|finaliste|distinction|distincion|distincao|distinction|auszeichnung|lobende|pradikat|trophy|trophee|trofeo|troféu|medal|medaille|medalla|audience|public|publico|pubblico|publikums\w*|etoile|star|scholarship|recognition|reconocimiento|galardon|coup de coeur|choice|label|hive|anchor|bear|lion|palm|palme|dove|taube|commendation|commended|oscar|emmy|peabody|cesar|goya|ex aequo|ex-aequo)(?=$|[^\p{L}])/u
const AWARD_STRONG =
  /(?:^|[^\p{L}])(?:prix|prize|premios?|premi|preis|\w*preis|prémio|best|meilleure?|beste[rs]?|mejor|miglior[ei]?|melhor|millor|winner|won|mention|mencion|menzione|mencao|mencio|erwahnung|nominee|nominated|nomination|nominiert|nominierung|nominacion|nomeacao|finalist[ae]?|lobende|shortlisted|audience award|special jury|grand jury|jury award|distinction)(?=$|[^\p{L}])/u
export const SECTION =
  /^(?:(?:in\s+)?(?:official\s+)?(?:international\s+|national\s+|main\s+)?competition|official\s+selection|out\s+of\s+competition|selection(?:\s+officielle)?|(?:en\s+)?competition(?:\s+(?:internationale|officielle|nationale|francaise))?|hors\s+competition|(?:internationaler?\s+|deutscher?\s+|im\s+)?wettbewerb|seccion\s+oficial|selecao\s+oficial|selezione\s+ufficiale|(?:in\s+)?concorso(?:\s+internazionale)?|fuori\s+concorso|competicao(?:\s+internacional)?|competicion(?:\s+oficial)?|panorama|forum|generation|special\s+screening|seance\s+speciale|opening\s+(?:film|night)|closing\s+(?:film|night)|film\s+d.ouverture|eroffnungsfilm|sidebar|market|marche(?:\s+du\s+film)?|(?:competicao|competicion|competizione|competicio|concorso|concurso|competition)\s+.*|section\s+.*|sektion\s+.*|sezione\s+.*|seccion\s+.*|secao\s+.*|secció\s+.*|.*\s+(?:section|competition|programme|program|sektion|wettbewerb))$/
const PREMIERES: [RegExp, Premiere][] = [
  [/(?:world|welt)[\s-]*premiere|premiere\s+mondiale|estreno\s+mundial|estreia\s+mundial|estrena\s+mundial|(?:prima|anteprima)\s+mondiale|prima\s+assoluta|urauffuhrung|svetova\s+premiera|premiere\s+mundial|premier\s+mundial/, 'world'],
  [/international\w*[\s-]+premiere|premiere\s+internationale|estreno\s+internacional|estreia\s+internacional|estrena\s+internacional|(?:prima|anteprima)\s+internazionale/, 'international'],
  [/europe?\w*[\s-]*premiere|premiere\s+europeenne|estreno\s+europeo|estreia\s+europeia|estrena\s+europea|(?:prima|anteprima)\s+europea/, 'european'],
  [/(?:asian|african|north american|south american|latin american|continental|oceanian|middle east(?:ern)?)[\s-]+premiere|premiere\s+(?:africaine|asiatique|nord-americaine|continentale)|(?:asien|afrika|nordamerika|sudamerika)premiere|estreno\s+(?:latinoamericano|norteamericano)/, 'continental'],
  [/regional\s+premiere|premiere\s+regionale|local\s+premiere|(?:city|state)\s+premiere/, 'regional'],
  [/erstauffuhrung|deutschlandpremiere|osterreich-?premiere|schweiz\w*[\s-]*premiere|national\s+premiere|premiere\s+nationale|premiere\s+(?:francaise|belge|suisse|allemande|espagnole|italienne|canadienne|quebecoise)|ceska\s+premiera|(?:french|german|uk|us|british|american|swiss|belgian|dutch|italian|spanish|portuguese|polish|czech|canadian|australian|irish|austrian|danish|norwegian|swedish|finnish|greek|turkish|indian|japanese|brazilian|catalan)\s+premiere|estreno\s+(?:nacional|en\s+espana)|estreia\s+nacional|(?:prima|anteprima)\s+(?:nazionale|italiana)/, 'national'],
  [/(?:^|\s)(?:premiere|avant-premiere|antestreia|preestreno|anteprima|premiera)(?:\s|$)/, 'other'],
] // prettier-ignore

export function premiereOf(text: string): Premiere | null {
  const key = fold(text)
  if (!/premi|auffuhr|estre|anteprima|prima/.test(key)) return null
  for (const [pattern, premiere] of PREMIERES) if (pattern.test(key)) return premiere
  return null
}

/** What a folded text names: bits. */
const IS_FESTIVAL = 1
const IS_AWARD = 2
const IS_STRONG = 4
/** The word begins a name of several words; whether it is one, the whole text shows. */
const OPENS_FESTIVAL = 8
const OPENS_AWARD = 16
const OPENS_STRONG = 32

const wordNames = remembered(
  (word) =>
    (FESTIVAL.test(word) ? IS_FESTIVAL : 0) |
    (AWARD.test(word) ? IS_AWARD : 0) |
    (AWARD_STRONG.test(word) ? IS_STRONG : 0) |
    (/^(?:film|etats|duisburger|hot|docs?|visions|cinema|one|karlovy|clermont|full|panorama)$/.test(word) ? OPENS_FESTIVAL : 0) |
    (/^(?:special|coup|ex)$/.test(word) ? OPENS_AWARD : 0) |
    (/^(?:audience|special|grand|jury)$/.test(word) ? OPENS_STRONG : 0),
)

/** Halves of characters beyond the first plane are judged as wholes. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code > 96 && code < 123
  if (code < 0xd800 || code > 0xdfff) return LETTER.test(text[at]!)
  return LETTER.test(String.fromCodePoint(text.codePointAt(code < 0xdc00 ? at : at - 1)!))
}

const LETTER = /^\p{L}/u

let lastKey = ''
let lastNames = 0

/** What the words of a folded text name. The same text is asked about three times in a row. */
function namesIn(key: string): number {
  if (key === lastKey) return lastNames
  let names = 0
  for (let at = 0, from = -1; at <= key.length; at++) {
    if (at < key.length && isLetter(key, at)) {
      if (from < 0) from = at
    } else if (from >= 0) {
      names |= wordNames(key.slice(from, at))
      from = -1
    }
  }
  if ((names & OPENS_FESTIVAL) !== 0 && FESTIVAL.test(key)) names |= IS_FESTIVAL
  if ((names & OPENS_AWARD) !== 0 && AWARD.test(key)) names |= IS_AWARD
  if ((names & OPENS_STRONG) !== 0 && AWARD_STRONG.test(key)) names |= IS_STRONG
  lastKey = key
  lastNames = names
  return names
}

export const isFestival = (key: string): boolean => (namesIn(key) & IS_FESTIVAL) !== 0
export const isAward = (key: string): boolean => (namesIn(key) & IS_AWARD) !== 0
export const isStrongAward = (key: string): boolean => (namesIn(key) & IS_STRONG) !== 0

export const namesFestival = (text: string): boolean => isFestival(fold(text))
export const namesAward = (text: string): boolean => isStrongAward(fold(text))
export const namesAnyAward = (text: string): boolean => isAward(fold(text))
