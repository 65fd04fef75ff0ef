/** Signing in, in English. */
import type { signIn as source } from '../id/sign-in.ts';

export const signIn: typeof source = {
  title: 'Sign in',
  purpose: 'Sign in once with a network. After that Pantau works without a signal.',
  goOn: 'Go on working without signing in',
  officers: 'Officers on this tablet',
  username: 'User name',
  password: 'Password',
  act: 'Sign in',
  missingUsername: 'Enter the user name.',
  missingPassword: 'Enter the password.',
  wrongPassword: {
    title: 'Wrong user name or password',
    body: 'Check capital and small letters and try again. If you forgot it, ask the office’s administrator for a new one.',
  },
  notAllowed: {
    title: 'The office has closed this tablet or account',
    body: 'What is on this tablet is safe; do not clear the browser’s data. Ask the office’s administrator.',
  },
  unreachable: {
    title: 'The office cannot be reached',
    body: 'The first sign-in needs a network. What is on this tablet is safe. Find a signal or connect to WiFi, then try again.',
  },
  busy: {
    title: 'Too many tries, or the office is busy',
    body: (wait) => `Wait ${wait}, then try again.`,
    seconds: (count) => `${count} seconds`,
    minutes: (count) => `${count} minutes`,
  },
  outdated: { title: 'This app is too old', body: 'What is on this tablet is safe. Reload the app with a network, then sign in again.' },
  serverError: {
    title: 'The office answered with an error',
    body: 'Nothing has changed on this tablet. Try again in some minutes; if it repeats, tell the office.',
  },
  storage: {
    title: 'The storage of this tablet cannot be opened',
    body: 'The password is right, but nothing can be stored. Free some storage or leave private browsing, then try again.',
  },
};
