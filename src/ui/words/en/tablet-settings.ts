/** Settings and About, in English. */
import type { tabletSettings as source } from '../id/tablet-settings.ts';

export const tabletSettings: typeof source = {
  title: 'Settings',
  appearance: 'Language and appearance',
  officer: 'Officer',
  signIn: 'Sign in again',
  about: 'About Pantau',
  purpose:
    'Pantau is the field register of a provincial cooperatives office: visits and annual members’ meetings are recorded in the villages, also without a signal, and sent to the office.',
  safety: 'What you save stays on this tablet until the office has it. What the office cannot take is kept whole and shown under Sync.',
  version: 'Version',
  license: 'Licence',
  licenseText: 'AGPL-3.0 or later',
  credits: 'Sources of data and software',
  areas: 'Names and codes of provinces, regencies, districts and villages come from',
  areasLicense: 'the data is under the Open Database License (ODbL) 1.0.',
  software: 'Made with Preact, Dexie, Zod and Workbox, all of them free software.',
  demo: 'Demo data',
  demoText: 'This office uses demo data. Cooperatives, people and figures are made up; only the names of areas are real.',
};
