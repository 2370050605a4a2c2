import { useState } from 'react'
import { keepTextSize, keptTextSize, type TextSize, textSizes } from '../frame/text-size.ts'
import css from './form-bar.module.css'
import type { MessageKey } from './messages.ts'
import { useWords } from './words.ts'

/** How large the words of forms are on this device, in three steps. */
export const TextSizeChoice = () => {
  const { say } = useWords()
  const [chosen, setChosen] = useState(keptTextSize)
  return (
    <fieldset className={css.sizes}>
      <legend className="visually-hidden">{say('textSize')}</legend>
      {textSizes.map((size) => (
        <button
          key={size}
          type="button"
          className={css.size}
          aria-pressed={size === chosen}
          onClick={() => {
            keepTextSize(size)
            setChosen(size)
          }}
        >
          <span aria-hidden="true" data-size={size}>
            A
          </span>
          <span className="visually-hidden">{sizeWords(size, say)}</span>
        </button>
      ))}
    </fieldset>
  )
}

const sizeWords = (size: TextSize, say: (key: MessageKey) => string): string => {
  switch (size) {
    case 'normal':
      return say('textNormal')
    case 'large':
      return say('textLarge')
    case 'largest':
      return say('textLargest')
    default:
      return size satisfies never
  }
}
