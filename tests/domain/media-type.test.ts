import { expect, test } from 'vitest'
import { evidenceName, mediaTypeOf } from '../../src/domain/media-type.ts'

const bytes = (...values: readonly number[]) => new Uint8Array(values)
const JPEG = bytes(0xff, 0xd8, 0xff, 0xe0)
const WEBP = new TextEncoder().encode('RIFF....WEBPVP8 ')

test.each([
  ['照片.jpg', JPEG, 'image/jpeg'],
  ['照片.png', JPEG, 'image/jpeg'],
  ['页面.html', JPEG, 'image/jpeg'],
  ['图', WEBP, 'image/webp'],
  ['方案.pdf', bytes(0x25, 0x50, 0x44, 0x46), 'application/pdf'],
  ['附表.XLSX', bytes(0x50, 0x4b), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['页面.html', bytes(0x3c), 'application/octet-stream'],
  ['', bytes(), 'application/octet-stream'],
])('%s is %s', (name, content, type) => {
  expect(mediaTypeOf(name, content)).toBe(type)
})

test.each([
  ['现场照片.jpg', JPEG, '现场照片.jpg'],
  ['', JPEG, '图片.jpg'],
  ['', WEBP, '图片.webp'],
  ['  ', bytes(1), '文件'],
  ['../../etc/x.txt', bytes(1), 'x.txt'],
  ['C:\\台账\\附表.xlsx', bytes(1), '附表.xlsx'],
  ['a\r\nb.txt', bytes(1), 'ab.txt'],
])('%s is called %s', (name, content, called) => {
  expect(evidenceName(name, content)).toBe(called)
})
