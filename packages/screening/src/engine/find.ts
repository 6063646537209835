import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EngineFailure } from './failure.ts'

/** What does the work: ffmpeg and ffprobe of this machine, or the library in a child process. */
export type Engine = { kind: 'ffmpeg'; ffmpeg: string; ffprobe: string } | { kind: 'node-av'; child: string }

/**
 * The engine of this machine. `VITRINE_FFMPEG` names an ffmpeg (its ffprobe lies beside it); else both on the PATH; else node-av, where
 * it is installed.
 */
export async function findEngine(environment: NodeJS.ProcessEnv = process.env): Promise<Engine> {
  const named = environment.VITRINE_FFMPEG
  if (named) return { kind: 'ffmpeg', ffmpeg: named, ffprobe: named.replace(/ffmpeg(?=(\.exe)?$)/, 'ffprobe') }
  const [ffmpeg, ffprobe] = await Promise.all([onPath('ffmpeg', environment), onPath('ffprobe', environment)])
  if (ffmpeg && ffprobe) return { kind: 'ffmpeg', ffmpeg, ffprobe }
  try {
    import.meta.resolve('node-av')
  } catch {
    throw new EngineFailure('no-engine')
  }
  return { kind: 'node-av', child: fileURLToPath(new URL('node-av-child.ts', import.meta.url)) }
}

async function onPath(program: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  const names = process.platform === 'win32' ? [`${program}.exe`] : [program]
  for (const folder of (environment.PATH ?? '').split(delimiter).filter(Boolean))
    for (const name of names) {
      const path = join(folder, name)
      if (
        await access(path, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return path
    }
  return null
}
