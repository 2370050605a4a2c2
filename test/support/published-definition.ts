import { setTimeout } from 'node:timers/promises'
import type { SurveysAnswer } from '../../src/protocol/messages.ts'
import type { Definition } from '../../src/survey/definition.ts'
import type { RunningServer } from './running-server.ts'

/**
 * The survey of that title as the server has it, once it has come there.
 *
 * @throws Error where it does not come within 10 s
 */
export const publishedDefinition = async (server: RunningServer, title: string): Promise<Definition> => {
  for (let tries = 0; tries < 50; tries += 1) {
    const { versions } = (await (await fetch(`${server.address}/api/v1/surveys`)).json()) as SurveysAnswer
    const found = versions.find(({ definition }) => definition.title === title)
    if (found !== undefined) return found.definition
    await setTimeout(200)
  }
  throw new Error(`‘${title}’ did not come to the server`)
}
