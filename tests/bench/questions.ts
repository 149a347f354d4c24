import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** What is asked of the plans: the shared labelled questions where they are, always with open ones. */
const SHARED = resolve(import.meta.dirname, '../../../shared/gold/questions.jsonl')

const OF_SAMPLES = [
  '市经信局牵头哪些任务',
  '第3项谁负责',
  '低空航线目标是多少',
  '哪些任务年底前完成',
  '市交通运输局和市数据局一起负责哪些任务',
  '一共有多少项任务',
  '什么时候报送工作小结',
  '领导小组组长是谁',
]

const OPEN = [
  '怎么加强统筹协调',
  '宣传引导怎么做',
  '资金保障有什么安排',
  '考核督办怎么开展',
  '营商环境怎么优化',
  '人才政策有哪些措施',
  '安全监管有什么要求',
  '数据共享开放怎么推进',
  '为什么要发展数字经济',
  '社会资本怎么参与',
]

export function questions(): readonly string[] {
  const asked = existsSync(SHARED) ? sharedQuestions() : OF_SAMPLES
  return [...asked, ...OPEN]
}

/** Questions that stand by themselves. */
function sharedQuestions(): string[] {
  const lines = readFileSync(SHARED, 'utf8').split('\n').filter(Boolean)
  const labels = lines.map((line) => JSON.parse(line) as { readonly q: string; readonly history?: unknown[] })
  return labels.filter(({ history = [] }) => history.length === 0).map(({ q }) => q)
}
