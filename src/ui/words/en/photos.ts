/** Photos of visits and attendance sheets, in English. */
import type { photos as inIndonesian } from '../id/photos.ts';

export const photos: typeof inIndonesian = {
  title: 'Photos',
  hint: (most) =>
    `At most ${most} photos. They are made smaller, and the place inside them is removed, before they are kept on the tablet.`,
  take: 'Take a photo',
  choose: 'Choose from the gallery',
  keeping: 'Keeping the photo…',
  none: 'No photos yet.',
  caption: (place) => `Caption of photo ${place}`,
  remove: (place) => `Remove photo ${place}`,
  removed: 'Photo removed.',
  photo: (place) => `Photo ${place}`,
  photoOf: (place, caption) => `Photo ${place}: ${caption}`,
  open: (name) => `Open ${name}`,
  openPdf: 'Open the PDF',
  takenAt: (moment) => `Taken ${moment}`,
  show: (size) => `Show (${size})`,
  loading: 'Fetching the photo…',
  meter: 'Photos at the office',
  atOffice: (count, all) => `${count} of ${all} photos are at the office`,
  incomplete: 'This record is complete at the office once all its photos are there. They are sent by themselves after the record.',
  incompleteOfOther: 'Photos that are not there yet are still on the tablet that took them, and are sent as soon as it has a network.',
  states: {
    draft: 'Safe on this tablet',
    unsent: 'Waiting to be sent',
    sending: (share) => `${share} at the office`,
    atOffice: 'At the office',
    refused: 'Not accepted',
    elsewhere: 'Still on another tablet',
  },
  refusals: {
    area: 'The area of this record is no longer yours, so the office does not accept its photo. It stays on the tablet; call the office.',
    type: 'The office cannot read this photo. It stays on the tablet; take it again if you still can.',
    tooLarge: 'This file is too large for the office (10 MB at most). It stays on the tablet.',
    damaged: 'This photo was damaged in the tablet’s storage and is not sent. Its record is safe; take it again if you still can.',
    missing: 'This photo is gone from the tablet’s storage. Its record is safe; take it again if you still can.',
  },
  failures: {
    type: { title: 'This file is not a photo', body: 'What you filled in is safe. Choose a JPEG, PNG or WebP photo.' },
    sheetType: { title: 'This file is neither a photo nor a PDF', body: 'What was saved is safe. Choose a photo, or a scanned PDF.' },
    tooLarge: {
      title: 'This file is larger than 10 MB',
      body: 'What you filled in is safe. Photograph the sheet with the tablet instead.',
    },
    tooMany: { title: 'There are as many photos as can be kept', body: 'What you filled in is safe. Remove a photo to replace it.' },
    storage: {
      title: 'The tablet’s storage is full: this photo was not kept',
      body: 'What you filled in and the earlier photos are safe. Delete other photos or videos from the tablet, or sync so that older photos reach the office, then take it again.',
    },
    database: { title: 'This photo was not kept', body: 'What was saved is safe. Take it once more.' },
  },
  notShown: {
    unreachable: 'This photo is at the office and can only be seen with a network.',
    signedOut: 'Sign in again to see this photo.',
    notThere: 'The office does not have this photo yet, or its record is outside your areas.',
    serverError: 'The office cannot show this photo. Try again later.',
  },
  again: 'Try again',
  sheets: 'Signed attendance sheets',
  sheetsHint: 'Photograph each sheet of paper that the members signed. Each photo becomes part of the record of the RAT at once.',
  sheetKept: 'The photo of the attendance sheet is saved.',
  noSheets: 'No photos of attendance sheets yet.',
  notRecorded: 'This photo was not recorded',
  inOutbox: {
    title: 'Photos waiting to be sent',
    body: (count, size) =>
      `${count} photos, ${size} to go. They are sent one by one after their records; what has arrived is not sent again.`,
    refusedTitle: (count) => `${count} photos did not reach the office`,
    sendAgain: 'Try to send again',
  },
};
