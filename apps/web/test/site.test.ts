/** The public site as its visitors meet it: a real browser, the real server, a house of a few films. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { emptySheet } from '@vitrine/catalogue'
import { SYSTEM } from '@vitrine/house'
import { DAYS_OF_SIGN_INS, VISITORS_KEPT } from '@vitrine/house/retention'
import {
  addAuthenticator,
  axe,
  cookiesOf,
  faultsInBothLooks,
  faultsOf,
  followLink,
  openPage,
  openRooms,
  SCREENS,
  sessionOf,
  type Rooms,
} from './rooms.ts'

const PAGES = [
  '',
  '/films',
  '/films?theme=water&view=list',
  '/films?q=zzzqxy',
  '/films/the-ferry-log',
  '/films/nothing-but-a-title',
  '/collections',
  '/collections/rivers',
  '/people',
  '/people/ilse-marwan',
  '/companies',
  '/companies/lantern-oar',
  '/festivals',
  '/festivals/meridian-documentary-days',
  '/shortlist',
  '/about',
  '/legal',
  '/sign-in',
  '/no-such-page',
]

let rooms: Rooms
before(async () => {
  rooms = await openRooms()
})
after(async () => {
  await rooms?.close()
})
const at = (path: string) => rooms.address + path

describe('every page', () => {
  for (const { name, locale, options } of SCREENS) {
    test(`${name}: axe finds nothing in the light and in the dark, nothing is wider than the screen, the browser complains of nothing`, async () => {
      const { page, complaints, close } = await openPage(rooms, options)
      for (const path of PAGES) {
        await page.goto(at(`/${locale}${path}`))
        assert.deepEqual(await faultsInBothLooks(page), [], path)
      }
      assert.deepEqual(
        complaints.filter((one) => !/no-such-page.*404/.test(one)),
        [],
      )
      await close()
    })
  }

  test('a fault of each kind is found where it is planted: in the light, in the dark alone, in the structure', async () => {
    const { page, close } = await openPage(rooms)
    const faultsWith = async (html: string, css = '') => {
      await page.goto(at('/en/about'))
      await page.evaluate(
        ({ html, css }) => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(css)
          document.adoptedStyleSheets.push(sheet)
          document.querySelector('main')!.insertAdjacentHTML('beforeend', html)
        },
        { html, css },
      )
      return (await faultsInBothLooks(page)).map((fault) => fault.replace(/ at .*/s, '').replace(/\d+ px/, 'px'))
    }
    const pale = '<p class="planted">Hardly to be read</p>'
    assert.deepEqual(await faultsWith('<p class="planted">Well</p>', '.planted { color: #000; background: #fff }'), [])
    assert.deepEqual(
      await faultsWith(pale, '@media (prefers-color-scheme: light) { .planted { color: #eee; background: #fff } }'),
      ['color-contrast'],
    )
    assert.deepEqual(
      await faultsWith(pale, '@media (prefers-color-scheme: dark) { .planted { color: #333; background: #111 } }'),
      ['in the dark: color-contrast'],
    )
    // The look of the page itself, not only of what is planted in it, and none that is only on its way there.
    assert.deepEqual(await faultsWith(pale, '.planted { color: #eee; background: none }'), ['color-contrast'])
    assert.deepEqual(await faultsWith(pale, '.planted { color: #333; background: none }'), ['in the dark: color-contrast'])
    assert.deepEqual(await faultsWith(pale, '.planted { transition: color 9s !important }'), [
      'in the dark: still moving: 1',
      'in the dark: color-contrast',
    ])
    assert.deepEqual(await faultsWith('<input type="text">'), ['label'])
    const small = '<button type="button" class="planted">a</button><button type="button" class="planted">b</button>'
    const sized =
      '.planted { all: unset; display: inline-block; width: 9px; height: 9px; overflow: hidden; color: #000; background: #fff }'
    assert.deepEqual([...new Set(await faultsWith(small, sized))], ['target-size'])
    assert.deepEqual(await faultsWith(pale, '.planted { width: 3000px }'), [
      'px wider than the screen',
      'in the dark: px wider than the screen',
    ])
    await close()
  })

  test('carries a strict policy and safe headers', async () => {
    for (const path of ['/en', '/en/films/the-ferry-log', '/fr/sign-in', '/en/no-such-page']) {
      const { headers } = await fetch(at(path))
      const policy = headers.get('content-security-policy') ?? ''
      assert.match(policy, /script-src 'self'( 'sha256-[^']+')*(;|$)/, path)
      assert.doesNotMatch(policy.replace(/style-src-attr[^;]*/, ''), /unsafe-/, path)
      assert.match(policy, /frame-ancestors 'none'/)
      assert.match(policy, /base-uri 'none'/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin')
    }
  })

  test('names its language, its other language and its own address', async () => {
    const html = await (await fetch(at('/fr/films/the-ferry-log'))).text()
    assert.match(html, /<html lang="fr"/)
    assert.ok(
      html.includes(`hreflang="en" href="${rooms.address.replace('127.0.0.1', 'localhost')}/en/films/the-ferry-log"`) ||
        html.includes('/en/films/the-ferry-log"'),
    )
    assert.match(html, /<link rel="canonical" href="http[^"]+\/fr\/films\/the-ferry-log"/)
    assert.match(html, /<h1[^>]*>Le Journal du bac<\/h1>/)
    assert.match(html, /property="og:image" content="[^"]+\/og\.jpg"/)
    const json = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null') as {
      '@type'?: string
    } | null
    assert.equal(json?.['@type'], 'Movie')
  })
})

