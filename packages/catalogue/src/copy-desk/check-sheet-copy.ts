import type { TitleSheet } from '../model/title-sheet.ts'
import { finish } from './check-copy.ts'
import { prepare } from './copy.ts'
import { factsOfSheet } from './facts.ts'
import type { CopyFinding, Mark } from './finding.ts'
import { agedLead } from './rules/aged-lead.ts'
import { allCapsTitle } from './rules/all-caps-title.ts'
import { factsDisagree } from './rules/facts-disagree.ts'
import { TEXT_RULES } from './rules/index.ts'
import { identifiersOfSheet } from './rules/identifiers.ts'
import { missingFacts } from './rules/missing-facts.ts'
import { nameVariants, nameVariantsBeside } from './rules/name-variants.ts'
import { tooLong } from './rules/too-long.ts'

const PROSE_FIELDS = ['lead', 'logline', 'shortSynopsis', 'synopsis', 'directorsNote', 'biography'] as const
type ProseField = (typeof PROSE_FIELDS)[number]

/** Texts that a page shows in the visitor's language: one without the other leaves a hole. */
const WANTED_IN_EVERY_LANGUAGE: ProseField[] = ['lead', 'logline', 'shortSynopsis', 'synopsis']

interface FieldText {
  field: string
  name: ProseField
  language: string
  text: string
  writtenOn: string | null
}

/**
 * What an editor would correct in a sheet, field by field and language by language. Offsets count in the field's own text
 * (`field`: `synopsis.en`, `title`); what is absent has the field it belongs to and the place 0.
 *
 * @param options `today` is `YYYY-MM-DD`; `languages` are those in which the house publishes, English and French when not said
 * @example
 * checkSheetCopy({ ...sheet, synopsis: { en: 'The the end of it.' } }, { today: '2026-11-22' })
 */
export function checkSheetCopy(sheet: TitleSheet, options: { today: string; languages?: string[] }): CopyFinding[] {
  const texts = textsOf(sheet)
  return [
    ...finish(sheet.title, [...allCapsTitle(sheet.title, 0)], 'title'),
    ...texts.flatMap((one) => finish(one.text, checkField(one, sheet, options.today), one.field)),
    ...namesAcross(texts, sheet),
    ...identifiersOfSheet(sheet).flatMap(({ field, text, marks }) => finish(text, marks, field)),
    ...absent(sheet, texts, options.languages ?? ['en', 'fr']),
  ]
}

function textsOf(sheet: TitleSheet): FieldText[] {
  return PROSE_FIELDS.flatMap((name) =>
    Object.entries(sheet[name]).map(([language, value]) => ({
      field: `${name}.${language}`,
      name,
      language,
      text: typeof value === 'string' ? value : value.text,
      writtenOn: typeof value === 'string' ? null : value.writtenOn,
    })),
  )
}

function checkField(one: FieldText, sheet: TitleSheet, today: string): Mark[] {
  const copy = prepare(one.text, one.language.slice(0, 2))
  const whole = { text: one.text, start: 0, language: copy.language, writtenOn: one.writtenOn }
  return [
    ...TEXT_RULES.filter((rule) => rule !== nameVariants).flatMap((rule) => rule(copy)),
    ...(one.name === 'lead' ? agedLead(whole, today) : []),
    ...(one.name === 'logline' || one.name === 'shortSynopsis' || one.name === 'synopsis' ? tooLong(one.name, one.text, 0) : []),
    ...(one.name === 'biography'
      ? []
      : factsDisagree(one.text, 0, factsOfSheet(sheet), {
          years: one.name === 'synopsis' || one.name === 'shortSynopsis',
          today,
        })),
  ]
}

/** Names are compared through all texts of one language and with the credits; each finding goes back to its own field. */
function namesAcross(texts: FieldText[], sheet: TitleSheet): CopyFinding[] {
  const credits = [...sheet.directors, ...sheet.producers, ...sheet.credits.flatMap((credit) => credit.names)].join('\n\n')
  return [...Map.groupBy(texts, (one) => one.language)].flatMap(([language, own]) => {
    const starts: number[] = []
    let whole = ''
    for (const one of own) {
      starts.push(whole.length)
      whole += `${one.text}\n\n`
    }
    const marks = nameVariantsBeside(prepare(whole + credits, language.slice(0, 2)), credits)
    return own.flatMap((one, index) => {
      const start = starts[index]!
      const mine = marks.filter((mark) => mark.start >= start && mark.end <= start + one.text.length)
      return finish(
        one.text,
        mine.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
        one.field,
      )
    })
  })
}

function absent(sheet: TitleSheet, texts: FieldText[], languages: string[]): CopyFinding[] {
  const missing = finish(
    '',
    missingFacts({
      year: sheet.year !== null,
      duration: sheet.cuts.length > 0,
      director: sheet.directors.length > 0,
      versions: sheet.versions.length > 0 || sheet.cuts.some((cut) => cut.versions.length > 0),
      country: sheet.countries.length > 0,
      production: sheet.productionCompanies.length > 0,
      synopsis: Object.keys(sheet.synopsis).length > 0,
      poster: sheet.pictures.some((picture) => picture.kind === 'poster'),
      stills: sheet.pictures.some((picture) => picture.kind === 'still'),
      contact: sheet.contacts.length > 0,
      trailer: sheet.trailer !== null,
    }),
    null,
  )
  const holes = WANTED_IN_EVERY_LANGUAGE.flatMap((name) => {
    const there = texts.filter((one) => one.name === name).map((one) => one.language)
    if (there.length === 0) return []
    return languages
      .filter((language) => !there.some((one) => one === language || one.startsWith(`${language}-`)))
      .flatMap((language) =>
        finish(
          '',
          [
            {
              code: 'other-language-missing',
              severity: 'warning',
              start: 0,
              end: 0,
              suggestion: null,
              params: { language, field: name },
            },
          ],
          `${name}.${language}`,
        ),
      )
  })
  return [...missing, ...holes]
}
