import type { Definition } from '../definition.ts'
import { limits } from '../limits.ts'
import { ownLanguageName } from '../own-language-name.ts'
import { hasTextIn, textIn } from '../text.ts'
import { mapTexts, type Wording, wordings, type WordingPath } from '../wordings.ts'
import { rewordChoice } from './choices.ts'
import { withMembers } from './edit-question.ts'
import { done, type Edited, gone, refused } from './edited.ts'
import { reword, type WordingMember } from './reword.ts'
import { original, withoutLanguage } from './set-text.ts'
import { rewordSurvey } from './survey-settings.ts'

const code = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/

/** Adds a language by its code (BCP 47): `cy`, `ur`, `zh-Hans`. Until its wordings are written, the original stands. */
export const addLanguage = (definition: Definition, language: string): Edited => {
  const languages = definition.proforma.languages ?? []
  if (!code.test(language)) return refused('This is not the code of a language, like cy or ur.')
  if (languages.includes(language)) return refused('This language is there already.')
  if (languages.length >= limits.languages) return refused(`There can be ${limits.languages} languages at most.`)
  const proforma = { ...definition.proforma, languages: [...languages, language] }
  return done({ ...definition, proforma }, `Added ${ownLanguageName(language)}`)
}

/** Takes a language out, with every wording in it. */
export const removeLanguage = (definition: Definition, language: string): Edited => {
  if (language === original) return refused('The language that the survey was written in stays.')
  const left = (definition.proforma.languages ?? []).filter((one) => one !== language)
  const without = mapTexts(definition, (text) => withoutLanguage(text, language))
  const machineMade = (definition.proforma.machineMade ?? []).filter((one) => one !== language)
  const proforma = withMembers(without.proforma, {
    languages: left.length === 0 ? undefined : left,
    machineMade: machineMade.length === 0 ? undefined : machineMade,
  })
  return done({ ...without, proforma }, `Took out ${ownLanguageName(language)}`)
}

/** The wordings that have no translation yet. What has no words has nothing to translate. */
export const untranslated = (definition: Definition, language: string): readonly Wording[] =>
  wordings(definition).filter(({ text }) => textIn(text) !== '' && !hasTextIn(text, language))

/** Sets one wording in a language, by the path that `wordings` gives it; `default` is the original. */
export const setWording = (definition: Definition, path: WordingPath, language: string, words: string): Edited => {
  if (language !== original && !(definition.proforma.languages ?? []).includes(language)) {
    return refused('Add this language first.')
  }
  const [, name = '', member = '', value] = /^([^.]*)\.([^.]*)(?:\.([^]*))?$/.exec(path) ?? []
  switch (member) {
    case '':
      return isSurveyMember(path) ? rewordSurvey(definition, surveyMembers[path], words, language) : gone()
    case 'choices':
    case 'columns':
    case 'rows':
    case 'rateValues':
      return value === undefined ? gone() : rewordChoice(definition, name, member, value, words, language)
    default:
      return isMember(member) ? reword(definition, name, member, words, language) : gone()
  }
}

const surveyMembers = { '@title': 'title', '@description': 'description', '@privacy': 'privacy' } as const

const isSurveyMember = (path: string): path is keyof typeof surveyMembers => Object.hasOwn(surveyMembers, path)

const members: readonly string[] = [
  'title',
  'description',
  'prompts',
  'unit',
  'each',
] satisfies readonly WordingMember[]

const isMember = (member: string): member is WordingMember => members.includes(member)
