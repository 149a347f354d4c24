import { describe, expect, test } from 'vitest'
import { findMarking } from '../../ingest/read/marking.ts'

const MARKED: readonly (readonly ['secret' | 'internal' | null, readonly string[]])[] = [
  [
    'secret',
    [
      '机密★5年\n云川市文件',
      '秘密★\n正文',
      '绝密 ★ 长期\n正文',
      '000012\n机 密 ★ 1 年\n特急',
      '秘密\n云川市人民政府',
      '密级：机密\n标题',
      '机密★10年　　　　特急\n标题',
      '【秘密】\n标题',
      '云川市文件 云政办〔2026〕1号 机密★1年 关于印发方案的通知',
    ],
  ],
  [
    'internal',
    [
      '内部资料 注意保存\n标题',
      '【内部资料】\n标题',
      '内部文件\n标题',
      '仅供内部使用\n标题',
      '工作秘密\n标题',
      '内部资料，请勿外传\n标题',
    ],
  ],
  [
    null,
    [
      '关于加强国家秘密管理工作的方案\n正文',
      '保密工作要点\n一、严守工作秘密。',
      '加强内部管理的通知\n正文',
      '商业秘密保护三年行动方案\n正文',
      '机密计算产业发展行动方案\n正文',
      `${'正文一段。\n'.repeat(30)}机密★5年`,
    ],
  ],
]

describe('markings at the head of a file', () => {
  const rows = MARKED.flatMap(([marking, texts]) => texts.map((text) => ({ marking, text })))
  test.each(rows)('$marking: $text', ({ marking, text }) => {
    expect(findMarking(text)?.marking ?? null).toBe(marking)
  })

  test.each([
    ['（机密）方案.docx', 'secret'],
    ['【内部】名单.xlsx', 'internal'],
    ['机密计算方案.docx', null],
  ])('in the name %s', (name, marking) => {
    expect(findMarking('正文', name)?.marking ?? null).toBe(marking)
  })
})
