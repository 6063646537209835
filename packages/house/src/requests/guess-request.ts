/** What a letter asks for, as far as programs can tell. All of it is shown as guessed, with the words it was read from. */
import { guessKind } from '@vitrine/deals/request/guess-kind'
import { readQuestion, requestOf } from '@vitrine/rights/question/read-question'
import { isHouseError } from '../errors.ts'
import type { Guesses, RequestKind, Wishes } from '@vitrine/store/deals/requests'
import { type NamedTitle, namedTitles } from '@vitrine/store/search/named-titles'
import type { HouseContext } from '../context.ts'
import { toQuestion } from '../rights/in-words.ts'
import { todayOf } from '../rights/today.ts'
import { readWishes } from './read-request.ts'

export interface GuessedRequest {
  kind: RequestKind
  titleIds: string[]
  wishes: Wishes | null
  guesses: Guesses | null
}

/** `words`: those of the letter itself, without what it quotes. */
export async function guessRequest(house: HouseContext, subject: string, words: string): Promise<GuessedRequest> {
  const kind = guessKind(`${subject}\n${words}`)
  const named = await namedTitles(house.db, house.houseId, `${subject}\n\n${words}`)
  const found = guessWishes(house, words, named)
  // "free TV in Poland for three years" asks for a licence, also where no word of it stands, or a screener is asked for first
  const wished = kind?.kind === 'terms' || found?.dated ? found : null
  const asked = kind?.kind === 'terms' || wished === null ? kind : { kind: 'terms' as const, words: wished.words.join(', ') }
  const guesses: Guesses = {
    ...(asked === null ? {} : { kind: asked.words }),
    ...(named.length === 0 ? {} : { titles: named.map(({ titleId: id, words: by }) => ({ id, words: by })) }),
    ...(wished === null ? {} : { wishes: wished.words }),
  }
  return {
    kind: asked?.kind ?? 'other',
    titleIds: named.map(({ titleId }) => titleId),
    wishes: wished?.wishes ?? null,
    guesses: Object.keys(guesses).length === 0 ? null : guesses,
  }
}

const SENTENCE_ENDS = /(?<=[.!?;])\s+|\n+/
const LONGEST_SENTENCE = 600
const MOST_SENTENCES = 60

/**
 * The rights wished, from the first sentence that names a medium: an address below a letter names places too. Titles are taken
 * out first, for "The Road to Poland" wishes nothing.
 */
function guessWishes(
  house: HouseContext,
  words: string,
  named: readonly NamedTitle[],
): { wishes: Wishes; words: string[]; dated: boolean } | null {
  const today = todayOf(house)
  const bare = named.reduce((text, { words: title }) => text.replaceAll(title, ' '), words)
  for (const sentence of bare.split(SENTENCE_ENDS).slice(0, MOST_SENTENCES)) {
    if (sentence.length > LONGEST_SENTENCE) continue
    const read = readQuestion(sentence, { today })
    if (read.media === null || read.territories === null) continue
    const asked = toQuestion(requestOf(read), 'en')
    const spans = [read.territories, read.media, read.languages, read.window, read.exclusive].flatMap(
      (found) => found?.spans ?? [],
    )
    const wishes = wishesOr(house, {
      territory: textOf(asked.territory),
      media: textOf(asked.media),
      ...(read.languages === null ? {} : { languages: textOf(asked.languages) }),
      ...(read.window.spans.length === 0 ? {} : { from: asked.from, to: asked.to }),
      exclusive: read.exclusive.spans.length > 0 && read.exclusive.value,
    })
    if (wishes !== null) return { wishes, words: spans.map(({ from, to }) => sentence.slice(from, to)), dated: read.window.spans.length > 0 } // prettier-ignore
  }
  return null
}

const textOf = (expression: string | string[] | undefined): string | undefined =>
  Array.isArray(expression) ? expression.join(', ') : expression

/** What was read and cannot be kept is no wish. */
function wishesOr(house: HouseContext, wishes: Parameters<typeof readWishes>[1]): Wishes | null {
  try {
    return readWishes(house, wishes)
  } catch (thrown) {
    if (isHouseError(thrown)) return null
    throw thrown
  }
}
