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
    interface PageState {
      /** A sheet became a title just now: which one waits next. */
      made?: { next: { id: string; title: string } | null }
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
