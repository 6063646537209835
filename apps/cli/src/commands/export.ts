/** `vitrine export`: the whole catalogue as files, or to standard output. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import type { Run } from '../main.ts'
import { CommandError } from '../print.ts'
import { reachHouse } from '../reach.ts'

type Format = 'json' | 'text' | 'markdown' | 'html' | 'csv'

export async function exportCatalogue(run: Run, options: { format: Format; language?: string; out?: string }): Promise<number> {
  const { printer } = run
  const { words } = printer
  const house = await reachHouse(run)
  try {
    const files = house.exportTitles({
      format: options.format,
      ...(options.language === undefined ? {} : { language: options.language }),
    })
    let count = 0
    for await (const { fileName, content } of files) {
      count++
      if (options.out === undefined) {
        await new Promise<void>((written) =>
          process.stdout.write(content.endsWith('\n') ? content : `${content}\n`, () => written()),
        )
        continue
      }
      const folder = resolve(options.out)
      const path = resolve(folder, fileName)
      if (relative(folder, path).startsWith('..')) throw new CommandError(words.export.refusedName(fileName))
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content)
    }
    if (options.out !== undefined) printer.note(words.export.done(count, options.out))
    return 0
  } finally {
    await house.close()
  }
}
