import type { CopyCode } from './finding.ts'

type Params = Record<string, string | number>

/** The English words of the contract's `message`; the site and the desk take theirs from packages/messages. */
const WORDS: Record<CopyCode, (params: Params) => string> = {
  'name-variants': (p) => `“${p['found']}” is also spelt “${p['other']}” in this text.`,
  'stray-word': (p) => `A word too many in “${p['found']}”.`,
  'doubled-word': (p) => `“${p['found']}” stands twice.`,
  'doubled-punctuation': (p) => `Two punctuation marks that do not go together: “${p['found']}”.`,
  'doubled-space': () => 'More than one space.',
  'mixed-quotes': (p) => `Straight and typographic ${p['kind'] === 'apostrophe' ? 'apostrophes' : 'quotation marks'} are mixed.`,
  'unpaired-mark': (p) => `“${p['found']}” has no partner.`,
  'space-before-punctuation': (p) => `No space belongs before “${p['found']}”.`,
  'missing-space': (p) => `A space is missing after “${p['found']}”.`,
  'missing-thin-space': (p) => `French puts a thin space next to “${p['found']}”.`,
  'a-or-an': (p) => `“${p['found']}” should be “${p['other']}”.`,
  'mixed-script': (p) => `“${p['found']}” mixes letters of two alphabets.`,
  'broken-characters': (p) => `“${p['found']}” is text that lost its encoding.`,
  'aged-lead': (p) =>
    Number(p['days']) > 0
      ? `“${p['found']}” was written ${p['days']} days ago.`
      : `“${p['found']}” will date: give the day, or say it without.`,
  'too-long': (p) => `${p['length']} characters: platforms take ${p['limit']}.`,
  'facts-disagree': (p) => `The text says “${p['found']}”, the facts say ${p['fact']}.`,
  'missing-fact': (p) => `Buyers ask for this and the sheet does not say it: ${p['fact']}.`,
  'other-language-missing': (p) => `This text has no version in “${p['language']}”.`,
  'repeated-sentence': () => 'This sentence has been said already.',
  'missing-end-punctuation': () => 'The paragraph does not end.',
  'hyphen-for-dash': () => 'A dash is wanted here, not a hyphen.',
  'all-caps-title': () =>
    'The title is in capitals: titles are kept in ordinary letters, pages set them in capitals where the design wants it.',
  'identifier-check': (p) => `“${p['found']}” has a wrong check character: a digit of it may be wrong too.`,
  'identifier-incomplete': (p) => `“${p['found']}” lacks its check character.`,
  'identifier-form': (p) => `“${p['found']}” is no identifier of this kind.`,
  'not-checked': (p) => `Only the first ${p['checked']} characters were checked.`,
}

/** One finding in English. */
export function say(code: CopyCode, params: Params): string {
  return WORDS[code](params)
}
