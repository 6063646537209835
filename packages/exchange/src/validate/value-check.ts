/** The forms of dates, times and numbers, where no schema is at hand to look at them. */
import { placeOf } from './place.ts'
import { addCheck, type Checks } from './structure/rule-check.ts'
import { textIn } from './text-in.ts'

const ZONE = '(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)?'
const DAY = '-?\\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])'
const TIME = '(?:[01]\\d|2[0-4]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?'
const FORMS = {
  year: new RegExp(`^-?\\d{4,}${ZONE}$`),
  date: new RegExp(`^(?:-?\\d{4,}|-?\\d{4,}-(?:0[1-9]|1[0-2])|${DAY}|${DAY}T${TIME})${ZONE}$`),
  moment: new RegExp(`^${DAY}T${TIME}${ZONE}$`),
  duration: /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  amount: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  number: /^[+-]?\d+$/,
  yesNo: /^(?:true|false|0|1)$/,
} as const
export type Form = keyof typeof FORMS

const PLACES: readonly (readonly [at: string, form: Form])[] = [
  ['Basic/ReleaseYear', 'year'],
  ['Basic/ReleaseDate', 'date'],
  ['ReleaseHistory/Date', 'date'],
  ['Basic/RunLength', 'duration'],
  ['Disposition/IssueDate', 'date'],
  ['Metadata/ReleaseDate', 'date'],
  ['Metadata/RunLength', 'duration'],
  ['EpisodeMetadata/RunLength', 'duration'],
  ['Transaction/Start', 'moment'],
  ['Transaction/End', 'moment'],
  ['Transaction/WindowDuration', 'duration'],
  ['Term/Money', 'amount'],
  ['Term/Duration', 'duration'],
  ['Term/Event', 'date'],
  ['Term/Boolean', 'yesNo'],
  ['SequenceInfo/Number', 'number'],
  ['EpisodeNumber/Number', 'number'],
  ['SeasonNumber/Number', 'number'],
  ['Avail/ExceptionFlag', 'yesNo'],
]

/** A day that the calendar has: of 30 February the form is right. */
const exists = (value: string): boolean => {
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:[01][1-9]|10|2[0-8])/.test(value)) return true
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(value)
  return day === null || new Date(`${day[0]}T00:00:00Z`).getUTCDate() === Number(day[3])
}

export const hasForm = (value: string, form: Form): boolean => FORMS[form].test(value) && (form === 'amount' || exists(value))

export function addValues(checks: Checks): void {
  for (const [at, form] of PLACES) {
    const [parent, name] = at.split('/') as [string, string]
    addCheck(checks, name, (above, findings) => {
      const element = above.at(-1)!
      if (above.at(-2)?.name !== parent || element.children.length > 0) return
      const value = textIn(element)
      if (!hasForm(value, form)) findings.add('error', `value/${form}`, placeOf(above), { element: name, value })
    })
  }
}
