import { FILM_COLUMNS, SPOKEN_COLUMNS, STANDINGS, type Standing } from '@vitrine/house'
import { filmColumnName } from '@vitrine/messages/film-columns'
import { findingMessage } from '@vitrine/messages/findings'
import { actorName, houseWords } from '#lib/desk/house-words.ts'
import { allowed, localeOf, staff } from '#lib/server/desk.ts'
import { can } from '@vitrine/house/policies/table'
import { answer, site } from '#lib/server/site.ts'
import type { PageServerLoad } from './$types'

const isStanding = (text: string | null): text is Standing => (STANDINGS as readonly (string | null)[]).includes(text)

/** Languages in which lists have titles and texts of their own; a column of another keeps it. */
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'ca']
const COLUMNS = FILM_COLUMNS.flatMap((column) =>
  (SPOKEN_COLUMNS as readonly string[]).includes(column)
    ? [column, ...LANGUAGES.map((language) => `${column}@${language}`)]
    : [column],
)

export const load: PageServerLoad = async ({ locals, url, params }) => {
  const locale = localeOf(params)
  const actor = allowed(staff(locals.actor, url, locale), 'openIntake')
  const asked = url.searchParams.get('standing')
  const standing = isStanding(asked) ? asked : null
  const intake = await answer(site().house.openIntake(actor, { id: params.id, standing, cursor: url.searchParams.get('after') }))
  const said = (finding: (typeof intake.findings)[number]) => ({ ...finding, message: findingMessage(locale, finding) })
  return {
    intake: {
      ...intake,
      receivedBy: actorName(houseWords(locale), intake.receivedBy),
      findings: intake.findings.map(said),
      items: intake.items.map((film) => ({ ...film, doubts: film.doubts.map(said) })),
    },
    standing,
    columnNames: intake.columns === null ? [] : COLUMNS.map((value) => ({ value, name: filmColumnName(locale, value) })),
    mayDecide: can(actor, 'decideIntake'),
    mayLicences: can(actor, 'viewIntakeLicences'),
  }
}
