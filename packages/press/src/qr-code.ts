import { renderSVG } from 'uqr'

/** The QR code of an address, as an SVG without a quiet zone: the paper around it is quiet enough. */
export function qrCode(url: string): string {
  return renderSVG(url, { ecc: 'M', border: 0 })
}
