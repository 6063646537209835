import type { TitleSheet } from '@vitrine/catalogue'
import type { Sheet } from './sheet.ts'
import { widthOf } from './type.ts'
import type { Face } from './type.ts'

const ROLES: Record<string, Record<string, string>> = {
  en: {
    presents: 'present',
    film: 'a film by',
    photography: 'photography',
    editing: 'editing',
    sound: 'sound',
    music: 'music',
    narrator: 'told by',
    producers: 'produced by',
    with: 'in co-production with',
    support: 'with the support of',
    broadcaster: 'with',
  },
  fr: {
    presents: 'présentent',
    film: 'un film de',
    photography: 'image',
    editing: 'montage',
    sound: 'son',
    music: 'musique',
    narrator: 'raconté par',
    producers: 'produit par',
    with: 'en coproduction avec',
    support: 'avec le soutien de',
    broadcaster: 'avec la participation de',
  },
}

interface Piece {
  text: string
  small: boolean
  width: number
}

/** The credits at the foot of a poster, as film posters set them: condensed capitals, the functions small beside the names. */
export function billing(
  paper: Sheet,
  sheet: TitleSheet,
  set: {
    x: number
    y: number
    width: number
    fill: string
    size?: number
    anchor?: 'start' | 'middle' | 'end'
    face?: Face
    language?: 'en' | 'fr'
    upwards?: boolean
  },
): number {
  const { x, width, fill, size = 38, anchor = 'middle', face = 'league', language = 'en' } = set
  const words = ROLES[language]!
  const spacing = 0.05
  const small = size * 0.62
  const groups: [string, string[]][] = [
    ['', sheet.productionCompanies.map((c) => c.name)],
    [words.film!, sheet.directors],
    ...sheet.credits.filter((c) => words[c.role]).map((c): [string, string[]] => [words[c.role]!, c.names]),
    [words.producers!, sheet.producers],
    [words.with!, sheet.coProducers.map((c) => c.name)],
    [words.broadcaster!, sheet.broadcasters.slice(0, 2)],
    [words.support!, sheet.supporters.slice(0, 2)],
  ]
  const piece = (text: string, isSmall: boolean): Piece => ({
    text: text.toUpperCase(),
    small: isSmall,
    width: (widthOf(face, text.toUpperCase(), spacing) / 100) * (isSmall ? small : size),
  })
  const gap = size * 0.26
  const rows: Piece[][] = [[]]
  let used = 0
  for (const [role, names] of groups) {
    if (names.length === 0) continue
    const unit = [...(role ? [piece(role, true)] : []), piece(names.join(', '), false)]
    const wide = unit.reduce((sum, p) => sum + p.width + gap, gap)
    if (used > 0 && used + wide > width) {
      rows.push([])
      used = 0
    }
    rows.at(-1)!.push(...unit)
    used += wide
  }
  const leading = size * 1.28
  const first = set.upwards ? set.y - leading * (rows.length - 1) : set.y
  rows.forEach((row, i) => {
    const total = row.reduce((sum, p, k) => sum + p.width + (k ? (p.small ? gap * 2.2 : gap) : 0), 0)
    const squeeze = Math.min(1, width / total) // one company with a long list still fits
    let at = anchor === 'start' ? x : anchor === 'end' ? x - total * squeeze : x - (total * squeeze) / 2
    row.forEach((p, k) => {
      if (k) at += (p.small ? gap * 2.2 : gap) * squeeze
      paper.text(face, p.text, { x: at, y: first + i * leading, size: (p.small ? small : size) * squeeze, fill, spacing })
      at += p.width * squeeze
    })
  })
  return first
}

/** A festival's laurel: two sprigs around two or three short lines. */
export function laurel(
  paper: Sheet,
  x: number,
  y: number,
  r: number,
  fill: string,
  lines: string[],
  face: Face = 'archivoBold',
): void {
  const leaves: string[] = []
  for (const side of [-1, 1])
    for (let i = 0; i < 10; i++) {
      const a = (Math.PI / 180) * (165 - i * 14.5) // from the foot of the sprig, clockwise on the right
      const px = x + side * Math.sin(a) * r * 1.25
      const py = y - Math.cos(a) * r
      const long = r * (0.3 - Math.abs(i - 4.5) * 0.014)
      const turn = (Math.atan2(-Math.sin(a), side * -Math.cos(a)) * 180) / Math.PI + side * (i % 2 ? 24 : -28)
      leaves.push(
        `<path d="M0 0 C ${long * 0.3} ${-long * 0.26} ${long * 0.75} ${-long * 0.22} ${long} 0 C ${long * 0.75} ${long * 0.22} ${long * 0.3} ${long * 0.26} 0 0Z" transform="translate(${px} ${py}) rotate(${turn})" fill="${fill}"/>`,
      )
    }
  paper.add(...leaves)
  const size = r * 0.2
  lines.forEach((text, i) => {
    const wide = (widthOf(face, text, 0.04) / 100) * size
    const k = Math.min(1, (r * 1.75) / wide)
    paper.text(face, text, {
      x,
      y: y + (i - (lines.length - 1) / 2) * size * 1.3 + size * 0.36,
      size: size * k,
      fill,
      anchor: 'middle',
      spacing: 0.04,
    })
  })
}
