/** Reading codes with the camera, in English. */
import type { scan as source } from '../id/scan.ts';

export const scan: typeof source = {
  opening: 'Opening the camera…',
  trouble: {
    refused: {
      title: 'The camera is not allowed',
      body: 'Allow Pantau to use the camera in the browser’s settings, then try again. Without it, find the name or number and tap.',
    },
    noCamera: { title: 'This tablet has no camera', body: 'Find the name or number and tap.' },
    failed: { title: 'The camera does not open', body: 'Another app may be using it. Close that app, then try again.' },
  },
  open: 'Scan cards',
  title: 'Scan members’ cards',
  camera: 'Camera picture: point it at a member’s card',
  hint: 'Point the camera at the code on the card. Each card that is read is recorded at once.',
  marked: (name) => `${name} is present`,
  alreadyMarked: (name) => `${name} is on record as present already`,
  alreadyMarkedAt: (at) => `Marked ${at}.`,
  notOnRoster: (number) => `Card ${number} is not on this meeting’s roster`,
  notOnRosterBody: 'Check the roster. Whoever is not on it is recorded as guest or observer.',
  otherCard: 'This card is not of this cooperative',
  otherCardBody: 'It belongs to another cooperative, or is damaged. Find the name or number.',
  noCard: 'This is no member’s card',
  noCardBody: 'Point the camera at the code on a member’s card.',
  notKept: (name) => `${name} was not saved`,
  cards: 'Members’ cards',
  cardsIntro: (count) => `${count} cards, 24 on a sheet of A4. A card has the member’s number and a code to be scanned; no name.`,
  cardsNone: 'No member has a number yet',
  cardsNoneBody: 'Cards are made for members with a number. Add the numbers to the roster.',
  cardsToRoster: 'To the roster',
  cardsWithout: (count) => `${count} members without a number get no card.`,
  toCards: 'Print members’ cards',
};
