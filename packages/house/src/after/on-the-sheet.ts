/** Whether the house has what a buyer is to get, as far as a title sheet can say. */
import type { TitleSheet } from '@vitrine/catalogue'
import { versionsOfCut } from '@vitrine/catalogue/model/versions'
import type { DeliverableKind } from '@vitrine/deals/offer/offer'
import type { OnTheSheet } from '../contract/after.ts'
import { cutsOf } from '../rights/cuts-of.ts'

const said = (there: boolean): OnTheSheet => (there ? 'there' : 'not-there')

/**
 * Looks a deliverable up on its film's sheet: cuts, language versions, pictures, texts and the trailer are there; of what a sheet
 * knows nothing (a cue sheet, the chain of title) somebody has to say where it lies.
 *
 * @example
 * onTheSheet(sheet, 'cut', '52')                     // 'there'
 * onTheSheet(sheet, 'language-version', 'de:dubbed') // 'not-there'
 */
export function onTheSheet(sheet: TitleSheet | null, kind: DeliverableKind, detail: string | null): OnTheSheet {
  if (sheet === null) return 'unknown'
  switch (kind) {
    case 'cut':
      return cutOn(sheet, detail)
    case 'language-version':
      return versionOn(sheet, detail, null)
    case 'subtitles':
      return versionOn(sheet, detail, 'subtitled')
    case 'poster':
      return said(sheet.pictures.some((picture) => picture.kind === 'poster'))
    case 'stills':
      return said(sheet.pictures.some((picture) => picture.kind === 'still'))
    case 'trailer':
      return said(sheet.trailer !== null)
    case 'synopsis':
      return said(Object.keys(sheet.synopsis).length > 0)
    default:
      return 'unknown'
  }
}

/** "52", "3x52", or a text that begins so ("52' HD ProRes"); a detail that names no cut is of any. */
function cutOn(sheet: TitleSheet, detail: string | null): OnTheSheet {
  const named = detail === null ? undefined : /^\s*((?:\d+\s*[x×]\s*)?\d+)(?![\d.]|\s*[kKiIpP:])/.exec(detail)?.[1]?.replaceAll(/\s/g, '').replace('×', 'x') // prettier-ignore
  const cuts = cutsOf(sheet)
  return said(named === undefined ? cuts.length > 0 : cuts.includes(named))
}

/** "fr", "fr:dubbed"; of subtitles the use is known. A detail that is no language is not looked up. */
function versionOn(sheet: TitleSheet, detail: string | null, use: 'subtitled' | null): OnTheSheet {
  const named = detail === null ? null : /^([a-z]{2,3})(?::(original|subtitled|dubbed|voice-over))?$/.exec(detail.trim())
  if (named === null) return 'unknown'
  const wanted = use ?? named[2] ?? null
  const versions = [...sheet.versions, ...sheet.cuts.flatMap((cut) => versionsOfCut(sheet, cut))]
  return said(versions.some(({ language, use: has }) => language.split('-')[0] === named[1] && (wanted === null || has === null || has === wanted))) // prettier-ignore
}