describe('weight', () => {
  test('a film’s page: at most 60 KB of script and 100 KB in all before pictures, as sent', async () => {
    const { page, close } = await openPage(rooms)
    for (const path of ['/en', '/en/films', '/en/films/the-ferry-log']) {
      const weights = { script: 0, all: 0 }
      const client = await page.context().newCDPSession(page)
      await client.send('Network.enable')
      await client.send('Network.setCacheDisabled', { cacheDisabled: true })
      const types = new Map<string, string>()
      client.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
      client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const type = types.get(requestId)
        if (type === 'Image') return
        weights.all += encodedDataLength
        if (type === 'Script') weights.script += encodedDataLength
      })
      await page.goto(at(path), { waitUntil: 'networkidle' })
      await client.detach()
      assert.ok(weights.all > 20_000, 'nothing was measured')
      assert.ok(weights.script <= 60 * 1024, `${path}: ${weights.script} bytes of script`)
      assert.ok(weights.all <= 100 * 1024, `${path}: ${weights.all} bytes before pictures`)
      console.log(
        `# ${path}: ${(weights.script / 1024).toFixed(1)} KB of script, ${(weights.all / 1024).toFixed(1)} KB before pictures`,
      )
    }
    await close()
  })

  test('pictures come in AVIF and WebP at the width of the screen, are kept for ever, and need no layout twice', async () => {
    const html = await (await fetch(at('/en/films/the-ferry-log'))).text()
    const avif = /srcset="(\/pictures\/[^ ]+\.avif) /.exec(html)?.[1]
    assert.ok(avif)
    const answer = await fetch(at(avif))
    assert.equal(answer.headers.get('content-type'), 'image/avif')
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/)
    const again = await fetch(at(avif), { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    assert.equal(again.status, 304)
    for (const [image] of html.matchAll(/<img [^>]*>/g)) assert.match(image, /width="\d+" height="\d+"|class="house-logo"/)
    for (const bad of ['241.avif', '240.gif', '../../secret', '99999.jpeg'])
      assert.equal((await fetch(at(`${avif.replace(/[^/]+$/, '')}${bad}`))).status, 404, bad)
  })

  test('a page that did not change is not sent twice, and one that changed is sent at once', async () => {
    const path = '/en/films/winter-station-01'
    const first = await fetch(at(path))
    await first.text()
    assert.match(first.headers.get('cache-control') ?? '', /^public/)
    const etag = first.headers.get('etag') ?? ''
    assert.equal((await fetch(at(path), { headers: { 'if-none-match': etag } })).status, 304)
    const id = rooms.ids['winter-station-01']!
    const title = await rooms.house.openTitle(SYSTEM, { id })
    await rooms.house.editTitle(SYSTEM, {
      id,
      baseRevision: title.revision,
      sheet: { ...title.sheet, logline: { en: 'Changed a moment ago.' } },
    })
    const second = await fetch(at(path), { headers: { 'if-none-match': etag } })
    assert.equal(second.status, 200)
    assert.match(await second.text(), /Changed a moment ago\./)
  })
})

