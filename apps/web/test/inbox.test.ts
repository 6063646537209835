/** Mail at the desk: a message is dropped, and stands there as a request whose sender is known. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SYSTEM } from '@vitrine/house'
import { awake, deskOf, open, rooms, said, useDesk } from './desk.ts'
import { axe } from './rooms.ts'

useDesk()

const letter = (id: string, text: string, more = '') =>
  `From: Ana Nowak <ana@kanal-ost.example>\r\nTo: films@house.example\r\nSubject: The Ferry Log\r\nMessage-ID: <${id}@kanal-ost.example>\r\n${more}Content-Type: text/html; charset=utf-8\r\n\r\n<p>${text}</p><script>document.title = 'run'</script>`

describe('mail at the desk', () => {
  test('a message that is dropped becomes a request: the sender is known, what is guessed is said, and words find it', async () => {
    const company = await rooms.house.addCompany(SYSTEM, { company: { name: 'Kanal Ost' } })
    await rooms.house.addContact(SYSTEM, { contact: { name: 'Ana Nowak', companyId: company.id, email: 'ana@kanal-ost.example' } })
    const { page, complaints, close } = await deskOf('sales')
    await open(page, '/en/desk/requests')
    const drop = async (name: string, text: string) => {
      const files = await page.evaluateHandle(([named, words]) => {
        const dropped = new DataTransfer()
        dropped.items.add(new File([words!], named!, { type: 'message/rfc822' }))
        return dropped
      }, [name, text])
      await page.dispatchEvent('h1', 'drop', { dataTransfer: files })
    }
    await drop('ask.eml', letter('a1', 'We would like to buy <b>SVOD</b> rights for Poland, exclusive.'))
    await said(page).getByText('ask.eml is a request.').waitFor()
    const request = page.locator('.request', { hasText: 'Ana Nowak' })
    await request.getByRole('link', { name: 'Kanal Ost' }).waitFor()
    await request.getByText('We would like to buy SVOD rights for Poland, exclusive.').waitFor()
    await request.getByText('guessed from “The Ferry Log”').waitFor()
    await request.getByText(/^Wishes .*Poland/).waitFor()
    assert.deepEqual(await axe(page), [])
    await drop('ask.eml', letter('a1', 'We would like to buy <b>SVOD</b> rights for Poland, exclusive.'))
    await said(page).getByText('ask.eml was taken in before.').waitFor()
    await drop('photo.eml', 'no letter at all')
    await said(page).getByText('photo.eml: This is not a message of mail.').waitFor()
    await drop('again.eml', letter('a2', 'Any news?', 'In-Reply-To: <a1@kanal-ost.example>\r\n'))
    await request.getByText('Any news?').waitFor()
    assert.equal(await request.count(), 1)
    await request.getByRole('button', { name: /^That is right/ }).click()
    await said(page).getByText('is confirmed').waitFor()
    assert.equal(await request.locator('.guesses').count(), 0)
    await page.getByRole('searchbox').fill('ferry kanal')
    await page.getByRole('searchbox').press('Enter')
    await page.waitForURL(/q=ferry/)
    await awake(page)
    await page.getByRole('heading', { name: '1 request found' }).waitFor()
    // what is no letter was refused, which a browser notes of every 422
    assert.deepEqual(
      complaints.filter((one) => !/ 422 /.test(one)),
      [],
    )
    await close()
  })
}) // prettier-ignore
