/** People as silhouettes: limbs drawn as rounded strokes on a small skeleton, angles in degrees from straight down. */
export interface Pose {
  lean?: number
  arms?: [[number, number], [number, number]] // shoulder and elbow, left and right
  legs?: [[number, number], [number, number]] // hip and knee
  head?: number
}

export const POSES = {
  stand: {
    arms: [
      [8, 4],
      [-8, -4],
    ],
    legs: [
      [4, 0],
      [-4, 0],
    ],
  },
  walk: {
    lean: 4,
    arms: [
      [24, 40],
      [-22, -6],
    ],
    legs: [
      [24, 10],
      [-22, -38],
    ],
  },
  run: {
    lean: 14,
    arms: [
      [60, 130],
      [-50, 20],
    ],
    legs: [
      [62, -10],
      [-34, -95],
    ],
  },
  crouch: {
    lean: 48,
    arms: [
      [70, 90],
      [30, 60],
    ],
    legs: [
      [50, -20],
      [-2, -50],
    ],
    head: 20,
  },
  reach: {
    lean: -4,
    arms: [
      [150, 170],
      [-140, -170],
    ],
    legs: [
      [8, 2],
      [-8, -4],
    ],
  },
  leap: {
    lean: -8,
    arms: [
      [120, 150],
      [-110, -140],
    ],
    legs: [
      [70, 10],
      [-58, -100],
    ],
  },
  dance: {
    lean: 10,
    arms: [
      [165, 150],
      [-60, -130],
    ],
    legs: [
      [50, -40],
      [-14, -10],
    ],
  },
} as const satisfies Record<string, Pose>

/** A figure whose feet are at (x, y), `tall` pixels high. `face` -1 turns it round. */
export function figure(x: number, y: number, tall: number, pose: Pose, face: 1 | -1 = 1, colour = '#000'): string {
  const end = (from: [number, number], angle: number, length: number): [number, number] => {
    const a = (angle * Math.PI) / 180
    return [from[0] + Math.sin(a) * length * face, from[1] + Math.cos(a) * length]
  }
  const legs = pose.legs ?? [
    [4, 0],
    [-4, 0],
  ]
  const arms = pose.arms ?? [
    [8, 4],
    [-8, -4],
  ]
  const lean = pose.lean ?? 0
  const lowest =
    Math.max(...legs.map(([hip, knee]) => Math.cos((hip * Math.PI) / 180) * 0.245 + Math.cos((knee * Math.PI) / 180) * 0.245)) *
    tall
  const hip: [number, number] = [x, y - lowest]
  const neck = end(hip, 180 - lean, tall * 0.3)
  const head = end(neck, 180 - lean - (pose.head ?? 0), tall * 0.115)
  const stroke = (points: [number, number][], width: number) =>
    `<path d="M${points.map((p) => `${p[0].toFixed(1)} ${p[1].toFixed(1)}`).join('L')}" fill="none" stroke="${colour}" stroke-width="${(width * tall).toFixed(1)}" stroke-linecap="round" stroke-linejoin="round"/>`
  const parts: string[] = []
  for (const [upper, lower] of legs) {
    const knee = end(hip, upper, tall * 0.245)
    const foot = end(knee, lower, tall * 0.235)
    parts.push(stroke([hip, knee], 0.098), stroke([knee, foot], 0.068), stroke([foot, end(foot, 78, tall * 0.055)], 0.045))
  }
  const shoulder = end(hip, 180 - lean, tall * 0.275)
  for (const [upper, lower] of arms) {
    const elbow = end(shoulder, upper, tall * 0.17)
    parts.push(stroke([shoulder, elbow], 0.07), stroke([elbow, end(elbow, lower, tall * 0.17)], 0.05))
  }
  const waist = end(hip, 180 - lean, tall * 0.1)
  parts.push(stroke([hip, waist], 0.15), stroke([waist, shoulder], 0.175), stroke([shoulder, head], 0.07))
  return `${parts.join('')}<ellipse cx="${head[0].toFixed(1)}" cy="${head[1].toFixed(1)}" rx="${(tall * 0.062).toFixed(1)}" ry="${(tall * 0.078).toFixed(1)}" fill="${colour}"/>`
}
