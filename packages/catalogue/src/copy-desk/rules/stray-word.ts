import { pairs, type Rule } from './rule.ts'

const list = (words: string) => new Set(words.split(' '))

/**
 * Pairs of small words that no sentence has. Only pairs that are wrong nearly always: verbs and particles may close a clause
 * (“the town he came from is gone”), German stacks articles (“im der Gemeinde gehörenden Haus”), so those are left alone.
 */
const NEVER: Record<string, Set<string>> = {
  en: new Set(
    (
      'a the|an the|the a|the an|a an|an a|a of|an of|the of|the and|a from|a with|an and|the is|the are|the was|the were|the from|the they|the he|the we|' +
      'its the|my the|our the|your the|their the|the its|the my|the our|the their|the his|the your|every the|for of|at of|with of|from of'
    ).split('|'),
  ),
  fr: new Set(
    (
      'le la|la le|les le|le les|les la|un une|une un|un le|un la|une le|une la|le un|le une|les un|les une|des les|les des|des le|des la|de des|de du|' +
      'du de|du le|du la|du les|au le|au la|aux les|aux le|aux la|à au|à aux|au à|aux à|au du|du au|sa la|ses les|mon le|ma la|ce la|cette la|ces les|cette le'
    ).split('|'),
  ),
  de: new Set('ein eine|eine ein|einen ein|eine einen|einen eine|ein einen|im ein|am ein|zum ein'.split('|')),
  es: new Set(
    'el la|la el|los las|las los|un una|una un|la los|los el|las el|del el|del la|del los|al el|al la|al los|de del|en del|a al'.split(
      '|',
    ),
  ),
  it: new Set(
    'il la|la il|il lo|lo il|un una|una un|del il|della la|nel il|al il|alla la|di del|di della|dal il|il un|gli i|i gli|nella la|sul il'.split(
      '|',
    ),
  ),
  pt: new Set('um uma|uma um|do o|no o|de do|de da|ao o|dos os|das as|em no|em na|a os|as os|os as|na a'.split('|')),
}

/** Two articles, or a preposition before its own contraction (« de du »): the first is the one that was left behind. */
const ARTICLES =
  /^(?:an?|the|le|la|les|une?|el|los|las|una|il|lo|i|gli|os?|as|uma?|ein|eine|einen) (?:an?|the|le|la|les|une?|el|los|las|una|il|lo|i|gli|os?|as|uma?|ein|eine|einen)$/
const CONTRACTED = new Set([
  'de du',
  'de des',
  'à au',
  'à aux',
  'de del',
  'en del',
  'a al',
  'di del',
  'di della',
  'de do',
  'de da',
  'em no',
  'em na',
])

/** What makes a pair right after all: the word that follows, or the word before. */
const RIGHT_BEFORE: Record<string, RegExp> = {
  'the a': /^(?:cappella|capella|priori|posteriori|la)$/,
  'un la': /^(?:bémol|dièse|mineur|majeur)$/,
}
const RIGHT_AFTER: Record<string, RegExp> = { 'le la': /^(?:donn|redonn)/ } // “donner le la”

const NEW_THING: Record<string, { open: Set<string>; middle: Set<string>; close: Set<string> }> = {
  en: {
    open: list('a an'),
    middle: list(
      'new small big great large good bad young long short beautiful strange different whole true real final brief deep harsh rare huge modern old secret powerful remote vast intimate',
    ),
    close: list('the a an'),
  },
  fr: {
    open: list('un une'),
    middle: list('nouveau nouvelle grand grande véritable immense vaste vrai vraie profond profonde'),
    close: list('le la les un une'),
  },
}

/** A word that was left behind by a correction: “the a”, “a new the caliphate”, « de des ». */
export const strayWord: Rule = (copy) => {
  const all = pairs(copy)
  return all.flatMap(({ before, word, after, language }, index) => {
    if (language === null) return []
    const joined = after?.follows === true ? after.lower : ''
    if (joined === '' || word.text !== word.lower) return [] // “vitamin A”, “the A road”, the end of a clause
    const earlier = all[index - 1]
    const previous = earlier?.word === before ? earlier.before : undefined
    const thing = NEW_THING[language]
    if (thing && previous && thing.open.has(previous.lower) && thing.middle.has(before.lower) && thing.close.has(word.lower))
      return [mark(copy.text, previous.start, word.end, word.start)]
    const pair = `${before.lower} ${word.lower}`
    if (!NEVER[language]?.has(pair)) return []
    if (RIGHT_BEFORE[pair]?.test(joined) || RIGHT_AFTER[pair]?.test(previous?.lower ?? '')) return []
    return [mark(copy.text, before.start, word.end, ARTICLES.test(pair) || CONTRACTED.has(pair) ? before.start : word.start)]
  })
}

/** Takes one word out of a stretch, with the space that led to it; a capital that opened the stretch stays. */
function mark(text: string, start: number, end: number, stray: number) {
  const found = text.slice(start, end)
  const rest = stray === start ? found.replace(/^\S+\s+/, '') : text.slice(start, stray).trimEnd()
  const suggestion = /^\p{Lu}/u.test(found) ? rest.slice(0, 1).toUpperCase() + rest.slice(1) : rest
  return { code: 'stray-word' as const, severity: 'error' as const, start, end, suggestion, params: { found } }
}
