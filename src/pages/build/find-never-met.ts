import type { FindNeverMet } from '../../survey/advice/advise.ts'
import { type RuleProblem, ruleProblems } from '../../survey/rule/rule-problems.ts'

/** What keeps a survey from opening, or a question from ever being asked: all else about rules is advice. */
const stops = (problem: RuleProblem): boolean => problem.kind !== 'wording' && problem.kind !== 'consent'

/** Rules that nobody can meet, as the check before sharing takes them. */
export const findNeverMet: FindNeverMet = (definition) =>
  ruleProblems(definition)
    .filter(stops)
    .map(({ at, kind, reason }) => ({ element: at, rule: `${kind} ${reason}`, reason }))

/** What else is odd about who is asked what: to be looked at, in nobody's way. */
export const otherRuleProblems = (definition: Parameters<FindNeverMet>[0]): readonly RuleProblem[] =>
  ruleProblems(definition).filter((problem) => !stops(problem))
