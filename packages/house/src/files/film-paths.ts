/** Names of what films are made of. Ids are ours (ids.ts), and still: nothing else is ever the name of a file or of an object. */
export const ID = /^[0-9a-z]{1,64}$/

export function safeId(id: string): string {
  if (!ID.test(id)) throw new Error('not an id of a film')
  return id
}

export function safePath(path: string): string {
  if (!/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*){0,4}$/i.test(path)) throw new Error('not a path in a reel')
  return path
}
