/** Sends a change to the desk's own endpoints; a refusal comes back with words for the person, never as an exception. */
export async function post<T>(
  url: string,
  body: unknown,
): Promise<{ ok: true; value: T } | { ok: false; code: string; message: string; details: Record<string, unknown> }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  const value = (await answer?.json().catch(() => null)) as
    | (T & { code?: string; message?: string; details?: Record<string, unknown> })
    | null
  if (answer?.ok && value !== null) return { ok: true, value }
  return { ok: false, code: value?.code ?? 'unreachable', message: value?.message ?? '', details: value?.details ?? {} }
}
