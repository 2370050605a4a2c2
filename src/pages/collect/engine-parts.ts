/**
 * What routes a form and settles its answers: survey-core, too large for the first screen and for the first question.
 * Called when a form stands to be answered, and before that whenever the browser has nothing better to do.
 */
export const loadEngineParts = async () => {
  const [opening, filling, settling] = await Promise.all([
    import('../../engine/open-definition.ts'),
    import('../../engine/filling.ts'),
    import('../../engine/statuses.ts'),
  ])
  return {
    openDefinition: opening.openDefinition,
    openFilling: filling.openFilling,
    openFillingByParts: filling.openFillingByParts,
    settle: settling.settle,
    marksOf: settling.marksOf,
  }
}

export type EngineParts = Awaited<ReturnType<typeof loadEngineParts>>
