import { by, type Row } from './progress.corpus.ts'

/** What stands beside the work and is not of it: papers of others, other bodies, whole stocks, earlier stages, ordinals, days gone by. */
export const BESIDE: readonly Row[] = [
  // a printed number names one of our documents only as a whole
  ...by('市数据局', '2026-10-16', [
    ['第6项按照云数规〔2026〕12号，低空7条', 'a6 低空=7条'],
    ['第12项：落实《算力管理办法》（云经信发〔2025〕12号），算力990P', 'a12 算力=990P'],
    ['云政办〔2026〕12号第2项数据集41个', 'c2 数据集=41个'],
    ['按照〔2026〕12号文第2项，数据集41个', 'c2 数据集=41个'],
  ]),
]
