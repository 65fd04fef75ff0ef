/** The frame around the screens, in English. */
import type { frame as source } from '../id/frame.ts';

export const frame: typeof source = {
  today: 'Today',
  cooperatives: 'Co-ops',
  visits: 'Visits',
  meetings: 'RAT',
  sync: 'Sync',
  register: 'Register',
  verification: 'Verification',
  differences: 'Differences',
  recap: 'Recap',
  importing: 'Import',
  settings: 'Settings',
  roles: { officer: 'Field officer', verifier: 'Verifier', head: 'Head of section', administrator: 'Administrator' },
  demo: 'DEMO DATA: names and figures here are made up, not official.',
  sessionEnded: {
    title: 'The office no longer knows this tablet',
    body: 'Every record is still safe on this tablet and work can go on. Sign in once more so that records can be sent.',
    act: 'Sign in again',
  },
  incomplete: {
    title: 'The data of the office is not complete on this tablet yet',
    body: (count: string) =>
      `${count} rows have arrived. Statuses and counts on screen are right only when all of it is here; leave Pantau open while there is a network.`,
  },
  storageFull: {
    title: (share) => `${share} of the tablet’s storage is used`,
    body: 'What was saved is safe. Remove photos or other apps from this tablet so that the next records can be saved too.',
  },
  signOutTitle: 'Sign out of this tablet?',
  signOutNothing: 'Every record is at the office. Signing in again needs a network.',
  signOutUnsent: (count) =>
    `${count} records are not at the office yet. They stay safe on this tablet and are sent once you sign in again. Signing in again needs a network.`,
  signOutPhotos: (count) =>
    `The office does not have ${count} photos yet. They stay safe on this tablet and are sent when you sign in again, which needs a network.`,
  signOutDrafts: (count) => `${count} unfinished drafts are kept as well.`,
  lost: {
    closed: {
      title: 'The storage of this tablet cannot be opened',
      safe: 'The app has tried three times. Nothing that was saved is deleted, but nothing can be saved now. This screen is closed so that no entry gets lost.',
      act: 'Close other tabs of Pantau, make sure that the tablet’s storage is not full, then reload. If it still fails, restart the tablet and call the office.',
    },
    emptied: {
      title: 'The browser has deleted the data on this tablet',
      safe: 'What had reached the office is safe and comes back once you sign in. The records that never arrived are named one by one after reloading.',
      act: 'Reload, then sign in with a network. Tell the office that this tablet’s data was deleted.',
    },
  },
  screenMissing: {
    title: 'This part is not stored on the tablet yet',
    body: 'Your records are safe. Reload the app; if that does not help, open it once with a network.',
  },
  nowhere: { title: 'Page not found', body: 'There is no such address in Pantau.', act: 'To Today' },
};
