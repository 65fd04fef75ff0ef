// A tablet in the simulated world: an officer's wishes on the real database and the real exchange, switched off and on at any moment.

import { strict as assert } from 'node:assert';
import { Dexie } from 'dexie';
import { databaseNameOf, type FieldDatabase, openFieldDatabase } from '../../src/data/database.ts';
import { keepForDraft } from '../../src/data/files.ts';
import { newId } from '../../src/data/id.ts';
import { recordActs } from '../../src/data/record.ts';
import { readSettings } from '../../src/data/settings.ts';
import type { KnownFact } from '../../src/domain/fold.ts';
import { exchangeAll, type RoundResult } from '../../src/sync/exchange.ts';
import { fileOfficeAt } from '../../src/sync/file-office.ts';
import { sendFiles } from '../../src/sync/files.ts';
import { officeAt } from '../../src/sync/send.ts';
import { signIn } from '../../src/sync/sign-in.ts';
import type { FormerSchema } from '../support/former-tablet.ts';
import { ownFacts } from '../support/own-facts.ts';
import type { Random } from '../support/random.ts';
import { password, type SimOfficer } from './beginning.ts';
import { leaveAsRelease } from './former-release.ts';
import type { Faults } from './plan.ts';
import { armDisk, dropTransactions } from './sim-disk.ts';
import { type SimNetwork, simNetwork } from './sim-network.ts';
import type { SimOffice } from './sim-office.ts';
import type { Met } from './tally.ts';
import type { Wish } from './wish.ts';
import { wishOf } from './wishes.ts';

export interface SimTablet {
  name: string;
  officer: SimOfficer;
  /** Every device id it has gone by; a cleared storage may have cost it one. */
  deviceIds: Set<string>;
  /** Facts that the officer was told are saved, or that were found saved after the tablet had been switched off in the middle. */
  saved: KnownFact[];
  /** Those of them that have been saved since its storage was last cleared: they lie in its database. */
  here(): readonly KnownFact[];
  network: SimNetwork;
  now(): number;
  setClock(offsetMs: number): void;
  db(): FieldDatabase;
  act(random: Random, faults?: Faults): Promise<void>;
  /** How its round ended; nothing where the tablet was switched off in it. */
  sync(random: Random, faults?: Faults): Promise<RoundResult | undefined>;
  restart(): Promise<void>;
  /** Opened by this release over what a former one has left. */
  upgrade(from: FormerSchema): Promise<void>;
  /** `kept`: what of its facts the office has; the rest went with the storage. */
  evict(options: { remembers: boolean; kept: readonly KnownFact[] }): Promise<void>;
  /** A row of the office's is gone, and nothing says so. */
  rot(random: Random): Promise<void>;
  close(): Promise<void>;
}

export interface SimTabletOptions {
  number: number;
  officer: SimOfficer;
  office: SimOffice;
  photos: boolean;
  met: Met;
}

const origin = 'http://office';
const appVersion = 'simulation';
/** Small, so that a round is of several requests as it is after a long absence. */
const batches = { first: 2, most: 5 };

