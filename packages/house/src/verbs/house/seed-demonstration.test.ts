import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { SYSTEM, VISITOR } from '../../actors.ts'
import type { Demonstration, DemonstrationFilm } from '../../contract.ts'
import { DEFAULT_SETTINGS } from '../../settings/defaults.ts'
import { aSheet, eachHouse } from '../../testing/house-for-tests.ts'

const picture = (name: string, kind: 'poster' | 'still'): DemonstrationFilm['pictures'][number] => ({
  name,
  kind,
  caption: { en: name },
  credit: null,
  focus: null,
  width: 40,
  height: 30,
  colour: '#112233',
})
const film = (slug: string, title: string): DemonstrationFilm => ({
  slug,
  sheet: aSheet(title, { collections: ['rivers'] }),
  pictures: [picture('poster', 'poster'), picture('still-1', 'still')],
  publishedOn: '2026-05-01',
})

/** Three films whose painter can be made to fall over after some pictures. */
function demonstration(fallsAfter = Infinity): Demonstration & { painted: number } {
  const films = [film('one', 'One River'), film('two', 'Two Rivers'), film('three', 'Three Rivers')]
  const it = {
    settings: { ...DEFAULT_SETTINGS, name: 'A demonstration' },
    collections: [
      {
        slug: 'rivers',
        name: { en: 'Rivers', fr: 'Rivières' },
        intro: { en: '', fr: '' },
        picture: { film: 'two', name: 'still-1' },
      },
    ],
    films,
    featured: ['three', 'one'],
    entries: [{ film: 'one', entry: { kind: 'grant', exclusive: true, territory: 'World', media: 'all', from: '2020-01-01' } }],
    lists: [],
    companies: [
      { company: { name: 'Kanal Ost', slots: ['52’ history'] }, people: [{ name: 'Ana Nowak' }], notes: ['Buys four runs.'] },
    ],
    tasks: [{ company: 'Kanal Ost', text: 'Call back', inDays: 0 }],
    markets: [
      {
        market: {
          name: 'Sunny',
          kind: 'market' as const,
          city: null,
          country: null,
          firstDay: '2027-04-12',
          lastDay: '2027-04-14',
          stand: null,
        },
        meetings: [
          {
            company: 'Kanal Ost',
            people: ['Ana Nowak'],
            films: [],
            day: '2027-04-12',
            fromMinute: 600,
            toMinute: 630,
            place: null,
            about: null,
          },
        ],
      },
    ],
    entriesSince: [
      {
        film: 'one',
        entry: { kind: 'licence', exclusive: true, territory: 'France', media: 'svod', from: '2027-01-01', to: '2028-12-31' },
      },
    ],
    painted: 0,
    async *paintPictures(wanted: readonly DemonstrationFilm[]) {
      for (const one of wanted)
        for (const { name, ...rest } of one.pictures) {
          if (it.painted >= fallsAfter) throw new Error('the painter fell off the ladder')
          it.painted += 1
          const background = { r: one.slug.length * 20, g: it.painted * 9, b: name.length * 12 }
          yield {
            film: one.slug,
            name,
            picture: rest,
            bytes: await sharp({ create: { width: 40, height: 30, channels: 3, background } })
              .png()
              .toBuffer(),
          }
        }
    },
  }
  return it
}

eachHouse('the demonstration', (open) => {
  test('stands at once, gets its pictures, goes on after a fall, and is not done twice', async () => {
    const { house } = await open()
    await assert.rejects(house.seedDemonstration(SYSTEM, { demonstration: demonstration(3) }), /ladder/)
    assert.equal((await house.browse(VISITOR, { locale: 'en' })).total, 3)

    const rest = demonstration()
    const seen: string[] = []
    const again = await house.seedDemonstration(SYSTEM, {
      demonstration: rest,
      onProgress: ({ done, total, title }) => seen.push(`${done}/${total} ${title}`),
    })
    assert.deepEqual(again, { created: 0, unchanged: 3 })
    assert.equal((await house.listEntries(SYSTEM, { locale: 'en' })).items.length, 2)
    assert.equal((await house.listCompanies(SYSTEM, {})).total, 1)
    const [market] = await house.listMarkets(SYSTEM)
    assert.equal((await house.openMarket(SYSTEM, { id: market!.id })).meetings[0]?.contacts[0]?.name, 'Ana Nowak')
    assert.equal((await house.listTasks(SYSTEM, { whose: 'all' })).tasks[0]?.about, 'Kanal Ost')
    assert.equal(rest.painted, 4) // the film that had both of its pictures is not painted again
    assert.deepEqual(seen, ['2/3 Two Rivers', '3/3 Three Rivers'])

    const idle = demonstration()
    await house.seedDemonstration(SYSTEM, { demonstration: idle })
    assert.equal(idle.painted, 0)

    const home = await house.home(VISITOR, { locale: 'fr' })
    assert.deepEqual(
      home.featured.map((card) => card.slug),
      ['three', 'one'],
    )
    assert.ok(home.featured.every((card) => card.poster && card.still))
    assert.equal(home.collections[0]?.count, 3)
    assert.equal(home.collections[0]?.picture?.alt, 'Rivières')
    assert.equal((await house.viewSettings(VISITOR)).demonstration, true)
    assert.equal((await house.viewTitle(VISITOR, { slug: 'one', locale: 'en' })).publishedAt, '2026-05-01T09:00:00.000Z')
    assert.equal((await house.verifyAudit(SYSTEM)).whole, true)
  })

  test('what somebody renamed since stays renamed', async () => {
    const { house, member } = await open()
    const editor = await member('editor')
    await house.seedDemonstration(SYSTEM, { demonstration: demonstration() })
    const { id } = await house.viewTitle(VISITOR, { slug: 'one', locale: 'en' })
    await house.renameSlug(editor, { id, slug: 'uno' })
    assert.deepEqual(await house.seedDemonstration(SYSTEM, { demonstration: demonstration() }), { created: 0, unchanged: 3 })
  })
})
