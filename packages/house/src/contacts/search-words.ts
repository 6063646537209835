import { fold } from '@vitrine/catalogue/model/slug'

/** What somebody typed to find a company or a person by, as words of the columns `search`. */
export const searchWords = (text: string | undefined): string[] =>
  fold((text ?? '').slice(0, 200))
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8)
