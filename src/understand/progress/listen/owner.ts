/** Whose it is said to be: 应该是市数据局牵头, 归市经信局管, 牵头单位是市公安局. */
const OWNERS: readonly RegExp[] = [
  /(?:应(?:该|当)?(?:是|由|归|找)?|改?由|归|属于?|找|是|转给|退给|交给|改派给?)(?!我们|我局|咱)(?<who>(?:市|区|省)?\p{Script=Han}{2,12}?(?:局|委|办|厅|公司|集团|中心|政府|院|部))(?:那边|那里)?(?:牵头|负责|管|的|主管|主责|报|来|办理|承担|吧|[，。；！]|$)/u,
  /牵头(?:单位)?(?:应该?)?(?:是|为)(?!我们|我局)(?<who>[^，。；\d]{2,12})(?=$|[，。；！])/u,
]
const NEGATED = /不(?:是|归|属于?|由)$/

/** The unit a decline says is the right one, as said; null where none is named. */
export function ownerIn(text: string): string | null {
  for (const pattern of OWNERS) {
    const found = pattern.exec(text)
    if (found?.groups?.who && !NEGATED.test(text.slice(0, found.index + 1))) return found.groups.who
  }
  return null
}
