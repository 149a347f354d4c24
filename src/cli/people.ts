import type { Command } from 'commander'
import { AppError } from '../errors.ts'
import { load } from './extract.ts'
import { complain, printJson, printText } from './output.ts'

export function addPeople(program: Command): void {
  program
    .command('people')
    .description(
      '人员：import FILE 导入联络员、领导名单（.xlsx，列序不限：姓名、单位、职务、手机、角色、分管）；list 列出',
    )
    .argument('<what>', 'import 或 list')
    .argument('[file]', '名单文件')
    .option('--json', '输出 JSON')
    .action(run)
}

async function run(
  what: string,
  file: string | undefined,
  options: { readonly json?: boolean },
): Promise<void> {
  const { withSession } = await import('../app/session.ts')
  if (what === 'list') return withSession(complain, ({ db }) => list(db, options.json ?? false))
  if (what !== 'import') throw new AppError('bad-request', `people 后面是 import 或 list，不是“${what}”。`)
  if (file === undefined) throw new AppError('bad-request', '请写名单文件：people import 名单.xlsx')
  const raw = load(file)
  const { importPeople } = await import('../app/people-import.ts')
  const { loadShippedRegistries } = await import('../app/registries.ts')
  await withSession(complain, async ({ db }) => {
    await loadShippedRegistries(db)
    const result = await importPeople(db, raw)
    if (result.problems.length > 0) process.exitCode = 1
    if (options.json) return printJson(result)
    const problems = result.problems.map(({ row, words }) => `  第 ${row} 行：${words}`)
    printText([`新增 ${result.added} 人，更新 ${result.updated} 人`, ...problems].join('\n'))
  })
}

type Db = Parameters<typeof import('../store/people.ts').readViewers>[0]

async function list(db: Db, json: boolean): Promise<void> {
  const { readViewers } = await import('../store/people.ts')
  const people = await readViewers(db)
  if (json) return printJson(people)
  const lines = people.map((p) =>
    [p.personId, p.name, p.unit ?? '', p.title ?? '', p.roles.join('、')].join('\t'),
  )
  printText(lines.length > 0 ? lines.join('\n') : '还没有登记人员')
}
