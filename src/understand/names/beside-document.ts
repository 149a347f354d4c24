import type { Marked } from '../marks.ts'

/** What is asked of a document at the end: 工作报告提了没有, 51号怎么说, 51号呢. */
const OF_ANOTHER =
  /(?:[提写说有](?:到|了|过)*没(?:有)?|有没有(?:提|写|说)?(?:到|过)?|怎么[说写定提]的?|呢)[？?]?$/
const ASKED = /多少|几|谁|哪/

/** 数据集要多少，工作报告提了没有: the document is asked about second; the first question is of them all. */
export function asksDocumentAfter(text: string, marks: readonly Marked[]): boolean {
  const comma = text.search(/[，,；;]/)
  const documents = marks.filter((mark) => mark.value.kind === 'document')
  return (
    comma > 0 &&
    documents.length > 0 &&
    documents.every((mark) => mark.start > comma) &&
    ASKED.test(text.slice(0, comma)) &&
    OF_ANOTHER.test(text)
  )
}
