import { strict as assert } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { writeCalendar } from './write-calendar.ts'

const AT = '2026-11-22T09:00:00Z'
const days = [{ id: 'e1-licence-ends', day: '2027-03-28', summary: 'Licence ends: Salt, the sea; and more', description: 'SVOD · Poland\nparty', url: 'https://films.example/en/desk' }] // prettier-ignore

test('a day is a whole day, with its words escaped and folded as RFC 5545 asks', () => {
  const text = writeCalendar('Rights', days, AT)
  assert.match(text, /^BEGIN:VCALENDAR\r\n/)
  assert.match(text, /\r\nDTSTART;VALUE=DATE:20270328\r\n/)
  assert.match(text, /\r\nUID:e1-licence-ends\r\n/)
  assert.match(text, /SUMMARY:Licence ends: Salt\\, the sea\\; and more\r\n/)
  assert.match(text, /DESCRIPTION:SVOD · Poland\\nparty\r\n/)
  assert.match(text, /END:VCALENDAR\s*$/)
  assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
})

test('the day is the same wherever the server stands', () => {
  const program = `import { writeCalendar } from ${JSON.stringify(new URL('./write-calendar.ts', import.meta.url).href)}
    console.log(writeCalendar('Rights', ${JSON.stringify(days)}, ${JSON.stringify(AT)}))`
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris']) {
    const text = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    })
    assert.match(text, /DTSTART;VALUE=DATE:20270328\r\n/, zone)
  }
})
