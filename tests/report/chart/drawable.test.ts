import { expect, test } from 'vitest'
import { drawable } from '../../../src/report/chart/drawable.ts'

test.each([
  ['𠮷祥街道', '〓祥街道'],
  ['㐂园', '㐂园'],
  ['市经信局', '市经信局'],
  ['\ue123号', '〓号'],
])('%s → %s', (name, drawn) => {
  expect(drawable({ data: [{ values: [{ group: name, count: 3 }] }], axes: [{ domain: [name] }] })).toEqual({
    data: [{ values: [{ group: drawn, count: 3 }] }],
    axes: [{ domain: [drawn] }],
  })
})
