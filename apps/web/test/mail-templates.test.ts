/** The words of a letter at the desk: read, changed, previewed, refused where they do not fit, saved, compared, restored. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { at, deskOf, open, rooms, said, useDesk } from './desk.ts'
import { faultsInBothLooks, faultsOf, SCREENS } from './rooms.ts'

useDesk()

const OFFER = { name: 'offer', locale: 'en' } as const
const standing = () => rooms.house.viewMailTemplate(SYSTEM, OFFER)

test('an offer gets the house’s own words, and its built-in ones back', async () => {
  const { page, complaints, close } = await deskOf('rights')
  await open(page, '/en/desk/mail')
  await page.getByRole('link', { name: 'Words of letters' }).click()
  await page.getByRole('heading', { name: 'Words of letters' }).waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await page.locator('a[href$="/templates/offer?language=en"]').click()
  await page.getByRole('heading', { name: 'Offer', exact: true }).waitFor()
  const frame = page.frameLocator('iframe')
  await frame.getByText('Iris Okafor of Lantern House makes you an offer for:').waitFor()
  assert.notEqual(
    await frame.locator('footer').evaluate((one) => getComputedStyle(one).fontSize),
    '16px',
    'the style of a letter is let in',
  )
  assert.deepEqual(await faultsOf(page), [])

  await page.getByLabel('Text', { exact: true }).fill('Hello {{to}},\n\nfor you until {{expries}}.')
  await page.getByText('Line 3: {{expries}} is no variable of this letter. Did you mean {{expires}}?').waitFor()
  await page.getByText('The letter must say {{link}}.').waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await said(page).getByText('Not saved').waitFor()
  assert.equal((await standing()).version, 0)
  assert.deepEqual(await faultsOf(page), [])

  await page.getByLabel('Text', { exact: true }).fill('Hello {{to}},\n\n<b>see</b> ')
  await page.getByRole('button', { name: 'Insert {{link}}' }).click()
  assert.equal(await page.getByLabel('Text', { exact: true }).inputValue(), 'Hello {{to}},\n\n<b>see</b> {{link}}')
  await frame.getByText('Hello Jon Arvid,').waitFor()
  assert.equal(await frame.locator('b').count(), 0)
  await page.getByRole('button', { name: 'Plain text' }).click()
  await page.locator('pre').getByText('Hello Jon Arvid,').waitFor()
  await page.getByRole('button', { name: 'Phone' }).click()
  assert.ok((await page.locator('iframe').boundingBox())!.width <= 377)

  // what is not saved stays in this tab
  await page.reload()
  await page.getByText('Not saved yet').first().waitFor()
  await page.getByRole('button', { name: 'Send me a test' }).click()
  await said(page).getByText('A test is on its way to rights@house.example.').waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await said(page).getByText('Saved as version 1.').waitFor()
  assert.deepEqual((await standing()).words.text, 'Hello {{to}},\n\n<b>see</b> {{link}}')
  await said(page).getByRole('button', { name: 'Undo' }).click()
  await said(page).getByText('The built-in words are sent again.').waitFor()
  assert.equal((await standing()).state, 'built-in')

  await page.getByRole('button', { name: 'Restore: Version 1' }).click()
  await said(page).getByText('Version 1 is sent again.').waitFor()
  assert.deepEqual([(await standing()).state, (await standing()).version], ['own', 3])
  await page.getByRole('button', { name: 'Compare: Version 3' }).click()
  await page.locator('ins').getByText('Hello').waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await page.getByRole('button', { name: 'Back to the built-in words' }).click()
  await said(page).getByText('The built-in words are sent again.').waitFor()
  // words that do not fit were refused, which a browser notes of every 422
  assert.deepEqual(
    complaints.filter((one) => !/ 422 /.test(one)),
    [],
  )
  await close()
})

test('sales read and test the words, and cannot change them; the sign-in link has words for all', async () => {
  const { page, close } = await deskOf('sales')
  await open(page, '/en/desk/mail/templates/seat')
  assert.equal(await page.getByRole('button', { name: 'Save', exact: true }).count(), 0)
  assert.equal(await page.getByLabel('Text', { exact: true }).getAttribute('readonly'), '')
  await open(page, '/en/desk/mail/templates/sign-in')
  await page.getByText('This letter lets somebody in.').waitFor()
  assert.equal(await page.locator('textarea').count(), 0)
  assert.equal((await page.request.get(at('/en/desk/mail/templates/none'))).status(), 404)
  await close()
})

test('every page of it is without fault on every screen', async () => {
  for (const { name, locale, options } of SCREENS) {
    const { page, complaints, close } = await deskOf('rights', options)
    for (const path of ['', '/digest', '/sign-in']) {
      await open(page, `/${locale}/desk/mail/templates${path}`)
      assert.deepEqual(await faultsInBothLooks(page), [], `${name} ${path}`)
    }
    assert.deepEqual(complaints, [], name)
    await close()
  }
})
