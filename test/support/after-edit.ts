import type { Definition } from '../../src/survey/definition.ts'
import type { Done, Edited } from '../../src/survey/edit/edited.ts'

/** The survey after an edit that a test expects to be taken. */
export const afterEdit = (edited: Edited): Definition => edit(edited).definition

/** An edit that a test expects to be taken, with what it said. */
export const edit = (edited: Edited): Done => {
  if (!edited.ok) throw new Error(edited.reason)
  return edited
}
