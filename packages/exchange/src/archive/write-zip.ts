/**
 * A ZIP as it is sent, however large (ZIP64 where the old numbers end): APPNOTE 6.3.10. Every entry's size and check sum are
 * known before its first byte goes, so that any program can read it as a stream.
 */
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_PLACE = 0x07064b50
const FULL_16 = 0xffff
const FULL_32 = 0xffffffff
const UTF8_NAMES = 0x0800

export interface ZipEntry {
  name: string
  /** 0: as it is; 8: deflated. */
  method: 0 | 8
  crc: number
  size: number
  packed: number
}

/** Gives the bytes of a ZIP piece by piece: `begin` before the packed bytes of each entry, `end` after the last. */
export class ZipWriter {
  #at = 0
  readonly #directory: Buffer[] = []
  readonly #time: number
  readonly #day: number

  constructor(when: Date) {
    this.#time = (when.getUTCHours() << 11) | (when.getUTCMinutes() << 5) | (when.getUTCSeconds() >> 1)
    this.#day = (Math.max(0, when.getUTCFullYear() - 1980) << 9) | ((when.getUTCMonth() + 1) << 5) | when.getUTCDate()
  }

  begin(entry: ZipEntry): Uint8Array {
    const name = Buffer.from(entry.name)
    const large = entry.size >= FULL_32 || entry.packed >= FULL_32
    const sizes = large ? numbers64(entry.size, entry.packed) : Buffer.alloc(0)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(LOCAL)
    local.writeUInt16LE(large ? 45 : 20, 4)
    this.#common(local, 6, entry)
    local.writeUInt16LE(name.length, 26)
    local.writeUInt16LE(sizes.length, 28)

    const far = this.#at >= FULL_32
    const extra = large || far ? numbers64(...(large ? [entry.size, entry.packed] : []), ...(far ? [this.#at] : [])) : sizes
    const central = Buffer.alloc(46)
    central.writeUInt32LE(CENTRAL)
    central.writeUInt16LE((3 << 8) | 45, 4)
    central.writeUInt16LE(extra.length > 0 ? 45 : 20, 6)
    this.#common(central, 8, entry)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt16LE(extra.length, 30)
    central.writeUInt32LE(((0o100644 << 16) >>> 0), 38) // prettier-ignore
    central.writeUInt32LE(far ? FULL_32 : this.#at, 42)
    this.#directory.push(Buffer.concat([central, name, extra]))

    const head = Buffer.concat([local, name, sizes])
    this.#at += head.length + entry.packed
    return head
  }

  #common(into: Buffer, at: number, { method, crc, size, packed }: ZipEntry): void {
    const large = size >= FULL_32 || packed >= FULL_32
    into.writeUInt16LE(UTF8_NAMES, at)
    into.writeUInt16LE(method, at + 2)
    into.writeUInt16LE(this.#time, at + 4)
    into.writeUInt16LE(this.#day, at + 6)
    into.writeUInt32LE(crc, at + 8)
    into.writeUInt32LE(large ? FULL_32 : packed, at + 12)
    into.writeUInt32LE(large ? FULL_32 : size, at + 16)
  }

  end(): Uint8Array {
    const directory = Buffer.concat(this.#directory)
    const count = this.#directory.length
    const start = this.#at
    const old = Buffer.alloc(22)
    old.writeUInt32LE(END)
    old.writeUInt16LE(Math.min(count, FULL_16), 8)
    old.writeUInt16LE(Math.min(count, FULL_16), 10)
    old.writeUInt32LE(Math.min(directory.length, FULL_32), 12)
    old.writeUInt32LE(Math.min(start, FULL_32), 16)
    if (count < FULL_16 && directory.length < FULL_32 && start < FULL_32) return Buffer.concat([directory, old])
    const end = Buffer.alloc(56)
    end.writeUInt32LE(END_64)
    end.writeBigUInt64LE(44n, 4)
    end.writeUInt16LE((3 << 8) | 45, 12)
    end.writeUInt16LE(45, 14)
    end.writeBigUInt64LE(BigInt(count), 24)
    end.writeBigUInt64LE(BigInt(count), 32)
    end.writeBigUInt64LE(BigInt(directory.length), 40)
    end.writeBigUInt64LE(BigInt(start), 48)
    const place = Buffer.alloc(20)
    place.writeUInt32LE(END_64_PLACE)
    place.writeBigUInt64LE(BigInt(start + directory.length), 8)
    place.writeUInt32LE(1, 16)
    return Buffer.concat([directory, end, place, old])
  }
}

function numbers64(...values: number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length)
  extra.writeUInt16LE(1)
  extra.writeUInt16LE(8 * values.length, 2)
  values.forEach((value, n) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * n))
  return extra
}
