import { cpus } from 'node:os'

/**
 * Tells how many cores had nothing to do since it was asked last.
 *
 * @example
 * const idleCores = watchIdle()
 * setInterval(() => console.log(idleCores()), 3000) // 0.4
 */
export function watchIdle() {
  let before = taken()
  return () => {
    const now = taken()
    const [idle, all] = [now.idle - before.idle, now.all - before.all]
    before = now
    return all === 0 ? 0 : (idle / all) * now.cores
  }
}

function taken() {
  const times = cpus().map((core) => core.times)
  const idle = times.reduce((sum, core) => sum + core.idle, 0)
  const all = times.reduce((sum, core) => sum + core.user + core.nice + core.sys + core.idle + core.irq, 0)
  return { idle, all, cores: times.length }
}
