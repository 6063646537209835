/** One row of a rights spreadsheet as an entry, with everything about it that is not plain. */
import { plainWords } from './guess-columns.ts'
import type { RightsColumn } from './rights-columns.ts'
import { readDay } from './rights-days.ts'
import { TABLE_LIMITS } from './rights-table.ts'

export type RowProblemCode =
  | 'no-film' | 'no-day' | 'two-ways' | 'reversed' | 'no-kind' | 'which-kind' | 'which-exclusive' | 'which-status' | 'left-out'
  | 'which-runs' | 'which-number' | 'no-runs' | 'which-event' | 'no-event' | 'which-holdback' | 'cut-off' | 'missing' // prettier-ignore
export interface RowProblem {
  column: RightsColumn | null
  severity: 'bad' | 'doubtful'
  code: RowProblemCode
  /** What was written. */
  value: string
  /** How it was read. */
  read?: string
}
export interface RowRead {
  /** What names the film, as it is written: its title, else its reference. */
  film: string
  /** The film's reference; empty where the row has none. */
  reference: string
  /** Rows that say the same here are one entry with a box a row; empty: the row is an entry of its own. */
  group: string
  status: 'signed' | 'draft' | 'left-out'
  entry: Record<string, unknown>
  problems: RowProblem[]
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(', '))
const YES = words('yes, y, oui, o, ja, j, si, s, x, true, vrai, wahr, verdadero, vero, 1, exclusive, exclusif, exclusivite, exklusiv, exclusivo, exclusiva, esclusivo, esclusiva, excl') // prettier-ignore
const NO = words('no, n, non, nein, ne, false, faux, falsch, falso, 0, non exclusive, nonexclusive, non exclusif, nicht exklusiv, no exclusivo, no exclusiva, non esclusivo, non esclusiva, non excl') // prettier-ignore
const KINDS: readonly { kind: string; words: ReadonlySet<string> }[] = [
  { kind: 'grant', words: words('grant, grant rights in, rights in, in, acquisition, acquired, mandate, sales mandate, mandat, mandat droits acquis, droits acquis, acquis, erwerb, einkauf, lizenznahme, vertriebsmandat, adquisicion, mandato, derechos adquiridos, acquisizione, diritti acquisiti') }, // prettier-ignore
  { kind: 'licence', words: words('licence, license, licence rights out, rights out, out, sale, sold, deal, vente, cession, cede, licence droits cedes, droits cedes, verkauf, lizenz, lizenzvergabe, venta, licencia, cesion, vendita, licenza, cessione') }, // prettier-ignore
  {
    kind: 'holdback',
    words: words(
      'holdback, hold back, reserved, reserve, reserve holdback, sperre, sperrfrist, reserva, bloqueo, riserva, blocco',
    ),
  },
  { kind: 'option', words: words('option, hold, opcion, opzione, reservation, reservierung') },
]
const STATUSES: readonly { status: RowRead['status']; words: ReadonlySet<string> }[] = [
  { status: 'signed', words: words('signed, active, valid, closed, signe, en cours, actif, unterzeichnet, unterschrieben, aktiv, gultig, firmado, activo, vigente, firmato, attivo') }, // prettier-ignore
  {
    status: 'draft',
    words: words(
      'draft, projet, brouillon, entwurf, borrador, bozza, negotiation, en negociation, in verhandlung, in trattativa',
    ),
  },
  { status: 'left-out', words: words('rejected, terminated, ended, expired, cancelled, canceled, taken up, rejete, termine, expire, annule, resilie, levee, abgelehnt, beendet, abgelaufen, gekundigt, rechazado, terminado, vencido, rifiutato, scaduto, terminato') }, // prettier-ignore
]
const EVENTS: readonly { event: string; words: ReadonlySet<string> }[] = [
  { event: 'signature', words: words('signature, signing, unterschrift, unterzeichnung, firma') },
  { event: 'delivery', words: words('delivery, livraison, lieferung, entrega, consegna') },
  { event: 'acceptance', words: words('acceptance, acceptation, abnahme, aceptacion, accettazione') },
  { event: 'first-broadcast', words: words('first broadcast, first transmission, premiere diffusion, erstausstrahlung, primera emision, prima messa in onda') }, // prettier-ignore
  { event: 'release', words: words('release, sortie, kinostart, veroffentlichung, estreno, uscita') },
  { event: 'payment', words: words('payment, paiement, zahlung, pago, pagamento') },
]
const UNLIMITED = words('unlimited, illimite, illimites, unbegrenzt, ilimitado, ilimitados, illimitato, illimitati, multiple')

