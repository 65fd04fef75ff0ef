// Minutes of the made-up meeting that may be sealed as they are, for tests to spoil one thing at a time.
import { agendaKeys, type MinutesContent, type Signature, type SignatureRole } from '../../src/domain/minutes.ts';
import { neededSignatures } from '../../src/domain/minutes-check.ts';
import { cooperativeBody, cooperativeId, meetingId, today } from './world.ts';

const hourMs = 3_600_000;

/** 60 of 100 voters at a first call; two decisions, the SHU shared to the last Rupiah, one seat elected. */
export const sealableContent: MinutesContent = {
  meetingId,
  cooperativeId,
  identity: { name: cooperativeBody.name, legalEntityNumber: '12/BH/XVIII/2010' },
  bookYears: [2025],
  callNumber: 1,
  heldOn: '2026-07-06',
  registeredVoters: 100,
  registeredMale: 50,
  registeredFemale: 50,
  quorumRule: { num: 1, den: 2, strict: true },
  quorumReached: true,
  firstCallNotReached: false,
  presence: { voters: 60, male: 30, female: 30, inPerson: 50, online: 6, delegate: 4, others: 3 },
  place: 'Balai Desa',
  startedAt: today,
  endedAt: today + 3 * hourMs,
  chairName: 'Ketua Sidang',
  secretaryName: 'Notulis Sidang',
  agenda: agendaKeys.map((key) => ({ key, done: true })),
  decisions: [
    { agendaKey: 'ratification', text: 'Laporan pertanggungjawaban disahkan.', method: 'consensus', adopted: true },
    { agendaKey: 'workPlanBudget', text: 'RK-RAPB disahkan.', method: 'vote', yes: 40, no: 15, abstain: 5, adopted: true },
  ],
  ratified: [{ bookYear: 2025, figures: { membersMale: 60, membersFemale: 40, membersTotal: 100, assets: 900_000_000, shu: 45_000_000 } }],
  shuAllocation: [
    { purpose: 'Cadangan', amount: 20_000_000 },
    { purpose: 'Jasa usaha', amount: 25_000_000 },
  ],
  plannedRevenue: 300_000_000,
  plannedExpense: 250_000_000,
  elected: [{ personName: 'Ketua Baru', role: 'chair', fromOn: '2026-07-06', toOn: '2031-07-05' }],
};

export const signatureOf = (role: SignatureRole): Signature => ({
  role,
  name: `Penanda ${role}`,
  strokes: [[100, 2000, 3000, 500, 6000, 3500, 9000, 1000]],
  signedAt: today,
});

export const neededSigned: Signature[] = neededSignatures.map(signatureOf);
