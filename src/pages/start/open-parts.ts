/** What reading a survey from anywhere and looking it over needs: the whitelist, and with it survey-core. */
export const loadOpenParts = async () => {
  const [importing, opening] = await Promise.all([
    import('../../engine/import-definition.ts'),
    import('../../engine/open-definition.ts'),
  ])
  return { importDefinitionText: importing.importDefinitionText, openDefinition: opening.openDefinition }
}
