/** Every format there is, by its id. */
import { AVAILS } from '../avails/avails.ts'
import { AVAILS_SPREADSHEET } from '../avails-spreadsheet/avails-spreadsheet.ts'
import { DUBLIN_CORE } from '../dublin-core/dublin-core.ts'
import { EBUCORE_XML } from '../ebucore/ebucore.ts'
import { EBUCOREPLUS, EBUCOREPLUS_TURTLE } from '../ebucoreplus/ebucoreplus.ts'
import { EN15907 } from '../en15907/en15907.ts'
import { MEC, MEC_FILES } from '../mec/mec.ts'
import { SHEETS } from '../sheets/sheets.ts'
import { SCHEMA_ORG } from '../schema-org/schema-org.ts'
import { TMDB } from '../tmdb/tmdb.ts'
import { WIKIDATA } from '../wikidata/wikidata.ts'
import { TITLES_CSV, TITLES_XLSX } from '../spreadsheets/titles.ts'
import { VITRINE } from '../vitrine/vitrine.ts'
import type { Format, FormatId } from './format.ts'

export const FORMATS: Partial<Record<FormatId, Format>> = {
  mec: MEC,
  'mec-zip': MEC_FILES,
  sheet: SHEETS,
  avails: AVAILS,
  'avails-xlsx': AVAILS_SPREADSHEET,
  ebucore: EBUCORE_XML,
  ebucoreplus: EBUCOREPLUS,
  'ebucoreplus-turtle': EBUCOREPLUS_TURTLE,
  'schema-org': SCHEMA_ORG,
  en15907: EN15907,
  'dublin-core': DUBLIN_CORE,
  tmdb: TMDB,
  wikidata: WIKIDATA,
  'titles-csv': TITLES_CSV,
  'titles-xlsx': TITLES_XLSX,
  vitrine: VITRINE,
}
