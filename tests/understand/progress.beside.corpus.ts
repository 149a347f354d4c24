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
  // other bodies beside ours, the firms' own sales, ordinals
  ...by('市经信局', '2026-10-16', [
    ['9项工业增加值全省增7.3%，我们增5.8%', 'a9 工业增加值=5.8%'],
    ['9项工业增加值全国增6.1%，云川5.7%，宁波6.4%', 'a9 工业增加值=5.7%'],
    ['9项工业增加值增5.8%，快于全省0.4个百分点', 'a9 工业增加值=5.8%'],
    ['10项瞪羚企业66家，营收310亿', 'a10 瞪羚=66家'],
    ['11项标杆智能工厂3家，产线46条，第20家车间尚在评审', 'a11 工厂=3家 产线=46条'],
  ]),
  // the whole stock of the city beside what the year brought, a stock that is the metric itself
  ...by('市交通运输局', '2026-10-16', [
    ['全市农村寄递物流网点1852个，今年已建成143个', 'a4 网点=143个'],
    ['建设农村寄递物流网点143个，全市农村网点一共1852个', 'a4 网点=143个'],
    ['4项全市农村寄递物流网点168个', 'a4 网点=168个'],
  ]),
  // days of the year just ended, a meeting to come
  ...by('市交通运输局', '2027-01-12', [
    ['4项网点201个，12月26日已通过市级验收', 'a4 网点=201个 ~done'],
    ['4项网点191个，1月25日前全部建成', 'a4 网点=191个 @2027-01-25'],
  ]),
  ...by('市人社局', '2026-10-16', [
    ['17项城镇新增就业6.2万人，11月将召开新闻发布会', 'a17 就业=62000人'],
    ['17项城镇新增就业6.2万人，11月底前完成', 'a17 就业=62000人 @2026-11-30'],
  ]),
]
