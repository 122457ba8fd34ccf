import { many, type Operation } from './operation.ts';
import * as registration from './registration.ts';
import * as session from './session.ts';

/** What anybody may ask for, and the sessions of those who sign in. */
export const publicOperations = {
  register: {
    method: 'post',
    path: '/api/public/registrations',
    access: 'public',
    summary: 'Pre-register',
    body: registration.Registration,
    answer: registration.Receipt,
    status: 201,
  },
  openOwnCase: {
    method: 'post',
    path: '/api/public/own-case',
    access: 'public',
    summary: "Open one's own case by signed link",
    body: registration.OwnLink,
    answer: registration.OwnCase,
  },
  actOnOwnCase: {
    method: 'post',
    path: '/api/public/own-case/actions',
    access: 'public',
    summary: 'Confirm, ask for help or withdraw by signed link',
    body: registration.OwnAction,
    answer: registration.OwnCase,
  },
  demonstrationAccounts: {
    method: 'get',
    path: '/api/public/demonstration-accounts',
    access: 'public',
    summary: 'Accounts offered while the demonstration data is loaded',
    answer: many('accounts', session.DemonstrationAccount),
  },
  signIn: {
    method: 'post',
    path: '/api/session',
    access: 'public',
    summary: 'Sign in',
    body: session.SignIn,
    answer: session.Session,
  },
  whoAmI: {
    method: 'get',
    path: '/api/session',
    access: 'session',
    summary: 'Who is signed in',
    answer: session.Session,
  },
  signOut: { method: 'delete', path: '/api/session', access: 'session', summary: 'Sign out' },
  setPreferences: {
    method: 'put',
    path: '/api/session/preferences',
    access: 'session',
    summary: 'Set the language',
    body: session.Preferences,
  },
  forgetPassword: {
    method: 'post',
    path: '/api/public/forgotten-password',
    access: 'public',
    summary: 'Send a link to choose a new password',
    body: session.PasswordForgotten,
  },
  resetPassword: {
    method: 'post',
    path: '/api/public/password',
    access: 'public',
    summary: 'Choose a new password',
    body: session.PasswordReset,
  },
} as const satisfies Record<string, Operation>;
