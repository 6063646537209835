import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trailerOf } from './trailer.ts'

test('known players are framed without cookies, others are a link, the rest is nothing', () => {
  assert.equal(
    trailerOf('https://vimeo.com/76979871/abc123')?.embed,
    'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=abc123',
  )
  assert.equal(trailerOf('https://youtu.be/abcdefghijk')?.embed, 'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1')
  assert.equal(
    trailerOf('https://www.youtube.com/watch?v=abcdefghijk&t=3')?.embed,
    'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
  )
  assert.equal(trailerOf('https://youtube.com/watch?v="><script>')?.embed, null)
  assert.equal(trailerOf('https://vimeo.com.evil.example/76979871')?.embed, null)
  assert.deepEqual(trailerOf('https://films.example/a.mp4'), {
    url: 'https://films.example/a.mp4',
    host: 'films.example',
    embed: null,
  })
  assert.equal(trailerOf('javascript:alert(1)'), null)
})
