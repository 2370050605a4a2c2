import { type Policy, thresholdOf } from './policy.ts'

/**
 * Why a table of some returns may not stand beside the table of all: it leaves out so few that their answers are the
 * difference between the two. Null where it may. A policy that hides nothing refuses nothing.
 */
export const leavesOutTooFew = (all: number, counted: number, policy: Policy): string | null => {
  const few = thresholdOf(policy)
  const leftOut = all - counted
  return leftOut > 0 && leftOut < few
    ? `This leaves out fewer than ${few} returns. Beside the table of all, it would tell what they said, and is not shown.`
    : null
}
