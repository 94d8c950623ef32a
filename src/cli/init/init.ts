/** `pressfeed init`. */
import { join, relative, resolve } from 'node:path'
import { isTimeZone } from '../../date.js'
import type { InitArguments } from '../command-line.js'
import { configNamesIn } from '../config/find-config.js'
import { Failure, WrongUsage } from '../failure.js'
import type { Surroundings } from '../surroundings.js'
import { answerFields, faultOf, tidy, usualAnswers, type Answers } from './answers.js'
import { ask } from './ask.js'
import { isThere, readIfThere, replaceFile, writeNew } from './files.js'
import { newsroomFiles } from './newsroom-files.js'
import { emptyPackage, otherScripts, withFeeds } from './package-json.js'
import { summarize } from './summary.js'

/** Makes a newsroom in a folder. Overwrites nothing: if a file of it is there, nothing is written. */
export async function init(
  folderName: string,
  given: InitArguments,
  surroundings: Surroundings,
): Promise<number> {
  const { cwd, stdout } = surroundings
  const folder = resolve(cwd, folderName)
  const known = checkGiven(given)
  const timeZone = isTimeZone(surroundings.timeZone) ? surroundings.timeZone : 'UTC'
  const now = surroundings.now()
  const planned = newsroomFiles(usualAnswers, timeZone, now)
  refuseIfTaken(
    folder,
    planned.map(({ path }) => path),
  )
  const oldPackage = readIfThere(join(folder, 'package.json'))
  const newPackage = withFeeds(oldPackage ?? emptyPackage)

  const answers = await completeAnswers(known, given.yes === true, surroundings)
  const files = newsroomFiles(answers, timeZone, now).filter(
    ({ path }) => path !== '.gitignore' || !isThere(join(folder, path)),
  )
  writeNew(folder, files)
  if (newPackage !== oldPackage) replaceFile(join(folder, 'package.json'), newPackage)
  stdout.write(
    summarize({
      folder: relative(cwd, folder),
      files: [...files.map(({ path }) => path), ...packageLine(oldPackage, newPackage)],
      otherScripts: oldPackage === undefined ? [] : otherScripts(oldPackage),
      hasUsualLink: answers.link === usualAnswers.link,
    }),
  )
  return 0
}

function checkGiven(given: InitArguments): Partial<Answers> {
  const known: { -readonly [Field in keyof Answers]?: string } = {}
  for (const field of answerFields) {
    const value = given[field]
    if (value === undefined) continue
    const answer = tidy(value)
    const fault = faultOf(field, answer)
    if (fault !== undefined) throw new WrongUsage(`--${field}: ${fault}.`)
    known[field] = answer
  }
  return known
}

function refuseIfTaken(folder: string, planned: readonly string[]): void {
  const others = planned.filter((path) => path !== '.gitignore' && !path.includes('.config.'))
  const taken = [...configNamesIn(folder), ...others.filter((path) => isThere(join(folder, path)))]
  if (taken.length === 0) return
  const list = taken.map((path) => `\n  ${path}`).join('')
  throw new Failure(`Nothing was written, because this is there already:${list}`)
}

async function completeAnswers(
  known: Partial<Answers>,
  yes: boolean,
  surroundings: Surroundings,
): Promise<Answers> {
  const isWhole = answerFields.every((field) => known[field] !== undefined)
  if (yes || isWhole) return { ...usualAnswers, ...known }
  if (surroundings.stdin.isTTY === true && surroundings.stdout.isTTY === true) {
    return ask(known, surroundings)
  }
  throw new WrongUsage(
    'There is no terminal to ask questions on: give --yes to take the usual answers, ' +
      'or all of --title, --link, --description and --language.',
  )
}

function packageLine(before: string | undefined, after: string): readonly string[] {
  if (before === undefined) return ['package.json']
  return before === after ? [] : ['package.json (added to it)']
}