describe('one page, many visitors', () => {
  const path = '/en/films/the-ferry-log'
  const keeps = async (...slugs: string[]) => {
    const { token, editKey } = await rooms.house.startShortlist(SYSTEM, { titleIds: slugs.map((slug) => rooms.ids[slug]!) })
    return `shortlist=${token}.${editKey}`
  }
  const signsIn = async (role: 'buyer' | 'editor') => {
    const email = `${role}@house.example`
    const known = (await rooms.house.listUsers(SYSTEM)).some((one) => one.email === email)
    if (!known) await rooms.house.addUser(SYSTEM, { name: `The ${role}`, email, role })
    return cookiesOf(rooms, email)
  }
  const ask = async (cookie: string | null, headers: Record<string, string> = {}) => {
    const answer = await fetch(at(path), { headers: { ...headers, ...(cookie === null ? {} : { cookie }) } })
    return { answer, html: await answer.text() }
  }
  /** What a page says of its reader. */
  const saidIn = (html: string) => ({
    kept: /\/shortlist\/remove[^>]*data-label-on="On your shortlist: The Ferry Log"/.test(html),
    count: /data-shortlist-name="">(Shortlist, [^<]*)</.exec(html)?.[1],
    signIn: html.includes('href="/en/sign-in"'),
    desk: html.includes('href="/en/desk"'),
    look: /<html[^>]* data-appearance="(\w+)"/.exec(html)?.[1] ?? null,
  })

  test('asking at the same moment, each is told of itself alone, and strangers of nobody', async () => {
    const [buyer, editor] = [await signsIn('buyer'), await signsIn('editor')]
    const two = await keeps('the-ferry-log', 'winter-station-02')
    const one = await keeps('winter-station-03')
    const nothing = { kept: false, count: 'Shortlist, 0 films', signIn: true, desk: false, look: null }
    const visitors: [string | null, ReturnType<typeof saidIn>][] = [
      [null, nothing],
      ['appearance=dark', { ...nothing, look: 'dark' }],
      ['appearance=light; other=thing', { ...nothing, look: 'light' }],
      [two, { ...nothing, kept: true, count: 'Shortlist, 2 films' }],
      [`${one}; appearance=dark`, { ...nothing, count: 'Shortlist, 1 film', look: 'dark' }],
      ['shortlist=a-list-of.nobody-at-all', nothing],
      [buyer, { ...nothing, signIn: false }],
      [`${buyer}; ${two}`, { ...nothing, kept: true, count: 'Shortlist, 2 films', signIn: false }],
      [editor, { ...nothing, signIn: false, desk: true }],
      [`vitrine.session_token=${'x'.repeat(32)}.${'y'.repeat(43)}=`, nothing],
    ]
    for (let round = 0; round < 3; round++) {
      const sent = await Promise.all(visitors.map(([cookie]) => ask(cookie)))
      for (const [i, { answer, html }] of sent.entries()) {
        const [cookie, expected] = visitors[i]!
        assert.deepEqual(saidIn(html), expected, String(cookie))
        assert.match(html, /<\/html>\s*$/)
        assert.match(answer.headers.get('vary') ?? '', /cookie/)
        const known = cookie !== null && !/^appearance=dark$/.test(cookie)
        assert.match(answer.headers.get('cache-control') ?? '', known ? /^private/ : /^public/, String(cookie))
      }
    }
  })

  test('a page that one visitor has is no answer to another', async () => {
    const mine = await keeps('the-ferry-log')
    const etag = (await ask(mine)).answer.headers.get('etag') ?? ''
    assert.equal((await ask(mine, { 'if-none-match': etag })).answer.status, 304)
    for (const cookie of [null, 'appearance=dark', await keeps('winter-station-03')]) {
      const { answer, html } = await ask(cookie, { 'if-none-match': etag })
      assert.equal(answer.status, 200)
      assert.equal(saidIn(html).kept, false)
    }
  })

  test('what is kept, and a session that ended, show with the next page', async () => {
    const cookie = await keeps('winter-station-03')
    assert.equal(saidIn((await ask(cookie)).html).kept, false)
    const [token, editKey] = cookie.slice('shortlist='.length).split('.') as [string, string]
    await rooms.house.changeShortlist(SYSTEM, { token, editKey, add: [rooms.ids['the-ferry-log']!] })
    assert.deepEqual(saidIn((await ask(cookie)).html).count, 'Shortlist, 2 films')
    const id = rooms.ids['winter-station-03']!
    const { revision } = await rooms.house.withdrawTitle(SYSTEM, {
      id,
      baseRevision: (await rooms.house.openTitle(SYSTEM, { id })).revision,
    })
    assert.deepEqual(saidIn((await ask(cookie)).html).count, 'Shortlist, 1 film')
    await rooms.house.publishTitle(SYSTEM, { id, baseRevision: revision })

    const session = await signsIn('buyer')
    const member = (await rooms.house.listUsers(SYSTEM)).find((one) => one.email === 'buyer@house.example')!
    assert.equal(saidIn((await ask(session)).html).signIn, false)
    await rooms.house.changeUser(SYSTEM, { id: member.id, disabled: true })
    assert.equal(saidIn((await ask(session)).html).signIn, true)
  })
})

