/** The films that move, shot by shot: what the camera does over their stills, what is written and said, and how they sound. */
import type { Face, Setting } from '../art/kit/type.ts'
import { typeset } from '../typeset.ts'
import type { Move } from './camera.ts'
import type { Music } from './sound.ts'

export interface Script {
  slug: string
  language: string
  shots: (Move & { still: number; seconds: number })[]
  cards: { from: number; to: number; lines: ({ face: Face; words: string } & Setting)[] }[]
  subtitles: { language: string; sdh: boolean; lines: Line[] }[]
  music: Music
}

type Line = [from: number, to: number, text: string]

const lines = (language: string, ...said: Line[]): Line[] =>
  said.map(([from, to, text]) => [
    from,
    to,
    text
      .split('\n')
      .map((line) => typeset(language, line))
      .join('\n'),
  ])

const salt: Script = {
  slug: 'salt-is-a-slow-clock',
  language: 'spa',
  shots: [
    { still: 0, seconds: 17, from: [0.34, 0.4, 0.62], to: [0.5, 0.5, 0.96] },
    { still: 1, seconds: 20, from: [0.4, 0.5, 0.98], to: [0.64, 0.52, 0.6] },
    { still: 2, seconds: 19, from: [0.3, 0.36, 0.58], to: [0.66, 0.62, 0.72] },
    { still: 0, seconds: 16, from: [0.72, 0.7, 0.6], to: [0.5, 0.42, 0.86] },
  ],
  cards: [
    {
      from: 3.5,
      to: 10,
      lines: [
        { face: 'syne', words: 'la sal es', fill: '#4a1226', y: 158, size: 54, spacing: -0.045 },
        { face: 'syne', words: 'un reloj lento', fill: '#4a1226', y: 212, size: 54, spacing: -0.045 },
        { face: 'space', words: 'Ximena Choque', fill: '#4a1226', y: 252, size: 17 },
      ],
    },
    {
      from: 18,
      to: 22,
      lines: [{ face: 'spaceText', words: '14.5.1987', fill: '#4a1226', y: 60, x: 40, anchor: 'start', size: 22 }],
    },
    { from: 38, to: 42, lines: [{ face: 'spaceText', words: '2.2.2009', y: 60, x: 40, anchor: 'start', size: 22 }] },
    {
      from: 57,
      to: 61,
      lines: [{ face: 'spaceText', words: '30.9.2023', fill: '#4a1226', y: 60, x: 40, anchor: 'start', size: 22 }],
    },
  ],
  subtitles: [
    {
      language: 'eng',
      sdh: false,
      lines: lines(
        'en',
        [11, 14.5, `We have kept a notebook\nsince I was a child.`],
        [18.5, 22, `"Two gringos and a lawyer.`],
        [22.2, 26, `They asked whether\nanybody lives here.`],
        [26.2, 29.5, `My mother gave them soup."`],
        [31, 35.5, `In February the sky comes down,\nand we walk across it.`],
        [38.5, 42, `"The minister came to inaugurate.`],
        [42.2, 46, `His car went into the brine\nup to the flag."`],
        [48.5, 53, `They say this green is worth\nmore than all our salt.`],
        [57.5, 61, `"Nobody came today.`],
        [61.2, 65, `The rain was on time."`],
      ),
    },
    {
      language: 'fra',
      sdh: false,
      lines: lines(
        'fr',
        [11, 14.5, `Nous tenons un cahier\ndepuis que je suis enfant.`],
        [18.5, 22, `« Deux gringos et un avocat.`],
        [22.2, 26, `Ils ont demandé\nsi quelqu'un vit ici.`],
        [26.2, 29.5, `Ma mère leur a donné de la soupe. »`],
        [31, 35.5, `En février, le ciel descend,\net nous le traversons à pied.`],
        [38.5, 42, `« Le ministre est venu inaugurer.`],
        [42.2, 46, `Sa voiture s'est enfoncée\ndans la saumure, jusqu'au fanion. »`],
        [48.5, 53, `On dit que ce vert-là vaut plus\nque tout notre sel.`],
        [57.5, 61, `« Personne n'est venu aujourd'hui.`],
        [61.2, 65, `La pluie, elle, était à l'heure. »`],
      ),
    },
  ],
  music: { name: 'salt', root: 73.4, chord: [1, 1.5, 2, 2.997, 4.01], notes: [4, 4.5, 5, 6, 6.67, 8], pace: 1.9, wind: 0.7 },
}

const night: Script = {
  slug: 'four-minutes-of-night',
  language: 'fra',
  shots: [
    { still: 3, seconds: 17, from: [0.4, 0.5, 0.66], to: [0.56, 0.5, 0.98] },
    { still: 2, seconds: 15, from: [0.62, 0.56, 0.62], to: [0.42, 0.46, 0.78] },
    { still: 1, seconds: 18, from: [0.5, 0.5, 0.98], to: [0.62, 0.36, 0.6] },
    { still: 0, seconds: 18, from: [0.42, 0.5, 0.58], to: [0.46, 0.5, 0.98] },
  ],
  cards: [
    {
      from: 3,
      to: 9,
      lines: [
        { face: 'interThin', words: 'quatre minutes', y: 172, size: 58, spacing: -0.035 },
        { face: 'interThin', words: 'de nuit', y: 232, size: 58, spacing: -0.035 },
        { face: 'inter', words: 'UN FILM DE MAËLLE KERVADEC', y: 268, size: 11, spacing: 0.3 },
      ],
    },
  ],
  subtitles: [
    {
      language: 'eng',
      sdh: false,
      lines: lines(
        'en',
        [10, 13.5, `In the order of arrival:\nthe birds stop.`],
        [14, 18, `The temperature drops\nby six degrees.`],
        [19, 23, `A wind rises\nfrom nowhere in particular.`],
        [25, 30, `Thirty-one years I drove\nthe number 7 bus in Brest.`],
        [33, 37, `I have seen nineteen of them.`],
        [38.5, 43.5, `And grown men with doctorates\nbegin to shout.`],
        [51, 55, `Then I take off my cap.`],
        [57.5, 62, `I missed the last one\nby eleven kilometres and one cloud.`],
      ),
    },
    {
      language: 'fra',
      sdh: true,
      lines: lines(
        'fr',
        [1, 3, `[Vent sur la lande]`],
        [10, 13.5, `Dans l'ordre d'arrivée :\nles oiseaux se taisent.`],
        [14, 18, `La température perd\nsix degrés.`],
        [19, 23, `Un vent se lève\nde nulle part.`],
        [25, 30, `Trente et un ans au volant\nde la ligne 7, à Brest.`],
        [33, 37, `J'en ai vu dix-neuf.`],
        [38.5, 43.5, `Et des docteurs en physique\nse mettent à crier.`],
        [46, 49, `[La musique s'arrête]`],
        [51, 55, `Alors, j'ôte ma casquette.`],
        [57.5, 62, `La dernière, je l'ai manquée\npour onze kilomètres et un nuage.`],
      ),
    },
  ],
  music: {
    name: 'night',
    root: 55,
    chord: [1, 1.498, 2, 2.38, 4],
    notes: [4, 4.76, 6, 7.13, 8],
    pace: 2.8,
    wind: 0.9,
    hush: [46, 57],
  },
}

export const scripts: Script[] = [salt, night]
