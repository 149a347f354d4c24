import type { LexiconDocument } from '../lexicon.ts'
import type { Marked } from '../marks.ts'

/** 说4500P, 18个, 写的增长20%以上: a figure right behind a document, up to the end of its clause. */
const SAID =
  /^(?:里面?|中)?(?:[说写提定讲要是]的?是?|列了?)?(?:年均|每年)?(?:增长|提升|达到?|新增|超过?|突破|不少于)?(?:\d[\d.,]*|[一二两三四五六七八九十百千]+)[万亿]?(?:%|\p{Script=Han}{0,2}|[A-Z]{0,2}P|EFLOPS)(?:以上|左右|多)?(?=[，,、；;])/u

/**
 * 算力工作报告说4500P，51号要多少; 今年500家，51号多少: what one document or year says, told by the asker himself where another is
 * asked about. The figure is no part of the matter.
 */
export function findSaidFigures(text: string, places: readonly Marked[]): Marked[] {
  const ends = places.map((mark) => mark.start)
  return places.flatMap((mark): Marked[] => {
    const said = SAID.exec(text.slice(mark.end))?.[0]
    if (said === undefined || !ends.some((start) => start > mark.end + said.length)) return []
    const place = { start: mark.end, end: mark.end + said.length, text: said }
    return [
      {
        ...place,
        value: { kind: 'said' },
        rule: 'a figure said of another document: 工作报告说18个，51号几个',
      },
    ]
  })
}

const REPORT = /(?<![作查年月度季情况结总简])报告(?=[说里写提讲定要是\d]|第几|多少|几)/g

/** 报告说20%，51号多少: beside another document the report is that of the government's work. */
export function reportsBeside(
  text: string,
  named: readonly Marked[],
  documents: readonly LexiconDocument[],
): Marked[] {
  const reports = documents.filter(({ title }) => title.includes('工作报告'))
  if (reports.length === 0 || named.length === 0) return []
  return [...text.matchAll(REPORT)].map(({ index: start }) => ({
    ...{ start, end: start + 2, text: '报告' },
    value: { kind: 'document', documents: reports, every: false },
    rule: 'document: 报告 beside another one',
  }))
}
