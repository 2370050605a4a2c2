import { forgetList, keepList, listKeptLists } from '../../../src/device/kept-lists.ts'
import type { Choice } from '../../../src/survey/definition.ts'
import { clock, newId, opened } from './open.ts'

export const keep = async (name: string, title: string, choices: readonly Choice[]) =>
  keepList(await opened(name), title, choices, clock, newId)

export const list = async (name: string) => listKeptLists(await opened(name))

export const forget = async (name: string, id: string) => forgetList(await opened(name), id)
