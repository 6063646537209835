/**
 * Makes something when it is first wanted, and then keeps it: for libraries that take long to load and that a start does not need.
 *
 * @example
 * const post = once(async () => (await import('nodemailer')).createTransport('smtp://localhost'))
 */
export function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | null = null
  return () => (made ??= make())
}
