/** A screen of its own for a program with windows: nothing of it is seen on a desk, and none is needed. */
import type { SpawnOptions } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, start, until, type Running } from './program.js'

export interface Screen {
  /** With which a program comes up on this screen and keeps all its files in the folder. */
  readonly environment: NodeJS.ProcessEnv
  /** Starts a program here; it ends with the screen. */
  start(program: string, args: readonly string[], options?: SpawnOptions): Running
  /** Waits until nothing moves any more, or for so many seconds, if something always does. */
  untilStill(seconds?: number): Promise<void>
  /** Waits until a window of that program is there. */
  untilOpen(program: string): Promise<void>
  /** Waits until anything moves, or for so many seconds, if nothing does. */
  untilMoved(seconds: number): Promise<void>
  /** Writes what the screen shows into a PNG file, when it is still. */
  photograph(path: string): Promise<void>
  /** Gives the window of a program the whole screen, where nobody else does. */
  maximise(program: string): Promise<void>
  /** Moves the pointer and clicks. */
  click(x: number, y: number): Promise<void>
  /** Scrolls what is under the pointer down, by so many steps of the wheel. */
  scroll(x: number, y: number, steps: number): Promise<void>
  close(): Promise<void>
}

/** Pixels of a screen that is wide enough for a picture beside the list of feeds. */
export const desk = { width: 1600, height: 1300 } as const

/** What a screen needs. */
export const screenPackages: Readonly<Record<string, string>> = {
  Xvfb: 'xvfb',
  'dbus-daemon': 'dbus',
  xdotool: 'xdotool',
  import: 'imagemagick',
  '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf': 'fonts-dejavu-core',
}

/** Opens a screen of that many pixels, with a home and a message bus below the folder. */
export async function openScreen(folder: string, width: number, height: number): Promise<Screen> {
  const home = join(folder, 'home')
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    // No accessibility bus, no graphics card.
    NO_AT_BRIDGE: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  }
  for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME'] as const) {
    mkdirSync(environment[name] ?? home, { recursive: true })
  }
  mkdirSync(join(home, 'run'), { recursive: true, mode: 0o700 })
  const running: Running[] = []
  const close = async () => {
    for (const each of running.toReversed()) await each.end()
  }
  try {
    running.push(await openDisplay(environment, width, height))
    running.push(await openBus(environment))
    // To look whether anything moves, without the time that compression takes.
    const look = () => takePicture(environment, join(folder, 'screen.ppm'))
    return {
      environment,
      start: (program, args, options) => {
        const started = start(program, args, { env: environment, ...options })
        running.push(started)
        return started
      },
      untilStill: (seconds) => untilStill(look, seconds),
      untilOpen: async (program) => {
        const search = ['search', '--onlyvisible', '--class', program]
        const isOpen = () =>
          run('xdotool', search, { env: environment }).catch(() => false as const)
        await until(`a window of ${program}`, isOpen)
      },
      untilMoved: async (seconds) => {
        const before = await look()
        const isOther = async () => !(await look()).equals(before)
        await until('a screen that moves', isOther, seconds).catch(() => undefined)
      },
      photograph: async (path) => {
        await untilStill(look, 10)
        await takePicture(environment, path)
      },
      maximise: async (program) => {
        const search = ['search', '--onlyvisible', '--class', program]
        const size = ['windowsize', '%@', String(width), String(height)]
        await run('xdotool', [...search, 'windowmove', '%@', '0', '0', ...size], {
          env: environment,
        })
      },
      click: async (x, y) => {
        const [left, top] = [String(x), String(y)]
        await run('xdotool', ['mousemove', left, top, 'click', '1'], { env: environment })
      },
      scroll: async (x, y, steps) => {
        const wheel = ['click', '--repeat', String(steps), '--delay', '50', '5']
        await run('xdotool', ['mousemove', String(x), String(y), ...wheel], { env: environment })
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

// Xvfb looks for a free number itself and says which one it has.
async function openDisplay(environment: NodeJS.ProcessEnv, width: number, height: number) {
  const size = `${width}x${height}x24`
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset']
  const display = start('Xvfb', args, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  let number = ''
  display.child.stdio[3]?.on('data', (chunk: Buffer) => (number += chunk.toString()))
  await until('a screen', () => number.endsWith('\n'), 30).catch(async (error: unknown) => {
    await display.end()
    throw error
  })
  environment['DISPLAY'] = `:${number.trim()}`
  return display
}

async function openBus(environment: NodeJS.ProcessEnv) {
  const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    env: environment,
  })
  // Beside its address it may say what it misses.
  const address = () => /^unix:\S+$/m.exec(bus.said())?.[0]
  const found = await until('a message bus', address, 30).catch(async (error: unknown) => {
    await bus.end()
    throw error
  })
  environment['DBUS_SESSION_BUS_ADDRESS'] = found
  return bus
}

async function takePicture(environment: NodeJS.ProcessEnv, path: string): Promise<Buffer> {
  await run('import', ['-window', 'root', '-strip', path], { env: environment })
  return readFileSync(path)
}

// Still is what has looked the same for some looks.
async function untilStill(take: () => Promise<Buffer>, seconds = 60): Promise<void> {
  let last: Buffer = Buffer.alloc(0)
  let same = 0
  const isStill = async () => {
    const now = await take()
    same = now.equals(last) ? same + 1 : 0
    last = now
    return same >= 5
  }
  await until('a screen that is still', isStill, seconds).catch(() => undefined)
}
