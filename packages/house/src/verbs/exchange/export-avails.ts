import { availsOfLicence, LICENSE_TYPES } from '@vitrine/exchange/avails/from-licence'
import { AVAILS_VERSIONS, writeAvails } from '@vitrine/exchange/avails/write-avails'
import { writeAvailsSpreadsheet, writeAvailsWorkbook } from '@vitrine/exchange/avails-spreadsheet/write-avails-spreadsheet'
import { fold } from '@vitrine/catalogue/model/slug'
import { LOCALES } from '@vitrine/messages'
import { findTitles } from '@vitrine/store/titles/find-title'
import { z } from 'zod'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import { AVAILS_KINDS, type ExchangeVerbs } from '../../contract-exchange.ts'
import { HouseError } from '../../errors.ts'
import { filmOut, sender } from '../../exchange/film-out.ts'
import { parse } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'
import { everyEntry } from '../../rights/every-entry.ts'

const Asked = z.object({
  as: z.enum(AVAILS_KINDS),
  version: z.enum(AVAILS_VERSIONS).nullish(),
  licensee: z.string().max(300).nullish(),
  locale: z.enum(LOCALES),
})

/** Signed licences of platforms as Avails. A licence is a platform's when at least one of its media is one that platforms sell. */
export async function exportAvails(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ExchangeVerbs['exportAvails']>[1],
): ReturnType<ExchangeVerbs['exportAvails']> {
  authorise(actor, 'exportAvails')
  const { as, version, licensee, locale } = parse(Asked, args)
  const wanted = licensee ? fold(licensee) : null
  const licences = (await everyEntry(house)).filter(
    ({ kind, status, terms }) =>
      kind === 'licence' &&
      status === 'signed' &&
      terms.boxes.some(({ media }) => media.some((medium) => LICENSE_TYPES[medium] !== undefined)) &&
      (wanted === null || fold(terms.party ?? '') === wanted),
  )
  if (wanted !== null && licences.length === 0) throw new HouseError('not-found', { subject: 'Entry', licensee })
  const rows = await findTitles(house.db, house.houseId, [...new Set(licences.map(({ titleId }) => titleId))])
  const films = new Map(rows.map((row) => [row.id, filmOut(house, row, locale)]))
  const from = await sender(house, house.db)
  const said = licences.flatMap(({ titleId, terms, undated }) =>
    terms.boxes.map((box) =>
      availsOfLicence(
        films.get(titleId)!,
        {
          box,
          exclusive: terms.exclusive,
          licensee: terms.party ?? '',
          contract: terms.contract,
          holdbackLanguages: [],
          price: [], // the book knows no prices: those are told as missing where the standard asks for one
          formatProfile: 'HD',
          isUndated: undated,
        },
        from,
      ),
    ),
  )
  const avails = said.flatMap((one) => one.avails)
  const unsaid = said.flatMap((one) => one.unsaid)
  const file =
    as === 'xml'
      ? { ...writeAvails(avails, { sender: from, ...(version ? { version } : {}) }), left: [] }
      : as === 'xlsx'
        ? await writeAvailsWorkbook(avails)
        : await writeAvailsSpreadsheet(avails, { kind: as, as: 'xlsx' })
  return { ...file, avails: avails.length - file.left.length, left: file.left.length, unsaid }
}
