/** The desk's side of the sign-in endpoints: passkeys, one-time codes, sessions. */
export type AuthAnswer<T> = { ok: true; value: T } | { ok: false; status: number }

/** Calls an endpoint of the sign-in library. */
export async function auth<T>(base: string, path: string, body?: unknown): Promise<AuthAnswer<T>> {
  const answer = await fetch(
    `${base}${path}`,
    body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  ).catch(() => null)
  if (!answer?.ok) return { ok: false, status: answer?.status ?? 0 }
  return { ok: true, value: (await answer.json().catch(() => null)) as T }
}

export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function'

/** Makes a passkey on this device and tells the house; `closed` when the person shut the browser's window. */
export async function addPasskey(base: string, name: string): Promise<'made' | 'closed' | 'failed' | 'too-many'> {
  const refusal = (answer: AuthAnswer<unknown>) => (!answer.ok && answer.status === 429 ? 'too-many' : 'failed')
  const named = name === '' ? {} : { name }
  const asked = await auth<PublicKeyCredentialCreationOptionsJSON>(
    base,
    `/passkey/generate-register-options?${new URLSearchParams(named)}`,
  )
  if (!asked.ok) return refusal(asked)
  try {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.value)
    const credential = await navigator.credentials.create({ publicKey })
    if (!(credential instanceof PublicKeyCredential)) return 'failed'
    const told = await auth(base, '/passkey/verify-registration', { response: credential.toJSON(), ...named })
    return told.ok ? 'made' : refusal(told)
  } catch (error) {
    // Whoever closed the browser's own window changed their mind; that is no failure.
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'closed' : 'failed'
  }
}

/** Ends one session, known by its id: the library wants its token, which only the signed-in person can ask for. */
export async function endSession(base: string, id: string): Promise<boolean> {
  const listed = await auth<{ id: string; token: string }[]>(base, '/list-sessions')
  const session = listed.ok ? listed.value.find((each) => each.id === id) : undefined
  return session !== undefined && (await auth(base, '/revoke-session', { token: session.token })).ok
}
