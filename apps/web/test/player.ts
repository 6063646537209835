/** The player of the screening room, as tests see it. */
import type { Page } from 'playwright-core'

/** How the film stands in a viewer's browser. */
export const film = (page: Page) =>
  page.locator('video').evaluate((video) => {
    const { currentTime, paused, readyState, videoWidth } = video as unknown as { currentTime: number; paused: boolean; readyState: number; videoWidth: number } // prettier-ignore
    return { at: currentTime, paused, readyState, width: videoWidth }
  })
/** Waits until it stands so; else says how it stood, and what the player said. */
export async function until(page: Page, what: string, holds: (now: Awaited<ReturnType<typeof film>>) => boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (holds(await film(page))) return
    await page.waitForTimeout(100)
  }
  throw new Error(`${what}: ${JSON.stringify(await film(page))}; ${await page.locator('[data-says]').textContent()}`)
}
