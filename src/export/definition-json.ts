import type { Definition } from '../survey/definition.ts'

/**
 * A survey as the text of a file: plain SurveyJS JSON with our two additions, and with what only its builder needs, so
 * that it opens elsewhere as it stands here. Opening the file gives the very same survey.
 */
export const definitionJson = (definition: Definition): string => `${JSON.stringify(definition, null, 2)}\n`
