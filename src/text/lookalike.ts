/** Characters one is mistaken for another by shape (a shared phonetic part), where the sound does not tell it. */
const FAMILIES =
  '陂坡披波 硚桥侨矫 蔡察祭 汉汊 昌晶 渔鱼 堤提题 崔催 兴举 淘陶掏 技枝支 测侧 晴睛 栏拦 辐幅副 拨拔 未末 巳己已'

const CANON = new Map(
  FAMILIES.split(' ').flatMap((family) => Array.from(family, (char) => [char, family[0] ?? char] as const)),
)

/** One character for all of a family: 黄坡 and 黄陂 are the same to the eye. */
export const shapeOf = (text: string): string => Array.from(text, (char) => CANON.get(char) ?? char).join('')
