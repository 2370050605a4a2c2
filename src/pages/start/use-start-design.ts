import { useState } from 'react'
import { useLocation } from 'wouter'
import { createDesign } from '../../device/manage-designs.ts'
import type { Definition } from '../../survey/definition.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { useDevice } from '../app/device-context.ts'

/** Keeps a new survey on this device and goes on to build it; says why where it could not be kept. */
export const useStartDesign = () => {
  const { database, clock, newId } = useDevice()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<string | null>(null)
  const start = async (make: (id: SurveyId) => Definition): Promise<void> => {
    // The device gives it an id of its own, made from its title.
    const made = await createDesign(database, make('survey' as SurveyId), clock, newId)
    if (made.ok) navigate(`/build/${made.design.id}`)
    else setProblem(`The survey could not be kept. ${made.reason}`)
  }
  return { start, problem }
}

export type StartDesign = ReturnType<typeof useStartDesign>['start']
