/**
 * How the scripts speak: one line a step, with the time it took; on a terminal the line counts the seconds while it works,
 * in a pipe it repeats itself now and then so that nobody wonders.
 */
const terminal = process.stdout.isTTY === true && process.env.CI === undefined
const colour = terminal && process.env.NO_COLOR === undefined
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)

export const dim = (text) => paint('2', text)
export const bold = (text) => paint('1', text)
export const red = (text) => paint('31', text)
export const green = (text) => paint('32', text)

/** `0.4 s`, `12 s`, `2 min 05 s`. */
export function duration(ms) {
  const seconds = ms / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}

/**
 * Runs `work` under a line that says what is being done and how long it has taken.
 * `work` receives `note(text)`, which shows progress behind the words ("14 of 24").
 */
export async function step(words, work) {
  const started = Date.now()
  let note = ''
  const line = () => `  ${words} … ${note === '' ? '' : `${note}, `}${duration(Date.now() - started)}`
  if (!terminal) console.log(`  ${words} …`)
  const heartbeat = setInterval(
    () => {
      if (terminal) process.stdout.write(`\r\u001b[2K${line()}`)
      else console.log(line())
    },
    terminal ? 200 : 15_000,
  )
  try {
    const result = await work((text) => {
      note = text
    })
    clearInterval(heartbeat)
    const done = `  ${green('✓')} ${words}${note === '' ? '' : `, ${note}`} ${dim(`(${duration(Date.now() - started)})`)}`
    if (terminal) process.stdout.write(`\r\u001b[2K${done}\n`)
    else console.log(done)
    return result
  } catch (error) {
    clearInterval(heartbeat)
    const failed = `  ${red('✗')} ${words} ${dim(`(${duration(Date.now() - started)})`)}`
    if (terminal) process.stdout.write(`\r\u001b[2K${failed}\n`)
    else console.log(failed)
    throw error
  }
}
