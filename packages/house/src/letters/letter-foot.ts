/** What stands at the foot of every letter, whatever its words: whose it is, where they are, and how letters beyond business end. */
import type { Locale } from '@vitrine/messages'
import { stopLine } from '@vitrine/messages/mail'
import type { HouseSettings } from '../contract.ts'
import { onOneLine } from './fill-words.ts'
import { FOOT } from './letter-html.ts'

/** `stopUrl`: null on letters about business at hand, which have nothing to be ended. */
export function letterFoot(
  { name, address }: Pick<HouseSettings, 'name' | 'address'>,
  locale: Locale,
  stopUrl: string | null,
): string {
  const lines = [
    onOneLine(name),
    ...(address ?? '').split('\n').map(onOneLine),
    stopUrl === null ? '' : stopLine[locale](stopUrl),
  ].filter((line) => line !== '')
  return `${FOOT}${lines.join('\n')}\n`
}
