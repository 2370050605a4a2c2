/** survey-react-ui as it comes, with its own look: as large as the engine, and wanted by whoever exports a survey. */
export const loadSurveyJs = async () => {
  const [{ Survey }, { plainModel }] = await Promise.all([
    import('survey-react-ui'),
    import('../../engine/plain-model.ts'),
    import('survey-core/survey-core.fontless.css'),
  ])
  return { Survey, plainModel }
}

export type SurveyJsParts = Awaited<ReturnType<typeof loadSurveyJs>>
