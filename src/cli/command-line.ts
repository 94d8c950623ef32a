/** From the words of the command line to what is asked for. */
import { Argument, Command, CommanderError, InvalidArgumentError } from 'commander'
import { nearest } from '../create-feed/nearest.js'
import { readDate } from '../date.js'
import { generator } from '../formats/generator.js'
import type { Host } from '../newsroom/definition.js'
import { hostNames } from '../newsroom/host-names.js'
import { lineWidth, type Surroundings } from './surroundings.js'

/** Options of `build` and `check`. */
export interface BuildArguments {
  readonly config?: string
  readonly out?: string
  readonly now?: string
  readonly strict?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly cache: boolean
}

/** Options of `init`. */
export interface InitArguments {
  readonly yes?: boolean
  readonly title?: string
  readonly link?: string
  readonly language?: string
  readonly description?: string
}

/** Options of `announce`. */
export interface AnnounceArguments extends Pick<
  BuildArguments,
  'config' | 'out' | 'dryRun' | 'json'
> {
  readonly all?: boolean
  readonly state?: string
  /** In seconds. */
  readonly timeout?: number
}

/** What is asked for. */
export type Invocation =
  | { readonly command: 'build' | 'check'; readonly options: BuildArguments }
  | { readonly command: 'init'; readonly folder: string; readonly options: InitArguments }
  | { readonly command: 'watch'; readonly options: Pick<BuildArguments, 'config' | 'out'> }
  | {
      readonly command: 'serve'
      readonly options: Pick<BuildArguments, 'config' | 'out'> & { readonly port?: number }
    }
  | { readonly command: 'announce'; readonly options: AnnounceArguments }
  | { readonly command: 'links'; readonly options: Pick<BuildArguments, 'config'> }
  | {
      readonly command: 'headers'
      readonly host: Host
      readonly options: Pick<BuildArguments, 'config'>
    }

/**
 * Reads the words behind `pressfeed`. Help, the version, and what is wrong are printed here; then the
 * result is an exit code.
 */
export function readCommandLine(
  words: readonly string[],
  surroundings: Surroundings,
): Invocation | number {
  let invocation: Invocation | undefined
  const program = describe(surroundings, (found) => {
    invocation = found
  })
  try {
    program.parse(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
  return invocation ?? 2
}

function describe(
  { stdout, stderr }: Surroundings,
  choose: (invocation: Invocation) => void,
): Command {
  const program = new Command('pressfeed')
    .description('Article records in, valid feeds out, and every picture keeps its caption.')
    .version(generator.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', exitCodes)
    .showHelpAfterError('Try "pressfeed help".')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, write) => write(sentence(text)),
      getOutHelpWidth: () => lineWidth(stdout),
      getErrHelpWidth: () => lineWidth(stderr),
    })

  const build = program.command('build').description('write the feeds')
  takeBuildOptions(build)
    .option('--dry-run', 'write nothing, and say what would be written')
    .option('--json', 'print the report as JSON')
    .action((options: BuildArguments) => choose({ command: 'build', options }))

  const check = program
    .command('check')
    .description('say all that build would say, compare with the feeds that are out, write nothing')
  takeBuildOptions(check)
    .option('--json', 'print the report as JSON')
    .action((options: BuildArguments) => choose({ command: 'check', options }))

  program
    .command('init')
    .description('make a newsroom with a first article')
    .argument('[dir]', 'the folder', '.')
    .option('-y, --yes', 'ask nothing, and take the usual answers')
    .option('--title <text>', 'name of the newsroom')
    .option('--link <address>', 'page of the newsroom')
    .option('--language <tag>', 'language of the newsroom: en, fr-CA, vi')
    .option('--description <text>', 'one sentence on what it publishes')
    .action((folder: string, options: InitArguments) =>
      choose({ command: 'init', folder, options }),
    )

  takePaths(
    program.command('watch').description('write the feeds again whenever something changes'),
  ).action((options: BuildArguments) => choose({ command: 'watch', options }))

  takePaths(program.command('serve').description('offer the feeds to readers on this machine'))
    .option('--port <number>', 'port to listen at', readPort)
    .action((options: BuildArguments & { port?: number }) => choose({ command: 'serve', options }))

  takePaths(
    program
      .command('announce')
      .description(
        'tell the WebSub hubs which feeds have changed; the only command that goes online',
      ),
  )
    .option('--all', 'announce feeds too that have not changed')
    .option('--dry-run', 'send nothing, and say what would be announced')
    .option('--state <file>', 'what was announced (default: in the output folder)', readPath)
    .option('--timeout <seconds>', 'how long a hub may take to answer (default: 10)', readTimeout)
    .option('--json', 'print the report as JSON')
    .action((options: AnnounceArguments) => choose({ command: 'announce', options }))

  program
    .command('links')
    .description('print the <link rel="alternate"> lines for the head of a page')
    .option('--config <file>', configHelp, readPath)
    .action((options: BuildArguments) => choose({ command: 'links', options }))

  program
    .command('headers')
    .description('print what makes a host serve the feeds as what they are')
    .addArgument(new Argument('<host>', hostNames.join(', ')).argParser(readHost))
    .option('--config <file>', configHelp, readPath)
    .action((host: Host, options: BuildArguments) => choose({ command: 'headers', host, options }))

  return program
}

const exitCodes = `
Exit codes: 0 done; 1 findings refuse the feeds, or they could not be written,
or a hub did not take them; 2 wrong usage.`

const configHelp = 'the configuration (default: pressfeed.config.* here)'

function takePaths(command: Command): Command {
  return command
    .option('--config <file>', configHelp, readPath)
    .option('--out <dir>', 'the output folder (default: dist)', readPath)
}

function takeBuildOptions(command: Command): Command {
  return takePaths(command)
    .option(
      '--now <instant>',
      'the present, such as 2026-03-02T09:00Z (default: the clock)',
      readNow,
    )
    .option('--strict', 'take warnings for errors')
    .option('--no-cache', 'read every article, also those that are as they were')
}

// commander begins with "error: ".
function sentence(text: string): string {
  const said = text.replace(/^error: /, '')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

function readPath(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Expected a path.')
  return text
}

// Without a zone it is read in the newsroom's time zone, which is not known yet; UTC tells whether it is a date.
function readNow(text: string): string {
  if (readDate(text, 'UTC').fault === undefined) return text
  throw new InvalidArgumentError('Expected a date such as 2026-03-02 or 2026-03-02T09:00:00+01:00.')
}

function readHost(text: string): Host {
  const host = hostNames.find((name) => name === text)
  if (host !== undefined) return host
  const meant = nearest(text, hostNames)
  const hint = meant === undefined ? '' : `Did you mean ${meant}? `
  throw new InvalidArgumentError(`${hint}Expected one of ${hostNames.join(', ')}.`)
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('Expected a number from 0 to 65535; 0 takes any free port.')
}

function readTimeout(text: string): number {
  const seconds = Number(text)
  if (/^\d{1,3}$/.test(text) && seconds >= 1 && seconds <= 600) return seconds
  throw new InvalidArgumentError('Expected a whole number of seconds from 1 to 600.')
}
