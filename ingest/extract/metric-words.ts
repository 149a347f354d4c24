/**
 * Words a plan's clauses are made of around what they count. Data: to read a new verb, add it here and a row to the
 * corpus of targets.
 */

/** Say how, when or that something be done, never what is counted. */
const OPENINGS = words(`
  并且 并 且 再 将 把 共 拟 其中 全市 我市 全年 每年 年均 年内 今年 力争 争取
  确保 保持 保障 实现 推动 推进 支持 加快 加力 持续 稳步 稳定 深入 累计 滚动 高质量
  高水平 高标准 扎实 全面 进一步 统筹 组织 引导 鼓励 积极 因地制宜 大力 逐步 首批
`)

/** What is done with the thing counted. */
const VERBS = words(`
  建成投用 建成 建设 打造 引进 引入 引育 招引 培育壮大 培育提升 培育 培养 培训 发布
  实施 开展 举办 举行 完成 提供 筹集 供应 兑现 加装 征集 遴选 设立 创建 开通 开放 推广应用 推广
  规划布局 规划 布局 部署 接入 上架 转化 突破 汇聚 安排 吸引 做强做大 做强 做大 壮大
  认定 发展 启动 开工 签约 落地 选树 组建 形成 扩建 改造 整治 提升 归集 组织 搭建
  策划 储备 拥有 构建 出台 制定 修订 提档升级 改造提升 整治提升 谋划储备 选取 选择 评选 命名 确定 建立 设置
  布设 投放 更新 采购 配备 派出 发放 开发 攻克 攻关 解决 办好 整合 编制 印发 谋划
  争创 申报 创成 获批 扶持 召开 上报 消除 关停 淘汰
`)

/** Done by the same verbs, but part of what is counted: 新增床位, 新开工项目. */
const NEWS = words('新开工 新投产 新引进 新培育 新组建 新签约 新改建 新改扩建 新增 新建 新设 新开 新添')

/** A time at the head: 年底前, 到2027年, 2025年6月底前, 上半年. */
const TIME =
  /^[到至]?(?:20\d{2}年[底末]?|(?:20\d{2}年)?(?:\d{1,2}月(?:[底末]|\d{1,2}日)?|年[底末]|[上下]半年|[一二三四]季度末?))之?前?/
const FOCUS = /^(?:重点|集中)(?=打造|建设|开展|培育|支持|推进|实施)/

/** Length of the opening words `text` begins with, 0 for none. */
export const openingAt = (text: string): number =>
  TIME.exec(text)?.[0].length ?? FOCUS.exec(text)?.[0].length ?? longest(OPENINGS, text)

export const verbAt = (text: string): number => longest(VERBS, text)

export const newAt = (text: string): number => longest(NEWS, text)

/** By first character, longer words first. */
type Words = ReadonlyMap<string, readonly string[]>

function words(list: string): Words {
  const sorted = list
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
  return Map.groupBy(sorted, (word) => word[0] ?? '')
}

const longest = (list: Words, text: string): number =>
  list.get(text[0] ?? '')?.find((word) => text.startsWith(word))?.length ?? 0
