import type { FindNeverMet } from '../../survey/advice/advise.ts'
import { ruleProblems } from '../../survey/rule/rule-problems.ts'

/** Rules that are broken or that nobody can meet, as the check before sharing takes them. */
export const findNeverMet: FindNeverMet = (definition) =>
  ruleProblems(definition).map(({ at, kind, reason }) => ({ element: at, rule: `${kind} ${reason}`, reason }))
