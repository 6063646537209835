import { FORMAT_IDS } from '@vitrine/exchange/formats/format'
import { FORMATS } from '@vitrine/exchange/formats/formats'
import { LOCALES } from '@vitrine/messages'
import { z } from 'zod'
import { cleanText, parse } from '../../input.ts'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { ExchangeVerbs } from '../../contract/exchange.ts'
import { HouseError } from '../../errors.ts'
import { convertApart } from '../../exchange/convert-apart.ts'
import { sender } from '../../exchange/film-out.ts'
import { authorise } from '../../policies/authorise.ts'

const LARGEST = 100 * 1024 * 1024
const Asked = z.object({
  to: z.enum(FORMAT_IDS as [string, ...string[]]),
  version: z.string().max(20).nullish(),
  locale: z.enum(LOCALES),
})

/** A file of one format in another, with what it lost on the way; nothing is kept. */
export async function convertFile(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ExchangeVerbs['convertFile']>[1],
): ReturnType<ExchangeVerbs['convertFile']> {
  authorise(actor, 'convertFile')
  const { version, locale } = parse(Asked, { to: args.to, version: args.version, locale: args.locale })
  if (args.bytes.length > LARGEST) throw new HouseError('too-large', { limit: LARGEST })
  const fileName = cleanText(args.fileName ?? '').slice(-300) || 'file'
  const today = house.now().toISOString().slice(0, 10)
  const file = await convertApart({ bytes: args.bytes, fileName, today, to: args.to, version: version || null, locale, sender: await sender(house, house.db) }) // prettier-ignore
  if ('problem' in file) throw file.problem === 'unsupported' ? new HouseError('unsupported-file', { fileName }) : new HouseError('unreadable-file', { fileName, finding: file.problem }) // prettier-ignore
  const { made, avails, ...read } = file
  if (!('refused' in made)) return { ...made, ...read }
  const refuse = (path: string, message: string) => new HouseError('invalid-input', { issues: [{ path, message }] })
  if (made.refused === 'not-written') throw refuse('to', 'Nothing goes out in this format')
  if (made.refused === 'no-version') throw refuse('version', `One of ${FORMATS[args.to]!.versions.join(', ')}`)
  if (made.refused === 'no-licence') throw refuse('to', 'The file has no licences, and avails are nothing else')
  throw new HouseError('no-film-found', { fileName, avails })
}
