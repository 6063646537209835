import { type Block, joinBlocks, rowsOfTable, tidy } from '../blocks.ts'
import { Run } from './run.ts'

const MOST_TABLES = 12 // tables in tables, of old mail programs; deeper ones are read as lines

interface Table {
  outer: Run
  cells: string[]
  rows: Block[]
  row: ReturnType<typeof rowsOfTable>
  /** A cell is being read. */
  open: boolean
}

/** Where the words of a page go: into the page itself, or into the cell of the innermost table. */
export class Tables {
  run = new Run()
  readonly #tables: Table[] = []

  get inside(): boolean {
    return this.#tables.length > 0
  }

  openTable(): void {
    if (this.#tables.length >= MOST_TABLES) return this.run.apart(1)
    this.#tables.push({ outer: this.run, cells: [], rows: [], row: rowsOfTable(), open: false })
    this.run = new Run()
  }

  openRow(): void {
    if (this.inside) this.endRow()
    else this.run.apart(1)
  }

  openCell(): void {
    const table = this.#tables.at(-1)
    if (table === undefined) return this.run.apart(1)
    this.endCell()
    if (this.run.filled) {
      table.rows.push(...this.#stray())
      this.run = new Run()
    }
    table.open = true
  }

  endCell(): void {
    const table = this.#tables.at(-1)
    if (table === undefined || !table.open) return
    table.cells.push(tidy(this.run.parts.join('')))
    table.open = false
    this.run = new Run()
  }

  endRow(): void {
    this.endCell()
    const table = this.#tables.at(-1)
    if (table === undefined || table.cells.length === 0) return
    table.rows.push(...table.row(table.cells))
    table.cells = []
  }

  endTable(): void {
    const table = this.#tables.at(-1)
    if (table === undefined) return
    this.endRow()
    const text = joinBlocks([...this.#stray(), ...table.rows])
    this.#tables.pop()
    this.run = table.outer
    this.run.apart(2)
    this.run.say(text)
    this.run.apart(2)
  }

  /** All of the page, its open tables ended. */
  end(): Run {
    this.run.endRow()
    while (this.inside) this.endTable()
    return this.run
  }

  /** Words between rows and cells (a caption) are part of the table too. */
  #stray(): Block[] {
    const text = tidy(this.run.parts.join(''))
    return text === '' ? [] : [{ text, kind: 'body' }]
  }
}
