import type { TreeNode } from '../types.ts'

/** 对…成效明显的地方，…给予倾斜: a reward for those who did well, however it names who grants it. */
const REWARD =
  /^对.{4,160}?(?:成效|成绩|工作|任务|措施|力度|完成|落实|情况|增长|积极|水平|程度|突出|贡献|运行).{0,60}?(?:好|明显|显著|突出|较快|较高|靠前|领先|到位|有力|扎实|稳定)的?.{0,20}(?:省|市|县|区|地方|地区|单位|部门|州|盟|旗|园区)/

/** Above this share of such items a document grants rewards and sets no tasks. */
const SHARE = 0.5

export function isIncentive(items: readonly TreeNode[]): boolean {
  const rewards = items.filter((n) => REWARD.test(n.paragraphs[0]?.text ?? ''))
  return items.length >= 3 && rewards.length / items.length >= SHARE
}
