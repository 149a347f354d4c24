import { expect, test } from 'vitest'
import { formsNamed } from '../../src/text/forms-named.ts'

test.each([
  ['样式见附表1、2', [1, 2]],
  ['（样式见附表1、附表2）', [1, 2]],
  ['附表一和附表三', [1, 3]],
  ['附表3怎么填', [3]],
  ['附表1，2月5日前报', [1]],
  ['附件2', []],
  ['按附表报', []],
])('%s names the forms %j', (text, forms) => {
  expect(formsNamed(text)).toEqual(forms)
})
