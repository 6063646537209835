import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { mayStep, mayStepBack, stepsOf } from './machine.ts'
import { DEAL, MACHINES, OFFER } from './machines.ts'

for (const machine of MACHINES) {
  test(`${machine.name}: every state can be reached, and steps lead only to states`, () => {
    const reached = new Set<string>(machine.start)
    for (const state of reached) for (const next of machine.steps[state]!) reached.add(next)
    assert.deepEqual([...reached].toSorted(), [...machine.states].toSorted())
    assert.deepEqual(Object.keys(machine.steps).toSorted(), [...machine.states].toSorted())
  })

  test(`${machine.name}: no step leads to where it comes from, and none is written twice`, () => {
    const steps = stepsOf(machine).map(({ from, to }) => `${from} ${to}`)
    assert.equal(new Set(steps).size, steps.length)
    for (const { from, to } of stepsOf(machine)) assert.notEqual(from, to)
  })
}

test('the documents draw each machine step by step', () => {
  const docs = ['deals', 'deals-papers', 'deals-after'].map((name) => readFileSync(new URL(`../../../../docs/${name}.md`, import.meta.url), 'utf8')).join('\n') // prettier-ignore
  const drawn = [...docs.matchAll(/```mermaid\nstateDiagram-v2\n([\s\S]*?)```/g)].map(([, lines]) => [...lines!.matchAll(/^ *(\S+) --> (\w+)/gm)].map(([, from, to]) => `${from === '[*]' ? '' : from} ${to}`).toSorted()) // prettier-ignore
  for (const machine of MACHINES) {
    const steps = stepsOf(machine).map(({ from, to }) => `${from} ${to}`).toSorted() // prettier-ignore
    const nearest = drawn.toSorted((a, b) => apart(a, steps) - apart(b, steps))[0]
    assert.deepEqual(nearest, steps, machine.name)
  }
})
const apart = (a: readonly string[], b: readonly string[]) => a.filter((one) => !b.includes(one)).length + b.filter((one) => !a.includes(one)).length // prettier-ignore

test('what was signed is never lost, and what was declined is never live again', () => {
  assert.equal(mayStep(DEAL, 'signed', 'lost'), false)
  assert.equal(mayStep(DEAL, 'terminated', 'signed'), false)
  for (const state of OFFER.states) assert.equal(mayStep(OFFER, state, 'live'), state === 'draft' || state === 'live', state)
  assert.equal(mayStep(OFFER, 'declined', 'declined'), true)
})

test('a step that takes a decision back is no ordinary step, and leads back where one came from', () => {
  assert.equal(mayStepBack(OFFER, 'declined', 'live'), true)
  assert.equal(mayStepBack(OFFER, 'expired', 'live'), false)
  assert.equal(mayStepBack(DEAL, 'lost', 'agreed'), false)
  for (const machine of MACHINES)
    for (const { from, to, back } of stepsOf(machine).filter((step) => step.back)) {
      assert.equal(mayStep(machine, from, to), false, `${machine.name} ${from} ${to}`)
      assert.equal(mayStep(machine, to, from), back, `${machine.name} ${to} ${from}`)
    }
})
