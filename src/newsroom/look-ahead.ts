/** What `check` looks at beside what a build makes: articles under embargo, and translations that are missing. */
import { missingTranslations } from '../create-feed/lint.js'
import { issue, type Issue } from '../issue.js'
import { inspect, locateIssue, type NewsroomIndex } from './index-articles.js'
import type { Plan } from './plan.js'

/** What is to be said of the articles under embargo, each as it will be at its hour. */
export async function inspectHeld(plan: Plan, index: NewsroomIndex): Promise<readonly Issue[]> {
  const found: Issue[] = []
  for (const { source, until } of index.held) {
    found.push(...(await inspect(source, plan, until, index.relationsOf)))
  }
  return found
}

/** Translations that are missing. One that is there and under embargo is not. */
export async function lintTranslations(
  plan: Plan,
  { entries, held }: NewsroomIndex,
): Promise<readonly Issue[]> {
  if (plan.lint === undefined) return []
  const all = [...entries, ...held.flatMap(({ entry }) => entry ?? [])]
  const ofFeeds = [...new Set(plan.slices.flatMap(({ choice }) => choice.languages))]
  const found: Issue[] = []
  for (const { code, field, message, article } of missingTranslations(all, plan.lint, ofFeeds)) {
    found.push(await locateIssue(issue(code, field, message), article))
  }
  return found
}
