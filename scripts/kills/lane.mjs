// Kills one build after the other in one output folder.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { faultsAfterBuild, faultsAfterKill, filesOf, foreign, isMixed } from './output.mjs'
import { phases, startBuild, until } from './run-build.mjs'

/** What is wrong, and where to look. */
export class Violation extends Error {
  constructor(what, faults, folder) {
    const more = faults.length > 20 ? [`and ${faults.length - 20} more`] : []
    const lines = [...faults.slice(0, 20), ...more].map((line) => `  ${line}`)
    super(`${what}:\n${lines.join('\n')}\nThe folder stays as it is: ${folder}`)
  }
}

/** One output folder. `setting` is what all lanes share: `command`, `configOf`, `references`, `manifests`. */
export class Lane {
  counts = Object.fromEntries([...phases, 'mixed', 'builds'].map((name) => [name, 0]))
  #out
  #setting
  #random

  constructor(out, setting, random) {
    this.#out = out
    this.#setting = setting
    this.#random = random
  }

  /** Kills `kills` builds, with a build that is let run after each ten and at the end. */
  async run(kills) {
    mkdirSync(dirname(join(this.#out, foreign)), { recursive: true })
    writeFileSync(join(this.#out, foreign), 'mine')
    await this.#buildAndCompare('a', 'before the first kill')
    const durations = await this.#measure()
    for (let kill = 1; kill <= kills; kill++) {
      const what = await this.#killOne(kill, durations)
      if (kill % 10 === 0) await this.#buildAndCompare(this.#random() < 0.5 ? 'a' : 'b', what)
      if (kill % 25 === 0) console.log(`${basename(this.#out)}: ${kill} of ${kills}`)
    }
    await this.#buildAndCompare('a', 'after the last kill')
    return durations
  }

  async #killOne(kill, durations) {
    const target = this.#chooseTarget()
    // A third at any moment; the others while something is written.
    const aim = ['start', 'staging', 'commit'][Math.floor(this.#random() * 3)]
    const longest = aim === 'start' ? sum(Object.values(durations)) : durations[aim]
    const delay = this.#random() * 1.3 * longest
    const what = `kill ${kill}: the build of ${target}, ${delay.toFixed(1)} ms after ${aim}`
    const build = startBuild(this.#setting.command, this.#setting.configOf(target), this.#out)
    await until(build, aim)
    await setTimeout(delay)
    build.kill()
    const { code, said } = await build.ended
    if (code !== null && code !== 0) this.#fail(`${what}, ended with ${code} by itself`, [said])
    this.counts[code === 0 ? 'ended' : build.lastPhase()] += 1
    this.#check(what, faultsAfterKill(this.#out, this.#setting.references))
    if (isMixed(this.#out, this.#setting.references)) this.counts.mixed += 1
    return what
  }

  // Mostly the generation that the folder does not show, so that there is much to write.
  #chooseTarget() {
    const shown = filesOf(this.#out).get('all/rss.xml')
    const isA = shown?.equals(this.#setting.references.a.get('all/rss.xml')) === true
    return isA === this.#random() < 0.8 ? 'b' : 'a'
  }

  /** How long each phase takes when nothing is killed. */
  async #measure() {
    const times = { start: [], reading: [], staging: [], commit: [] }
    for (const generation of ['b', 'a', 'b']) {
      const build = startBuild(this.#setting.command, this.#setting.configOf(generation), this.#out)
      let before = performance.now()
      for (const [index, phase] of Object.keys(times).entries()) {
        await until(build, phases[index + 1])
        times[phase].push(performance.now() - before)
        before = performance.now()
      }
      await this.#buildAndCompare(generation, 'while measuring')
    }
    return Object.fromEntries(Object.entries(times).map(([phase, list]) => [phase, middle(list)]))
  }

  async #buildAndCompare(generation, when) {
    const { command, configOf, references, manifests } = this.#setting
    const { code, said } = await startBuild(command, configOf(generation), this.#out).ended
    this.counts.builds += 1
    const what = `${when}, then the build of ${generation}`
    if (code !== 0) this.#fail(`${what}, which ended with ${code}`, [said])
    const { [generation]: files } = references
    this.#check(what, faultsAfterBuild(this.#out, files, manifests[generation]))
  }

  #check(what, faults) {
    if (faults.length > 0) this.#fail(what, faults)
  }

  #fail(what, faults) {
    throw new Violation(what, faults, this.#out)
  }
}

function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0)
}

function middle(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