describe('without script', () => {
  test('what is not near is not called near, and filters are blamed only where there are some', async () => {
    const nothing = await (await fetch(at('/en/films?q=zzqqxxvv'))).text()
    assert.match(nothing, /matches “zzqqxxvv”\./)
    assert.match(nothing, />New in the catalogue<\/h3>/)
    assert.doesNotMatch(nothing, /Close to what you asked|id="sort"/)
    const filtered = await (await fetch(at('/en/films?q=zzqqxxvv&country=FR'))).text()
    assert.match(filtered, /matches “zzqqxxvv” with these filters\./)
  })
  test('a film printed from the browser has no heading with nothing under it', async () => {
    const { page, close } = await openPage(rooms, { javaScriptEnabled: false })
    await page.goto(at('/en/films/the-ferry-log'))
    const related = page.getByRole('heading', { name: 'Related films' })
    assert.equal(await related.isVisible(), true)
    await page.emulateMedia({ media: 'print' })
    assert.equal(await related.isVisible(), false)
    // Beside the words on a screen, within them on paper: outside it would be cut off.
    const hangs = () => page.locator('.quote blockquote p').evaluate((quote) => parseFloat(getComputedStyle(quote, '::before').marginLeft) < 0) // prettier-ignore
    assert.equal(await hangs(), false)
    await page.emulateMedia({ media: 'screen' })
    assert.equal(await hangs(), true)
    await close()
  })
  test('a visitor finds, keeps, sends and asks', async () => {
    const { page, complaints, close } = await openPage(rooms, { javaScriptEnabled: false })
    await page.goto(at('/en'))
    await page.getByRole('searchbox').first().fill('ferry')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=ferry/)
    await page.getByRole('heading', { level: 3 }).getByRole('link', { name: 'The Ferry Log' }).click()
    await page.waitForURL(/the-ferry-log/)
    await page.getByRole('button', { name: 'Add to shortlist: The Ferry Log' }).click()
    await page.waitForLoadState()
    assert.equal(
      await page.getByRole('button', { name: 'On your shortlist: The Ferry Log' }).getAttribute('aria-pressed'),
      'true',
    )

    await page
      .getByRole('link', { name: /^Shortlist, 1 film/ })
      .first()
      .click()
    await page.waitForURL(/shortlist$/)
    await page.getByLabel('Name of the list').fill('For Tuesday')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL(/saved/)
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'For Tuesday')
    const link = await page.getByLabel('Link to the list').inputValue()
    const friend = await openPage(rooms, { javaScriptEnabled: false })
    await friend.page.goto(link.replace(/^https?:\/\/[^/]+/, rooms.address))
    assert.equal(await friend.page.getByRole('heading', { level: 1 }).innerText(), 'For Tuesday')
    assert.equal(await friend.page.getByRole('button', { name: /Remove/ }).count(), 0)
    await friend.close()
    await page.getByRole('button', { name: 'Remove The Ferry Log from the shortlist' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForURL(/shortlist$/)
    assert.equal(await page.getByRole('heading', { level: 2 }).getByRole('link', { name: 'The Ferry Log' }).count(), 1)

    await page.goto(at('/en/films/the-ferry-log'))
    await page.getByLabel('E-mail').fill('not an address')
    await page.getByRole('button', { name: 'Send' }).click()
    assert.match(await page.getByRole('alert').innerText(), /2 answers need another look/)
    const [name, email] = await Promise.all([page.locator('#ask-name').boundingBox(), page.locator('#ask-email').boundingBox()])
    assert.ok(email!.y === name!.y && Math.abs(email!.width - name!.width) < 1, 'side by side, as before anything was wrong')
    assert.equal(await page.getByLabel('E-mail').inputValue(), 'not an address')
    assert.equal(await page.getByLabel('E-mail').getAttribute('aria-invalid'), 'true')
    await page.getByLabel('Your name').fill('Ada Buyer')
    await page.getByLabel('E-mail').fill('ada@broadcaster.example')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.waitForURL(/screener=sent/)
    assert.match(await page.getByRole('status').first().innerText(), /Your request is with us/)
    assert.doesNotMatch(await page.locator('#screener').innerText(), /Tell us who you are/)
    const { items } = await rooms.house.listRequests(SYSTEM, { reader: 'en' })
    assert.equal(items[0]?.email, 'ada@broadcaster.example')
    assert.equal(items[0]?.titles[0]?.id, rooms.ids['the-ferry-log'])
    assert.deepEqual(
      complaints.filter((one) => !/status of 400/.test(one)),
      [],
    )
    await close()
  })

  test('facets narrow, chips widen, more films follow, the list view keeps them', async () => {
    const { page, close } = await openPage(rooms, { javaScriptEnabled: false })
    await page.goto(at('/en/films?theme=science'))
    const count = async () => Number.parseInt((await page.locator('#results').innerText()).replace(/\D.*/, ''), 10)
    const science = await count()
    await page.goto(
      at(
        await page
          .locator('a[data-key="slot:52"]')
          .getAttribute('href')
          .then((href) => href ?? ''),
      ),
    )
    assert.ok((await count()) < science)
    await page.getByRole('link', { name: 'Remove 52 min' }).click()
    await page.waitForURL(/theme=science$/)
    assert.equal(await count(), science)
    await page.goto(at('/en/films'))
    assert.equal(await page.locator('article.card').count(), 24)
    await page.getByRole('link', { name: 'More films' }).click()
    await page.waitForURL(/show=48/)
    assert.equal(await page.locator('article.card').count(), 30)
    await page.goto(at('/en/films?view=list'))
    assert.equal(await page.locator('li.row').count(), 24)
    await close()
  })

  test('light and dark are chosen with a button and stay chosen', async () => {
    const { page, close } = await openPage(rooms, { javaScriptEnabled: false })
    await page.goto(at('/en/about'))
    await page.getByRole('button', { name: 'Dark' }).click()
    await page.waitForURL(/about/)
    assert.equal(await page.locator('html').getAttribute('data-appearance'), 'dark')
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(17, 17, 19)')
    await page.goto(at('/en/films'))
    assert.equal(await page.locator('html').getAttribute('data-appearance'), 'dark')
    await close()
  })
})

