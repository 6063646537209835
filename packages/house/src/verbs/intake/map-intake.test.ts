import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachHouse } from '../../testing/house-for-tests.ts'

const file = (...lines: string[]) => ({ bytes: new TextEncoder().encode(lines.join('\r\n')), fileName: 'list.csv' })
const HEAD = 'Titel;Jahr;Wer;Text'

eachHouse('the columns of a list', (open) => {
  test('are shown as they were understood, corrected, read again, and remembered for the next list', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const { id, format, films } = await house.receiveFile(
      editor,
      file(HEAD, 'Salz;2021;Ada Blum;Ein Weg durch das Meer', 'Mole;bald;Jo Kern;', 'Watt;2019;Mia Ohm;'),
    )
    assert.deepEqual([format, films], ['titles-csv', 3])
    const before = await house.openIntake(editor, { id })
    assert.deepEqual(
      before.columns!.map(({ heading, column }) => [heading, column]),
      [
        ['Titel', 'title'],
        ['Jahr', 'year'],
        ['Wer', 'ignore'],
        ['Text', 'synopsis'],
      ],
    )
    assert.deepEqual([before.columns![2]!.sample, before.remembered], ['Ada Blum', false])
    assert.deepEqual(
      before.items[1]!.doubts.map(({ rule, path }) => [rule, path]),
      [['sheet/not-a-year', 'B3']],
    )

    // Somebody leaves one out and decides about the doubtful one; what was decided stays
    await house.decideIntake(editor, {
      id,
      choices: [
        { position: 2, decision: 'skip' },
        { position: 1, decision: 'take', titleId: null },
      ],
    })
    await house.mapIntake(editor, { id, columns: ['title', 'year', 'directors', 'synopsis@de'] })
    const after = await house.openIntake(editor, { id })
    assert.deepEqual(
      after.items.map(({ title, decision, sheet }) => [title, decision, sheet.directors, sheet.synopsis]),
      [
        ['Salz', 'take', ['Ada Blum'], { de: 'Ein Weg durch das Meer' }],
        ['Mole', 'take', [], {}],
        ['Watt', 'skip', ['Mia Ohm'], {}],
      ],
    )
    assert.equal(after.columns![2]!.column, 'directors')

    const taken = await house.takeIntake(editor, { id })
    assert.deepEqual([taken.created, taken.skipped], [2, 1])
    await assert.rejects(house.mapIntake(editor, { id, columns: ['title', 'year', 'directors', 'ignore'] }), {
      code: 'wrong-state',
    })

    const next = await house.receiveFile(editor, file(HEAD, 'Deich;2022;Ina Sol;'))
    const view = await house.openIntake(editor, { id: next.id })
    assert.deepEqual([view.items[0]!.sheet.directors, view.remembered], [['Ina Sol'], true])
  })

  test('what is taken already stays when the rest is read in another way', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    const { id } = await house.receiveFile(editor, file(HEAD, 'Salz;2021;Ada Blum;', 'Mole;bald;Jo Kern;'))
    await house.takeIntake(editor, { id })
    await house.mapIntake(editor, { id, columns: ['title', 'ignore', 'directors', 'ignore'] })
    const view = await house.openIntake(editor, { id })
    assert.deepEqual(
      view.items.map(({ title, taken, decision, sheet }) => [title, taken !== null, decision, sheet.directors]),
      [
        ['Salz', true, 'take', []],
        ['Mole', false, 'take', ['Jo Kern']],
      ],
    )
    await house.takeIntake(editor, { id })
    const undone = await house.undoIntake(editor, { id })
    assert.equal(undone.removed, 2)
  })

  test('need titles, as many as the list has, and somebody who edits', async () => {
    const { house, member } = await open()
    const [editor, sales] = [await member('editor'), await member('sales')]
    const { id } = await house.receiveFile(editor, file(HEAD, 'Salz;2021;Ada Blum;'))
    for (const columns of [
      ['title'],
      ['year', 'year', 'year', 'year'],
      ['title', 'nonsense', 'year', 'year'],
      ['title', 'year@fr', 'ignore', 'ignore'],
    ])
      await assert.rejects(house.mapIntake(editor, { id, columns }), { code: 'invalid-input' })
    await assert.rejects(house.mapIntake(sales, { id, columns: ['title', 'year', 'ignore', 'ignore'] }), { code: 'not-allowed' })
  })
})
