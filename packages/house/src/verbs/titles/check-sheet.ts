import type { TitleSheet } from '@vitrine/catalogue'
import type { HouseContext } from '../../context.ts'
import type { Actor, CopyFinding } from '../../contract.ts'
import { parseSheet } from '../../input.ts'
import { authorise } from '../../policies/authorise.ts'

/** What a good editor would correct on a sheet, and which facts a buyer would ask for. Nothing is stored. */
export async function checkSheet(
  house: HouseContext,
  actor: Actor,
  args: { sheet: TitleSheet },
): Promise<{ findings: CopyFinding[]; missing: string[] }> {
  authorise(actor, 'checkSheet')
  return findingsOf(house, parseSheet(args.sheet))
}

/** The copy desk's findings, with those about absent facts also as a list of the facts. */
export async function findingsOf(
  house: HouseContext,
  sheet: TitleSheet,
): Promise<{ findings: CopyFinding[]; missing: string[] }> {
  const { checkSheetCopy } = await import('@vitrine/catalogue/copy-desk/check-sheet-copy')
  const findings = checkSheetCopy(sheet, { today: house.now().toISOString().slice(0, 10) })
  return { findings, missing: findings.filter(({ code }) => code === 'missing-fact').map(({ params }) => String(params['fact'])) }
}
