/** What Common Metadata asks for in every document that uses it (MEC, Avails, Media Manifest). Versions are those of Common Metadata. */
import { atLeastOne, exactlyOne, type Look, type StructureRule, type Values } from './rule.ts'

/** Names of one channel of sound. */
const ONE_CHANNEL =
  'Mono|Left|Center|Right|LFE screen|Left surround|Right surround|Center surround|Left center|Right center|LFE 2|Vertical height front|Top center surround|Left wide|Right wide|Rear surround left|Rear surround right|Left surround direct|Right surround direct'.split(
    '|',
  )
const channels = (rule: string, number: Values, mapping: Values): StructureRule => ({
  rule: `Audio/${rule}`,
  at: 'Audio',
  when: { path: 'Channels', text: number },
  count: { path: 'Encoding/ChannelMapping', text: mapping },
  max: 0,
  severity: 'error',
})

/** Profiles and levels that a codec has. */
const CODECS: Record<string, { profiles: string; levels: string }> = {
  'H.264': {
    profiles:
      'BP CBP MP XP HiP CHiP PHiP Hi10P Hi422P Hi444P Hi444PP Hi10IP Hi422IP Hi444IP C444IP SBP SCBP SHP SHiP SCHP StereoHP MultiviewHP',
    levels: '1 1b 1.1 1.2 1.3 2 2.1 2.2 3 3.1 3.2 4 4.1 4.2 5 5.1 5.2',
  },
  MPEG2: { profiles: 'SP MP SNR Spatial HP 422 MVP', levels: 'LL ML H.14 HL' },
  'H.265': {
    profiles: 'M M10 MSP M12 M42210 M42212 M42216 SM SM10 MM 3DM SEM SEM10 SEHT SEHT10 SEHT14 HT HT10 HT14 SM16 SM444',
    levels: '1 2 2.1 3 3.1 4 4.1 5 5.1 6 6.1 6.2',
  },
}
const codecRules = Object.entries(CODECS).flatMap(([codec, { profiles, levels }]) =>
  Object.entries({ MPEGProfile: profiles, MPEGLevel: levels }).map(([path, allowed]): StructureRule => ({
    rule: `Encoding/${path}`,
    at: 'Encoding',
    when: { path: 'Codec', text: [codec] },
    count: { path, text: { not: allowed.split(' ') } },
    max: 0,
    severity: 'error',
  })),
)

const scanOrder = (progressive: string, wrong: readonly string[]): StructureRule => ({
  rule: 'Progressive/scanOrder',
  at: 'Picture/Progressive',
  when: { path: '', text: [progressive] },
  count: { path: '', attributes: { scanOrder: wrong } },
  max: 0,
  severity: 'error',
})

const audiences: Look = { path: 'LocalizedInfo/TargetAudience' }

export const COMMON_RULES: readonly StructureRule[] = [
  channels('ChannelMapping.several', { above: 1 }, ONE_CHANNEL),
  channels('ChannelMapping.single', { below: 2 }, { not: ONE_CHANNEL }),
  {
    rule: 'Compliance/Category',
    at: 'Compliance',
    count: [{ path: 'Category' }, { path: 'Standard' }],
    min: 1,
    severity: 'error',
  },
  ...codecRules,
  scanOrder('false', ['PFF']),
  scanOrder('true', ['TFF', 'BFF']),
  {
    rule: 'Audio/SubType',
    at: 'Audio',
    from: '2.6',
    when: { path: 'SubType', text: ['Director', 'Actor', 'ActorDirector'] },
    count: { path: 'Type', text: ['commentary'] },
    min: 1,
    severity: 'error',
  },
  {
    rule: 'Basic/TargetAudience',
    at: 'Basic',
    from: '2.10',
    count: audiences,
    max: 1,
    severity: 'warning',
  },
  {
    rule: 'Job/BillingBlockOrder',
    at: 'Job',
    from: '2.10',
    count: { path: 'BillingBlockOrder', attributes: { region: null } },
    max: 1,
    severity: 'error',
  },

  ...exactlyOne('Rating', 'Region System Value', 'error', { inSchema: true }),
  ...exactlyOne('AltIdentifier', 'Namespace Identifier', 'error', { inSchema: true }),
  ...exactlyOne('ReleaseHistory', 'ReleaseType Date', 'error', { inSchema: true }),
  ...atLeastOne('CompanyDisplayCredit', 'DisplayString', 'error', { inSchema: true }),
  ...exactlyOne('People/Job', 'JobFunction', 'error', { inSchema: true }),
]
