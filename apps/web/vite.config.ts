import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true, envPrefix: 'VITRINE_WEB_' }),
      csp: {
        // Hashes, not nonces: a page that the browser already has (304) keeps the policy it was sent with.
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute there is: on the region in which SvelteKit says each new page of the desk aloud.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:', 'blob:'],
          'media-src': ['self', 'blob:', 'data:'], // data: an empty text track, by which the player tells a browser of subtitles
          'font-src': ['self'],
          'connect-src': ['self'],
          // Trailers only, and only after a click: see lib/trailer.ts for the players that are known.
          'frame-src': ['https://player.vimeo.com', 'https://www.youtube-nocookie.com', 'https://www.dailymotion.com'],
          'worker-src': ['self', 'blob:'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
      paths: { relative: false },
      compilerOptions: { runes: true },
    }),
  ],
  // The adapter must meet the SvelteKit of this folder: another package of the workspace brings an older one to the root.
  resolve: { dedupe: ['@sveltejs/kit'] },
  build: { assetsInlineLimit: 0 },
})
