import type { Definition } from '../../survey/definition.ts'
import css from './form-bar.module.css'
import { FormLanguage } from './form-language.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { TextSizeChoice } from './text-size-choice.tsx'

interface FormBarProps {
  readonly definition: Definition
  readonly language: string
  readonly onLanguage: (language: string) => void
}

/** Above every page of a form: in which language, and how large. */
export const FormBar = (props: FormBarProps) => (
  <FormLanguage definition={props.definition} language={props.language}>
    <div className={css.bar}>
      <LanguageMenu {...props} />
      <TextSizeChoice />
    </div>
  </FormLanguage>
)
