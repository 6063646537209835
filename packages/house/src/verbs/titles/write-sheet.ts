import { LanguageTag } from '@vitrine/catalogue'
import { writeSheet as written } from '@vitrine/catalogue/writer/write-sheet'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { parse } from '../../input.ts'
import { reachTitle } from '../../titles/reach-title.ts'

const Form = z.object({ language: LanguageTag, format: z.enum(['text', 'markdown', 'html']) })

/** A title's sheet as the house sends it out: what is written reads back as the same sheet. */
export async function writeSheet(
  house: HouseContext,
  actor: Actor,
  args: { id: string; language: string; format: 'text' | 'markdown' | 'html' },
): Promise<string> {
  const row = await reachTitle(house, house.db, actor, 'writeSheet', args.id)
  return written(row.sheet, parse(Form, { language: args.language, format: args.format }))
}
