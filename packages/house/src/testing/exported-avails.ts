import type { Actor, House } from '../contract.ts'

/** Avails as they go out, with their bytes. */
export async function exportedAvails(house: House, actor: Actor, args: Parameters<House['exportAvails']>[1]) {
  const out = await house.exportAvails(actor, args)
  const bytes = new Uint8Array(await new Response(out.stream).arrayBuffer())
  if (bytes.length !== out.size) throw new Error(`${bytes.length} bytes were sent of ${out.size}`)
  return { ...out, bytes }
}
