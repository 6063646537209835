import { LanguageTag } from '@vitrine/catalogue'
import { writeSheet } from '@vitrine/catalogue/writer/write-sheet'
import { titlesCsv } from '@vitrine/exchange/spreadsheets/titles-csv'
import { readSettings } from '@vitrine/store/settings/settings'
import { walkTitles } from '@vitrine/store/titles/find-title'
import type { TitleRow } from '@vitrine/store/titles/title-row'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { translate } from '../../failures.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { withDefaults } from '../../settings/defaults.ts'
import { toStoredTitle } from '../../titles/reach-title.ts'

const STEP = 200
const EXTENSIONS = { text: 'txt', markdown: 'md', html: 'html' } as const

const Export = z.object({ format: z.enum(['json', 'text', 'markdown', 'html', 'csv']), language: LanguageTag.optional() })

/**
 * The whole catalogue, in the order the titles were made: a file a title (`the-salt-road.en.txt`), or for `csv` one list.
 * Without a language, in the house's own. Nothing of it is held but the page in hand, and of a list its lines.
 */
export async function* exportTitles(
  house: HouseContext,
  actor: Actor,
  args: { format: 'json' | 'text' | 'markdown' | 'html' | 'csv'; language?: string },
): AsyncGenerator<{ fileName: string; content: string }> {
  authorise(actor, 'exportTitles')
  const { format, language: asked } = parse(Export, args)
  try {
    const language = asked ?? withDefaults((await readSettings(house.db, house.houseId))?.settings).defaultLocale
    if (format === 'csv') {
      yield { fileName: 'titles.csv', content: await listOf(house, language === 'fr' ? 'fr' : 'en') }
      return
    }
    for await (const row of titles(house)) {
      if (format === 'json') yield { fileName: `${row.slug}.json`, content: `${JSON.stringify(toStoredTitle(row), null, 2)}\n` }
      else
        yield { fileName: `${row.slug}.${language}.${EXTENSIONS[format]}`, content: writeSheet(row.sheet, { language, format }) }
    }
  } catch (thrown) {
    throw translate(thrown)
  }
}

async function* titles(house: HouseContext): AsyncGenerator<TitleRow> {
  let after = ''
  for (;;) {
    const rows = await walkTitles(house.db, house.houseId, after, STEP)
    yield* rows
    if (rows.length < STEP) return
    after = rows.at(-1)?.id ?? after
  }
}

async function listOf(house: HouseContext, locale: 'en' | 'fr'): Promise<string> {
  async function* listed() {
    for await (const { id, status, sheet, slug } of titles(house))
      yield { id, status, sheet, url: status === 'published' ? `${house.origin}/${locale}/films/${slug}` : null }
  }
  let content = ''
  for await (const line of titlesCsv(listed(), { locale })) content += line
  return content
}
