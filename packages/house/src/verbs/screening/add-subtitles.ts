import { readSubtitles } from '@vitrine/screening'
import { mastersOfTitle } from '@vitrine/store/reels/masters'
import { putSubtitles } from '@vitrine/store/reels/subtitles'
import type { HouseContext } from '../../context.ts'
import type { Actor } from '../../contract.ts'
import type { MasterReport, ReelVerbs, ScreeningFinding, SubtitlesView } from '../../contract/reels.ts'
import { HouseError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { cleanText, parse } from '../../input.ts'
import { authoriseEver } from '../../policies/authorise.ts'
import { cutsOf } from '../../rights/cuts-of.ts'
import { Spoken } from '../../screening/input.ts'
import { readPlace } from '../../screening/read-place.ts'
import { layTracksOfCut, playedText, toSubtitlesView } from '../../screening/subtitle-tracks.ts'
import { reachTitle } from '../../titles/reach-title.ts'
import { write } from '../../write.ts'

/** Said, and nothing that an editor must do. */
const NOTES: ReadonlySet<string> = new Set(['encoding'])

/** Takes subtitles of a cut in, whatever they are written in; what is wrong with them is told and hinders nothing. */
export async function addSubtitles(
  house: HouseContext,
  actor: Actor,
  args: Parameters<ReelVerbs['addSubtitles']>[1],
): Promise<SubtitlesView> {
  authoriseEver(actor, 'addSubtitles')
  const language = parse(Spoken, args.language)
  const before = await reachTitle(house, house.db, actor, 'addSubtitles', args.titleId)
  const place = readPlace(args, cutsOf(before.sheet))
  const master = (await mastersOfTitle(house.db, house.houseId, before.id)).find((one) => one.cut === place.cut && one.episode === place.episode && one.report !== null) // prettier-ignore
  const seconds = (master?.report as MasterReport | undefined)?.seconds
  const fileName = cleanText(args.fileName).slice(-300) || 'subtitles'
  const read = readSubtitles(args.bytes, { language, ...(seconds ? { filmSeconds: seconds } : {}) })
  if (read.format === null || read.cues.length === 0)
    throw new HouseError('unreadable-file', { fileName, rule: read.findings[0]?.rule ?? 'not-subtitles' })
  const { format, cues } = read
  const findings = read.findings.map(({ rule, values }): ScreeningFinding => ({ rule, values, severity: NOTES.has(rule) ? 'note' : 'warning' })) // prettier-ignore
  const webvtt = playedText(cues)
  const contentHash = await house.files.put(args.bytes)
  return write(house, actor, async ({ trx, at, audit }) => {
    const title = await reachTitle(house, trx, actor, 'addSubtitles', args.titleId)
    const id = newId(house.now().getTime())
    const row = { ...place, id, titleId: title.id, language, sdh: args.sdh === true, fileName, format, contentHash, cues: cues.length, findings, addedAt: at, addedBy: actor.name } // prettier-ignore
    await putSubtitles(trx, house.houseId, { ...row, webvtt })
    await layTracksOfCut(house, trx, title.id, place, at)
    audit({ verb: 'addSubtitles', subject: 'Title', subjectId: title.id, detail: { language, sdh: row.sdh, fileName, ...place } })
    return toSubtitlesView(row)
  })
}