/** @param mapping what each column means, one for each cell */
export function readRow(cells: readonly string[], mapping: readonly RightsColumn[]): RowRead {
  const said = (column: RightsColumn): string => cells[mapping.indexOf(column)]?.trim() ?? ''
  const problems: RowProblem[] = []
  const problem = (
    column: RightsColumn | null,
    severity: RowProblem['severity'],
    code: RowProblemCode,
    value: string,
    read?: string,
  ) =>
    // prettier-ignore
    void problems.push({ column, severity, code, value, ...(read === undefined ? {} : { read }) })

  const dayOf = (
    column: 'from' | 'to' | 'expires' | 'event-date' | 'broadcasts' | 'holdbacks',
    value = said(column),
    end = column !== 'from',
  ): string | null => {
    if (value === '') return null
    const found = readDay(value, end)
    if (found === null) problem(column, 'bad', 'no-day', value)
    else if (found.doubtful) problem(column, 'doubtful', 'two-ways', value, found.day ?? '')
    return found?.day ?? null
  }
  const kindOf = (): string => {
    const value = said('kind')
    if (value === '') problem('kind', 'doubtful', 'no-kind', '', 'licence')
    const kind = KINDS.find((one) => one.words.has(plainWords(value)))?.kind
    if (kind === undefined && value !== '') problem('kind', 'bad', 'which-kind', value)
    return kind ?? 'licence'
  }
  const exclusiveOf = (): boolean => {
    const value = said('exclusive')
    const plain = plainWords(value)
    if (YES.has(plain) || /^[✓✔☑]$/.test(value)) return true
    if (value !== '' && !NO.has(plain) && plain !== '') problem('exclusive', 'bad', 'which-exclusive', value)
    return false
  }
  const statusOf = (): RowRead['status'] => {
    const value = said('status')
    const status = value === '' ? 'signed' : STATUSES.find((one) => one.words.has(plainWords(value)))?.status
    if (status === undefined) problem('status', 'bad', 'which-status', value)
    if (status === 'left-out') problem('status', 'doubtful', 'left-out', value)
    return status ?? 'signed'
  }
  const runsOf = (): number | null => {
    const value = said('runs')
    if (value === '' || UNLIMITED.has(plainWords(value))) return null
    const count = Number(/^(\d{1,4})(?!\d)/.exec(value)?.[1] ?? 0)
    if (count === 0) problem('runs', 'bad', 'which-runs', value)
    return count === 0 ? null : count
  }
  const numberOf = (column: 'event-months' | 'catch-up'): number | null => {
    const value = said(column)
    if (value === '') return null
    const count = /^(\d{1,4})(?!\d)/.exec(value)?.[1]
    if (count === undefined) problem(column, 'bad', 'which-number', value)
    return count === undefined ? null : Number(count)
  }
  /** One day after another, parted by semicolons or lines; commas too where the days are all numbers. */
  const broadcastsOf = (): string[] =>
    said('broadcasts')
      .split(/\s*[;\n]\s*|,\s*(?=\d{1,4}[-/.])/)
      .flatMap((one) => dayOf('broadcasts', one) ?? [])
  const eventOf = (): Record<string, unknown> | null => {
    const value = said('event')
    const [date, months] = [dayOf('event-date'), numberOf('event-months')]
    if (value === '') {
      for (const column of ['event-date', 'event-months'] as const)
        if (said(column) !== '') problem(column, 'doubtful', 'no-event', said(column))
      return null
    }
    const kind = EVENTS.find((one) => one.words.has(plainWords(value)))?.event
    if (kind === undefined) problem('event', 'bad', 'which-event', value)
    return kind === undefined ? null : { kind, date, months }
  }
  /** A holdback a line: territory | media | from | to | languages | cuts. */
  const holdbacksOf = (): Record<string, unknown>[] =>
    said('holdbacks').split('\n').filter((line) => line.trim() !== '').map((line) => {
      const [territory = '', media = '', from = '', to = '', languages = '', cuts = ''] = line.split('|').map((part) => part.trim()) // prettier-ignore
      if (territory === '' || media === '') problem('holdbacks', 'bad', 'which-holdback', line)
      return { territory, media, from: dayOf('holdbacks', from, false), to: dayOf('holdbacks', to), languages: languages || 'all', cuts: cuts || null } // prettier-ignore
    }) // prettier-ignore

  for (const [at, cell] of cells.entries())
    if (cell.length >= TABLE_LIMITS.cell && mapping[at] !== 'ignore') problem(mapping[at]!, 'doubtful', 'cut-off', String(TABLE_LIMITS.cell)) // prettier-ignore
  const film = said('title') || said('id')
  if (film === '') problem('title', 'bad', 'no-film', '')
  for (const column of ['territory', 'media'] as const) if (said(column) === '') problem(column, 'bad', 'missing', '')
  const kind = kindOf()
  const [from, to] = [dayOf('from'), dayOf('to')]
  if (from !== null && to !== null && from > to) problem('to', 'bad', 'reversed', to, from)
  const expires = dayOf('expires')
  if (kind === 'option' && expires === null && said('expires') === '') problem('expires', 'bad', 'missing', '')
  const text = (column: RightsColumn) => said(column) || null
  const status = statusOf()
  const exclusive = kind === 'grant' || kind === 'licence' ? exclusiveOf() : YES.has(plainWords(said('exclusive')))
  const [runs, catchUpDays, broadcasts] = [runsOf(), numberOf('catch-up'), broadcastsOf()]
  if (runs === null)
    for (const column of ['catch-up', 'broadcasts'] as const)
      if (said(column) !== '') problem(column, 'doubtful', 'no-runs', said(column))
  return {
    film,
    reference: said('id'),
    group: said('entry'),
    status,
    entry: {
      kind,
      exclusive,
      territory: said('territory'),
      media: said('media'),
      languages: text('languages') ?? 'all',
      cuts: text('cuts')?.replaceAll(/(?<=\d)\s*(?:['’′]|min(?:utes)?\b\.?)/gi, '') ?? null,
      from,
      to,
      expires,
      ...(runs === null ? {} : { runs, catchUpDays: catchUpDays ?? 0, broadcasts }),
      event: eventOf(),
      holdbacks: holdbacksOf(),
      price: text('price'),
      party: text('party'),
      contract: text('contract'),
      clause: text('clause'),
      note: text('note'),
    },
    problems,
  }
}
