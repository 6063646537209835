/** What is in a master, for whoever decides whether it is packaged. */
import type { MasterReport } from '@vitrine/house'
import { EngineFailure, isInterlaced, probe, type TechnicalReport } from '@vitrine/screening'
import type { DescribedPicture, DescribedSound } from '@vitrine/screening/engine/described'
import type { RunOptions } from '@vitrine/screening/engine/run'
import { coloursSaid } from '@vitrine/screening/packaging/colour'
import { seenSize } from '@vitrine/screening/packaging/ladder'
import { constantRate } from '@vitrine/screening/packaging/rate'

/** @throws EngineFailure when it is no film that can be packaged */
export async function examine(path: string, options: RunOptions): Promise<MasterReport> {
  return reportOf(await probe(path, options))
}

/** What the house keeps of a technical report. */
export function reportOf(report: TechnicalReport): MasterReport {
  const { described, measured, findings } = report
  const picture = described.streams.find((stream): stream is DescribedPicture => stream.kind === 'picture')
  if (picture === undefined) throw new EngineFailure('no-picture')
  const { width, height } = seenSize(picture)
  return {
    seconds: described.seconds,
    width: Math.round(width),
    height: Math.round(height),
    frameRate: constantRate(picture),
    codec: picture.codec,
    colours: coloursSaid(picture),
    interlaced: isInterlaced(report),
    sound: measured.sound.map(({ language, streams, channels, loudness }) => ({
      language: language === 'und' ? null : language,
      streams,
      channels: streams.length > 1 ? streams.length : channels,
      codec: (described.streams.find(({ index }) => index === streams[0]) as DescribedSound).codec,
      loudness,
    })),
    findings,
  }
}
