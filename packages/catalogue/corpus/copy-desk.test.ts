import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCopy } from '../src/copy-desk/check-copy.ts'
import { checkSheetCopy } from '../src/copy-desk/check-sheet-copy.ts'
import { readSheet } from '../src/reader/read-sheet.ts'
import { loadMarked, type MarkedError, type MarkedText } from './marked.ts'
import { CLEAN_SHEETS, FLAWED_SHEETS } from './marked-sheets.ts'
import { loadCorpus } from './score.ts'

const flawed = ['flawed-en.txt', 'flawed-fr.txt', 'flawed-other.txt'].flatMap(loadMarked)
const clean = ['clean-en.txt', 'clean-fr.txt', 'clean-other.txt'].flatMap(loadMarked)
const verbose = process.env['VITRINE_SCORE'] === 'verbose'

const meets = (error: MarkedError, finding: { code: string; start: number; end: number }) =>
  error.code === finding.code && error.start < finding.end && finding.start < error.end

function measure(texts: MarkedText[]) {
  const rows = new Map<string, { right: number; false: number; missed: number; suggestions: number; asked: number }>()
  const row = (code: string) => rows.get(code) ?? rows.set(code, { right: 0, false: 0, missed: 0, suggestions: 0, asked: 0 }).get(code)!
  for (const { name, text, errors } of texts) {
    const findings = checkCopy(text)
    for (const error of errors) {
      const finding = findings.find((one) => meets(error, one))
      if (finding) row(error.code).right++
      else row(error.code).missed++
      if (!finding && verbose) console.log(`missed ${name} ${error.code} ${JSON.stringify(text.slice(error.start, error.end))}`)
      if (finding && error.suggestion !== null) {
        row(error.code).asked++
        if (finding.suggestion === error.suggestion) row(error.code).suggestions++
      }
    }
    for (const finding of findings)
      if (!errors.some((error) => meets(error, finding))) {
        row(finding.code).false++
        if (verbose) console.log(`false  ${name} ${finding.code} ${JSON.stringify(finding.text)}`)
      }
  }
  return rows
}

const share = (part: number, whole: number) => (whole === 0 ? '     –' : `${((100 * part) / whole).toFixed(1).padStart(5)} %`)

test('precision and recall on texts with marked errors, and silence on clean ones', () => {
  assert.ok(flawed.length >= 60 && clean.length >= 60)
  const rows = measure([...flawed, ...clean])
  const all = [...rows.values()].reduce((a, b) => ({
    right: a.right + b.right, false: a.false + b.false, missed: a.missed + b.missed, suggestions: a.suggestions + b.suggestions, asked: a.asked + b.asked,
  }))
  console.log(`Copy desk: ${flawed.length} texts with errors, ${clean.length} without\n${'rule'.padEnd(28)} marked  precision  recall   suggestion`)
  for (const [code, one] of [...[...rows].sort(), ['total', all] as const])
    console.log(`${code.padEnd(28)} ${String(one.right + one.missed).padStart(6)}  ${share(one.right, one.right + one.false)}   ${share(one.right, one.right + one.missed)}  ${share(one.suggestions, one.asked)}`)
  assert.ok(all.right / (all.right + all.false) >= 0.97, 'precision')
  assert.ok(all.right / (all.right + all.missed) >= 0.95, 'recall')
  for (const [code, one] of rows) assert.ok(one.right / Math.max(1, one.right + one.false) >= 0.9, `precision of ${code}`)
})

/** The rules that look at a sheet as a whole. Those about texts are measured on texts, and may find what they like here. */
const OF_SHEETS = new Set(['aged-lead', 'all-caps-title', 'facts-disagree', 'identifier-check', 'identifier-form', 'identifier-incomplete', 'missing-fact', 'other-language-missing', 'too-long']) // prettier-ignore

test('precision and recall of the rules that look at a whole sheet', () => {
  const rows = new Map([...OF_SHEETS].map((code) => [code, { right: 0, false: 0, missed: 0 }]))
  for (const { name, sheet, marked } of [...FLAWED_SHEETS, ...CLEAN_SHEETS]) {
    const found = checkSheetCopy(sheet, { today: '2026-11-22' })
      .filter(({ code }) => OF_SHEETS.has(code))
      .map((one) => ({ ...one, place: String(one.code === 'missing-fact' ? one.params['fact'] : one.field) }))
    const same = (mark: string, one: (typeof found)[number]) => {
      const [code, place, ...words] = mark.split(' ')
      return code === one.code && place === one.place && one.text.includes(words.join(' '))
    }
    for (const mark of marked) {
      const is = found.some((one) => same(mark, one))
      rows.get(mark.split(' ')[0]!)![is ? 'right' : 'missed']++
      if (!is && verbose) console.log(`missed ${name}: ${mark}`)
    }
    for (const one of found.filter((other) => !marked.some((mark) => same(mark, other)))) {
      rows.get(one.code)!.false++
      if (verbose) console.log(`false  ${name}: ${one.code} ${one.place} ${one.text}`)
    }
  }
  const all = [...rows.values()].reduce((a, b) => ({ right: a.right + b.right, false: a.false + b.false, missed: a.missed + b.missed }))
  console.log(`Copy desk: ${FLAWED_SHEETS.length} sheets with faults, ${CLEAN_SHEETS.length} without\n${'rule'.padEnd(28)} marked  precision  recall`)
  for (const [code, one] of [...[...rows].sort(), ['total', all] as const])
    console.log(`${code.padEnd(28)} ${String(one.right + one.missed).padStart(6)}  ${share(one.right, one.right + one.false)}   ${share(one.right, one.right + one.missed)}`)
  for (const [code, one] of rows) {
    assert.ok(one.right / Math.max(1, one.right + one.false) >= 0.9, `precision of ${code}`)
    assert.ok(one.right / Math.max(1, one.right + one.missed) >= 0.8, `recall of ${code}`)
  }
})

test('of a text that is too long to be checked whole, it is said where the check ended', () => {
  const text = 'They walk the coast by night. '.repeat(4100)
  const [said, ...others] = checkCopy(text).filter(({ code }) => code === 'not-checked')
  assert.ok(said !== undefined && others.length === 0 && said.start >= 119_000, JSON.stringify(said))
  assert.deepEqual(checkCopy(text.slice(0, 119_000)).filter(({ code }) => code === 'not-checked'), [])
})

test('the sheets of the reader’s corpus are clean but for the one that breaks off', () => {
  const seen = loadCorpus().flatMap((sheet) => checkCopy(sheet.text).filter((one) => one.severity !== 'hint').map((one) => `${sheet.name} ${one.code} ${one.text}`))
  assert.deepEqual(seen, ['084-en-truncated.txt missing-end-punctuation under'])
})

test('against what was read of them, the sheets contradict themselves nowhere', () => {
  const seen = loadCorpus().flatMap((sheet) =>
    checkCopy(sheet.text, { reading: readSheet(sheet.text), today: '2026-11-22' })
      .filter((one) => one.code === 'facts-disagree' || one.code === 'too-long')
      .map((one) => `${sheet.name} ${one.text}`),
  )
  assert.deepEqual(seen, [])
})