export async function openSimTablet({ number, officer, office, photos, met }: SimTabletOptions): Promise<SimTablet> {
  const name = `tablet-${number}`;
  const deviceIds = new Set<string>();
  let saved: KnownFact[] = [];
  let cleared = 0;
  let life = 0;
  let offset = 0;
  let switchedOff: (() => void) | undefined;
  let isActing = false;
  let db = await arriveAt();

  const kill = () => {
    life += 1;
    dropTransactions(db.backendDB());
    db.close();
    switchedOff?.();
  };
  const network = simNetwork({
    office,
    kill,
    life: () => life,
    meanwhile: () => tablet.act(meanwhileRandom),
    met,
  });
  let meanwhileRandom: Random;
  const now = () => office.clock.now + offset;

  /** Opens it under its own name: two tablets of one officer are two machines. */
  async function arriveAt(remembered?: string): Promise<FieldDatabase> {
    const { username, id } = officer;
    const deviceId = remembered ?? newId(office.clock.now);
    const signedIn = await signIn(
      officeAt(origin, office.fetchFrom),
      { username, password, appVersion, deviceId },
      office.clock.now + offset,
    );
    if (signedIn.kind !== 'signedIn') throw new Error(`signing in: ${signedIn.kind}`);
    deviceIds.add(deviceId);
    const settings = await signedIn.db.setting.toArray();
    await signedIn.db.delete();
    const own = openFieldDatabase(name);
    await own.setting.bulkPut(settings);
    assert.equal(signedIn.db.name, databaseNameOf(id));
    return own;
  }

  /** Runs until it ends or the tablet is switched off; then the app is opened again over what is on the disk. */
  async function untilOff<T>(work: () => Promise<T>, { disk, office: officeFault, network: onTheWay }: Faults): Promise<T | undefined> {
    const off = new Promise<'off'>((resolve) => (switchedOff = () => resolve('off')));
    const disarmDisk = armDisk(name, disk, () => {
      met(disk?.kind === 'killed' ? 'diskKilled' : (disk?.kind ?? 'killed'));
      if (disk?.kind === 'killed') kill();
    });
    let restarting: Promise<void> | undefined;
    const disarmOffice = office.failing.arm(officeFault, () => {
      if (officeFault) met(officeFault.kind);
      if (officeFault?.kind === 'restarted') restarting = office.restart();
    });
    network.arm(onTheWay ?? []);
    const ended = work().then(
      (value) => ({ value }),
      (error: Error) => ({ error }),
    );
    const outcome = await Promise.race([ended, off]);
    await restarting;
    switchedOff = undefined;
    disarmDisk();
    disarmOffice();
    network.arm([]);
    if (outcome === 'off') {
      await reopen();
      return undefined;
    }
    if ('value' in outcome) return outcome.value;
    // Only what fails by the disk may throw; anything else is a fault of the program.
    if (!disk || outcome.error instanceof assert.AssertionError) throw outcome.error;
    return undefined;
  }

  async function reopen(): Promise<void> {
    db.close();
    db = openFieldDatabase(name);
    await db.open();
    const outbox = await ownFacts(db);
    const mine = saved.slice(cleared);
    // What was being saved may have been, or not; what was told may not be gone.
    if (isActing && outbox.length > mine.length) saved.push(...outbox.slice(mine.length).map(({ fact }) => fact));
    isActing = false;
  }

  const perform = async ({ acts, photo, files }: Wish): Promise<KnownFact[] | undefined> => {
    if (photo) {
      const kept = await keepForDraft(db, photo.draft, photo.taken, 12);
      if (kept.kind === 'refused') return undefined;
    }
    const result = await recordActs(db, acts, {
      now: now(),
      ...(photo ? { doneDraft: photo.draft.key } : {}),
      ...(files ? { files } : {}),
    });
    if (result.kind !== 'refused') return result.kind === 'recorded' ? result.facts : undefined;
    assert.notEqual(result.rule, 'futureDay', 'nobody is turned away for a wrong clock');
    met('declinedHere');
    return undefined;
  };

  const tablet: SimTablet = {
    name,
    officer,
    deviceIds,
    get saved() {
      return saved;
    },
    here: () => saved.slice(cleared),
    network,
    now,
    setClock: (next) => {
      offset = next;
    },
    db: () => db,
    act: async (random, faults = {}) => {
      const wish = await wishOf(db, { random, now: now(), today: office.clock.now, photos, officer });
      if (!wish) return;
      const lifeThen = life;
      isActing = true;
      // Inside a step that is under way its faults stay as they are.
      const facts = switchedOff ? await perform(wish) : await untilOff(() => perform(wish), faults);
      if (life !== lifeThen) return;
      isActing = false;
      if (!facts) return;
      saved.push(...facts);
      met('acts');
    },
    sync: async (random, faults = {}) => {
      meanwhileRandom = random;
      const result = await untilOff(async () => {
        const exchanged = await exchangeAll(db, officeAt(origin, network.fetchFrom), { appVersion, now, batches });
        if (photos && exchanged.kind === 'done') await sendFiles(db, fileOfficeAt(origin, network.fetchFrom));
        return exchanged;
      }, faults);
      met('syncs');
      assert.notEqual(result?.kind, 'outdated');
      return result;
    },
    restart: async () => {
      kill();
      await reopen();
    },
    upgrade: async (from) => {
      db.close();
      await leaveAsRelease(name, from);
      await reopen();
    },
    evict: async ({ remembers, kept }) => {
      const { device } = await readSettings(db, ['device']);
      life += 1;
      db.close();
      network.forget();
      await Dexie.delete(name);
      saved = [...kept];
      cleared = saved.length;
      db = await arriveAt(remembers ? device?.deviceId : undefined);
    },
    rot: async (random) => {
      const laid = (await db.row.toArray()).filter(({ base }) => base === undefined).map(({ key }) => ['row', key] as const);
      const places = [...laid, ...(await db.page.toCollection().primaryKeys()).map((key) => ['page', key] as const)];
      if (places.length === 0) return;
      const [table, key] = random.pick(places);
      await db.table(table).delete(key);
    },
    close: async () => {
      life += 1;
      await db.delete();
    },
  };
  return tablet;
}
