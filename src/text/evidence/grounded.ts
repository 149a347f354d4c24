import { flat, flatEvidence } from './flat.ts'

/** Words a sentence is built with; they claim nothing. */
const GLUE =
  /文件|方案|规划|计划|原文|条款|要求|提出|明确|规定|写明|指出|强调|其中|主要|包括|以及|同时|根据|按照|需要|应当|应该|通过|进行|目标|具体|方面|相关|有关|内容|[的了在并和与及由为是将应对把从以]/g

/** 文件没有写…: that something is not there cannot stand in the evidence. */
const DENIAL = /没有|未(?:写|提|作|明确|列|见|找)|查不到|找不到|不(?:在|涉及|包含)/

/** Below this share of its pairs of characters a statement says something else than the evidence. */
const ENOUGH = 0.55
/** Shorter ones are turns of phrase. */
const SHORTEST = 6

/**
 * Statements of a text that the evidence does not make in about the same words. `findUnsupported` holds figures, names and
 * days to the letter; this holds the rest to the matter at hand: a model may join and shorten, not add.
 */
export function findUngrounded(text: string, evidence: readonly string[]): string[] {
  const whole = flatEvidence(evidence)
  const told = whole.replace(GLUE, '')
  return text
    .split(/[。！？!?；;，,：:\n]/)
    .map((statement) => statement.trim())
    .filter((statement) => !DENIAL.test(statement))
    .filter((said) => claimsDeed(flat(said), whole) || isStranger(flat(said).replace(GLUE, ''), told))
}

/** 已销号, 已通知: short, and of weight. Only what the evidence says in these words was done. */
const DEED =
  /已(?:经)?(?:全部|全面)?(?:完成|销号|办结|批准|同意|确认|发送|发出|通知|修改|报送|删除|授权|改为|变更|取消)/g

const claimsDeed = (statement: string, told: string): boolean =>
  [...statement.matchAll(DEED)].some((deed) => !told.includes(deed[0]))

function isStranger(statement: string, told: string): boolean {
  const pairs = [...statement.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((m) => m[1] ?? '')
  if (pairs.length < SHORTEST - 1) return false
  const known = pairs.filter((pair) => told.includes(pair)).length
  return known / pairs.length < ENOUGH
}
