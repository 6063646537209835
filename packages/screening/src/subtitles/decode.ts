/** Encodings that old subtitle files are in, by the language they are written in; others are in that of western Europe. */
const OLD_ENCODINGS: [encoding: string, languages: string][] = [
  ['windows-1250', 'ces slk pol hun slv hrv bos ron sqi'],
  ['windows-1251', 'rus ukr bel bul srp mkd kaz kir tgk mon'],
  ['windows-1253', 'ell'],
  ['windows-1254', 'tur aze'],
  ['windows-1255', 'heb yid'],
  ['windows-1256', 'ara fas urd'],
  ['windows-1257', 'est lav lit'],
  ['windows-1258', 'vie'],
  ['shift_jis', 'jpn'],
  ['euc-kr', 'kor'],
  ['gb18030', 'zho'],
]

/** The text of a file, and the encoding that had to be guessed where it is not Unicode. */
export function decodeText(bytes: Uint8Array, language: string): { text: string; guessed: string | null } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), guessed: null }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), guessed: null }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: null }
  } catch {
    const encoding = OLD_ENCODINGS.find(([, languages]) => languages.split(' ').includes(language))?.[0] ?? 'windows-1252'
    return { text: new TextDecoder(encoding).decode(bytes), guessed: encoding }
  }
}
