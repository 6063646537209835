/** A template as the desk and the API show it. */
import type { Locale } from '@vitrine/messages'
import { serverWords } from '@vitrine/messages/cli'
import { isTemplateName, LETTER_TEMPLATES, type LetterWords, type TemplateName } from '@vitrine/messages/letter-templates'
import type { Asker } from '@vitrine/store/asker'
import { type TemplateVersion, templateVersions } from '@vitrine/store/mail/templates'
import { readSettings } from '@vitrine/store/settings/settings'
import type { HouseContext } from '../context.ts'
import type { MailTemplateSummary, MailTemplateView } from '../contract/mail-templates.ts'
import { HouseError } from '../errors.ts'
import { withDefaults } from '../settings/defaults.ts'
import { exampleValues, previewOf, withFoot } from './example-values.ts'
import { readWords, variablesOf } from './read-words.ts'

/** One that a house may change, or `not-found`. */
export function reachTemplate(name: string): TemplateName {
  if (!isTemplateName(name)) throw new HouseError('not-found', { subject: 'MailTemplate' })
  return name
}

export function summaryOf(name: TemplateName, locale: Locale, newest: TemplateVersion | undefined): MailTemplateSummary {
  const builtIn = LETTER_TEMPLATES[name].words[locale]
  const own = newest?.words ?? null
  const unfit = own !== null && readWords(name, own).faults.length > 0
  return {
    name,
    locale,
    state: own === null ? 'built-in' : unfit ? 'unfit' : 'own',
    subject: own === null || unfit ? builtIn.subject : own.subject,
    version: newest?.version ?? 0,
    updatedAt: newest?.at ?? null,
    byName: newest?.byName ?? null,
  }
}

export async function templateView(
  house: HouseContext,
  db: Asker,
  name: TemplateName,
  locale: Locale,
): Promise<MailTemplateView> {
  const versions = await templateVersions(db, house.houseId, name, locale)
  const settings = withDefaults((await readSettings(db, house.houseId))?.settings)
  const builtIn = LETTER_TEMPLATES[name].words[locale]
  const words = versions[0]?.words ?? builtIn
  const summary = summaryOf(name, locale, versions[0])
  const examples = exampleValues(house, settings, name, locale)
  return {
    ...summary,
    words,
    builtIn,
    faults: [...readWords(name, words).faults],
    variables: Object.entries(variablesOf(name)).map(([variable, is]) => ({ ...is, name: variable, example: examples[variable]!.trim() })), // prettier-ignore
    versions: versions.map((one) => ({ version: one.version, words: one.words, at: one.at, byName: one.byName })),
    preview: previewOf(house, settings, name, locale, words),
  }
}

/** The words of a version; 0, and one that has none, are the built-in ones. */
export async function wordsOfVersion(
  house: HouseContext,
  name: TemplateName,
  locale: Locale,
  version: number,
): Promise<LetterWords> {
  const builtIn = LETTER_TEMPLATES[name].words[locale]
  if (version === 0) return builtIn
  const found = (await templateVersions(house.db, house.houseId, name, locale)).find((one) => one.version === version)
  if (found === undefined) throw new HouseError('not-found', { subject: 'MailTemplate' })
  return found.words ?? builtIn
}

/** The letter that lets people in: shown, not changed. */
export const signInSummary = (locale: Locale): MailTemplateSummary => ({
  name: 'sign-in',
  locale,
  state: 'fixed',
  subject: serverWords[locale].letter.subject('{{house}}'),
  version: 0,
  updatedAt: null,
  byName: null,
})

export async function signInView(house: HouseContext, locale: Locale): Promise<MailTemplateView> {
  const settings = withDefaults((await readSettings(house.db, house.houseId))?.settings)
  const { letter } = serverWords[locale]
  const words = { subject: letter.subject(settings.name), text: letter.text(settings.name, `${house.origin}/${locale}/sign-in/example`, 60) } // prettier-ignore
  const preview = withFoot(house, settings, locale, words, null)
  return { ...signInSummary(locale), words, builtIn: words, faults: [], variables: [], versions: [], preview }
}
