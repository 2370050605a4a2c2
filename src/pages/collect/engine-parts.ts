/**
 * Everything that filling in needs and that is too large for the first screen: survey-core, survey-react-ui and the
 * form. Called when a form is opened, and before that whenever the browser has nothing better to do.
 */
export const loadEngineParts = async () => {
  const [opening, filling, settling, paging, form] = await Promise.all([
    import('../../engine/open-definition.ts'),
    import('../../engine/filling.ts'),
    import('../../engine/statuses.ts'),
    import('../../engine/one-a-page.ts'),
    import('./form.tsx'),
  ])
  return {
    openDefinition: opening.openDefinition,
    openFilling: filling.openFilling,
    settle: settling.settle,
    oneAPage: paging.oneAPage,
    Form: form.Form,
  }
}

export type EngineParts = Awaited<ReturnType<typeof loadEngineParts>>
