/** What a file is uploaded for: who may, what it must say of itself, and what becomes of it once it is whole. */
import { HouseError, SYSTEM, type Actor, type House, type Verb } from '@vitrine/house'
import { readPlace } from '@vitrine/house/screening/read-place'
import type { Upload } from '@tus/server'

/** What an upload says of itself: only these words are kept. */
export type Told = Record<'purpose' | 'titleId' | 'filename' | 'cut' | 'episode' | 'where', string | null>

/** A file that came whole. */
export interface WholeFile {
  id: string
  size: number
  checksum: string
  path: string
}

export interface Purpose {
  /** What whoever sends it must be allowed to do. */
  verb: Verb
  /** The header of the last answer that says what it became. */
  header: string
  /** Refuses what could not be taken in, by the same rules as when it is. */
  hold(told: Told): Promise<void>
  takeIn(actor: Actor, told: Told, file: WholeFile): Promise<{ id: string }>
  /** Whether it was taken in already. */
  isIn(id: string): Promise<boolean>
}

export function toldOf(metadata: Upload['metadata']): Told {
  const told = (name: string, most = 300): string | null => metadata?.[name]?.slice(0, most) ?? null
  return { purpose: told('purpose'), titleId: told('titleId'), filename: told('filename'), cut: told('cut'), episode: told('episode'), where: told('where', 2000) } // prettier-ignore
}

/** The purposes that there are; a file that says none is a master. */
export function purposesIn(house: House): { of(told: Told): Purpose; all: Purpose[] } {
  const masters: Purpose = {
    verb: 'receiveMaster',
    header: 'x-master',
    async hold(told) {
      await placeOf(told)
    },
    takeIn: async (actor, told, file) => house.receiveMaster(actor, { ...file, ...(await placeOf(told)), fileName: told.filename ?? '' }), // prettier-ignore
    isIn: (id) => isThere(house.readReport(SYSTEM, { masterId: id })),
  }
  async function placeOf({ titleId, cut, episode }: Told) {
    const room = await house.listReels(SYSTEM, { titleId: titleId ?? '' }) // whoever may hand in a master need not be able to read it
    return { titleId: room.titleId, ...readPlace({ cut: cut || null, episode: episode ? Number(episode) : null }, room.cuts) }
  }
  const copies: Purpose = {
    verb: 'startTrace',
    header: 'x-trace',
    async hold({ titleId }) {
      const { viewings } = await house.listTraces(SYSTEM, { titleId: titleId ?? '' })
      if (viewings === 0) throw new HouseError('wrong-state', { subject: 'Trace', state: 'nobody-watched' })
    },
    takeIn: (actor, { titleId, filename, where }, file) => house.startTrace(actor, { ...file, titleId: titleId ?? '', fileName: filename ?? '', foundWhere: where }), // prettier-ignore
    isIn: (id) => isThere(house.viewTrace(SYSTEM, { id })),
  }
  const named: Record<string, Purpose> = { master: masters, trace: copies }
  return {
    all: [masters, copies],
    of({ purpose }) {
      const found = Object.hasOwn(named, purpose ?? 'master') ? named[purpose ?? 'master'] : undefined
      if (found === undefined)
        throw new HouseError('invalid-input', { issues: [{ path: 'purpose', message: 'master or trace' }] })
      return found
    },
  }
}

async function isThere(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked
    return true
  } catch (error) {
    if (error instanceof HouseError && error.code === 'not-found') return false
    throw error
  }
}