describe('with script', () => {
  test('results follow the typing, the address follows the results, and a screen reader hears the count', async () => {
    const { page, complaints, close } = await openPage(rooms)
    await page.goto(at('/en/films'))
    await page.locator('#browse-q').pressSequentially('ferri log', { delay: 20 })
    await page.waitForURL(/q=ferri\+log/)
    await page.locator('article.card', { hasText: 'The Ferry Log' }).waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'browse-q')
    await page.waitForFunction(() => /films? for/.test(document.querySelector('[data-live]')?.textContent ?? ''))
    await page.goto(at('/en/films'))
    await page.locator('a[data-key="theme:climate"]').click()
    await page.waitForURL(/theme=climate/)
    await page.getByRole('link', { name: 'Remove Climate' }).waitFor()
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('data-key')),
      'theme:climate',
      'focus stays on the facet',
    )
    await page.goBack()
    await page.waitForURL(/films$/)
    await page.waitForFunction(() => document.querySelectorAll('article.card').length === 24)
    const before = await page.evaluate(() => scrollY)
    await page.getByRole('link', { name: 'More films' }).click()
    await page.waitForFunction(() => document.querySelectorAll('article.card').length === 30)
    assert.ok((await page.evaluate(() => scrollY)) >= before)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('suggestions are reached with the arrow keys and closed with Escape', async () => {
    const { page, complaints, close } = await openPage(rooms)
    await page.goto(at('/en'))
    const field = page.getByRole('combobox').first()
    await field.pressSequentially('ferr', { delay: 20 })
    await page.getByRole('option', { name: /The Ferry Log/ }).waitFor()
    assert.equal(await field.getAttribute('aria-expanded'), 'true')
    assert.deepEqual(await axe(page), [])
    await page.keyboard.press('ArrowDown')
    const marked = await field.getAttribute('aria-activedescendant')
    assert.equal(await page.locator(`#${marked}`).getAttribute('aria-selected'), 'true')
    await page.keyboard.press('Escape')
    assert.equal(await field.getAttribute('aria-expanded'), 'false')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/en\/films\/the-ferry-log/)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('where nothing is suggested that is said, with the way to everything that is found; on a telephone too', async () => {
    for (const { locale, options, none, all } of [
      { locale: 'en', options: {}, none: 'No suggestion', all: 'All films for “qqzzxx”' },
      {
        locale: 'fr',
        options: { viewport: { width: 390, height: 844 } },
        none: 'Aucune suggestion',
        all: /^Tous les films pour «\sqqzzxx\s»$/,
      },
    ] as const) {
      const { page, complaints, close } = await openPage(rooms, options)
      await page.goto(at(`/${locale}`))
      if (locale === 'fr') await page.locator('.menu > summary').click()
      const field = page.locator('[role=combobox]:visible')
      await field.fill('qqzzxx')
      await page.getByText(none, { exact: true }).and(page.locator('.suggest *')).waitFor()
      await page.getByText(all).waitFor()
      assert.deepEqual(await faultsOf(page), [])
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(new RegExp(`/${locale}/films\\?q=qqzzxx`))
      assert.deepEqual(complaints, [])
      await close()
    }
  })

  test('a film is kept without leaving the page, and that can be undone', async () => {
    const { page, complaints, close } = await openPage(rooms)
    await page.goto(at('/en/films/the-ferry-log'))
    const button = page.locator('.film-acts .keep button')
    await button.click()
    await page.waitForFunction(() => document.querySelector('.film-acts .keep button')?.getAttribute('aria-pressed') === 'true')
    assert.equal(await page.locator('[data-shortlist-count]').first().innerText(), '1')
    assert.match(await page.locator('[data-toast]').innerText(), /The Ferry Log was added/)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForFunction(() => document.querySelector('.film-acts .keep button')?.getAttribute('aria-pressed') === 'false')
    const cookies = await page.context().cookies()
    assert.equal(cookies.find(({ name }) => name === 'shortlist')?.httpOnly, true)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('stills open with the keyboard, turn, close, and give the focus back', async () => {
    const { page, complaints, close } = await openPage(rooms)
    await page.goto(at('/en/films/the-ferry-log'))
    const still = page.locator('a[data-still]').first()
    await still.focus()
    await page.keyboard.press('Enter')
    const dialog = page.locator('dialog[open]')
    await dialog.waitFor()
    assert.deepEqual(await axe(page), [])
    await page.keyboard.press('ArrowRight')
    assert.match(await dialog.innerText(), /2 of 2/)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' }).catch(() => {})
    assert.equal(await page.evaluate(() => document.activeElement?.hasAttribute('data-still')), true)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('a trailer fetches nothing from elsewhere before it is asked for', async () => {
    const { page, complaints, close } = await openPage(rooms)
    await page.goto(at('/en/films/the-ferry-log'), { waitUntil: 'networkidle' })
    assert.deepEqual(complaints, [])
    await page.route('https://player.vimeo.com/**', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<title>player</title>' }),
    )
    await page.locator('a[data-trailer]').click()
    await page.locator('iframe.trailer-frame').waitFor()
    assert.match(complaints.join(), /player\.vimeo\.com\/video\/76979871/)
    assert.doesNotMatch(complaints.join(), /Content Security Policy/)
    await close()
  })

  test('the first Tab stop skips to the content, and every stop can be seen', async () => {
    const { page, close } = await openPage(rooms)
    await page.goto(at('/en/films/the-ferry-log'))
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'content')
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(() => {
        const element = document.activeElement
        if (element === null || element === document.body) return 'end'
        const box = element.getBoundingClientRect()
        const style = getComputedStyle(element)
        const card = element.closest('.card')
        const outlined =
          style.outlineStyle !== 'none' ||
          style.boxShadow !== 'none' ||
          (card !== null && getComputedStyle(card).outlineStyle !== 'none')
        return box.width > 0 && box.height > 0 && outlined
          ? ''
          : `${element.tagName} ${element.className} ${element.textContent?.trim().slice(0, 30)}`
      })
      if (seen === 'end') break
      assert.equal(seen, '')
    }
    await close()
  })

  test('the other language is the same page', async () => {
    const { page, close } = await openPage(rooms)
    await page.goto(at('/en/films?theme=water'))
    await page.getByRole('link', { name: 'Français' }).first().click()
    await page.waitForURL(/\/fr\/films\?theme=water/)
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr')
    assert.equal(await page.getByRole('link', { name: 'Retirer Eau' }).count(), 1)
    await close()
  })
})

describe('addresses', () => {
  const status = async (path: string) => (await fetch(at(path), { redirect: 'manual' })).status
  const leadsTo = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(at(path), { redirect: 'manual', headers })).headers.get('location')

  test('the first page follows the browser’s language', async () => {
    assert.equal(await leadsTo('/', { 'accept-language': 'fr-CA,fr;q=0.9' }), '/fr')
    assert.equal(await leadsTo('/', { 'accept-language': 'en' }), '/en')
  })

  test('a film keeps its former address, a withdrawn one says so, a draft is not found', async () => {
    const { house, ids } = rooms
    const id = ids['winter-station-05']!
    await house.renameSlug(SYSTEM, { id, slug: 'winter-station-five' })
    const moved = await fetch(at('/en/films/winter-station-05?theme=x'), { redirect: 'manual' })
    assert.equal(moved.status, 301)
    assert.equal(moved.headers.get('location'), '/en/films/winter-station-five?theme=x')
    const gone = await house.openTitle(SYSTEM, { id: ids['winter-station-06']! })
    await house.withdrawTitle(SYSTEM, { id: gone.id, baseRevision: gone.revision })
    const page = await fetch(at('/en/films/winter-station-06'))
    assert.equal(page.status, 410)
    assert.match(await page.text(), /has left the catalogue/)
    const draft = await house.createTitle(SYSTEM, {
      sheet: { ...(await house.openTitle(SYSTEM, { id })).sheet, title: 'Not Yet' },
    })
    assert.equal(await status(`/en/films/${draft.slug}`), 404)
    assert.equal(await status('/en/nothing'), 404)
    assert.equal(await status('/xx/films'), 404)
  })

  test('machines read the sitemap, the feed, the manifest, the icon and the robots file', async () => {
    await rooms.house.createTitle(SYSTEM, { sheet: emptySheet('Unseen Draft') })
    const sitemap = await (await fetch(at('/sitemap.xml'))).text()
    assert.match(sitemap, /<loc>[^<]+\/fr\/films\/the-ferry-log<\/loc>/)
    assert.doesNotMatch(sitemap, /unseen-draft/)
    const feed = await fetch(at('/fr/feed.atom'))
    assert.match(feed.headers.get('content-type') ?? '', /application\/atom\+xml/)
    assert.match(await feed.text(), /&lt;img src=x onerror=alert\(1\)&gt;/)
    assert.equal(((await (await fetch(at('/en/site.webmanifest'))).json()) as { name: string }).name, 'Lantern House')
    assert.match(await (await fetch(at('/icon.svg'))).text(), />L<\/text>/)
    assert.match(await (await fetch(at('/robots.txt'))).text(), /Sitemap: http/)
  })
})

describe('signing in with a passkey', () => {
  const email = 'ada@house.example'
  before(async () => {
    await rooms.house.addUser(SYSTEM, { name: 'Ada Buyer', email, role: 'editor' })
  })
  const button = '[data-passkey] button'

  test('a page without script shows no button that could do nothing', async () => {
    const { page, close } = await openPage(rooms, { javaScriptEnabled: false })
    await page.goto(at('/en/sign-in'))
    assert.equal(await page.locator(button).isVisible(), false)
    await close()
  })

  test('leads back to where somebody was going; who thinks better of it is not scolded, who is shut out is told', async () => {
    const { page, complaints, close } = await openPage(rooms)
    const authenticator = await addAuthenticator(page)
    await followLink(rooms, page, email)
    await page.goto(at('/en/desk/account'))
    await page.waitForFunction(() => document.documentElement.dataset['desk'] === 'ready')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('The passkey works from now on.').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/en')

    await page.goto(at('/en/desk/drop'))
    await page.waitForURL('**/sign-in?next=*')
    assert.deepEqual(await axe(page), [])
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL('**/en/desk/drop')
    assert.equal((await page.request.get(at('/en/desk'), { maxRedirects: 0 })).status(), 200)
    assert.deepEqual(complaints, [])

    // The same passkey, once its owner is shut out: the page says that it did not work, and nobody is let in.
    const id = (await rooms.house.listUsers(SYSTEM)).find((one) => one.email === email)!.id
    await page.context().clearCookies()
    await rooms.house.changeUser(SYSTEM, { id, disabled: true })
    await page.goto(at('/en/sign-in'))
    await page.locator(button).click()
    await page.getByText('The passkey was not accepted.').waitFor()
    assert.equal((await page.request.get(at('/en/desk'), { maxRedirects: 0 })).status(), 303)
    await rooms.house.changeUser(SYSTEM, { id, disabled: false })

    // The device does not know the finger: the browser's own window said so already.
    await page.context().clearCookies()
    await authenticator.refuse()
    await page.goto(at('/en/sign-in'))
    await page.locator(button).click()
    await page.waitForTimeout(500)
    assert.equal(await page.locator('[data-passkey-error]').innerText(), '')
    assert.match(page.url(), /sign-in$/)
    await close()
  })

  test('a server that does not answer is said in words', async () => {
    const { page, close } = await openPage(rooms)
    await addAuthenticator(page)
    await page.route('**/passkey/generate-authenticate-options', (route) => route.fulfill({ status: 500, body: '{}' }))
    await page.goto(at('/fr/sign-in'))
    await page.locator(button).click()
    await page.waitForFunction(() => (document.querySelector('[data-passkey-error]')?.textContent ?? '').length > 20)
    assert.deepEqual(await axe(page), [])
    await close()
  })
})

describe('legal notices', () => {
  const notice = (change: { en?: string; fr?: string }) =>
    rooms.house.changeSettings(SYSTEM, { settings: { legalNotice: change } })

  test('the house says who publishes the site, in paragraphs and lines; what it typed is text; the other language stands in, and says so', async () => {
    const { page, complaints, close } = await openPage(rooms, { javaScriptEnabled: false })
    await page.goto(at('/en'))
    await page.getByRole('contentinfo').getByRole('link', { name: 'Legal notice, privacy' }).click()
    await page.waitForURL(/\/en\/legal$/)
    const said = page.getByRole('region', { name: 'Legal notice' })
    assert.match(await said.innerText(), /Publisher/, 'before the house wrote one: what its settings know')
    await notice({ fr: 'Maison Lune SARL\n4, quai des Brumes\n\n<script>alert(1)</script><b>RCS</b> Lyon\n\n\n' })
    await page.goto(at('/en/legal'))
    const parts = await said.locator('p').allInnerTexts()
    assert.deepEqual(parts, ['Maison Lune SARL\n4, quai des Brumes', '<script>alert(1)</script><b>RCS</b> Lyon'])
    assert.equal(await said.locator('[lang]').getAttribute('lang'), 'fr')
    await page.goto(at('/fr/legal'))
    assert.equal(await page.getByRole('region', { name: 'Mentions légales', exact: true }).locator('[lang]').count(), 0)
    await notice({ en: 'House of the Moon', fr: 'Maison Lune' })
    await page.goto(at('/en/legal'))
    assert.deepEqual(await said.locator('p').allInnerTexts(), ['House of the Moon'])
    assert.match(await (await fetch(at('/sitemap.xml'))).text(), /<loc>[^<]+\/fr\/legal<\/loc>/)
    assert.deepEqual(complaints, [])
    await notice({})
    await close()
  })

  test('whoever is asked for their name is shown the way there', async () => {
    const { page, close } = await openPage(rooms, { javaScriptEnabled: false })
    for (const path of ['/en/films/the-ferry-log', '/en/about']) {
      await page.goto(at(path))
      await page
        .locator('form.ask')
        .getByRole('link', { name: /What is kept of you/ })
        .click()
      await page.waitForURL(/\/en\/legal#requests$/)
    }
    await close()
  })

  test('for how long a shortlist, a request and a letter are kept is what the house has set, in both languages', async () => {
    const told = async (locale: string, id: string) => {
      const page = await (await fetch(at(`/${locale}/legal`))).text()
      return page
        .slice(page.indexOf(`id="${id}"`))
        .split('</section>', 1)[0]!
        .replaceAll(/[\u00a0\u202f]/g, ' ')
    }
    const { kept } = await rooms.house.viewSettings(SYSTEM)
    assert.deepEqual(kept, VISITORS_KEPT, 'before the house said anything')
    for (const { shortlists, waiting, requests, letters } of [kept, { shortlists: 7, waiting: 1, requests: 8, letters: 9 }]) {
      await rooms.house.changeSettings(SYSTEM, { settings: { kept: { shortlists, waiting, requests, letters } } })
      assert.match(await told('en', 'lists'), new RegExp(`erased ${shortlists} months after it was last opened`))
      assert.match(
        await told('en', 'requests'),
        new RegExp(`closed after ${waiting} months?\\..+ for ${requests} months, your name`),
      )
      assert.match(await told('en', 'requests'), new RegExp(`taken out of it ${letters} months after it was sent`))
      assert.match(await told('fr', 'requests'), new RegExp(`retirés ${letters} mois après l’envoi`))
      assert.match(await told('fr', 'lists'), new RegExp(`effacée ${shortlists} mois après`))
      assert.match(
        await told('fr', 'requests'),
        new RegExp(`close après ${waiting} mois\\..+ depuis ${requests} mois, votre nom`),
      )
    }
    await rooms.house.changeSettings(SYSTEM, { settings: { kept } })
  })

  test('every cookie that a visit leaves is named there, with how long it stays', async () => {
    const { page, close } = await openPage(rooms, { javaScriptEnabled: false, storageState: await sessionOf(rooms, 'owner@house.example') }) // prettier-ignore
    await page.goto(at('/en/films/the-ferry-log'))
    await page.getByRole('button', { name: 'Add to shortlist: The Ferry Log' }).click()
    await page.getByRole('button', { name: 'Dark' }).click()
    const left = await page.context().cookies()
    assert.deepEqual(left.map(({ name }) => name).toSorted(), ['appearance', 'shortlist', 'vitrine.session_token'])
    await page.goto(at('/en/legal'))
    for (const { name, expires } of left) {
      const told = await page.locator('.legal-cookies > div', { has: page.getByText(name, { exact: true }) }).innerText()
      // The one with which these tests sign in says no end: the library gives it that of the sign-in.
      const days = expires === -1 ? DAYS_OF_SIGN_INS : Math.round((expires - Date.now() / 1000) / 86_400)
      assert.match(told, days === 365 ? /a year/ : new RegExp(`\\b${days} days`), name)
    }
    await close()
  })
})

describe('hostile input', () => {
  test('what a sheet holds is text, wherever it stands', async () => {
    const slug = Object.keys(rooms.ids).find((one) => one.includes('onerror'))!
    const { page, complaints, close } = await openPage(rooms)
    let alerted = false
    page.on('dialog', (dialog) => {
      alerted = true
      void dialog.dismiss()
    })
    for (const path of [
      `/en/films/${slug}`,
      '/en/films?q=onerror',
      '/en/people',
      `/en/films?q=${encodeURIComponent('"><script>alert(1)</script>')}&theme=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`,
    ])
      await page.goto(at(path))
    assert.equal(alerted, false)
    assert.deepEqual(complaints, [])
    await close()
  })

  test('forms are taken from this site alone, and lead nowhere else', async () => {
    const post = (path: string, body: Record<string, string>, origin: string) =>
      fetch(at(path), {
        method: 'POST',
        redirect: 'manual',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(body),
      })
    const id = rooms.ids['the-ferry-log']!
    for (const path of [
      '/en/shortlist/add',
      '/en/shortlist/remove',
      '/en/appearance',
      '/en/films/the-ferry-log?/screener',
      '/en/sign-in',
      '/en/sign-out',
    ]) {
      assert.equal((await post(path, { id, look: 'dark' }, 'https://evil.example')).status, 403, path)
    }
    for (const back of ['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await post('/en/appearance', { look: 'dark', back }, rooms.address)
      assert.equal(answer.status, 303)
      assert.equal(answer.headers.get('location'), '/en')
    }
    const forged = await fetch(at('/en/shortlist/add'), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: rooms.address, cookie: 'shortlist=aaaaaaaaaaaa.bbbbbbbbbbbb' },
      body: new URLSearchParams({ id }),
    })
    assert.equal(forged.status, 303, 'a forged secret starts a list of its own')
    assert.match(forged.headers.get('set-cookie') ?? '', /^shortlist=(?!aaaaaaaaaaaa)/)
  })

  test('a program that fills every field is thanked and forgotten', async () => {
    const before = (await rooms.house.listRequests(SYSTEM, { reader: 'en' })).items.length
    const answer = await fetch(at('/en/films/the-ferry-log?/screener'), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: rooms.address, accept: 'text/html' },
      body: new URLSearchParams({ name: 'a', email: 'a@b.example', website: 'https://spam.example' }),
    })
    assert.equal(answer.status, 303)
    assert.equal((await rooms.house.listRequests(SYSTEM, { reader: 'en' })).items.length, before)
  })
})

test('one long word in a title is broken, and leaves a telephone its width', async () => {
  const { id } = await rooms.house.createTitle(SYSTEM, {
    sheet: { ...emptySheet('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'), year: 2024 },
  })
  await rooms.house.publishTitle(SYSTEM, { id, baseRevision: 1 })
  const { page, close } = await openPage(rooms, { viewport: { width: 390, height: 844 } })
  for (const path of ['/en', '/en/films', '/en/films?view=list']) {
    await page.goto(at(path))
    await page.getByRole('link', { name: /^Donaudampf/ }).waitFor()
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, path)
  }
  await close()
})
