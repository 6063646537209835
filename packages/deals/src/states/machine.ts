/**
 * State machines of a sale, as data: which state may follow which. The database holds the same steps (state_step in
 * packages/store/sql/000009_deals.sql) and refuses any other; a test holds the two against each other, and docs/deals.md draws them.
 */

export interface Machine<State extends string = string> {
  readonly name: string
  readonly states: readonly State[]
  /** States in which one may begin. */
  readonly start: readonly State[]
  /** From each state, those that may come next. A state without any is an end. */
  readonly steps: Readonly<Record<State, readonly State[]>>
  /** Steps that take a decision back: for MINUTES_TO_UNDO, and only where nothing has followed from it. */
  readonly back?: Readonly<Partial<Record<State, readonly State[]>>>
}

/** How long a decision can be taken back. The database holds the same minutes (packages/store/sql/000020_undo.sql). */
export const MINUTES_TO_UNDO = 10

/**
 * Whether a state may follow another. To stay is always allowed: it is no step.
 *
 * @example
 * mayStep(OFFER, 'live', 'accepted')   // true
 * mayStep(OFFER, 'declined', 'live')   // false
 */
export function mayStep<State extends string>(machine: Machine<State>, from: State, to: State): boolean {
  return from === to || machine.steps[from].includes(to)
}

/** Whether a decision that led from `to` to `from` can be taken back, as far as states say. */
export function mayStepBack<State extends string>(machine: Machine<State>, from: State, to: State): boolean {
  return machine.back?.[from]?.includes(to) ?? false
}

/** Every step of a machine as the database keeps it; from '' are the beginnings, `back` takes a decision back. */
export function stepsOf<State extends string>(machine: Machine<State>): { from: State | ''; to: State; back: boolean }[] {
  return [
    ...machine.start.map((to) => ({ from: '' as const, to, back: false })),
    ...machine.states.flatMap((from) => machine.steps[from].map((to) => ({ from, to, back: false }))),
    ...machine.states.flatMap((from) => (machine.back?.[from] ?? []).map((to) => ({ from, to, back: true }))),
  ]
}
