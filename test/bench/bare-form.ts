import 'survey-core/survey-core.fontless.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import definition from '../../surveys/larc-support-needs.json'

/*
 * What a form is measured against: the same survey by survey-react-ui with its defaults, and nothing beside it. It keeps
 * nothing. Bundled by `bare-app.ts`.
 */
const place = document.getElementById('app')
if (place !== null) createRoot(place).render(createElement(Survey, { model: new Model(definition) }))
if (!navigator.serviceWorker.controller) void navigator.serviceWorker.register('/service-worker.js')
