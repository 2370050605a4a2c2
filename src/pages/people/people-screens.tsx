import { Route, Switch } from 'wouter'
import { NotFound } from '../app/not-found.tsx'
import { BackPage } from './back-page.tsx'
import { EnrolPage } from './enrol-page.tsx'
import { InvitePage } from './invite-page.tsx'
import { LogPage } from './log-page.tsx'
import { MePage } from './me-page.tsx'
import { NewPersonPage } from './new-person-page.tsx'
import { PasswordPage } from './password-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { ProcessingPage } from './processing-page.tsx'
import { SecondStepPage } from './second-step-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { StatusPage } from './status-page.tsx'
import { SubjectAccessPage } from './subject-access-page.tsx'
import { TabletsPage } from './tablets-page.tsx'

/** Signing in, people, tablets and the log: one part of the app, so that Home knows of one. */
export const PeopleScreens = () => (
  <Switch>
    <Route path="/people">
      <MePage />
    </Route>
    <Route path="/people/sign-in">
      <SignInPage />
    </Route>
    <Route path="/people/back">
      <BackPage />
    </Route>
    <Route path="/people/make-owner">
      <NewPersonPage
        title="Own this server"
        words="You will be its owner: you invite people and say what they may do. From then on it asks everyone who they are."
        path="owner"
      />
    </Route>
    <Route path="/people/join">
      <NewPersonPage title="Take up your invitation" words="Make your account on this server." path="join" />
    </Route>
    <Route path="/people/list">
      <PeoplePage />
    </Route>
    <Route path="/people/tablets">
      <TabletsPage />
    </Route>
    <Route path="/people/enrol">
      <EnrolPage />
    </Route>
    <Route path="/people/invite">
      <InvitePage />
    </Route>
    <Route path="/people/password">
      <PasswordPage />
    </Route>
    <Route path="/people/second-step">
      <SecondStepPage />
    </Route>
    <Route path="/people/status">
      <StatusPage />
    </Route>
    <Route path="/people/subject-access">
      <SubjectAccessPage />
    </Route>
    <Route path="/people/processing">
      <ProcessingPage />
    </Route>
    <Route path="/people/log">
      <LogPage />
    </Route>
    <Route>
      <NotFound />
    </Route>
  </Switch>
)
