/** Files that are dropped on a page: folders are opened, and what a desktop leaves in them is no sheet. */

/** What desktops and packers write beside the files of a folder. */
const NO_SHEET = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i

/** A file by the path under which it was dropped: of two of one name the folder tells which. */
export interface DroppedFile {
  path: string
  /** Null of a file or folder that the desktop did not let the browser open: moved meanwhile, or closed to who dropped it. */
  file: File | null
}

/** Everything that was dropped, in the order of its names. A browser that opens no folders gives the files alone. */
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFile[]> {
  // Both at once: after the first wait the browser lets go of what was dropped.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  const files = chosenFiles(transfer.files)
  if (entries.length === 0) return files
  return (await Promise.all(entries.map(filesOf))).flat()
}

export const chosenFiles = (files: Iterable<File> | null): DroppedFile[] =>
  [...(files ?? [])].map((file) => ({ path: file.name, file }))

async function filesOf(entry: FileSystemEntry): Promise<DroppedFile[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) => (entry as FileSystemFileEntry).file(resolve, () => resolve(null)))
    return [{ path, file }]
  }
  const { found, whole } = await entriesOf(entry as FileSystemDirectoryEntry)
  const inside = found.filter(({ name }) => !NO_SHEET.test(name))
  const sorted = inside.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
  return [...(whole ? [] : [{ path, file: null }]), ...(await Promise.all(sorted.map(filesOf))).flat()]
}

/** A folder gives its entries a hundred at a time, and none when there are no more; `whole` where it gave all. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<{ found: FileSystemEntry[]; whole: boolean }> {
  const reader = folder.createReader()
  const found: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[] | null>((resolve) => reader.readEntries(resolve, () => resolve(null)))
    if (some === null || some.length === 0) return { found, whole: some !== null }
    found.push(...some)
  }
}
