/** MovieLabs Avails as a spreadsheet. They are written of licences, not of films alone: see `write-avails-spreadsheet.ts`. */
import { AVAILS_CARRY } from '../avails/avails.ts'
import type { Format } from '../formats/format.ts'
import { readAvailsSpreadsheet } from './read-avails-spreadsheet.ts'
import { SPREADSHEET_VERSION } from './write-avails-spreadsheet.ts'

export const AVAILS_SPREADSHEET: Format = {
  id: 'avails-xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  versions: [SPREADSHEET_VERSION],
  carries: AVAILS_CARRY,
  read: readAvailsSpreadsheet,
}
