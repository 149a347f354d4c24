import { Command, CommanderError } from 'commander'
import { isAppError } from '../errors.ts'
import { addAsk } from './ask.ts'
import { addCalendar } from './calendar.ts'
import { addDoctor } from './doctor.ts'
import { addDocuments } from './documents.ts'
import { addDuties } from './duties.ts'
import { addEval } from './eval.ts'
import { addExtract } from './extract.ts'
import { addIngest } from './ingest.ts'
import { addLeaveCommand } from './leave.ts'
import { misuseWords } from './misuse.ts'
import { addOutbox } from './outbox.ts'
import { complain } from './output.ts'
import { addPeople } from './people.ts'
import { addPeriod } from './period.ts'
import { addProgress } from './progress.ts'
import { addQuestions } from './questions.ts'
import { addRemind } from './remind.ts'
import { addReport } from './report.ts'
import { addServe } from './serve.ts'
import { addUnderstand } from './understand.ts'

const OK = 0
const FAILED = 1
const MISUSE = 2

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/** Runs one command line. Returns the exit code: 0 ok, 1 failed, 2 misuse. */
export async function run(argv: readonly string[]): Promise<number> {
  const program = new Command('duban')
    .description('督办助手：读工作方案、管任务台账、答群里的问题')
    .helpOption('-h, --help', '显示用法')
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: ({ description }) => description,
    })
    .exitOverride()
    .configureOutput({ outputError: (text) => complain(misuseWords(text)) })
  for (const add of [
    addExtract,
    addIngest,
    addAsk,
    addUnderstand,
    addQuestions,
    addServe,
    addDocuments,
    addDoctor,
    addCalendar,
    addRemind,
    addDuties,
    addLeaveCommand,
    addEval,
    addOutbox,
    addPeople,
    addPeriod,
    addProgress,
    addReport,
  ])
    add(program)
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return typeof process.exitCode === 'number' ? process.exitCode : OK
  } catch (error) {
    return report(error)
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? OK : MISUSE
  if (isAppError(error)) {
    complain(error.message)
    return error.code === 'bad-request' ? MISUSE : FAILED
  }
  complain(`出错了：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return FAILED
}
