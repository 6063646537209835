/** Sign-in with a passkey, where the browser and the server have them: a button that a page without script does not show. */
export function passkey(box: HTMLElement): void {
  if (typeof PublicKeyCredential === 'undefined' || typeof PublicKeyCredential.parseRequestOptionsFromJSON !== 'function') return
  const auth = box.dataset['auth'] ?? ''
  const fault = box.querySelector<HTMLElement>('[data-passkey-error]')
  box.hidden = false
  box.querySelector('button')?.addEventListener('click', () => {
    if (fault !== null) fault.textContent = ''
    void signIn(auth)
      .then((welcome) => {
        if (welcome) location.assign(box.dataset['next'] ?? '/')
        else if (fault !== null) fault.textContent = box.dataset['failed'] ?? ''
      })
      .catch((error: unknown) => {
        // Whoever closed the browser's own window changed their mind; that is no failure.
        if (fault !== null && !(error instanceof DOMException && error.name === 'NotAllowedError'))
          fault.textContent = box.dataset['failed'] ?? ''
      })
  })
}

async function signIn(auth: string): Promise<boolean> {
  const asked = await fetch(`${auth}/passkey/generate-authenticate-options`)
  if (!asked.ok) return false
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON((await asked.json()) as PublicKeyCredentialRequestOptionsJSON)
  const credential = await navigator.credentials.get({ publicKey })
  if (!(credential instanceof PublicKeyCredential)) return false
  const answered = await fetch(`${auth}/passkey/verify-authentication`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response: credential.toJSON() }),
  })
  return answered.ok
}
