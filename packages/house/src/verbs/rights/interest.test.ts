import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import { SYSTEM } from '../../actors.ts'
import { isHouseError } from '../../errors.ts'
import { eachHouse } from '../../testing/house-for-tests.ts'

eachHouse('interest', (open) => {
  test('each member has their own; nonsense is refused and changes nothing', async () => {
    const { house, member } = await open()
    const buyer = await member('buyer')
    const other = await member('buyer', 'another buyer')
    assert.deepEqual(await house.viewInterest(buyer), { territory: '', media: '' })
    await house.changeInterest(buyer, { territory: ' Poland + Baltics', media: 'SVOD' })
    await house.changeInterest(buyer, { territory: 'Poland', media: 'SVOD' })
    await assert.rejects(
      house.changeInterest(buyer, { territory: 'Atlantis', media: 'SVOD' }),
      (error) => isHouseError(error) && error.code === 'invalid-input',
    )
    assert.deepEqual(await house.viewInterest(buyer), { territory: 'Poland', media: 'SVOD' })
    assert.deepEqual(await house.viewInterest(other), { territory: '', media: '' })
    await assert.rejects(
      house.changeInterest(SYSTEM, { territory: '', media: '' }),
      (error) => isHouseError(error) && error.code === 'not-allowed',
    )
    await assert.rejects(
      house.viewInterest(await member('producer')),
      (error) => isHouseError(error) && error.code === 'not-allowed',
    )
  })
})
