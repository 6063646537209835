/** The players whose address may stand in a frame (the policy in vite.config.ts names the same ones). */
export interface Trailer {
  url: string
  host: string
  embed: string | null
}

/**
 * What can be done with the address of a trailer: played in the page after a click, or opened where it is.
 *
 * @example
 * trailerOf('https://vimeo.com/76979871')?.embed // "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1"
 */
export function trailerOf(address: string): Trailer | null {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return null
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  const host = url.hostname.replace(/^(www|m|player)\./, '')
  return { url: url.href, host, embed: embedOf(host, url) }
}

function embedOf(host: string, url: URL): string | null {
  if (host === 'vimeo.com') {
    const [, id, hash] = /^\/(?:video\/)?(\d+)(?:\/(\w+))?$/.exec(url.pathname) ?? []
    const secret = hash ?? url.searchParams.get('h')
    return id === undefined
      ? null
      : `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${secret !== null && /^\w+$/.test(secret) ? `&h=${secret}` : ''}`
  }
  if (host === 'youtube.com' || host === 'youtu.be' || host === 'youtube-nocookie.com') {
    const id =
      host === 'youtu.be'
        ? url.pathname.slice(1)
        : (url.searchParams.get('v') ?? /^\/(?:embed|shorts)\/([\w-]+)/.exec(url.pathname)?.[1] ?? '')
    return /^[\w-]{6,20}$/.test(id) ? `https://www.youtube-nocookie.com/embed/${id}?autoplay=1` : null
  }
  if (host === 'dailymotion.com' || host === 'dai.ly') {
    const id = /^\/(?:video\/|embed\/video\/)?([a-z0-9]{5,12})/i.exec(url.pathname)?.[1]
    return id === undefined ? null : `https://www.dailymotion.com/embed/video/${id}?autoplay=1`
  }
  return null
}
