/** Making a PDF of a paper, in English. */
import type { paper as source } from '../id/paper.ts';

export const paper: typeof source = {
  documentLanguage: 'The official document is in Indonesian.',
  make: 'Make a PDF',
  making: 'Making the PDF…',
  makingNote: 'A long list takes some seconds. You may go on reading.',
  made: (size) => `PDF ready, ${size}`,
  madeNote: 'Save it on the tablet, share it, or open it to read and print.',
  save: 'Save PDF',
  share: 'Share',
  open: 'Open',
  saved: (name) => `Saved in the tablet’s downloads: ${name}`,
  shared: 'Shared.',
  notShared: 'The tablet could not share it. Save the PDF, then send it from the downloads.',
  notOpened: 'The browser held the new window back. Save the PDF, then open it from the downloads.',
  notMade: {
    title: 'The PDF was not made',
    body: 'The record is safe on the tablet. Close other apps and try again, or use the Print button.',
  },
};
