import { isHouseError, SYSTEM, type House } from '@vitrine/house'

/** Who watches the same film reads the same subtitles: so many are remembered, those that were asked for last. */
const REMEMBERED = 32

/** Subtitles by their id, as they are sent. What was handed in never changes under its id. Null: there are none. */
export function subtitleTexts(house: Pick<House, 'readSubtitleText'>): (id: string) => Promise<Buffer | null> {
  const texts = new Map<string, Promise<Buffer>>()
  return async (id) => {
    const text = texts.get(id) ?? house.readSubtitleText(SYSTEM, { id }).then((webvtt) => Buffer.from(webvtt))
    texts.delete(id)
    texts.set(id, text)
    if (texts.size > REMEMBERED) texts.delete(texts.keys().next().value!)
    try {
      return await text
    } catch (thrown) {
      if (texts.get(id) === text) texts.delete(id)
      if (isHouseError(thrown) && thrown.code === 'not-found') return null
      throw thrown
    }
  }
}
