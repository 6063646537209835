/** Programs that this one has started: none of them goes on when it is broken off. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { isAlive } from './alive.mjs'

/** How long they have to end by themselves. */
const SECONDS = 3
/** Windows has no groups of processes. */
const GROUPS = process.platform !== 'win32'

/** What runs, with where signals for it go. */
const running = new Map()

/**
 * Starts a program that ends when this process is broken off. In a group of its own, what it starts in its turn ends with it; without, a
 * Ctrl-C at the terminal comes to it by itself, also in a script that does not `endWithPrograms`.
 */
export function startProgram(command, args, { group = GROUPS, ...options }) {
  const child = spawn(command, args, { ...options, detached: group })
  if (child.pid === undefined) return child // told by its `error`
  running.set(child, group ? -child.pid : child.pid)
  // Its last words may come later, from what it started: then nothing of it runs any more.
  child.once('close', () => running.delete(child))
  return child
}

/** Ends this process at Ctrl-C or a signal, once what it has started has ended. */
export function endWithPrograms() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, async () => {
      tell('SIGTERM')
      for (let waited = 0; anyAlive() && waited < SECONDS * 1000; waited += 50) await new Promise((on) => setTimeout(on, 50))
      tell('SIGKILL')
      process.exit(128 + constants.signals[signal])
    })
}

const anyAlive = () => [...running.values()].some(isAlive)

function tell(signal) {
  for (const place of running.values()) {
    try {
      process.kill(place, signal)
    } catch {} // ended meanwhile
  }
}
