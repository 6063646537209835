import { encode } from 'uqr'

/**
 * The QR code of a text, row by row: 1 is dark. It has no quiet zone: the paper around it is quiet enough.
 *
 * @example
 * qrCode('https://house.example')[0]?.slice(0, 8) // '11111110'
 */
export function qrCode(text: string): string[] {
  return encode(text, { ecc: 'M', border: 0 }).data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))
}
