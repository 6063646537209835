/**
 * The player: hls.js behind controls of the page's own, which are native elements. It plays, reports what ran every ten seconds, and is
 * given leave for the next minutes by the answer. Nothing of it leaves this house.
 */
import Hls, { type ErrorData } from 'hls.js'
import { clock } from './clock.ts'
import { running } from './ran.ts'

const REPORT_SECONDS = 10
/** As many as the server reads in one report. */
const MOST_STRETCHES = 200
const MARK_SECONDS = 12
/** What fails again so soon after it was loaded is not for want of leave. */
const RELOAD_SECONDS = 20

interface Words {
  play: string
  pause: string
  mute: string
  unmute: string
  none: string
  loading: string
  slow: string
  broken: string
  away: string
  unplayable: string
  sleeping: string
  over: Record<string, string>
}
interface Storyboard {
  columns: number
  rows: number
  every: number
  width: number
  height: number
}

/** Whoever comes by pressing Watch expects the film to run; whoever comes back to its page, reloads it or keeps its address does not. */
const wanted = location.hash === '#play'
if (wanted) history.replaceState(history.state, '', location.pathname + location.search)

for (const box of document.querySelectorAll<HTMLElement>('[data-player]')) play(box)

function play(box: HTMLElement): void {
  const part = <E extends HTMLElement>(name: string): E => box.querySelector<E>(`[data-${name}]`)!
  const base = box.dataset['player']!
  const words = JSON.parse(box.dataset['words']!) as Words
  const seconds = Number(box.dataset['seconds'])
  const film = box.querySelector('video')!
  const [seek, volume] = [part<HTMLInputElement>('seek'), part<HTMLInputElement>('volume')]
  const [sound, subtitles, size] = [
    part<HTMLSelectElement>('sound'),
    part<HTMLSelectElement>('subtitles'),
    part<HTMLSelectElement>('size'),
  ]
  const ran = running()
  let hls: Hls | null = null
  let over = false
  let comingBack = false
  /** What a returning viewer read along last, '' for nothing; undefined for who comes for the first time. */
  const readBefore = box.dataset['again']
  /** What they chose to read along on this page: a film that is loaded again goes on with it. */
  let picked: number | null = null

  const say = (text: string): void => {
    part('says').textContent = text
    part('says').hidden = text === ''
  }

  // ---------------------------------------------------------------- the film

  const start = keptPlace() ?? Number(box.dataset['at'])
  // Whoever had come to the credits begins again.
  let from = start > 0 && start < seconds - Math.min(10, seconds / 20) ? start : 0
  let loadedAt = Date.now()
  let begun = false
  if (Hls.isSupported()) {
    hls = new Hls({
      startPosition: from,
      capLevelToPlayerSize: true,
      maxBufferLength: 24,
      backBufferLength: 60,
      startFragPrefetch: true,
      enableWorker: false, // segments are handed on as they are: a thread of its own costs more than it takes off this one
    })
    hls.on(Hls.Events.ERROR, (_, error) => void failed(error))
    hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, () =>
      list(
        sound,
        hls!.audioTracks.map(({ name }) => name),
        hls!.audioTrack,
      ),
    )
    hls.on(Hls.Events.AUDIO_TRACK_SWITCHED, () => (sound.value = String(hls!.audioTrack)))
    hls.on(Hls.Events.SUBTITLE_TRACKS_UPDATED, () => {
      list(subtitles, [words.none, ...hls!.subtitleTracks.map(({ name }) => name)], hls!.subtitleTrack, -1)
      hls!.subtitleDisplay = true
      // After this, hls.js switches to what stands as default in the playlist, which is none.
      const read = (track: number): void => queueMicrotask(() => showSubtitles(track))
      if (readBefore !== undefined) return read(readBefore === '' ? -1 : 0) // theirs stand first
      const own = box.dataset['locale']
      const spoken = hls!.audioTracks[Math.max(0, hls!.audioTrack)]?.lang
      const suits = hls!.subtitleTracks.findIndex(({ lang }) => lang === own)
      if (spoken !== own && suits >= 0) read(suits)
    })
    hls.on(Hls.Events.MANIFEST_PARSED, (_, { levels }) => {
      if (size.length > 1) return // it was loaded again
      for (const [n, level] of levels.entries()) size.add(new Option(`${level.height}p`, String(n)))
      say('')
      void begin()
    })
    hls.loadSource(`${base}index.m3u8`)
    hls.attachMedia(film)
  } else if (film.canPlayType('application/vnd.apple.mpegurl') !== '') {
    film.src = `${base}index.m3u8`
    film.addEventListener('loadedmetadata', () => {
      film.currentTime = from
      say('')
      size.closest('label')!.hidden = true
      const tracks = [...film.textTracks].filter(({ kind }) => kind === 'subtitles')
      list(subtitles, [words.none, ...tracks.map(({ label }) => label)], -1, -1)
      if (picked !== null) showSubtitles(picked)
      else if (readBefore !== undefined) showSubtitles(readBefore === '' ? -1 : 0)
      if (!begun) void begin()
      sound.closest('label')!.hidden = true // Safari's own menu has them
    })
    film.addEventListener('error', () => void again())
  } else say(words.unplayable)

  /** Starts the film for who asked for it; where the browser refuses that, and for who only came to the page, one large button does. */
  async function begin(): Promise<void> {
    begun = true
    if (!wanted) return offer()
    try {
      await film.play()
    } catch (error) {
      offer()
      if ((error as Error).name === 'NotAllowedError') part('begin').focus()
    }
  }
  function offer(): void {
    part('begin').hidden = over || !film.paused
  }

  /** A player of the browser's own says nothing but that it failed: with leave renewed, as after a sleep, it is loaded again where it was. */
  async function again(): Promise<void> {
    const [place, since, wasRunning] = [film.currentTime, Date.now() - loadedAt, !film.paused]
    if (!(await report()) || over) return
    if (since < RELOAD_SECONDS * 1000) return say(words.broken)
    loadedAt = Date.now()
    from = place
    film.src = `${base}index.m3u8`
    if (wasRunning) await film.play().catch(() => {})
  }

  /**
   * 410: it was revoked or has run out, or the goodbye of the page before a reload came late: then it is given again by now.
   * 401: leave to watch has run out, and a report renews it.
   */
  async function failed(error: ErrorData): Promise<void> {
    const status = error.response?.code
    const refused = status === 410 ? await word(error.url ?? error.response?.url ?? error.frag?.url ?? base) : null
    if (refused !== null) return end(refused)
    if (status === 410 || status === 401 || status === 403) {
      if ((status !== 410 && !(await report())) || hls === null) return
      return error.details === Hls.ErrorDetails.MANIFEST_LOAD_ERROR ? hls.loadSource(`${base}index.m3u8`) : hls.startLoad()
    }
    if (!error.fatal || hls === null) return
    if (error.type === Hls.ErrorTypes.MEDIA_ERROR) return hls.recoverMediaError()
    say(status === 503 ? words.away : words.broken)
    setTimeout(() => over || hls?.startLoad(), 3_000)
  }
  const word = (url: string): Promise<string | null> =>
    fetch(url).then(
      async (answer) => (answer.status === 410 ? (await answer.text()).trim() : null),
      () => null,
    )

  function end(why: string): void {
    if (why === 'left') return void comeBack()
    over = true
    hls?.destroy()
    film.pause()
    film.removeAttribute('src')
    film.load()
    box.classList.add('is-over')
    for (const name of ['controls', 'begin']) part(name).hidden = true
    say(words.over[why] ?? words.over['revoked']!)
  }

  /**
   * The browser brought a closed page back, or the goodbye of the page before came late. Asked for again, the page gives its viewing
   * back: the film goes on here, for a page that is loaded anew may start nothing by itself.
   */
  async function comeBack(): Promise<void> {
    if (over || comingBack) return
    comingBack = true
    const page = await fetch(location.pathname).catch(() => null)
    comingBack = false
    if (page?.ok !== true || page.redirected) return location.reload()
    loadedAt = 0
    if (hls === null) return again()
    if (hls.levels.length === 0) hls.loadSource(`${base}index.m3u8`)
    else hls.startLoad()
  }

  /** Where the film stood when this very page was loaded again: the server heard of it after it had answered. */
  function keptPlace(): number | null {
    try {
      const kept = sessionStorage.getItem(base)
      sessionStorage.removeItem(base) // once: elsewhere it may have gone on since
      return kept === null ? null : Number(kept)
    } catch {
      return null // a browser that keeps nothing
    }
  }
  function keepPlace(): void {
    try {
      if (film.readyState >= 2) sessionStorage.setItem(base, String(film.currentTime))
    } catch {
      // It begins where the server knows.
    }
  }

  // ---------------------------------------------------------------- what ran

  const tick = (jumped = false): void => {
    if (!film.paused && !film.seeking && film.readyState > 2) ran.tick(film.currentTime, film.playbackRate, jumped)
  }
  /** Whether leave to watch was renewed. */
  async function report(left = false): Promise<boolean> {
    if (over) return false
    const played = ran.take(MOST_STRETCHES)
    const body = JSON.stringify({
      played,
      // Until the film has come to where it goes on, that is the place: a film at its very beginning has not been left there.
      at: Math.round((film.currentTime === 0 && film.readyState < 2 ? from : film.currentTime) * 1000),
      language: language(),
      subtitles: shown(),
      left,
    })
    const sent = await fetch(`${base}report`, {
      method: 'POST',
      body,
      keepalive: true,
      headers: { 'content-type': 'application/json' },
    }).catch(() => null)
    if (sent?.status === 410) end((await sent.text()).trim())
    if (sent?.status === 401 || sent?.status === 403) say(words.sleeping)
    // The line, the server or its database was away: what ran is told again. What was read and refused is not.
    if (sent === null || sent.status === 401 || sent.status === 429 || sent.status >= 500) ran.giveBack(played)
    return sent?.status === 204
  }
  const language = (): string | null =>
    hls === null
      ? (ownSounds().find(({ enabled }) => enabled)?.language ?? null)
      : (hls.audioTracks[hls.audioTrack]?.lang ?? null)
  /** What is read along; until the tracks are there, what they read last is not forgotten. */
  function shown(): string | null {
    const tracks = hls?.subtitleTracks ?? [...film.textTracks]
    if (tracks.length === 0) return readBefore || null
    return hls === null
      ? ([...film.textTracks].find(({ mode }) => mode === 'showing')?.language ?? null)
      : (hls.subtitleTracks[hls.subtitleTrack]?.lang ?? null)
  }
  /** The sounds of a player of the browser's own, which its menu switches. */
  const ownSounds = (): { enabled: boolean; language: string }[] => [
    ...((film as { audioTracks?: Iterable<{ enabled: boolean; language: string }> }).audioTracks ?? []),
  ]
  // At once as well: a page that is loaded again says goodbye when the new one has been answered, and would be taken for closed.
  void report()
  setInterval(() => void report(), REPORT_SECONDS * 1000)
  addEventListener('pagehide', () => {
    keepPlace()
    void report(true)
  })

  // ---------------------------------------------------------------- controls

  function list(select: HTMLSelectElement, names: readonly string[], chosen: number, first = 0): void {
    select.replaceChildren(...names.map((name, n) => new Option(name, String(n + first), false, n + first === chosen)))
    select.disabled = names.length < 2
    select.value = String(chosen)
  }
  function showSubtitles(track: number): void {
    subtitles.value = String(track)
    if (hls !== null) hls.subtitleTrack = track
    else
      [...film.textTracks]
        .filter(({ kind }) => kind === 'subtitles')
        .forEach((text, n) => (text.mode = n === track ? 'showing' : 'disabled'))
  }
  const toggle = (): void => void (film.paused ? film.play().catch(() => {}) : film.pause())
  const go = (to: number): void => {
    film.currentTime = Math.min(Math.max(0, to), seconds - 0.1)
  }
  const louder = (by: number): void => {
    film.volume = Math.min(1, Math.max(0, film.volume + by))
  }
  const full = (): void =>
    void (document.fullscreenElement === null
      ? (box.requestFullscreen?.() ?? (film as { webkitEnterFullscreen?: () => void }).webkitEnterFullscreen?.())
      : document.exitFullscreen())

  part('play').addEventListener('click', toggle)
  part('begin').addEventListener('click', toggle)
  film.addEventListener('click', toggle)
  part('mute').addEventListener('click', () => (film.muted = !film.muted))
  part('full').addEventListener('click', full)
  volume.addEventListener('input', () => (film.volume = Number(volume.value)))
  seek.addEventListener('input', () => go(Number(seek.value)))
  // Told at once: whoever comes back begins with what they chose last.
  sound.addEventListener('change', () => {
    if (hls !== null) hls.audioTrack = Number(sound.value)
    void report()
  })
  const choose = (track: number): void => {
    picked = track
    showSubtitles(track)
    void report()
  }
  subtitles.addEventListener('change', () => choose(Number(subtitles.value)))
  size.addEventListener('change', () => hls !== null && (hls.nextLevel = Number(size.value)))
  part<HTMLSelectElement>('speed').addEventListener(
    'change',
    ({ currentTarget }) => (film.playbackRate = Number((currentTarget as HTMLSelectElement).value)),
  )
  box
    .querySelector<HTMLSelectElement>('[data-chapters]')
    ?.addEventListener('change', ({ currentTarget }) => go(Number((currentTarget as HTMLSelectElement).value)))
  if (document.pictureInPictureEnabled && box.querySelector('[data-mark]') === null) {
    part('beside').hidden = false // the name over the picture would stay behind
    part('beside').addEventListener('click', () => void film.requestPictureInPicture().catch(() => {}))
  }

  film.addEventListener('timeupdate', () => {
    tick()
    seek.value = String(Math.floor(film.currentTime))
    seek.setAttribute('aria-valuetext', clock(film.currentTime))
    part('clock').textContent = clock(film.currentTime)
  })
  film.addEventListener('seeked', () => tick(true))
  film.addEventListener('ratechange', () => tick())
  for (const still of ['pause', 'ended', 'seeking', 'waiting'] as const) film.addEventListener(still, () => ran.stop())
  film.addEventListener('pause', () => void report())
  film.addEventListener('waiting', () => say(words.slow))
  for (const goes of ['playing', 'canplay'] as const) film.addEventListener(goes, () => over || say(''))
  film.addEventListener('play', () => {
    if (document.activeElement === part('begin')) part('play').focus()
    part('begin').hidden = true
  })
  for (const change of ['play', 'pause'] as const)
    film.addEventListener(change, () => {
      part('play').setAttribute('aria-label', film.paused ? words.play : words.pause)
      part('play').classList.toggle('is-playing', !film.paused)
    })
  film.addEventListener('volumechange', () => {
    volume.value = String(film.muted ? 0 : film.volume)
    part('mute').setAttribute('aria-pressed', String(film.muted))
    part('mute').setAttribute('aria-label', film.muted ? words.unmute : words.mute)
  })

  const KEYS: Record<string, () => void> = {
    ' ': toggle,
    k: toggle,
    ArrowLeft: () => go(film.currentTime - 5),
    ArrowRight: () => go(film.currentTime + 5),
    j: () => go(film.currentTime - 10),
    l: () => go(film.currentTime + 10),
    ArrowUp: () => louder(0.1),
    ArrowDown: () => louder(-0.1),
    m: () => (film.muted = !film.muted),
    c: () => choose(Number(subtitles.value) >= 0 ? -1 : 0),
    f: full,
    Home: () => go(0),
  }
  document.addEventListener('keydown', (event) => {
    const on = event.target as HTMLElement
    // What a control does with a key itself is its own.
    if (
      over ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      on.matches('select, textarea, a, input:not([data-seek])') ||
      (on.matches('button') && event.key === ' ')
    )
      return
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  })

  // ---------------------------------------------------------------- what is seen beside the film

  const board = box.dataset['storyboard'] === undefined ? null : (JSON.parse(box.dataset['storyboard']) as Storyboard)
  const preview = part('preview')
  if (board !== null)
    seek.addEventListener('pointermove', (event) => {
      const share = Math.min(1, Math.max(0, event.offsetX / seek.clientWidth))
      const n = Math.floor((share * seconds) / board.every)
      const [sheet, place] = [Math.floor(n / (board.columns * board.rows)), n % (board.columns * board.rows)]
      preview.hidden = false
      Object.assign(preview.style, {
        width: `${board.width}px`,
        height: `${board.height}px`,
        left: `${Math.min(Math.max(0, event.offsetX - board.width / 2), seek.clientWidth - board.width)}px`,
        backgroundImage: `url(${base}storyboard/${sheet}.jpg)`,
        backgroundPosition: `-${(place % board.columns) * board.width}px -${Math.floor(place / board.columns) * board.height}px`,
      })
      preview.textContent = clock(share * seconds)
    })
  seek.addEventListener('pointerleave', () => (preview.hidden = true))

  const mark = box.querySelector<HTMLElement>('[data-mark]')
  if (mark !== null) {
    const move = (): void => {
      mark.style.left = `${Math.round(4 + Math.random() * 60)}%`
      mark.style.top = `${Math.round(6 + Math.random() * 70)}%`
    }
    move()
    setInterval(move, MARK_SECONDS * 1000)
  }
}
