import { allow } from './policy.ts'

/** Traces. Whoever gives screeners may ask whose a copy is that turned up: the answer is about the people they gave them to. */
export const tracePolicy = [
  ...allow(
    ['owner', 'rights', 'sales', 'system'],
    ['listTraces', 'viewTrace', 'startTrace', 'cancelTrace', 'deleteTrace'],
    'Trace',
  ),
  ...allow(
    'system',
    ['takeTrace', 'fetchReels', 'fetchHandedIn', 'letGoHandedIn', 'keepTrace', 'settleTrace', 'tidyTraces'],
    'Trace',
  ),
]
