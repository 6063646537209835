import type { Actor } from '@vitrine/house'
import type { Locale } from '@vitrine/messages'

declare global {
  namespace App {
    interface Error {
      status: number
      message: string
      /** A code of the house's closed list of errors, when the house refused. */
      code?: string
    }
    interface Locals {
      locale: Locale
      actor: Actor
      /** The accent of the page when a film lends its own (#rrggbb). */
      accent?: string | null
    }
  }
}

export {}
