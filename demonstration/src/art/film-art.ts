import type { TitleSheet } from '@vitrine/catalogue'
import type { Frame } from './kit/frame.ts'

/** How the pictures of one film are made: one poster, and its stills in the order of their captions. */
export interface FilmArt {
  poster: (sheet: TitleSheet) => Frame
  stills: (() => Frame)[]
}
