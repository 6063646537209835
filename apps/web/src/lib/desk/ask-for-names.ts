/** Names from the server; null where it gave none, or where a page to sign in answered in its place. */
export async function askForNames<Names>(address: string): Promise<Names | null> {
  const answer = await fetch(address).catch(() => null)
  return answer?.ok ? ((await answer.json().catch(() => null)) as Names | null) : null
}
