import type { Device } from '@vitrine/store/screening/viewings'

/** What kind of device a browser says it runs on. An iPad calls itself a Macintosh; it is then a computer, as it asks to be. */
export function deviceClass(agent: string | null): Device {
  const text = agent ?? ''
  if (/\b(?:smart-?tv|appletv|apple tv|crkey|hbbtv|tizen|web0s|googletv|bravia)\b|\btv\b/i.test(text)) return 'television'
  if (/ipad|tablet|android(?!.*mobile)/i.test(text)) return 'tablet'
  if (/mobi|iphone|android/i.test(text)) return 'phone'
  return /windows|macintosh|linux|x11|cros/i.test(text) ? 'computer' : 'other'
}
