import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createLog } from '@vitrine/server/log'
import { readConfig } from '@vitrine/server/config'
import { startServer, type RunningServer } from '@vitrine/server/start-server'
import { newPgliteFolder } from '@vitrine/store/testing/databases'
import { vitrine } from './run.ts'

interface Preview {
  companies: { fresh: number }
  people: { fresh: number }
  counts: { good: number; doubtful: number; bad: number }
  written: { companies: number; people: number; unchanged: number } | null
}
const LIST =
  'Company,Country,Name,E-mail\nKanal Ost,Poland,Ana Nowak,ana@kanal.example\nKanal Ost,Poland,Jan Lis,jan@kanal.example\n'

for (const where of ['with a house of its own', 'beside a running server'])
  describe(`vitrine contacts ${where}`, () => {
    let folder: string
    let server: RunningServer | null = null
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const contacts = (...args: string[]) => vitrine(['--data', join(folder, 'data'), 'contacts', ...args])
    const brought = async (...args: string[]) => JSON.parse((await contacts('import', ...args, '--json')).out) as Preview
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'))
      await newPgliteFolder(join(folder, 'data', 'database'))
      if (where === 'with a house of its own') return
      const config = readConfig([], { PORT: '0', VITRINE_DATA: join(folder, 'data'), VITRINE_DEMONSTRATION: 'no' })
      server = await startServer(config, { log: createLog('silent'), locale: 'en', say: () => {}, withSite: false })
    })
    after(async () => {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    test('a list is looked at, taken in, and known the second time', async () => {
      const list = file('list.csv', LIST)
      const would = await contacts('import', list, '--dry-run')
      assert.equal(would.code, 0, would.err)
      assert.match(would.out, /Company = company.*\n.*2 good.*\nWould add 1 company and 2 people and/)
      assert.deepEqual((await brought(list)).written, { companies: 1, people: 2, filled: 0, unchanged: 0 })
      assert.deepEqual((await brought(list, '--dry-run')).people.fresh, 0)
    })

    test('lists go out with the columns that were named, in their order', async () => {
      const people = await contacts('export', '--columns', 'email,company')
      assert.deepEqual([people.code, people.out.split('\r\n').slice(0, 2)], [0, ['\ufeffE-mail,Company', 'ana@kanal.example,Kanal Ost']]) // prettier-ignore
      const list = (...args: string[]) => vitrine(['--data', join(folder, 'data'), 'list', ...args])
      assert.deepEqual(await list('deals', '--columns', 'price,reference'), { code: 0, out: '\ufeffPrice,Deal\r\n', err: '' })
      assert.equal((await list('figures', '--table', 'title', '--columns', 'deals')).out, '\ufeffDeals\r\n')
      assert.match((await list('invoices')).out, /^\ufeffNumber,Kind,State,/)
      const file = join(folder, 'tasks.xlsx')
      assert.equal((await list('tasks', '--format', 'xlsx', '--out', file)).code, 0)
      assert.equal(readFileSync(file).subarray(0, 2).toString(), 'PK')
      for (const wrong of [['deals', '--columns', 'secret'], ['passwords']]) {
        const refused = await list(...wrong)
        assert.deepEqual([refused.code, refused.out], [2, ''])
        assert.match(refused.err, /secret.*reference|passwords.*deals/)
      }
    })

    test('doubtful lines need a word; what cannot be is said in one line', async () => {
      const list = file('doubtful.csv', 'Company,Country,Name,E-mail\nRTS,Atlantis,Lea Roy,lea@rts.example\n')
      const stopped = await contacts('import', list)
      assert.equal(stopped.code, 1, stopped.out)
      assert.match(stopped.out, /row 2\tdoubtful\tcountry\tLea Roy/)
      assert.match(stopped.err, /--accept-warnings/)
      assert.equal((await brought(list, '--accept-warnings')).written?.people, 1)
      const wrong = await contacts('import', list, '--columns', 'company,colour')
      assert.equal(wrong.code, 2)
      assert.match(wrong.err, /^vitrine: --columns: colour is none of .*\n$/)
    })

    test('what is taken out can be brought in: as a list, as cards', async () => {
      for (const format of ['csv', 'xlsx', 'vcf']) {
        const out = join(folder, `contacts.${format}`)
        const ran = await contacts('export', '--format', format, '--out', out)
        assert.equal(ran.code, 0, ran.err)
        const { companies, people, counts } = await brought(out, '--dry-run')
        assert.deepEqual([companies.fresh, people.fresh, counts.bad], [0, 0, 0], format)
      }
      assert.match(readFileSync(join(folder, 'contacts.vcf'), 'utf8'), /FN:Ana Nowak/)
      assert.match((await contacts('export')).out, /Ana Nowak/)
      assert.match((await contacts('export', '--filter', 'q=nowak')).out, /Ana Nowak/)
      assert.doesNotMatch((await contacts('export', '--filter', 'q=nobody')).out, /Ana Nowak/)
      const refused = await contacts('export', '--filter', 'colour=red')
      assert.deepEqual([refused.code === 0, refused.out], [false, ''])
      assert.match(refused.err, /colour|q, kind, country/)
    })
  })
