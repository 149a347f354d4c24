/** What understanding took for granted, as the answer will say it. */
export const assumed = {
  newest: (said: string, label: string) => `“${said}”不止一份，按最新的${label}回答`,
  year: (asked: number, taken: number) => `没有${asked}年的文件，按${taken}年文件回答`,
  unit: (said: string, name: string) => `“${said}”按${name}理解`,
  family: (name: string, others: readonly string[]) => `${name}含前后名称${others.join('、')}`,
  mine: (name: string) => `“我们单位”按您所在的${name}理解`,
  overseen: (names: readonly string[]) =>
    `“我分管的”按${names.slice(0, 3).join('、')}${names.length > 3 ? `等${names.length}个单位` : ''}理解`,
  typo: (said: string, meant: string) => `“${said}”按“${meant}”理解`,
  unheard: (words: readonly string[]) => `原文没有出现“${words.join('”“')}”，以下是最接近的内容，请核对`,
  carried: '沿用上一问',
  lastTasks: (count: number) => (count === 1 ? '按上一问说到的那一项理解' : `按上一问的${count}项理解`),
}

export const asks = {
  whichUnit: '您问的“我们单位”是哪个单位？账号还没有登记单位，请说出单位名称。',
  whichOverseen: '您的账号没有登记分管单位。请说出要查的单位，或请督查室登记分管关系。',
  what: '想查哪份文件、哪个单位或哪项任务？说一个就行。',
}
