import type { Recurrence } from '../domain/document.ts'
import { findAll, type Rule } from './rule.ts'

/** How often: 每月, 按季度, 月调度, 每半年, 全年总结. */
export const RECURRENCES: readonly Rule<Recurrence>[] = [
  {
    name: 'monthly: 每月, 按月, 月调度, 月报',
    pattern:
      /每个?月(?!度?内)|一月一(?:调度|通报|报|会商|小结)|按月|逐月|每月度|(?<![\d一二三四五六七八九十个半])月(?:度)?(?:调度|通报|报告|报送|会商|小结|总结|督办|报(?![告送刊]))/g,
    read: () => 'monthly',
  },
  {
    name: 'quarterly: 每季度, 按季, 季通报',
    pattern:
      /每一?个?季度?|一季度?一(?:调度|通报|报|会商|小结)|按季度?|逐季|(?<![一二三四1-4上下本])季(?:度)?(?:调度|通报|报告|报送|会商|小结|总结|督办|评估|报(?![告送]))/g,
    read: () => 'quarterly',
  },
  {
    name: 'semiannual: 每半年, 半年检查',
    pattern:
      /每半年|半年一(?:调度|通报|报|小结|检查|总结)|按半年|(?<![上下])半年(?:调度|通报|检查|督查|评估|会商)/g,
    read: () => 'semiannual',
  },
  {
    name: 'annual: 每年, 全年总结, 年考核',
    pattern:
      /每年|一年一(?:考核|通报|报|总结)|按年度?|全年总结|年终总?(?:总结|考核|评)|(?<![\d半上下今])年(?:度)?(?:考核|通报|评估)/g,
    read: () => 'annual',
  },
]

/** Every recurrence a text names, in reading order. */
export function findRecurrences(text: string) {
  return findAll(text, RECURRENCES, undefined).sort((a, b) => a.start - b.start)
}
