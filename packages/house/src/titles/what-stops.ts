import type { TitleRow } from '@vitrine/store/titles/title-row'
import type { HouseContext } from '../context.ts'
import type { HeldReason } from '../contract.ts'
import { findingsOf } from '../verbs/titles/check-sheet.ts'

const TEXTS = ['lead', 'logline', 'shortSynopsis', 'synopsis'] as const

/**
 * What a good editor would stop at before a film goes out with many others. Somebody who publishes one film has its page before
 * them and decides; of many, nobody has read each, so the house holds back what cannot be offered or still has errors in it.
 *
 * @param unchecked a sheet with grave warnings went into it, and nobody has looked since
 */
export async function whatStops(house: HouseContext, { sheet }: TitleRow, unchecked: boolean): Promise<HeldReason[]> {
  const { findings } = await findingsOf(house, sheet)
  const stops: Record<'no-text' | 'no-length' | 'copy-errors' | 'unchecked-sheet', boolean> = {
    'no-text': TEXTS.every((field) => Object.keys(sheet[field]).length === 0),
    'no-length': sheet.cuts.length === 0,
    'copy-errors': findings.some((finding) => finding.severity === 'error'),
    'unchecked-sheet': unchecked,
  }
  return (Object.keys(stops) as (keyof typeof stops)[]).filter((reason) => stops[reason])
}
