import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOf, idOf, idWithin } from './content-id.ts'

const house = { name: 'Lanterne', url: 'https://www.lanterne.example/' }

test('a film that comes with an id of this form keeps it, whoever writes it again', () => {
  assert.equal(idOf('cid', house, 'f1'), 'md:cid:org:lanterne.example:f1')
  assert.equal(idOf('cid', house, 'md:cid:org:fanal.example:f1'), 'md:cid:org:fanal.example:f1')
  assert.equal(idOf('alid', house, 'md:cid:org:fanal.example:f1'), 'md:alid:org:fanal.example:f1')
  assert.equal(endOf(idWithin('md:cid:org:fanal.example:f1', 'cut-2')), 'f1-cut-2')
})

test('a film that others call by its EIDR has it under the scheme of EIDR, and its parts under that for parts', () => {
  const id = idOf('cid', house, '10.5240/8FF3-1C20-84F5-F247-8BCD-E')
  assert.equal(id, 'md:cid:eidr-s:8FF3-1C20-84F5-F247-8BCD-E')
  assert.equal(idWithin(idWithin(id, 'cut-2'), 'e1'), 'md:cid:eidr-x:8FF3-1C20-84F5-F247-8BCD-E:cut-2:e1')
  assert.equal(endOf(id), '8FF3-1C20-84F5-F247-8BCD-E')
})

test('what an address leads out of its folder by stands in no name of a file', () => {
  assert.equal(endOf(idOf('cid', house, 'md:cid:org:fanal.example:../../x')), 'md-cid-org-fanal.example-..-..-x')
  assert.equal(endOf('md:cid:org:fanal.example:..'), '')
})
