import type { Facts } from '../../answer/facts.ts'
import { text } from '../text-block.ts'
import type { Part } from './blocks.ts'
import { askThem } from './standing.ts'

type StaffFacts = Extract<Facts, { kind: 'staff' }>

/** 市水务局联络员：张三; the units under a leader in one line. */
export function staffPart({ of, about, people, help }: StaffFacts): Part {
  if (people.length === 0) return { title: missing[of](about), blocks: [text(askThem(help))] }
  if (of === 'overseen') {
    const units = people.map((row) => row.unit)
    return { title: `${about}分管${units.length}个单位`, blocks: [text(`${units.join('、')}。`)] }
  }
  const names = [...new Map(people.map((row) => [row.name, row])).values()]
  const word = of === 'liaison' ? '联络员' : '分管领导'
  return {
    title: `${about}${word}：${names.map((row) => row.name).join('、')}`,
    blocks: names.flatMap(({ name, title }) => (title === null ? [] : [text(`${name}，${title}`)])),
  }
}

const missing = {
  liaison: (unit: string): string => `${unit}还没有登记联络员`,
  overseer: (unit: string): string => `${unit}还没有登记分管领导`,
  overseen: (name: string): string => `没有登记${name}分管的单位`,
} as const
