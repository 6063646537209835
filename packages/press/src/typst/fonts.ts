/** The faces that papers are set in: bundled, static, under the SIL Open Font License. */
const face = (family: string, file: string, ...styles: string[]) =>
  styles.map((style) => `@expo-google-fonts/${family}/${style}/${file}_${style}.ttf`)

export const FONT_FILES: readonly string[] = [
  ...face('fraunces', 'Fraunces', '400Regular', '600SemiBold', '600SemiBold_Italic'),
  ...face('newsreader', 'Newsreader', '400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'),
  ...face('archivo', 'Archivo', '400Regular', '600SemiBold', '600SemiBold_Italic'),
  ...face('bricolage-grotesque', 'BricolageGrotesque', '400Regular', '600SemiBold'),
  ...face('inter', 'Inter', '400Regular', '500Medium', '600SemiBold', '400Regular_Italic'),
  ...face('noto-sans-arabic', 'NotoSansArabic', '400Regular', '600SemiBold'),
]
