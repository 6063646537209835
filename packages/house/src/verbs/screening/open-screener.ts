import type { TextByLanguage } from '@vitrine/catalogue'
import { noteScreenerOpened } from '@vitrine/store/screening/screeners'
import { listViewingRows, screenerRefuses } from '@vitrine/store/screening/viewings'
import { readSettings } from '@vitrine/store/settings/settings'
import { findTitles } from '@vitrine/store/titles/find-title'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { OpenedScreener, ScreenerVerbs } from '../../contract/screeners.ts'
import { DAYS_KEPT } from '../../copies/days-kept.ts'
import { authorise } from '../../policies/authorise.ts'
import { screenerOf, shutFor } from '../../screening/enter.ts'
import { deviceHash } from '../../screening/screener-secret.ts'
import { filmView } from '../../screening/screener-view.ts'
import { withDefaults } from '../../settings/defaults.ts'

/** What the page of a link shows: the films, what the agent wrote, whether anything runs now. Other viewers are not told of. */
export async function openScreener(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ScreenerVerbs['openScreener']>[1],
): Promise<OpenedScreener> {
  authorise(actor, 'openScreener')
  const { db, houseId } = house
  const at = house.now().toISOString()
  const { screener, films } = await screenerOf(house, db, args.secret)
  // the house's own people look without leaving a trace
  if (actor.kind === 'visitor' || actor.role === 'buyer') await noteScreenerOpened(db, houseId, screener.id, at)
  const settings = withDefaults((await readSettings(db, houseId))?.settings)
  const device = args.device ? deviceHash(args.device) : null
  const own =
    device === null
      ? []
      : await listViewingRows(db, houseId, { kind: 'stream', screenerIds: [screener.id], deviceHash: device }, 100)
  const begins = own.length === 0
  const shut =
    (await shutFor(house, db, screener, films.length === 1 ? films[0]! : null, args.country ?? null)) ??
    (await screenerRefuses(db, houseId, { screenerId: screener.id, deviceHash: device ?? '', begins, at }))
  const titles = new Map((await findTitles(db, houseId, films.map(({ titleId }) => titleId))).map(({ id, sheet }) => [id, sheet])) // prettier-ignore
  return {
    id: screener.id,
    house: settings.name,
    by: screener.madeBy,
    locale: screener.locale,
    message: screener.message,
    audience: screener.audience,
    name: screener.audience === 'person' ? screener.toName : null,
    films: films.map((film) => {
      const sheet = titles.get(film.titleId)
      const viewing = own.find(({ reelId }) => reelId === film.reelId)
      return {
        ...filmView(film),
        title: sheet?.titles[args.locale] ?? film.title,
        logline: lineOf(sheet?.logline, args.locale),
        at: viewing === undefined ? null : viewing.positionMs / 1000,
      }
    }),
    expiresAt: screener.expiresAt,
    visibleMark: screener.visibleMark,
    download: screener.download,
    daysKept: DAYS_KEPT,
    marked: films.some(({ marked }) => marked),
    refused: shut,
  }
}

const lineOf = (line: TextByLanguage | undefined, locale: string): string | null =>
  line === undefined ? null : (line[locale] ?? Object.values(line)[0] ?? null)
