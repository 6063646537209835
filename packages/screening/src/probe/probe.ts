import { describeFile, type RunOptions } from '../engine/run.ts'
import { formatOf } from '../engine/sniff.ts'
import { pictureOf } from '../packaging/picture-of.ts'
import { measure } from './measure.ts'
import { findingsOf, type TechnicalReport } from './report.ts'

/**
 * Reads a master and measures it: its streams, and by decoding them black and silent passages, loudness, interlacing, burnt-in bars and
 * whether its frames come evenly. Of a film over five minutes the picture is sampled; the sound is always heard whole.
 *
 * Throws an EngineFailure where the file is no film that can be packaged.
 */
export async function probe(path: string, options: RunOptions = {}): Promise<TechnicalReport> {
  const format = await formatOf(path)
  const described = await describeFile(path, format, options)
  pictureOf(described)
  const measured = await measure(path, format, described, options)
  return { described, measured, findings: findingsOf(described, measured) }
}

/** Whether packaging should make whole pictures of half ones. */
export const isInterlaced = (report: TechnicalReport): boolean => report.findings.some(({ rule }) => rule === 'interlaced')
