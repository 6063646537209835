/** The language of a sheet, before its labels are read. */
import { labelLanguages } from './labels/match.ts'
import { languageOf, looksLikeProse } from './prose.ts'
import type { Line } from './source.ts'

/** The language of a sheet: by its running text, else by which language has most of its labels. */
export function guessLanguage(lines: Line[]): string | null {
  let sample = ''
  for (const line of lines) {
    if (line.body.text.length > 60 && looksLikeProse(line)) sample += line.body.text + '\n'
    if (sample.length > 1600) break
  }
  const spoken = languageOf(sample)
  if (spoken !== null && sample.length > 200) return spoken
  const votes = new Map<string, number>()
  for (const line of lines.slice(0, 400)) {
    const colon = line.body.text.indexOf(':')
    const label = colon > 0 && colon < 50 ? line.body.text.slice(0, colon) : line.body.text.length < 40 ? line.body.text : null
    if (label === null) continue
    const languages = labelLanguages(label)
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length)
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1])
  return best && best[1] >= 1 ? best[0] : spoken
}
