/** What MEC asks for beyond its schema (Media Entertainment Core 2.4 to 2.12), and what the schema asks for at the least. */
import { atLeastOne, exactlyOne, type StructureRule } from './rule.ts'

const PRIMARY_GENRE = 'http://www.movielabs.com/md/mec/mec_primary_genre.html'

export const MEC_RULES: readonly StructureRule[] = [
  {
    rule: 'Basic/LocalizedInfo.default',
    at: 'CoreMetadata/Basic',
    count: { path: 'LocalizedInfo', attributes: { default: ['true'] } },
    min: 1,
    max: 1,
    severity: 'error',
  },
  ...exactlyOne('LocalizedInfo', 'TitleDisplay60', 'error', { until: '2.5' }),
  ...exactlyOne('LocalizedInfo', 'TitleDisplayUnlimited', 'error', { from: '2.6' }),
  ...exactlyOne('LocalizedInfo', 'OriginalTitle CopyrightLine', 'error'),
  ...atLeastOne('LocalizedInfo', 'ArtReference', 'error'),
  ...exactlyOne('LocalizedInfo', 'TitleSort Summary190', 'notice', { from: '2.6' }),
  ...exactlyOne('LocalizedInfo', 'Summary400', 'notice', { from: '2.8' }),
  {
    rule: 'LocalizedInfo/Genre',
    at: 'LocalizedInfo',
    count: { path: 'Genre', attributes: { level: ['0'], source: [PRIMARY_GENRE] } },
    min: 1,
    max: 1,
    severity: 'error',
  },
  {
    rule: 'LocalizedInfo/Genre.source',
    at: 'LocalizedInfo',
    count: { path: 'Genre', attributes: { level: ['0'], source: { not: [PRIMARY_GENRE] } } },
    max: 0,
    severity: 'error',
  },
  ...exactlyOne('Basic', 'SequenceInfo/Number', 'error', {
    when: { path: 'WorkType', text: ['Season', 'Episode', 'Promotion', 'Excerpt', 'Supplemental'] },
  }),
  ...exactlyOne('DigitalAsset/Audio', 'Type Channels Encoding', 'error'),
  ...exactlyOne('DigitalAsset/Audio/Encoding', 'BitrateMax SampleRate SampleBitDepth', 'error'),
  ...exactlyOne('DigitalAsset/Video', 'Type ColorType Encoding Picture', 'error'),
  ...exactlyOne('DigitalAsset/Video/Encoding', 'BitrateMax', 'error'),
  ...exactlyOne('DigitalAsset/Video/Picture', 'AspectRatio', 'error'),
  ...exactlyOne('DigitalAsset/Subtitle', 'Format FormatType', 'error'),

  ...exactlyOne('CoreMetadata', 'Basic', 'error', { inSchema: true }),
  ...exactlyOne('Basic', '@ContentID ReleaseYear WorkType', 'error', { inSchema: true }),
  ...atLeastOne('Basic', 'LocalizedInfo', 'error', { inSchema: true }),
  ...exactlyOne('LocalizedInfo', '@language', 'error', { inSchema: true }),
]
