/**
 * How fast an Avails document of ten megabytes is validated, and a spreadsheet of ten thousand rows. The published schema is
 * checked too where it is at hand (`VITRINE_SCHEMAS`, or a folder beside this one).
 * Run it: `node bench/exchange-validate.ts`.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openSchemaFolder, validate } from '@vitrine/exchange/validate/index'
import { AVAILS_COLUMNS } from '@vitrine/exchange/validate/spreadsheet/avails-columns'
import { writeXlsx } from 'hucre/xlsx'
import type { Measure } from './reader.ts'

const TEN_MEGABYTES = 10_000_000
const beside = fileURLToPath(new URL('../../shared/mddf/schema', import.meta.url))
const folder = process.env['VITRINE_SCHEMAS'] ?? (existsSync(beside) ? beside : null)

/** One film for one platform in one country, as a licence is sent. */
const avail = (number: number) => `<avails:Avail>
<avails:ALID>md:alid:org:house.example:${number}</avails:ALID>
<avails:Disposition><avails:EntryType>Full Extract</avails:EntryType></avails:Disposition>
<avails:Licensor><md:DisplayName>House</md:DisplayName></avails:Licensor>
<avails:AvailType>single</avails:AvailType><avails:ShortDescription>Film ${number}</avails:ShortDescription>
<avails:Asset contentID="md:cid:org:house.example:${number}"><avails:WorkType>Movie</avails:WorkType><avails:Metadata>
<avails:TitleDisplayUnlimited language="fr">La Route du sel ${number}</avails:TitleDisplayUnlimited><avails:TitleInternalAlias>Film ${number}</avails:TitleInternalAlias>
<avails:TitleEIDR-URN>urn:eidr:10.5240:8FF3-1C20-84F5-F247-8BCD-E</avails:TitleEIDR-URN><avails:ReleaseDate>2026</avails:ReleaseDate><avails:RunLength>PT1H24M00S</avails:RunLength>
<avails:Ratings><md:Rating><md:Region><md:country>DE</md:country></md:Region><md:System>FSK</md:System><md:Value>12</md:Value></md:Rating></avails:Ratings>
</avails:Metadata></avails:Asset>
${['FR', 'DE']
  .map(
    (country) => `<avails:Transaction TransactionID="t-${number}-${country}"><avails:LicenseType>EST</avails:LicenseType>
<avails:Territory><md:country>${country}</md:country></avails:Territory><avails:Start>2026-01-01T00:00:00</avails:Start><avails:End>2027-01-01T00:00:00</avails:End>
<avails:AllowedLanguage>fr</avails:AllowedLanguage><avails:AssetLanguage>de-CH</avails:AssetLanguage><avails:FormatProfile>HD</avails:FormatProfile>
<avails:Term termName="WSP"><avails:Money currency="EUR">4.99</avails:Money></avails:Term></avails:Transaction>`,
  )
  .join('\n')}
</avails:Avail>
`

function document(): { bytes: Uint8Array; avails: number } {
  const parts = [
    '<avails:AvailList xmlns:avails="http://www.movielabs.com/schema/avails/v2.6/avails" xmlns:md="http://www.movielabs.com/schema/md/v2.10/md">\n',
  ]
  let avails = 0
  for (let size = 0; size < TEN_MEGABYTES; size += parts.at(-1)!.length) parts.push(avail((avails += 1)))
  return { bytes: new TextEncoder().encode(`${parts.join('')}</avails:AvailList>`), avails }
}

/** Ten thousand rows of every column that is not for series. */
async function spreadsheet(): Promise<Uint8Array> {
  const columns = [...AVAILS_COLUMNS.keys()].filter((key) => !/Episode|Season|Series|Volume|Reference|Retailer/.test(key))
  const VALUES: Record<string, string | number> = {
    'AvailTrans/Territory': 'FR', 'AvailAsset/WorkType': 'Movie', 'Disposition/EntryType': 'Full Extract', 'AvailTrans/LicenseType': 'EST', 'AvailTrans/FormatProfile': 'HD',
    'AvailTrans/Start': '2026-01-01', 'AvailTrans/End': 'Open', 'AvailTrans/PriceType': 'WSP', 'AvailTrans/PriceValue': 4.99, 'AvailTrans/PriceCurrency': 'EUR',
    'AvailTrans/AllowedLanguages': 'fr, de', 'AvailMetadata/TotalRunTime': '01:24:00', 'Avail/DisplayName': 'House', 'AvailMetadata/TitleInternalAlias': 'Film',
  } // prettier-ignore
  const rows: (string | number | null)[][] = [0, 1].map((part) => columns.map((key) => key.split('/')[part]!))
  rows.push(columns.map((_, i) => (i === 0 ? '1.9' : '//Opt')))
  for (let row = 0; row < 10_000; row++)
    rows.push(columns.map((key) => VALUES[key] ?? (/ALID$|ContentID$/.test(key) ? `md:cid:org:house.example:${row}` : null)))
  return writeXlsx({ sheets: [{ name: 'Avails', rows }] })
}

export async function bench(): Promise<Measure[]> {
  const schemas = folder === null ? null : openSchemaFolder(folder)
  const { bytes, avails } = document()
  const measures: Measure[] = []
  const measured = async (name: string, given: Uint8Array, target: number, times = 5) => {
    const clock: number[] = []
    const processor: number[] = []
    for (let i = 0; i < times; i++) {
      const [start, used] = [performance.now(), process.cpuUsage()]
      const { counts, format } = await validate(given, { schemas })
      const { user, system } = process.cpuUsage(used)
      clock.push(performance.now() - start)
      processor.push((user + system) / 1000)
      if (format === null || counts.fatal + counts.error > 0) throw new Error(`${name}: ${JSON.stringify(counts)}`)
    }
    const median = (taken: number[]) => taken.toSorted((a, b) => a - b)[times >> 1]!
    // The first has everything to load that a command has. Processor time is of all threads, those that collect garbage too.
    const values = {
      'first, processor time': processor[0]!,
      'median, processor time': median(processor),
      'median, on the clock': median(clock),
    }
    for (const [kind, value] of Object.entries(values))
      measures.push({ name: `${name}: ${kind}`, value: Math.round(value), unit: 'ms', target, ok: value <= target })
  }
  const how = schemas === null ? 'without its schema' : 'with its schema'
  await measured(`Avails 2.6 of ${(bytes.length / 1e6).toFixed(1)} MB, ${avails} avails, ${how}`, bytes, 2000)
  await measured('Avails spreadsheet of 10,000 rows', await spreadsheet(), 3000)
  return measures
}

if (import.meta.main) console.table(await bench())
