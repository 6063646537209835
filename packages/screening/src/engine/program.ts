/** A program that does a piece of work: it is started, stood by and, where it must be, ended. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import type { Duplex, Readable, Writable } from 'node:stream'
import { EngineFailure, reasonOf } from './failure.ts'

export interface Limits {
  signal?: AbortSignal | undefined
  /** Feeds a pipe of the program (by its number), and ends it. */
  feed?: Record<number, (to: Writable) => Promise<void>>
  /** Reads a pipe of the program to its end. */
  drink?: Record<number, (from: Readable) => Promise<void>>
  /** Folder that the paths of the work are below. */
  cwd?: string
  /** Minutes that the work may take at most. */
  minutes?: number
  /** Seconds without any progress after which the work is given up. */
  patience?: number
  /** Megabytes of memory that the program may hold (where the system says: Linux). */
  megabytes?: number
  /** How gladly it lets others go first: 0 to 19. */
  niceness?: number
}

const DEFAULTS = { minutes: 24 * 60, patience: 180, megabytes: 6144, niceness: 10 }

/** Last words kept of a program that fails. */
const KEPT = 4000

/** Characters of the longest line that is heard: what a film says about itself takes some kilobytes. */
const LONGEST_LINE = 4_000_000

/** What a line says. */
export interface Told {
  /** The work failed, and why; the program ends by itself. */
  failed?: string | undefined
  /** More was said than any film gives cause to: nobody listens any longer. */
  tooMuch?: boolean
  /** How much is done; of that, only that it grows is of interest. */
  done?: number
}

/** Starts a program and stands by it: its pipes, its lines, its limits, its end. Throws an EngineFailure where the work was not done. */
export async function standBy(
  program: string,
  args: string[],
  input: string | null,
  pipes: number[],
  line: (text: string) => Told,
  options: Limits,
): Promise<void> {
  const limits = { ...DEFAULTS, ...options }
  if (options.signal?.aborted) throw new EngineFailure('cancelled')
  const child = started(program, args, Math.max(2, ...pipes), options.cwd)
  // Heard from the first moment on: where a program cannot be started, this is all that ever comes.
  const finish = new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(notStarted(error)))
    child.once('close', (code) => resolve(code))
  })
  if (!child.stdin || !child.stdout || !child.stderr) {
    await finish
    throw new EngineFailure('failed', 'the program has no pipes')
  }
  let ended: EngineFailure | null = null
  const stop = (failure: EngineFailure) => {
    ended ??= failure
    child.kill('SIGKILL')
  }

  let lastSign = Date.now()
  let done = 0
  let words = ''
  let failed: string | null = null
  const heard = (text: string) => {
    try {
      const told = line(text)
      failed = told.failed ?? failed
      if (told.tooMuch) stop(tooMuch())
      // A program that hangs may well go on saying that it is where it was.
      if ((told.done ?? 0) <= done) return
      done = told.done!
      lastSign = Date.now()
    } catch {
      // A line that is no sense is no sign of progress, and nothing else.
    }
  }
  linesOf(child.stdout, heard, () => stop(tooMuch()))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-KEPT)))
  child.stdin.on('error', () => {})
  child.stdin.end(input ?? '')

  const began = Date.now()
  let read = 0
  // A program that waits for what is fed to it, or for what it says to be read, is not to blame for the silence.
  const weAreAwaited = () =>
    pipes.some((pipe) => {
      const end = child.stdio[pipe] as Duplex
      if (end.destroyed) return false
      return options.feed?.[pipe] ? !end.writableEnded && end.writableLength === 0 : end.readableLength > 0
    })
  const onAbort = () => stop(new EngineFailure('cancelled'))
  options.signal?.addEventListener('abort', onAbort)
  const look = async () => {
    const now = await heldBy(child)
    // Past the end of a short sound track there is much to read and nothing to tell.
    if (now.read > read || weAreAwaited()) lastSign = Date.now()
    read = now.read
    if (now.megabytes > limits.megabytes) stop(new EngineFailure('too-much-memory', `${now.megabytes} MB`))
    if (Date.now() - began >= limits.minutes * 60_000) stop(new EngineFailure('timed-out', `over ${limits.minutes} minutes`))
    if (Date.now() - lastSign >= limits.patience * 1000)
      stop(new EngineFailure('timed-out', `silent for ${limits.patience} seconds`))
  }
  const watch = setInterval(() => void look(), 1000)
  void look()

  try {
    if (child.pid !== undefined) lowered(child.pid, limits.niceness)
    const work = pipes.map(async (pipe) => {
      const end = child.stdio[pipe] as Duplex
      // A program that ends early closes its pipes: its own words say why, not the broken pipe.
      end.on('error', () => {})
      if (!options.feed?.[pipe]) return await options.drink?.[pipe]?.(end)
      // Nothing comes back through it, and once the program is gone nothing goes into it either.
      end.resume()
      child.once('exit', () => end.destroy())
      await options.feed[pipe](end)
    })
    const [code] = await Promise.all([finish, ...work.map((part) => part.catch((error: unknown) => stop(asFailure(error))))])
    if (ended) throw ended
    if (code === 0 && failed === null) return
    const said = `${failed ?? ''}\n${words}`.trim()
    if (code === null) throw new EngineFailure('killed', said)
    throw new EngineFailure(reasonOf(said), said)
  } finally {
    clearInterval(watch)
    options.signal?.removeEventListener('abort', onAbort)
    child.kill('SIGKILL')
  }
}

function started(program: string, args: string[], lastPipe: number, cwd: string | undefined): ChildProcess {
  try {
    return spawn(program, args, {
      stdio: Array.from({ length: lastPipe + 1 }, () => 'pipe' as const),
      windowsHide: true,
      cwd,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TMPDIR: process.env.TMPDIR,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      },
    })
  } catch (error) {
    throw notStarted(error as NodeJS.ErrnoException)
  }
}

const tooMuch = () => new EngineFailure('broken', 'the film says more of itself than any film')

/** There is no such program, or the system has no room for another. */
const notStarted = (error: NodeJS.ErrnoException) =>
  new EngineFailure(error.code === 'ENOENT' || error.code === 'EACCES' ? 'no-engine' : 'failed', error.message)

const asFailure = (error: unknown) => (error instanceof EngineFailure ? error : new EngineFailure('failed', String(error)))

/** Hears a stream line by line. Of a line that does not end no more is kept than a line may have. */
function linesOf(stream: Readable, heard: (line: string) => void, endless: () => void): void {
  let rest = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()!
    lines.forEach(heard)
    if (rest.length <= LONGEST_LINE) return
    rest = ''
    endless()
  })
  stream.on('end', () => rest !== '' && heard(rest))
}

/** Lets others go first. Where that is not allowed the work is done all the same. */
function lowered(pid: number, niceness: number): void {
  try {
    setPriority(pid, niceness)
  } catch {
    // The process may have ended already, or may not be touched.
  }
}

/** Memory that a program holds, in megabytes, and bytes that it has read; 0 where the system does not say. */
async function heldBy({ pid }: ChildProcess): Promise<{ megabytes: number; read: number }> {
  if (process.platform !== 'linux' || pid === undefined) return { megabytes: 0, read: 0 }
  const said = async (file: string, name: RegExp) =>
    Number(name.exec(await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => ''))?.[1] ?? 0)
  const [kibibytes, read] = await Promise.all([said('status', /^VmRSS:\s+(\d+) kB/m), said('io', /^rchar: (\d+)/m)])
  return { megabytes: Math.round((kibibytes * 1024) / 1e6), read }
}
