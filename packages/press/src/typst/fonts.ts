/** The faces that papers are set in: bundled, static, under the SIL Open Font License. See docs/decisions/010. */
const face = (family: string, file: string, ...styles: string[]) =>
  styles.map((style) => `@expo-google-fonts/${family}/${style}/${file}_${style}.ttf`)

const FACES: readonly string[] = [
  ...face('fraunces', 'Fraunces', '400Regular', '600SemiBold', '600SemiBold_Italic'),
  ...face('newsreader', 'Newsreader', '400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'),
  ...face('archivo', 'Archivo', '400Regular', '600SemiBold', '600SemiBold_Italic'),
  ...face('bricolage-grotesque', 'BricolageGrotesque', '400Regular', '600SemiBold'),
  ...face('inter', 'Inter', '400Regular', '500Medium', '600SemiBold', '400Regular_Italic'),
  ...face('noto-sans-arabic', 'NotoSansArabic', '400Regular', '600SemiBold'),
]
const JAPANESE = 'BIZ UDGothic'
const CHINESE = 'Chocolate Classical Sans'
const KOREAN = 'Nanum Gothic'
const EAST_ASIAN_FACES: readonly string[] = [
  ...face('biz-udgothic', 'BIZUDGothic', '400Regular', '700Bold'),
  ...face('chocolate-classical-sans', 'ChocolateClassicalSans', '400Regular'),
  ...face('nanum-gothic', 'NanumGothic', '400Regular', '700Bold'),
]

/** The faces that a paper needs. `fallback` are the families to go on to, in this order, where the house's own have no sign. */
export interface Faces {
  name: 'western' | 'east-asian'
  files: readonly string[]
  fallback: readonly string[]
}

const HAN = /[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}\p{sc=Hang}\p{sc=Bopo}\u3000-\u303f\uff00-\uffef]/u
const KANA = /[\p{sc=Kana}\p{sc=Hira}]/u

/**
 * The faces for a text. Those of East Asia are large and are only asked for by texts that need them. Japanese and Chinese share
 * signs that each draws in its own way: kana beside them tell which is meant.
 *
 * @example
 * facesFor('The Salt Road').name // "western"
 * facesFor('塩の道').fallback[0] // "BIZ UDGothic"
 */
export function facesFor(text: string): Faces {
  if (!HAN.test(text)) return { name: 'western', files: FACES, fallback: [] }
  const fallback = KANA.test(text) ? [JAPANESE, CHINESE, KOREAN] : [CHINESE, JAPANESE, KOREAN]
  return { name: 'east-asian', files: [...FACES, ...EAST_ASIAN_FACES], fallback }
}
