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
      /** Light or dark as the visitor chose; null follows the device. */
      appearance: 'light' | 'dark' | null
      /** The accent of the page when a film lends its own (#rrggbb). */
      accent?: string | null
    }
  }
}

export {}
