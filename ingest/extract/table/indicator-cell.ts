import type { Indicator } from '../../../src/domain/document.ts'
import type { Span } from '../../../src/domain/span.ts'
import { parseNumber } from '../../../src/text/numbers.ts'
import type { IndicatorColumn } from './indicator-head.ts'

export type ValueColumn = Extract<IndicatorColumn, { kind: 'value' }>

/** Marks for "nothing here". */
const EMPTY = /^(?:[/／—–-]+|无|空)$/
const NUMBER =
  /^[约≥≤><＞＜=]*(?<n>\d[\d,]*(?:\.\d+)?)(?<scale>[万亿]?)(?:%|‰|个百分点|以上|以下|以内|左右|倍|\+)*$/

/** What a table cell may hold: a number with its bounds, a range, a dash, a cumulated figure in brackets, 预期 words. */
export const VALUE =
  /^(?:[约≥≤><＞＜]?=?\d[\d,]*(?:\.\d+)?(?:[万亿]|%|‰|个百分点)?(?:以上|以下|以内|左右|\+)?|[约≥≤><＞＜]?\d[\d.]*%?[—–~-]+\d[\d.]*%?|[［[〔【]\d[\d,.]*%?[］\]〕】]|[/／—–]|-{1,2}|(?:不低于|不高于|不少于|大于|小于|高于|低于|超过?|突破|达到?)\d[\d,.]*%?|(?:持续|稳步|稳定|逐步|进一步|基本|保持|完成|明显|全面)[\u4e00-\u9fff]{2,12})$/

/** Units as tables print them: 个, 亿元, 个/万人, PFLOPS, %. */
export const UNIT_WORD =
  /^(?:[%‰]|[万亿千百]*(?:元|吨|人次|人|户|件|个|项|家|条|辆|台|套|座|处|张|所|公里|千米|米|平方米|平方公里|立方米|亩|公顷|千瓦时?|千瓦|吨标准煤|人日|机架|标准箱|架次|颗|只|种|类|部|场|批|篇|册|美元|名|位|组|艘|列|班|桶|度|分|级|倍|岁|年|天|小时|分钟|毫秒|毫克|微克|升|箱|斤|公斤|亿元)(?:\/[\u4e00-\u9fffA-Za-z0-9]{1,8})?|[A-Za-z]{1,8}(?:\/[A-Za-z\u4e00-\u9fff]{1,4})?|[\u4e00-\u9fff]{1,5}\/[\u4e00-\u9fff]{1,6})$/

export interface CellContext {
  readonly table: string
  readonly group: string | null
  readonly name: string
  readonly unit: string | null
  readonly by: string | null
  readonly note: string | null
  readonly certain: boolean
}

/** One cell → one indicator; a dash is kept as a cell the document leaves empty. */
export function indicatorOf(
  context: CellContext,
  cell: { readonly text: string; readonly period: string | null; readonly source: Span },
): Indicator {
  const isEmpty = cell.text === '' || EMPTY.test(cell.text)
  const bracketed = cell.text.replace(/^[［[〔【]|[］\]〕】]$/g, '')
  const number = NUMBER.exec(bracketed)?.groups
  const hasPercent = /%/.test(cell.text)
  return {
    ...context,
    unit: context.unit ?? (hasPercent ? '%' : null),
    target: isEmpty ? null : cell.text,
    value:
      number && !isEmpty ? parseNumber(`${(number.n ?? '').replaceAll(',', '')}${number.scale ?? ''}`) : null,
    period: cell.period,
    source: cell.source,
  }
}

/** 数字经济核心产业增加值（亿元） → the name and its unit; a bracket that holds no unit stays with the name. */
export function splitUnit(name: string): { readonly name: string; readonly unit: string | null } {
  const m = /^(?<name>.+?)（(?:单位：)?(?<unit>[^（）]{1,10})）$/.exec(name)?.groups
  if (!m || !UNIT_WORD.test(m.unit ?? '')) return { name, unit: null }
  return { name: m.name ?? name, unit: m.unit ?? null }
}
