/** A fresh tablet that waits for its first data, in English. */
import type { firstSync as source } from '../id/first-sync.ts';

export const firstSync: typeof source = {
  running: 'Fetching the register from the office for the first time',
  received: (count) => `${count} rows received. Leave this screen open; if the network breaks, it goes on later.`,
  waiting: {
    title: 'The register is not on this tablet yet',
    body: 'The tablet must reach the office once. After that everything opens without a signal.',
  },
  failed: { title: 'The register could not be fetched yet', body: 'Nothing is lost. Find a signal or connect to WiFi, then try again.' },
  nothing: {
    title: 'There is no cooperative in your areas yet',
    body: 'The office answered, but the register of this area is empty. Ask the office to import it.',
  },
  partly: {
    title: 'Only a part of the register has arrived',
    body: 'What is here can be used, but the list is not complete. The rest is fetched once there is a network.',
  },
  act: 'Fetch now',
};
